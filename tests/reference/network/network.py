"""Values that the network functions are held to. Needs networkx and NumPy; run from this folder: python3 network.py

Zachary's karate club (W. W. Zachary 1977, An information flow model for conflict and fission in small groups, Journal of
Anthropological Research 33, 452-473) comes with networkx. Weights are made up, so that ties differ.
"""
import json
import math

import networkx
import numpy

club = networkx.karate_club_graph()
# The factions before the split: member 9 sided with the officers, yet joined the instructor's club for his coming exam.
known = [0 if club.nodes[node]["club"] == "Mr. Hi" and node != 8 else 1 for node in club]
other = [node % 3 for node in club]
edges = [[a, b, 1 + (7 * a + 3 * b) % 5] for a, b in sorted(tuple(sorted(edge)) for edge in club.edges())]
plain = networkx.Graph([(a, b) for a, b, _ in edges])
weighted = networkx.Graph()
weighted.add_weighted_edges_from(edges)


def groups(labels):
    return [{node for node in club if labels[node] == label} for label in sorted(set(labels))]


def table(first, second):
    counts = numpy.zeros((max(first) + 1, max(second) + 1))
    for a, b in zip(first, second):
        counts[a, b] += 1
    return counts


def rand(first, second):
    counts = table(first, second)
    pairs = lambda values: float((values * (values - 1) / 2).sum())
    together, rows, columns = pairs(counts), pairs(counts.sum(1)), pairs(counts.sum(0))
    total = len(first) * (len(first) - 1) / 2
    expected = rows * columns / total
    return (together - expected) / ((rows + columns) / 2 - expected)


def information(first, second):
    joint = table(first, second) / len(first)
    entropy = lambda values: -sum(value * math.log(value) for value in values if value > 0)
    rows, columns = joint.sum(1), joint.sum(0)
    mutual = sum(joint[i, j] * math.log(joint[i, j] / (rows[i] * columns[j])) for i in range(len(rows)) for j in range(len(columns)) if joint[i, j] > 0)
    return mutual / ((entropy(rows) + entropy(columns)) / 2)


between = networkx.betweenness_centrality(plain, normalized=True)
print(json.dumps({
    "versions": {"networkx": networkx.__version__, "numpy": numpy.__version__},
    "karate": {"size": len(club), "edges": edges, "known": known},
    "modularity": {
        "plain": networkx.community.modularity(plain, groups(known)),
        "weighted": networkx.community.modularity(weighted, groups(known)),
        "weightedResolution1.7": networkx.community.modularity(weighted, groups(known), resolution=1.7),
    },
    "adjustedRand": rand(known, other),
    "mutualInformation": information(known, other),
    "betweenness": [between[node] for node in club],
}), file=open("network.json", "w"))
