/** A label that wants to stand at `wanted` (pixels from the top, its middle) and is `height` pixels tall. */
export interface WantedLabel {
  readonly key: string;
  readonly wanted: number;
  readonly height: number;
}

/** Where a label ended up; `at` is its middle. */
export interface PlacedLabel extends WantedLabel {
  readonly at: number;
}

interface Block {
  labels: readonly WantedLabel[];
  height: number;
  /** Top edge that minimises the squared displacement of the block's labels. */
  top: number;
}

/** Offset of the middle of each label from the top of its block. */
function middles(labels: readonly WantedLabel[], gap: number): number[] {
  let top = 0;
  return labels.map((label) => {
    const middle = top + label.height / 2;
    top += label.height + gap;
    return middle;
  });
}

function block(labels: readonly WantedLabel[], { gap, low, high }: { gap: number; low: number; high: number }): Block {
  const offsets = middles(labels, gap);
  const height = labels.reduce((sum, label) => sum + label.height, 0) + gap * (labels.length - 1);
  const ideal = labels.reduce((sum, label, position) => sum + label.wanted - (offsets[position] ?? 0), 0) / labels.length;
  return { labels, height, top: Math.max(low, Math.min(ideal, high - height)) };
}

/**
 * Places labels along one axis so that none overlap and the squared distance from where each wants to be is least:
 * neighbours that collide become one block that moves as a whole (pool adjacent violators). Labels keep the order of their
 * wanted places, ties in the order given; all stay within [low, high] when they fit, else the block is anchored at `low`
 * and runs past `high`. O(n log n). Returned in order from the top.
 * Source: Dwyer, Marriott & Stuckey 2006, fast node overlap removal (one dimension).
 */
export function placedLabels(labels: readonly WantedLabel[], room: { readonly low: number; readonly high: number; readonly gap?: number }): PlacedLabel[] {
  const bounds = { low: room.low, high: room.high, gap: room.gap ?? 2 };
  const sorted = [...labels].sort((first, second) => first.wanted - second.wanted);
  const blocks: Block[] = [];
  for (const label of sorted) {
    let current = block([label], bounds);
    for (let last = blocks.at(-1); last !== undefined && last.top + last.height + bounds.gap > current.top; last = blocks.at(-1)) {
      blocks.pop();
      current = block([...last.labels, ...current.labels], bounds);
    }
    blocks.push(current);
  }
  return blocks.flatMap(({ labels: members, top }) => {
    const offsets = middles(members, bounds.gap);
    return members.map((label, position) => ({ ...label, at: top + (offsets[position] ?? 0) }));
  });
}
