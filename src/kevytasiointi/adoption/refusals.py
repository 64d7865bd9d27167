"""Why something can't be done to an adoption, by name. One file for the services, which share most of them."""

from collections.abc import Collection, Sequence

from kevytasiointi.adoption.models import Adoption
from kevytasiointi.authorities.models import Authority, Municipality
from kevytasiointi.catalogue.models import Procedure
from kevytasiointi.core.refusals import Refusal
from kevytasiointi.core.text import listed


class NotYoursToDecide(Refusal):
    """The person has not the role for it: the authority's administrator, or for decisions the service owner."""

    code = "not_yours_to_decide"


class WrongState(Refusal):
    """It can't be done to an adoption in the state it is in now."""

    code = "adoption_in_wrong_state"


class WrongAuthority(Refusal):
    """The procedure is for authorities of another type or sector, for its owner alone, or for nobody here."""

    code = "wrong_authority"


class AuthorityHasEnded(Refusal):
    """The authority is none any more on the day it would begin."""

    code = "authority_has_ended"

    def __init__(self, authority: Authority) -> None:
        super().__init__(authority.public_id)
        self.params = {"authority": authority.name}


class AddressMissing(Refusal):
    """A procedure done elsewhere needs the address where it is done."""

    code = "address_missing"


class StartsInThePast(Refusal):
    """Nobody can begin to take in yesterday's applications."""

    code = "starts_in_the_past"


class EndsInThePast(Refusal):
    """What was answered for until today stays so."""

    code = "ends_in_the_past"


class EndsBeforeItBegins(Refusal):
    """There would be no day on which it is in force."""

    code = "ends_before_it_begins"


class EndsSooner(Refusal):
    """It has been decided that it ends before that day; an adoption isn't prolonged by ending it."""

    code = "ends_sooner"


class NoMunicipality(Refusal):
    """An adoption is in force somewhere."""

    code = "no_municipality"


class MailboxNotConfirmed(Refusal):
    """Nobody has confirmed the test message from the mailbox to which alerts are to go."""

    code = "mailbox_not_confirmed"

    def __init__(self, address: str) -> None:
        super().__init__("mailbox_not_confirmed")
        self.params = {"address": address}


class NotAMailbox(Refusal):
    """An alert needs an e-mail address."""

    code = "not_a_mailbox"


class AskedJustNow(Refusal):
    """A test message is on its way to the mailbox; another would not be faster."""

    code = "asked_just_now"


class LinkTooOld(Refusal):
    """The link of a test message holds for seven days."""

    code = "mailbox_link_too_old"


class TermsNotAccepted(Refusal):
    """The authority's first sending accepts the terms of joining, and this one didn't."""

    code = "terms_not_accepted"


class ReasonMissing(Refusal):
    """Whoever gets it back needs to know what to mend."""

    code = "reason_missing"


class TooLong(Refusal):
    """The text is longer than its place."""

    code = "text_too_long"


class TooManyWorkingDays(Refusal):
    """The substitute is to be told within a reasonable time."""

    code = "too_many_working_days"


class ReplacementMissing(Refusal):
    """Customers are told where to turn: by a text, another authority or another adoption."""

    code = "replacement_missing"


class WrongSuccessor(Refusal):
    """What takes its place is another adoption of the same procedure, begun or about to begin."""

    code = "wrong_successor"


class NothingLeft(Refusal):
    """It would be in force nowhere: then it is detached, with a plan."""

    code = "nothing_left"


class StillOffering(Refusal):
    """The authority answers for something after its last day."""

    code = "still_offering"


class NothingChanges(Refusal):
    """The notice says what is so already."""

    code = "nothing_changes"


class _AboutMunicipalities(Refusal):
    """Names the municipalities that stand in the way."""

    def __init__(self, municipalities: Collection[Municipality]) -> None:
        super().__init__(", ".join(sorted(m.code for m in municipalities)))
        self.municipalities = tuple(municipalities)
        self.params = {"municipalities": listed(m.name for m in municipalities)}


class OutsideTerritory(_AboutMunicipalities):
    """The authority isn't competent in these municipalities on all of the days."""

    code = "outside_territory"


class MunicipalityHasEnded(_AboutMunicipalities):
    """These municipalities are no more on the first day; those they were merged into may be named instead."""

    code = "municipality_has_ended"

    def __init__(self, municipalities: Collection[Municipality]) -> None:
        super().__init__(municipalities)
        successors = [m.successor.name for m in municipalities if m.successor]
        self.params = {**self.params, "successors": listed(successors)}


class AlandIsOutside(_AboutMunicipalities):
    """These municipalities are in Åland, whose authorities and law this service doesn't serve."""

    code = "aland_is_outside"


class LanguageIncomplete(_AboutMunicipalities):
    """These municipalities are bilingual, and something isn't there in both languages (kielilaki 423/2003)."""

    code = "language_incomplete"


class AlreadyOffered(_AboutMunicipalities):
    """Another adoption answers for the procedure in these municipalities on some of the days."""

    code = "already_offered"

    def __init__(
        self, adoption: Adoption, others: Collection[Adoption], municipalities: Collection[Municipality]
    ) -> None:
        super().__init__(municipalities)
        self.authority = adoption.authority
        self.others = tuple(dict.fromkeys(other.authority for other in others))
        self.params = {
            **self.params,
            "authority": self.authority.name,
            "others": listed(other.name for other in self.others),
        }


class NoticeClosed(Refusal):
    """The joining notice has been sent, decided or given up: it can't be done to it any more."""

    code = "notice_closed"


class NoticeIncomplete(Refusal):
    """Something on the form is missing or wrong."""

    code = "notice_incomplete"


class UnknownMunicipality(Refusal):
    """These lines name no municipality that exists on the first day."""

    code = "unknown_municipality"

    def __init__(self, lines: Sequence[str]) -> None:
        super().__init__(f"{len(lines)} lines")
        self.params = {"names": ", ".join(lines)}


class ProcedureTwice(Refusal):
    """Each procedure is asked for once."""

    code = "procedure_twice"

    def __init__(self, procedures: Collection[Procedure]) -> None:
        super().__init__(" ".join(sorted(procedure.slug for procedure in procedures)))
        self.params = {"procedures": listed(procedure.name for procedure in procedures)}


class WishesRefused(Refusal):
    """What stands in the way, by the procedure it is about; None where it is about the authority itself."""

    code = "wishes_refused"

    def __init__(self, reasons: Sequence[tuple[Procedure | None, Refusal]]) -> None:
        super().__init__(" ".join(reason.code for _procedure, reason in reasons))
        self.reasons = tuple(reasons)
