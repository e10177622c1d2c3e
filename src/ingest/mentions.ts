/** A handle written in a text, without its @. `leading` handles stand before any other word, where networks put those replied to. */
export interface WrittenMention {
  readonly handle: string;
  readonly leading: boolean;
}

const MENTION = /(?<![\p{L}\p{N}_@./-])[@＠]([\p{L}\p{N}_][\p{L}\p{N}_.-]{0,99})/uy;

/** The next place from `from` on at which a mention may begin; -1 for none. */
function nextSign(text: string, from: number): number {
  const [plain, wide] = [text.indexOf('@', from), text.indexOf('＠', from)];
  return plain < 0 || (wide >= 0 && wide < plain) ? wide : plain;
}

/**
 * The handles mentioned in a text, each once, in order. Addresses (`a@b.it`) are no mentions; a dot or hyphen at the end
 * belongs to the sentence.
 * @example mentionsIn('@a.b hi @c.') // [{ handle: 'a.b', leading: true }, { handle: 'c', leading: false }]
 */
export function mentionsIn(text: string): WrittenMention[] {
  let at = nextSign(text, 0);
  if (at < 0) return [];
  const found: WrittenMention[] = [];
  const seen = new Set<string>();
  let leadingEnd = /^(?:RT\s+)?[\s.]*/u.exec(text)?.[0].length ?? 0;
  // looking for the sign first: the pattern tried at every letter took most of the time
  for (; at >= 0; at = nextSign(text, at + 1)) {
    MENTION.lastIndex = at;
    const match = MENTION.exec(text);
    if (match === null) continue;
    const handle = (match[1] ?? '').replace(/[.-]+$/, '');
    const leading = match.index <= leadingEnd;
    if (leading) leadingEnd = match.index + 1 + handle.length + (/^[\s,:;]*/u.exec(text.slice(match.index + 1 + handle.length))?.[0].length ?? 0);
    const key = handle.toLowerCase();
    if (seen.has(key)) continue;
    seen.add(key);
    found.push({ handle, leading });
  }
  return found;
}
