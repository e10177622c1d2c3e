"""Reads the graph a project exports with networkx and prints what it finds, to be compared with the window's counts.

    tribuna query PROJECT network.export '{"format":"gexf"}' --json > gexf.json
    tribuna query PROJECT network.export '{"format":"graphml"}' --json > graphml.json
    python3 read_exports.py gexf.json graphml.json

No test needs it. Fails when networkx refuses a file, when the two hold different people or ties, or when one holds an
attribute of the wrong kind. Last read with networkx 3.6.1.
"""
import io
import json
import sys

import networkx


def value_of(path):
    reply = json.load(open(path, encoding="utf-8"))
    return reply.get("value", reply)


gexf, graphml = (value_of(path) for path in sys.argv[1:3])
first = networkx.read_gexf(io.BytesIO(gexf["text"].encode()))
second = networkx.read_graphml(io.BytesIO(graphml["text"].encode()))
for name, graph, told in (("gexf", first, gexf), ("graphml", second, graphml)):
    assert not graph.is_directed(), name
    assert (graph.number_of_nodes(), graph.number_of_edges()) == (told["people"], told["ties"]), (name, graph, told["people"], told["ties"])
    assert all(isinstance(data["ties"], int) and isinstance(data["strength"], float) for _, data in graph.nodes(data=True)), name
    print(name, "people", graph.number_of_nodes(), "ties", graph.number_of_edges(), "weight", round(sum(weight for _, _, weight in graph.edges(data="weight")), 6))
ties = lambda graph, strip: {frozenset((a.removeprefix(strip), b.removeprefix(strip))): float(weight) for a, b, weight in graph.edges(data="weight")}
assert ties(first, "") == ties(second, "n")
print("the same ties in both")
