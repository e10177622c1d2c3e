"""Outside values for src/domain/stats, computed with SciPy and NumPy.

Run from this folder: python3 distributions.py > distributions.json. The versions used are written into the result.
"""

import json
import sys

import numpy
import scipy
from scipy import special, stats


def gini(values: numpy.ndarray) -> float:
    """Mean absolute difference over all pairs, by its definition, with the factor n / (n - 1)."""
    n = len(values)
    difference = numpy.abs(values[:, None] - values[None, :]).sum()
    return float(difference / (2 * n * (n - 1) * values.mean()))


generator = numpy.random.default_rng(20240229)
shapes = [(1, 1), (1, 7), (3, 2), (0.5, 0.5), (2.5, 80), (12, 1), (9.9, 10.1), (150, 90), (1001, 3), (5000, 5200), (100000, 3), (0.7, 4000)]
probabilities = [0.001, 0.025, 0.25, 0.5, 0.9, 0.975, 0.9999]
amounts = generator.gamma(0.6, 4, 60)
z = [-37.0, -8.0, -3.2, -1.959963984540054, -1.0, -0.1, 0.0, 0.5, 1.4, 2.0, 2.9, 4.5, 6.0]
x = [0.0, 0.001, 0.3, 1.0, 3.841458820694124, 7.9, 8.1, 20.0, 60.0, 400.0]
shares = [(0, 10), (10, 10), (1, 3), (7, 22), (31, 100), (4895, 5267)]
json.dump({
    "versions": {"python": sys.version.split()[0], "numpy": numpy.__version__, "scipy": scipy.__version__},
    "betaQuantiles": [{"a": a, "b": b, "p": p, "x": float(stats.beta.ppf(p, a, b))} for a, b in shapes for p in probabilities],
    "incompleteBeta": [{"a": a, "b": b, "x": at, "p": float(special.betainc(a, b, at))} for a, b in shapes for at in (0.001, 0.2, 0.5, 0.8, 0.999)],
    "logBeta": [{"a": a, "b": b, "value": float(special.betaln(a, b))} for a, b in shapes],
    "normalCdf": [{"z": value, "p": float(special.ndtr(value))} for value in z],
    "normalQuantile": [{"p": p, "z": float(special.ndtri(p))} for p in (1e-300, 1e-12, 0.001, 0.025, 0.2, 0.6, 0.975, 0.999999)],
    "chiSquareTail": [{"x": value, "p": float(stats.chi2.sf(value, 1))} for value in x],
    "wilson": [{"k": k, "n": n, "low": float(ci.low), "high": float(ci.high)} for k, n in shares
               for ci in [stats.binomtest(k, n).proportion_ci(0.95, method="wilson")]],
    "gini": {"amounts": amounts.tolist(), "value": gini(amounts)},
}, sys.stdout)
print()
