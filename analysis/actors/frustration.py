"""The division into two camps with the fewest ties at odds with it: exact where small, bounded where large."""

import networkx as nx
import numpy as np

Ties = dict[tuple[str, str], int]
"""Unordered pair, in sorted order, -> +1 or −1."""
STARTS = 50
"""From how many actors the local search starts; more would only cost time in a network of hundreds."""


def frustrated(ties: Ties, side: dict[str, int], pair: tuple[str, str]) -> bool:
    """Whether a tie is at odds with a division (actor -> +1 or −1): friends across, or foes within."""
    return ties[pair] * side[pair[0]] * side[pair[1]] < 0


def frustration_bounds(ties: Ties, exact_up_to: int) -> tuple[dict[str, int], int]:
    """The best division found (actor -> +1 or −1) and the least number of ties at odds with any division.

    The first actor of each part that hangs together, in sorted order, stands on the side +1.
    """
    graph = nx.Graph()
    graph.add_nodes_from(sorted({actor for pair in ties for actor in pair}))
    graph.add_edges_from(sorted(ties))
    side: dict[str, int] = {}
    at_least = 0
    core, hanging = _core(graph)
    for part in sorted(sorted(part) for part in nx.connected_components(core)):
        inner = {pair: sign for pair, sign in sorted(ties.items()) if pair[0] in part and pair[1] in part}
        if len(part) <= exact_up_to:
            found = _exact(part, inner)
            least = sum(frustrated(inner, found, pair) for pair in inner)
        else:
            found, least = _search(part, inner), _disjoint_triangles(inner)
        side |= found
        at_least += least
    for actor, partner in reversed(hanging):
        side[actor] = side[partner] * ties[min(actor, partner), max(actor, partner)] if partner else 1
    for part in nx.connected_components(graph):
        if side[min(part)] < 0:
            side |= {actor: -side[actor] for actor in part}
    return side, at_least


def _core(graph: nx.Graph) -> tuple[nx.Graph, list[tuple[str, str]]]:
    """The network without actors of one tie, again and again; and who was set aside, with his partner or ""."""
    core, hanging = graph.copy(), []
    waiting = sorted((actor for actor in core if core.degree(actor) < 2), reverse=True)
    while waiting:
        actor = waiting.pop()
        partner = next(iter(core[actor]), "")
        core.remove_node(actor)
        hanging.append((actor, partner))
        if partner and core.degree(partner) == 1:
            waiting.append(partner)
    return core, hanging


def _exact(actors: list[str], ties: Ties) -> dict[str, int]:
    """The best division, by counting all of them at once; memory 2^(n−1) small integers.

    `costs[k]` is the number of ties at odds with division k among the actors placed so far; bit i of k is the side of
    actor i. Each further actor doubles the array: on the side +1 he adds the ties at odds with him, on −1 the rest.
    """
    costs = np.zeros(1, dtype=np.int16)
    for place, actor in enumerate(actors[1:], start=1):
        added, count = np.zeros(1, dtype=np.int16), 0
        for i, other in enumerate(actors[:place]):
            sign = ties.get((other, actor), 0)
            count += abs(sign)
            # Actor 0 always stands on +1; the others on +1 where their bit is 0.
            sides = [added + (sign < 0)] if i == 0 else [added + (sign < 0), added + (sign > 0)]
            added = np.concatenate(sides).astype(np.int16)
        costs = np.concatenate([costs + added, costs + count - added])
    best = int(costs.argmin())
    return {actor: -1 if i and best >> (i - 1) & 1 else 1 for i, actor in enumerate(actors)}


def _search(actors: list[str], ties: Ties) -> dict[str, int]:
    """A good division: sides along the signs of a breadth-first tree, then single changes of side while they help.

    A tree from each of the actors with the most ties; the first of the best is kept, nothing is drawn by chance.
    """
    place = {actor: i for i, actor in enumerate(actors)}
    signs = np.zeros((len(actors), len(actors)), dtype=np.int32)
    for (a, b), sign in ties.items():
        signs[place[a], place[b]] = signs[place[b], place[a]] = sign
    best, most = np.ones(len(actors), dtype=np.int32), -len(ties) - 1
    for root in np.argsort(-np.abs(signs).sum(axis=1), kind="stable")[:STARTS].tolist():
        side = _along_tree(signs, root)
        field = signs @ side
        while (side * field).min() < 0:
            turned = int((side * field).argmin())
            side[turned] = -side[turned]
            field += 2 * side[turned] * signs[:, turned]
        agreement = int(side @ field)
        if agreement > most:
            best, most = side, agreement
    return {actor: int(value) for actor, value in zip(actors, best, strict=True)}


def _along_tree(signs: np.ndarray, root: int) -> np.ndarray:
    side = np.zeros(len(signs), dtype=np.int32)
    side[root], waiting = 1, [root]
    for node in waiting:
        for other in np.flatnonzero(signs[node]):
            if not side[other]:
                side[other] = side[node] * signs[node, other]
                waiting.append(int(other))
    return side


def _disjoint_triangles(ties: Ties) -> int:
    """How many unbalanced triangles without a common tie are found in sorted order: each costs a tie of its own."""
    near: dict[str, list[str]] = {}
    for a, b in sorted(ties):
        near.setdefault(a, []).append(b)
    used: set[tuple[str, str]] = set()
    for a in sorted(near):
        for i, b in enumerate(near[a]):
            for c in near[a][i + 1 :]:
                pairs = {(a, b), (a, c), (b, c)}
                if (b, c) in ties and not pairs & used and ties[a, b] * ties[a, c] * ties[b, c] < 0:
                    used |= pairs
    return len(used) // 3
