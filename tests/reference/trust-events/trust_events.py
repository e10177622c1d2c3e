"""Outside values for src/domain/trust/matched-comparison.ts and event-study.ts, computed with NumPy.

Run from this folder: python3 trust_events.py > trust-events.json. The versions used are written into the result.
"""

import json
import sys

import numpy

CALIPER = 0.2
MOST = 3


def pooled(one: numpy.ndarray, other: numpy.ndarray) -> numpy.ndarray:
    return numpy.sqrt((one.var(axis=0, ddof=1) + other.var(axis=0, ddof=1)) / 2)


def matched(cases: dict, controls: dict) -> list[list[int]]:
    """Greedy nearest neighbours in rounds, by a full matrix of distances; a person once, cases with fewest possible controls first."""
    spread = pooled(cases["x"], controls["x"])
    away = numpy.abs(cases["x"][:, None, :] - controls["x"][None, :, :]) / spread
    allowed = (away <= CALIPER + 1e-9).all(axis=2)
    allowed &= cases["stratum"][:, None] == controls["stratum"][None, :]
    allowed &= cases["person"][:, None] != controls["person"][None, :]
    distance = numpy.where(allowed, (away ** 2).sum(axis=2), numpy.inf)
    order = numpy.lexsort((cases["unit"], allowed.sum(axis=1)))
    chosen: list[list[int]] = [[] for _ in cases["unit"]]
    for _ in range(MOST):
        for case in order:
            row = distance[case]
            if not numpy.isfinite(row).any():
                continue
            nearest = min(numpy.flatnonzero(row == row.min()), key=lambda at: controls["unit"][at])
            chosen[case].append(int(nearest))
            distance[:, controls["person"] == controls["person"][nearest]] = numpy.inf
    return chosen


generator = numpy.random.default_rng(20260705)


def side(n: int, people: int, first_unit: int, shift: float) -> dict:
    return {
        "unit": numpy.arange(first_unit, first_unit + n),
        "person": generator.integers(0, people, n) + (0 if first_unit > 1000 else 100_000),
        "stratum": generator.integers(0, 3, n),
        "x": numpy.column_stack([numpy.log1p(generator.poisson(2 + shift, n)), numpy.log1p(generator.gamma(1.2, 2 + shift, n)), generator.integers(24_300, 24_306, n)]),
    }


cases = side(60, 60, 1, 0.6)
cases["person"] = numpy.arange(60) + 100_000
# three controls are people who are cases themselves
controls = side(900, 700, 2001, 0.0)
controls["person"][:3] = cases["person"][:3]
sets = matched(cases, controls)
used = [at for at, found in enumerate(sets) if found]
spread = pooled(cases["x"], controls["x"])
before = (cases["x"].mean(axis=0) - controls["x"].mean(axis=0)) / spread
after = (cases["x"][used].mean(axis=0) - numpy.mean([controls["x"][sets[at]].mean(axis=0) for at in used], axis=0)) / spread

own = generator.poisson(1.2, 60).astype(float)
own[generator.random(60) < 0.1] = numpy.nan
others = generator.poisson(2.0, 900).astype(float)
others[generator.random(900) < 0.1] = numpy.nan
pairs = [(own[at], numpy.nanmean(others[sets[at]])) for at in used if not numpy.isnan(own[at]) and not numpy.isnan(others[sets[at]]).all()]
apart = numpy.array([one - other for one, other in pairs])
draws = generator.choice(apart, (200_000, len(apart))).mean(axis=1)


def listed(values: numpy.ndarray) -> list:
    return [None if isinstance(value, float) and numpy.isnan(value) else value for value in values.tolist()]


json.dump({
    "versions": {"python": sys.version.split()[0], "numpy": numpy.__version__},
    "cases": {key: listed(value) for key, value in cases.items()},
    "controls": {key: listed(value) for key, value in controls.items()},
    "sets": sets,
    "balance": {"before": before.tolist(), "after": after.tolist()},
    "outcome": {"cases": listed(own), "controls": listed(others)},
    "figure": {
        "sets": len(pairs), "cases": float(numpy.mean([one for one, _ in pairs])), "controls": float(numpy.mean([other for _, other in pairs])),
        "difference": float(apart.mean()), "low": float(numpy.quantile(draws, 0.025)), "high": float(numpy.quantile(draws, 0.975)),
    },
}, sys.stdout)
print()
