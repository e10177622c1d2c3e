import { REMOVED_MARK } from './person-words.ts';

/** Fewer characters in common are chance or a phrase that everybody uses. */
const SHORTEST_QUOTE = 20;

/** A stretch of a text, in UTF-16 units. */
export interface Passage {
  readonly start: number;
  readonly end: number;
}

/** Looks for what some texts wrote inside other texts. */
export type PassageFinder = (text: string) => Passage[];

/**
 * Makes a finder of quotes: stretches of at least 20 characters that one of the originals has letter for letter from the
 * beginning of one of its lines, of a sentence or after a mention on, each as long as the two agree. Shorter originals are not looked for.
 * Passages come in order and do not overlap. Making it costs the length of the originals, finding the length of the text.
 */
export function passageFinder(originals: readonly string[]): PassageFinder {
  const begins = new Map<string, string[]>();
  for (const original of originals) {
    const whole = original.trim();
    for (const match of [...whole.matchAll(/(?:^|[\n.!?…]\s*)(?=\S)/gu), ...whole.matchAll(/@\S{1,100}\s+/gu)]) {
      const rest = whole.slice(match.index + match[0].length);
      if (rest.length < SHORTEST_QUOTE) continue;
      const key = rest.slice(0, SHORTEST_QUOTE);
      begins.set(key, [...(begins.get(key) ?? []), rest]);
    }
  }
  return (text) => {
    const found: Passage[] = [];
    if (begins.size === 0) return found;
    for (let start = 0; start + SHORTEST_QUOTE <= text.length; start += 1) {
      const rests = begins.get(text.slice(start, start + SHORTEST_QUOTE));
      if (rests === undefined) continue;
      let longest = 0;
      for (const rest of rests) {
        let length = SHORTEST_QUOTE;
        while (length < rest.length && rest[length] === text[start + length]) length += 1;
        longest = Math.max(longest, length);
      }
      found.push({ start, end: start + longest });
      start += longest - 1;
    }
    return found;
  };
}

/** A text with each passage (in order, apart from each other) replaced by {@link REMOVED_MARK}. */
export function withoutPassages(text: string, passages: readonly Passage[]): string {
  let written = 0;
  const parts: string[] = [];
  for (const { start, end } of passages) {
    parts.push(text.slice(written, start), REMOVED_MARK);
    written = end;
  }
  return parts.join('') + text.slice(written);
}
