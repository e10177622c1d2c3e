/** A side's group in a flow, with its colour. */
export interface FlowNode {
  readonly name: string;
  readonly color: string;
  readonly side: 'before' | 'after';
}

/** People who go from one group to another, by place among the nodes. */
export interface FlowLink {
  readonly source: number;
  readonly target: number;
  readonly value: number;
}

/** A group in pixels: its bar, as tall as its people are many. */
export interface FlowBar {
  readonly node: FlowNode;
  readonly left: number;
  readonly top: number;
  readonly height: number;
}

/** A flow in pixels: the band's path and the middle of it. */
export interface FlowBand {
  readonly link: FlowLink;
  readonly path: string;
  readonly left: number;
  readonly top: number;
}

/** A drawing of flows between two sides. */
export interface FlowLayout {
  readonly bars: readonly FlowBar[];
  readonly bands: readonly FlowBand[];
}

/** Width of a group's bar, pixels. */
export const FLOW_BAR = 12;
const ROOM = 150;
const GAP = 14;
const EDGE = 8;

/**
 * Lays flows out: groups of each side stand one below the other in the order given, bands leave and arrive in that order too, and one
 * person is as tall everywhere. Heights are in pixels of `height`; groups without people have none. O(links log links).
 */
export function flowLayout({ nodes, links, width, height }: { readonly nodes: readonly FlowNode[]; readonly links: readonly FlowLink[]; readonly width: number; readonly height: number }): FlowLayout {
  const peopleOf = nodes.map((_, place) => links.reduce((sum, { source, target, value }) => sum + (source === place || target === place ? value : 0), 0));
  const sides = (['before', 'after'] as const).map((side) => nodes.flatMap((node, place) => (node.side === side ? [place] : [])));
  const scale = Math.min(...sides.map((places) => {
    const people = places.reduce((sum, place) => sum + (peopleOf[place] ?? 0), 0);
    return people === 0 ? Infinity : Math.max(0, height - 2 * EDGE - GAP * (places.length - 1)) / people;
  }));
  const tall = (people: number): number => (Number.isFinite(scale) ? people * scale : 0);
  const tops = new Map<number, number>();
  for (const places of sides) {
    let top = EDGE;
    for (const place of places) {
      tops.set(place, top);
      top += tall(peopleOf[place] ?? 0) + GAP;
    }
  }
  const [leftBar, rightBar] = [ROOM, Math.max(ROOM + FLOW_BAR + 60, width - ROOM - FLOW_BAR)];
  const [used, arrived] = [new Map<number, number>(), new Map<number, number>()];
  const taken = (book: Map<number, number>, place: number, value: number): number => {
    const before = book.get(place) ?? 0;
    book.set(place, before + value);
    return (tops.get(place) ?? EDGE) + tall(before);
  };
  const bands = links.toSorted((one, other) => one.source - other.source || one.target - other.target).map((link): FlowBand => {
    const [from, to, thick] = [taken(used, link.source, link.value), taken(arrived, link.target, link.value), tall(link.value)];
    const [start, end] = [leftBar + FLOW_BAR, rightBar];
    const middle = (start + end) / 2;
    const points = [`M${start},${from}`, `C${middle},${from} ${middle},${to} ${end},${to}`, `L${end},${to + thick}`, `C${middle},${to + thick} ${middle},${from + thick} ${start},${from + thick}`, 'Z'];
    return { link, path: points.join(' '), left: middle, top: (from + to + thick) / 2 };
  });
  return { bars: nodes.map((node, place) => ({ node, left: node.side === 'before' ? leftBar : rightBar, top: tops.get(place) ?? EDGE, height: tall(peopleOf[place] ?? 0) })), bands };
}
