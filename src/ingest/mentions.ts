/** A handle written in a text, without its @. `leading` handles stand before any other word, where networks put those replied to. */
export interface WrittenMention {
  readonly handle: string;
  readonly leading: boolean;
}

const MENTION = /(?<![\p{L}\p{N}_@./-])[@＠]([\p{L}\p{N}_][\p{L}\p{N}_.-]{0,99})/uy;

/**
 * The handles mentioned in a text, each once, in order. Addresses (`a@b.it`) are no mentions; a dot or hyphen at the end
 * belongs to the sentence.
 * @example mentionsIn('@a.b hi @c.') // [{ handle: 'a.b', leading: true }, { handle: 'c', leading: false }]
 */
export function mentionsIn(text: string): WrittenMention[] {
  let [plain, wide] = [text.indexOf('@'), text.indexOf('＠')];
  if (plain < 0 && wide < 0) return [];
  const found: WrittenMention[] = [];
  const seen = new Set<string>();
  let leadingEnd = /^(?:RT\s+)?[\s.]*/u.exec(text)?.[0].length ?? 0;
  // looking for the sign first: the pattern tried at every letter took most of the time
  while (plain >= 0 || wide >= 0) {
    const isPlain = wide < 0 || (plain >= 0 && plain < wide);
    MENTION.lastIndex = isPlain ? plain : wide;
    const match = MENTION.exec(text);
    // each sign is looked for once, so that a text of nothing else is one pass
    if (isPlain) plain = text.indexOf('@', plain + 1);
    else wide = text.indexOf('＠', wide + 1);
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
