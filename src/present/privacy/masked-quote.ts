const LINK = /\b(?:https?:\/\/|www\.)\S+|\b[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.(?:com|it|net|org|eu|io|co|uk|info|me|ly|gg|tv|app|shop)\b(?:\/\S*)?/giu;
const MAIL = /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/giu;
const MENTION = /(?<![\p{L}\p{N}])[@＠][\p{L}\p{N}_.]+/gu;
const PHONE = /(?<![\p{L}\p{N}])(?:\+|00)?\d(?:[\s.\-/()]*\d){6,}(?![\p{L}\p{N}])/gu;

/** A run of words longer than this leads back by any search, whatever stands around it. */
const LONGEST_RUN = 3;
/** Share of runs of letters from which on two texts are alike. */
export const MOST_ALIKE = 0.5;

/** Kinds of contact and how they look; each is looked for in what the one before left. */
const CONTACTS = [['mail', MAIL], ['link', LINK], ['mention', MENTION], ['phone', PHONE]] as const;

/** Why a masked quote may lead back to whoever wrote it, with the words that do. */
export interface QuoteProblem {
  readonly kind: 'run' | 'alike' | 'found' | 'mail' | 'link' | 'mention' | 'phone' | 'empty';
  readonly words: string;
}

/** A text without mentions, links, mail addresses and telephone numbers, each of which becomes `…`. */
export function withoutContacts(text: string): string {
  return CONTACTS.reduce((left, [, pattern]) => left.replaceAll(pattern, '…'), text).replaceAll(/…(?:\s*…)+/gu, '…').trim();
}

/** Contacts in a text, each once: what is part of a mail address is no link. */
function contactsIn(text: string): QuoteProblem[] {
  let left = text;
  return CONTACTS.flatMap(([kind, pattern]) => {
    const found = [...left.matchAll(pattern)].map(([words]): QuoteProblem => ({ kind, words }));
    left = left.replaceAll(pattern, '…');
    return found;
  });
}

/** Words as a search sees them: folded, without accents and signs. */
function wordsOf(text: string): string[] {
  return text.normalize('NFKD').replaceAll(/\p{M}+/gu, '').toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

/**
 * The longest run of words that two texts share, in the order of the first; empty when they share none. Letters are compared
 * without case and accents. Quadratic in words.
 */
export function longestCommonRun(one: string, other: string): string[] {
  const [left, right] = [wordsOf(one), wordsOf(other)];
  let [length, end] = [0, 0];
  let before = new Array<number>(right.length + 1).fill(0);
  for (const [at, word] of left.entries()) {
    const now = new Array<number>(right.length + 1).fill(0);
    for (const [place, candidate] of right.entries()) {
      if (word !== candidate) continue;
      const run = (before[place] ?? 0) + 1;
      now[place + 1] = run;
      if (run > length) [length, end] = [run, at + 1];
    }
    before = now;
  }
  return left.slice(end - length, end);
}

function trigrams(text: string): ReadonlySet<string> {
  const folded = ` ${wordsOf(text).join(' ')} `;
  return new Set(Array.from({ length: Math.max(0, folded.length - 2) }, (_, at) => folded.slice(at, at + 3)));
}

/**
 * How much two texts share of their runs of three letters, 0 to 1 (Jaccard); 1 for texts equal but for case, accents and
 * signs, 0 where one has no words. Source: Broder 1997, On the resemblance and containment of documents.
 */
export function trigramSimilarity(one: string, other: string): number {
  const [left, right] = [trigrams(one), trigrams(other)];
  const shared = [...left].filter((gram) => right.has(gram)).length;
  const all = left.size + right.size - shared;
  return wordsOf(one).length === 0 || wordsOf(other).length === 0 || all === 0 ? 0 : shared / all;
}

/**
 * What in a quote that a person rewrote still leads back to its author: contacts left in it; more than three words in a row
 * of the source; half or more of the source's runs of letters; and, where `search` is given, any other run of four words by
 * which the whole index finds at most three messages. `search` answers how many messages hold these words in this order.
 * Empty when nothing is found, which is no proof: whoever lets a quote out answers for it.
 */
export function maskedQuoteProblems(masked: string, source: string, search?: (words: string) => number): QuoteProblem[] {
  const words = wordsOf(masked);
  if (words.length === 0) return [{ kind: 'empty', words: '' }];
  const contacts = contactsIn(masked);
  const run = longestCommonRun(masked, source);
  const isShortSource = wordsOf(source).length <= LONGEST_RUN && run.length === wordsOf(source).length && run.length > 0;
  const problems: QuoteProblem[] = run.length > LONGEST_RUN || isShortSource ? [{ kind: 'run', words: run.join(' ') }] : [];
  if (trigramSimilarity(masked, source) >= MOST_ALIKE) problems.push({ kind: 'alike', words: [...new Set(words.filter((word) => wordsOf(source).includes(word)))].join(' ') });
  return [...contacts, ...problems, ...(search === undefined ? [] : foundRuns(words, search))];
}

const RARE = 3;

function foundRuns(words: readonly string[], search: (words: string) => number): QuoteProblem[] {
  const length = LONGEST_RUN + 1;
  const runs = words.length <= length ? [words.join(' ')] : Array.from({ length: words.length - length + 1 }, (_, at) => words.slice(at, at + length).join(' '));
  return [...new Set(runs)].filter((run) => { const found = search(run); return found >= 1 && found <= RARE; }).map((run) => ({ kind: 'found', words: run }));
}
