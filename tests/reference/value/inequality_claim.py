"""Reference values for inequality (Gini with n/(n-1), fewest people who make half) and for the partial rank correlation.

Run: python3 tests/reference/value/inequality_claim.py > tests/reference/value/inequality-claim.json
Written with NumPy 2.4.6 and SciPy 1.17.1. Gini by the mean absolute difference of all pairs; the partial correlation by
regressing both ranked columns on the third and correlating what is left, which is another way than the product's.
"""
import json
import numpy
import scipy
from scipy.stats import rankdata

random = numpy.random.default_rng(11)


def gini(x):
    x = numpy.asarray(x, float)
    n = len(x)
    return float(numpy.abs(x[:, None] - x[None, :]).sum() / (2 * n * n * x.mean()) * n / (n - 1))


def half(x):
    descending = numpy.sort(numpy.asarray(x, float))[::-1]
    return int(numpy.searchsorted(numpy.cumsum(descending), descending.sum() / 2) + 1)


def partial(x, y, z):
    ranks = [rankdata(column) for column in (x, y, z)]
    design = numpy.column_stack([numpy.ones(len(x)), ranks[2]])
    rests = [column - design @ numpy.linalg.lstsq(design, column, rcond=None)[0] for column in ranks[:2]]
    return float(numpy.corrcoef(*rests)[0, 1])


amounts = [
    random.poisson(0.8, 60).tolist(),
    numpy.round(random.pareto(1.3, 200), 2).tolist(),
    [1] * 40,
    [0] * 39 + [5],
]
bootstrap = numpy.asarray(amounts[1])
draws = numpy.array([gini(bootstrap[random.integers(0, len(bootstrap), len(bootstrap))]) for _ in range(4000)])
cases = []
for n, strength in ((24, 0.9), (40, 0.0), (60, -0.6)):
    z = numpy.round(random.normal(size=n), 1)
    x = numpy.round(0.5 * z + random.normal(size=n), 1)
    y = numpy.round(strength * x - 0.4 * z + random.normal(size=n), 1)
    cases.append({"x": x.tolist(), "y": y.tolist(), "given": z.tolist(), "estimate": partial(x, y, z)})

# ten tribes of six quarters: the claim with its interval from drawing whole tribes
tribes = numpy.repeat(numpy.arange(10), 6)
activity = numpy.round(random.gamma(2, 1, 60), 2)
closeness = numpy.round(random.uniform(0.1, 1, 60), 3)
used = numpy.round(numpy.clip(0.2 + 0.5 * closeness + 0.03 * activity + random.normal(0, 0.12, 60), 0, 1), 3)


def drawn():
    rows = numpy.concatenate([numpy.flatnonzero(tribes == tribe) for tribe in random.integers(0, 10, 10)])
    return partial(closeness[rows], used[rows], activity[rows])


limits = numpy.percentile([drawn() for _ in range(4000)], [2.5, 97.5])
print(json.dumps({
    "numpy": numpy.__version__, "scipy": scipy.__version__,
    "spreads": [{"amounts": one, "gini": gini(one), "half": half(one)} for one in amounts],
    "bootstrap": {"of": 1, "low": float(numpy.percentile(draws, 2.5)), "high": float(numpy.percentile(draws, 97.5))},
    "partial": cases,
    "claim": {
        "quarters": [{"tribe": f"t{tribe}", "closeness": float(c), "activity": float(a), "used": float(u), "active": 0.5} for tribe, c, a, u in zip(tribes, closeness, activity, used)],
        "estimate": partial(closeness, used, activity), "low": float(limits[0]), "high": float(limits[1]),
    },
}))
