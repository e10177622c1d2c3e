"""Outside values for src/domain/terms, computed with NumPy and SciPy.

Run from this folder: python3 terms.py > terms.json. The versions used are written into the result.
"""

import json
import sys

import numpy
import scipy
from scipy import stats

generator = numpy.random.default_rng(20081115)

# 1. log odds with an informative Dirichlet prior (Monroe, Colaresi & Quinn 2008), with q values
words = 60
everybody = numpy.sort(generator.zipf(1.4, words).clip(5, 400))[::-1]
share = numpy.where(generator.random(words) < 0.2, generator.uniform(0.5, 0.95, words), 0.3)
group = generator.binomial(everybody, share)
rest = everybody - group
n_group, n_rest = group.sum(), rest.sum()
prior = 500 * everybody / everybody.sum()
odds_group = (group + prior) / (n_group + 500 - group - prior)
odds_rest = (rest + prior) / (n_rest + 500 - rest - prior)
delta = numpy.log(odds_group) - numpy.log(odds_rest)
error = numpy.sqrt(1 / (group + prior) + 1 / (rest + prior))
z = delta / error
half = stats.norm.ppf(0.975) * error
p = 2 * stats.norm.sf(numpy.abs(z))
q = stats.false_discovery_control(p, method="bh")

# 2. collocation: G² as SciPy's log-likelihood test of the fourfold table, normalised pointwise mutual information
pairs = []
for first, second, both, total in [(40, 30, 25, 1000), (200, 100, 20, 1000), (12, 9, 9, 50000), (500, 400, 210, 1000), (7, 7, 1, 300), (90, 80, 5, 1000)]:
    table = numpy.array([[both, first - both], [second - both, total - first - second + both]])
    g = stats.contingency.chi2_contingency(table, correction=False, lambda_="log-likelihood").statistic
    information = numpy.log(both * total / (first * second)) / -numpy.log(both / total)
    pairs.append({"counts": {"first": first, "second": second, "both": both, "all": total}, "likelihood": float(g), "information": float(information)})

json.dump({
    "versions": {"python": sys.version.split()[0], "numpy": numpy.__version__, "scipy": scipy.__version__},
    "terms": [{"inGroup": int(a), "inRest": int(b), "logOdds": float(d), "standardError": float(e), "z": float(s), "low": float(d - h), "high": float(d + h), "q": float(f)}
              for a, b, d, e, s, h, f in zip(group, rest, delta, error, z, half, q)],
    "pairs": pairs,
    "banding": [{"threshold": t, "rows": r, "bands": 128 // r, "missed": float((1 - t ** r) ** (128 // r))} for t, r in [(0.8, 6), (0.5, 3), (0.9, 10)]],
}, sys.stdout, indent=1)
