"""Values that the parts of trust are held to. Needs networkx, NumPy and SciPy; run from this folder: python3 trust.py > trust.json

The directed graph is drawn once with a fixed seed: 60 people, some of whom answer each other.
"""
import json
import math

import networkx
import numpy
import scipy
from scipy.stats import hypergeom, kendalltau

random = numpy.random.default_rng(20260101)

# 1. a directed graph in which two thirds of the ties are answered
weights = {}
while len(weights) < 150:
    a, b = (int(value) for value in random.integers(0, 60, 2))
    if a == b:
        continue
    weights[a, b] = int(random.integers(1, 6))
    if random.random() < 0.5 and (b, a) not in weights:
        weights[b, a] = int(random.integers(1, 6))
edges = [[a, b, weights[a, b]] for a, b in sorted(weights)]
graph = networkx.DiGraph()
graph.add_weighted_edges_from(edges)


def weighted_reciprocity(entries):
    table = {(a, b): w for a, b, w in entries}
    return sum(min(w, table.get((b, a), 0)) for (a, b), w in table.items()) / sum(table.values())


def shuffled(entries, steps):
    source = [a for a, _, _ in entries]
    target = [b for _, b, _ in entries]
    known = set(zip(source, target))
    made = 0
    for _ in range(steps):
        i, j = random.integers(0, len(entries), 2)
        a, b, c, d = source[i], target[i], source[j], target[j]
        if a == c or b == d or a == d or b == c or (a, d) in known or (c, b) in known:
            continue
        known -= {(a, b), (c, d)}
        known |= {(a, d), (c, b)}
        target[i], target[j] = d, b
        made += 1
    return [[a, b, w] for a, b, (_, _, w) in zip(source, target, entries)], made


draws, weighted_draws, made_total = [], [], 0
state = edges
for _ in range(1000):
    state, made = shuffled(state, 10 * len(edges))
    made_total += made
    one = networkx.DiGraph([(a, b) for a, b, _ in state])
    draws.append(networkx.overall_reciprocity(one))
    weighted_draws.append(weighted_reciprocity(state))


def null(values):
    return {"mean": float(numpy.mean(values)), "sd": float(numpy.std(values, ddof=1)), "low": float(numpy.quantile(values, 0.025)), "high": float(numpy.quantile(values, 0.975)), "draws": len(values)}


# 2. answers dealt at random over messages: a person with m of M messages is missed with the hypergeometric chance of none
counts = [1] * 20 + [2] * 8 + [5] * 4 + [30]
messages, answers = sum(counts), 40
expected = sum(1 - hypergeom.pmf(0, messages, own, answers) for own in counts) / len(counts)

# 3. tau-b, with and without ties
scores = [([0.1, 0.5, 0.3, 0.9, 0.7], [0.2, 0.4, 0.5, 0.8, 0.1]), ([1, 1, 2, 3, 3, 5], [2, 1, 2, 3, 4, 4]), ([1, 2, 3], [3, 2, 1])]

# 4. the mean over pairs with people in common, the long way: every pair of pairs that share a person
pairs = [[int(a), int(b), float(value)] for (a, b), value in zip(random.choice(15, (200, 2)), random.random(200)) if a < b]
pairs = list({(a, b): [a, b, value] for a, b, value in pairs}.values())
values = numpy.array([value for _, _, value in pairs])
residuals = values - values.mean()
variance = sum(residuals[i] * residuals[j] for i in range(len(pairs)) for j in range(len(pairs)) if {pairs[i][0], pairs[i][1]} & {pairs[j][0], pairs[j][1]}) / len(pairs) ** 2

# 5. overlap of neighbours on an undirected graph
club = networkx.karate_club_graph()
overlaps = []
for a, b in list(club.edges())[:20]:
    common = len(list(networkx.common_neighbors(club, a, b)))
    either = club.degree(a) - 1 + club.degree(b) - 1 - common
    overlaps.append([a, b, common / either if either else 0])

# 6. how often another group is first under Dirichlet weightings, by very many draws
groups = [[0.60, 0.50, 0.40], [0.55, 0.40, 0.62], [0.30, 0.45, 0.50], [0.58, 0.52, 0.20]]
chosen = numpy.array(groups) @ numpy.array([0.5, 0.3, 0.2])
draw = random.dirichlet([1, 1, 1], 100_000)
ranked = draw @ numpy.array(groups).T
changes = float((ranked.argmax(1) != chosen.argmax()).mean())
taus = [kendalltau(chosen, row).statistic for row in ranked[:5000]]

print(json.dumps({
    "versions": {"networkx": networkx.__version__, "numpy": numpy.__version__, "scipy": scipy.__version__},
    "directed": {"edges": edges, "reciprocity": networkx.overall_reciprocity(graph), "weighted": weighted_reciprocity(edges), "null": null(draws), "weightedNull": null(weighted_draws), "madeShare": made_total / (1000 * 10 * len(edges))},
    "dealt": {"counts": counts, "answers": answers, "expected": float(expected)},
    "tau": [{"first": list(first), "second": list(second), "tau": float(kendalltau(first, second).statistic)} for first, second in scores],
    "pairs": {"pairs": pairs, "mean": float(values.mean()), "standardError": math.sqrt(variance)},
    "overlap": {"edges": [[a, b] for a, b in club.edges()], "each": overlaps},
    "sensitivity": {"groups": groups, "weights": [0.5, 0.3, 0.2], "firstChanges": changes, "meanTau": float(numpy.mean(taus)), "tauDraws": 5000},
}))
