"""Draw the outlines of municipalities for the coverage map: from a TopoJSON file to one short SVG path each.

    python tools/map/outlines.py kunnat.topojson src/kevytasiointi/authorities/reference/outlines.json

The arcs that two municipalities share are simplified once, so that neighbours still meet.
"""

import json
import math
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

Point = tuple[float, float]
Arc = list[tuple[int, int]]

HEIGHT = 1000
CENTRAL_MERIDIAN = 27.0
SCALE_ON_MERIDIAN = 0.9996
SMALLEST_TRIANGLE = 1.5  # square units of the drawing: points that make less are left out
SMALLEST_ISLAND = 5.0


def main(source: Path, target: Path) -> None:
    topology = json.loads(source.read_text(encoding="utf-8"))
    arcs = [[projected(point) for point in degrees(arc, topology["transform"])] for arc in topology["arcs"]]
    drawn, width = on_paper(arcs)
    simple = [simplified(arc) for arc in drawn]
    paths = {shape["id"]: path(rings(shape, simple)) for shape in topology["objects"]["kunnat"]["geometries"]}
    content = {"width": width, "height": HEIGHT, "paths": dict(sorted(paths.items()))}
    target.write_text(json.dumps(content, ensure_ascii=False, indent=0) + "\n", encoding="utf-8")


def degrees(arc: Iterable[Sequence[int]], transform: dict[str, Any]) -> Iterable[Point]:
    (scale_x, scale_y), (left, bottom) = transform["scale"], transform["translate"]
    x = y = 0
    for dx, dy in arc:
        x, y = x + dx, y + dy
        yield left + x * scale_x, bottom + y * scale_y


def projected(point: Point) -> Point:
    """Transverse Mercator on a sphere: what Finnish maps look like, exact enough for a picture."""
    across, up = math.radians(point[0] - CENTRAL_MERIDIAN), math.radians(point[1])
    return (
        SCALE_ON_MERIDIAN * math.atanh(math.cos(up) * math.sin(across)),
        SCALE_ON_MERIDIAN * math.atan2(math.tan(up), math.cos(across)),
    )


def on_paper(arcs: list[list[Point]]) -> tuple[list[Arc], int]:
    """The arcs in whole units of a drawing `HEIGHT` high with y downward, and how wide it is."""
    xs, ys = [x for arc in arcs for x, _ in arc], [y for arc in arcs for _, y in arc]
    unit = (max(ys) - min(ys)) / (HEIGHT - 4)
    drawn = [[(round((x - min(xs)) / unit) + 2, round((max(ys) - y) / unit) + 2) for x, y in arc] for arc in arcs]
    return drawn, round((max(xs) - min(xs)) / unit) + 4


def simplified(arc: Arc) -> Arc:
    """Without the points that matter least (Visvalingam and Whyatt); the ends stay."""
    points = [point for number, point in enumerate(arc) if number == 0 or point != arc[number - 1]]
    while len(points) > 3:  # noqa: PLR2004 - a ring of one arc keeps three points
        areas = [area(points[n - 1], points[n], points[n + 1]) for n in range(1, len(points) - 1)]
        least = min(areas)
        if least >= SMALLEST_TRIANGLE:
            break
        del points[areas.index(least) + 1]
    return points


def area(a: Point, b: Point, c: Point) -> float:
    return abs((b[0] - a[0]) * (c[1] - a[1]) - (c[0] - a[0]) * (b[1] - a[1])) / 2


def rings(shape: dict[str, Any], arcs: list[Arc]) -> list[Arc]:
    """The rings of a municipality that can be seen, of all its rings the largest at least."""
    polygons = shape["arcs"] if shape["type"] == "MultiPolygon" else [shape["arcs"]]
    found = [joined(ring, arcs) for polygon in polygons for ring in polygon]
    found.sort(key=ring_area, reverse=True)
    return [ring for number, ring in enumerate(found) if number == 0 or ring_area(ring) >= SMALLEST_ISLAND]


def joined(ring: Sequence[int], arcs: list[Arc]) -> Arc:
    points: Arc = []
    for number in ring:
        arc = arcs[number] if number >= 0 else arcs[~number][::-1]
        points.extend(arc[1:] if points else arc)
    return points[:-1]


def ring_area(ring: Arc) -> float:
    following = [*ring[1:], *ring[:1]]
    return abs(sum(x * v - u * y for (x, y), (u, v) in zip(ring, following, strict=True))) / 2


def path(those: list[Arc]) -> str:
    return "".join(one_ring(ring) for ring in those)


def one_ring(ring: Arc) -> str:
    (x, y), steps = ring[0], []
    for u, v in ring[1:]:
        if (u, v) != (x, y):
            steps.append(f"{spaced(u - x)}{spaced(v - y)}")
        x, y = u, v
    return f"M{ring[0][0]} {ring[0][1]}l{''.join(steps).strip()}z"


def spaced(number: int) -> str:
    return str(number) if number < 0 else f" {number}"


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
