"""Reference z scores of Monroe, Colaresi & Quinn 2008 (eqs. 16, 19-22) and Benjamini-Hochberg discoveries.

Run: python3 tests/reference/value/fightin_words.py > tests/reference/value/fightin-words.json
Written with NumPy and SciPy (scipy.stats.false_discovery_control).
"""
import json
import numpy as np
from scipy.stats import norm, false_discovery_control

rng = np.random.default_rng(8)
everybody = rng.integers(5, 300, 40)
tribe = np.minimum(everybody, rng.binomial(everybody, 0.2))
tribe[3] = everybody[3]
tribe[7] = int(everybody[7] * 0.6)
tribe[11] = 0
rest = everybody - tribe
prior = 500 * everybody / everybody.sum()
def odds(y): return np.log((y + prior) / (y.sum() + 500 - y - prior))
z = (odds(tribe) - odds(rest)) / np.sqrt(1 / (tribe + prior) + 1 / (rest + prior))
q = false_discovery_control(2 * norm.sf(abs(z)))
print(json.dumps({"tribe": tribe.tolist(), "everybody": everybody.tolist(), "z": z.tolist(), "kept": [int(i) for i in np.flatnonzero((q <= 0.05) & (z > 0) & (tribe >= 3))]}))
