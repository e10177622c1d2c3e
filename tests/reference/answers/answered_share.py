"""Outside values for src/domain/stats/weighted-answered-share.ts: product-limit shares with whole authors repeated, by SciPy.

Run from this folder: python3 answered_share.py > answered_share.json. The versions used are written into the result.
"""

import json
import sys

import numpy
import scipy
from scipy import stats

generator = numpy.random.default_rng(20260201)
n, clusters = 120, 25
waits = numpy.round(generator.exponential(90_000, n), -2)
answered = generator.random(n) < 0.7
cluster = generator.integers(0, clusters, n)


def share(weights: numpy.ndarray, at: float) -> float:
    times = numpy.repeat(waits, weights[cluster])
    events = numpy.repeat(answered, weights[cluster])
    data = stats.CensoredData(uncensored=times[events], right=times[~events])
    return float(1 - stats.ecdf(data).sf.evaluate(at))


cases = []
for draw in range(6):
    weights = numpy.ones(clusters, int) if draw == 0 else numpy.bincount(generator.integers(0, clusters, clusters), minlength=clusters)
    for at in (3_600, 86_400, 150_000):
        cases.append({"weights": weights.tolist(), "at": at, "share": share(weights, at)})
json.dump({
    "versions": {"python": sys.version.split()[0], "numpy": numpy.__version__, "scipy": scipy.__version__},
    "waits": waits.tolist(), "answered": answered.tolist(), "cluster": cluster.tolist(), "cases": cases,
}, sys.stdout)
print()
