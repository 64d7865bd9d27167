"""The service as a person meets it: real definitions, the demonstration's authorities, a worker at hand."""

from dataclasses import dataclass

from kevytasiointi.adoption.demo import load_demo
from kevytasiointi.authorities.services import load_reference
from kevytasiointi.catalogue.folder import FOLDER
from kevytasiointi.catalogue.services import load_definitions
from kevytasiointi.core import clock
from kevytasiointi.ledger.worker import Worker


@dataclass(frozen=True)
class Service:
    address: str

    def work(self) -> None:
        """Do what the worker would have done by now."""
        Worker().run_until_empty()


def a_service(address: str) -> Service:
    now = clock.now()
    load_reference(now=now)
    load_definitions(folder=FOLDER, now=now)
    load_demo(now=now)
    return Service(address)
