/** What stands in somebody else's text where an erased person was named or quoted: no word, so that no term, mention or intent is made of it. */
export const REMOVED_MARK = '[…]';

const SEGMENT = /[\p{L}\p{M}\p{N}_]+/gu;
/** Between two words of one name stands little. */
const LONGEST_GAP = 3;

/** A text as names are compared: compatible characters are one, upper and lower case are one, runs of blanks are one blank. */
export function foldedName(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s+/gu, ' ').trim();
}

/** Runs of letters, digits and underscores in a text, folded, with their places in UTF-16 units. */
export function nameSegments(text: string): { readonly start: number; readonly end: number; readonly folded: string }[] {
  return [...text.matchAll(SEGMENT)].map((match) => ({ start: match.index, end: match.index + match[0].length, folded: foldedName(match[0]) }));
}

/** How a text is asked for a person: by words in clear, or by keyed hashes where the words are no longer known. */
export interface PersonMatcher {
  /** Segments of the longest name. */
  readonly longest: number;
  /** Quick look at the first segment of a name: false is certain, true is not. */
  readonly starts: (firstSegment: string) => boolean;
  /** Whether some folded words are a name; `isMarked` = an @ or a slash stands before them. */
  readonly isName: (folded: string, isMarked: boolean) => boolean;
}

/**
 * A text without the names of a person: each, with the @ before it, becomes {@link REMOVED_MARK}. The longest name wins
 * where several begin at one place. Returns the text and how many were taken out; the text itself where none stands in it.
 * O(length times the segments of the longest name).
 * @example withoutNames('grazie @anna_b!', { longest: 1, starts: () => true, isName: (word) => word === 'anna_b' }).text // 'grazie […]!'
 */
export function withoutNames(text: string, matcher: PersonMatcher): { readonly text: string; readonly removed: number } {
  const segments = nameSegments(text);
  const parts: string[] = [];
  let written = 0;
  let removed = 0;
  for (let at = 0; at < segments.length; at += 1) {
    const first = segments[at];
    if (first === undefined || !matcher.starts(first.folded)) continue;
    const before = text[first.start - 1];
    const hasAt = before === '@' || before === '＠';
    let last = at - 1;
    for (let end = at; end < segments.length && end < at + matcher.longest; end += 1) {
      const segment = segments[end];
      if (segment === undefined || (end > at && segment.start - (segments[end - 1]?.end ?? 0) > LONGEST_GAP)) break;
      if (matcher.isName(foldedName(text.slice(first.start, segment.end)), hasAt || before === '/')) last = end;
    }
    if (last < at) continue;
    parts.push(text.slice(written, hasAt ? first.start - 1 : first.start), REMOVED_MARK);
    written = segments[last]?.end ?? written;
    removed += 1;
    at = last;
  }
  return removed === 0 ? { text, removed } : { text: parts.join('') + text.slice(written), removed };
}
