"""Reference limits of log2 balances: log2 odds of the 2.5 and 97.5 % quantiles of Beta(created + 1, consumed + 1).

Run: python3 tests/reference/value/beta_balance.py > tests/reference/value/beta-balance.json
Written with SciPy 1.17.1. Also Beta(1, 1)-prior shares for care and advocacy.
"""
import json
import math
import scipy
from scipy.stats import beta

def log2_odds(x): return (math.log(x) - math.log1p(-x)) / math.log(2)

def limits(a, b):
    # the upper limit from the mirrored distribution, where no digits are lost near 1
    return log2_odds(beta.ppf(0.025, a, b)), -log2_odds(beta.ppf(0.025, b, a))

points = [(0, 0), (5, 0), (0, 5), (3, 1), (10, 10), (4.2, 0.9), (120, 35), (1, 2500), (2500, 1), (30000, 29000)]
shares = [(0, 20), (7, 22), (20, 20), (310, 1000)]
print(json.dumps({
    "scipy": scipy.__version__,
    "balances": [{"created": c, "consumed": d, "low": limits(c + 1, d + 1)[0], "high": limits(c + 1, d + 1)[1]} for c, d in points],
    "shares": [{"successes": s, "n": n, "estimate": (s + 1) / (n + 2), "low": beta.ppf(0.025, s + 1, n - s + 1), "high": beta.ppf(0.975, s + 1, n - s + 1)} for s, n in shares],
}, indent=1))
