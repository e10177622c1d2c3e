"""Upper tails of the hypergeometric distribution and Benjamini-Hochberg rates for words of bursts.

Versions: see the "versions" of the file it writes. Run: python3 tests/reference/strategy/burst-terms.py
"""
import json
import pathlib
import random

import scipy
from scipy.stats import false_discovery_control, fisher_exact

random.seed(7)
cases = []
for _ in range(12):
    burst, rest = random.randint(5, 60), random.randint(20, 600)
    terms = []
    for number in range(30):
        share = random.random() ** 3
        lift = random.choice([1, 1, 1, 3, 6])
        terms.append({"key": f"t{number:02d}", "inBurst": sum(random.random() < min(0.9, share * lift) for _ in range(burst)), "inRest": sum(random.random() < share for _ in range(rest))})
    looked = [t for t in terms if t["inBurst"] >= 3 and t["inBurst"] * rest > t["inRest"] * burst]
    ps = [float(fisher_exact([[t["inBurst"], burst - t["inBurst"]], [t["inRest"], rest - t["inRest"]]], alternative="greater")[1]) for t in looked]
    qs = [float(q) for q in false_discovery_control(ps)] if ps else []
    found = sorted((p, -t["inBurst"], t["key"]) for t, p, q in zip(looked, ps, qs) if q < 0.05)
    cases.append({"burst": burst, "rest": rest, "terms": terms, "found": [key for _, _, key in found]})
out = {"versions": {"scipy": scipy.__version__}, "cases": cases}
pathlib.Path(__file__).with_suffix(".json").write_text(json.dumps(out) + "\n")
print(sum(len(c["found"]) for c in cases), "terms found")
