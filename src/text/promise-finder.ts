import type { PromiseFound } from '../domain/model/reading.ts';
import type { Analysis, PreparedText, Sentence } from './analysis.ts';
import { dueExpressions, dueOfCommitment, type DueExpression } from './due-expression.ts';
import { dueAfterSeconds } from './due-time.ts';
import type { Lexicon } from './lexicon.ts';
import type { PhraseHit } from './phrase-matcher.ts';

const MOST_CLAUSE_TOKENS = 30;
// A negation this close before a verb and its pronouns denies it ("non te lo mandiamo").
const NEGATION_LOOK_BACK = 1;
// Endings that only the accent tells from nouns and other verbs: "spedirò" but "numero", "arriverà" but "sera".
const NEEDS_ACCENT = /r[ao]$/u;
const ACCENTED = /[àáòóÀÁÒÓ]$|[aoAO]['’`´]$/u;

/** How a way to commit is found valid; a time makes up for `weakenedBy`, never for `refusedBy`. */
interface Grammar {
  readonly refusedBy: readonly string[];
  readonly weakenedBy: readonly string[];
  readonly needsTime: boolean;
  /** A negation before it denies it; a future that is denied ("non lo useremo più") is a promise all the same. */
  readonly deniable: boolean;
}

const GRAMMARS: ReadonlyMap<string, Grammar> = new Map<string, Grammar>([
  ['commitment', { refusedBy: ['not-commitment', 'purpose'], weakenedBy: [], needsTime: false, deniable: true }],
  ['commitment-when-due', { refusedBy: ['not-commitment'], weakenedBy: [], needsTime: true, deniable: true }],
  ['vow', { refusedBy: ['not-commitment'], weakenedBy: [], needsTime: false, deniable: false }],
  ['future', { refusedBy: ['not-commitment'], weakenedBy: ['weak-future'], needsTime: false, deniable: false }],
  ['present', { refusedBy: ['not-commitment', 'weak-present', 'purpose'], weakenedBy: [], needsTime: true, deniable: true }],
  ['present-own', { refusedBy: ['not-commitment', 'weak-present', 'purpose'], weakenedBy: [], needsTime: false, deniable: true }],
]);

interface Clause {
  readonly hits: readonly PhraseHit[];
  readonly times: readonly DueExpression[];
  readonly analysis: Analysis;
  readonly lexicon: Lexicon;
  readonly text: string;
}

const overlaps = (a: { readonly first: number; readonly end: number }, b: PhraseHit): boolean => a.first < b.end && b.first < a.end;

const isDenied = (hit: PhraseHit, { analysis, lexicon }: Clause): boolean =>
  analysis.tokens.slice(Math.max(0, hit.first - NEGATION_LOOK_BACK), hit.end).some((token) => lexicon.negators.has(token.form));

const isWrittenAsFuture = (hit: PhraseHit, { analysis, text }: Clause): boolean => {
  const token = analysis.tokens[hit.first];
  if (token === undefined || token.partOfSpeech !== null || hit.end - hit.first > 1 || !NEEDS_ACCENT.test(token.form)) return true;
  return ACCENTED.test(text.slice(token.start, token.end)) || ACCENTED.test(text.slice(token.start, token.end + 1));
};

/** Whether the customer's own move leads to a commitment in the present tense: "se ci scrivi apriamo la pratica". */
const isAgreed = (hit: PhraseHit, { hits }: Clause): boolean =>
  hits.some((other) => (other.theme === 'customer-condition' || other.theme === 'customer-move') && other.first < hit.first && !overlaps(other, hit));

/** Whether a time says that something is still to come: an event may be a rule of how things work, and now is now. */
const isAhead = (time: DueExpression, hits: readonly PhraseHit[]): boolean => !time.event && !hits.some((hit) => hit.theme === 'due:now' && overlaps(time, hit));

const MOST_WISHED_TOKENS = 6;

/** Whether a wish or a doubt leads to it: "speriamo che arriverà", "hopefully we will". */
const isWished = (hit: PhraseHit, { hits }: Clause): boolean => hits.some((other) => other.theme === 'wish' && other.first <= hit.first && hit.first - other.first <= MOST_WISHED_TOKENS);

const isValid = (hit: PhraseHit, clause: Clause): boolean => {
  const grammar = GRAMMARS.get(hit.theme);
  if (grammar === undefined) return false;
  const { hits, times } = clause;
  const meets = (themes: readonly string[]): boolean => hits.some((other) => themes.includes(other.theme) && overlaps(other, hit));
  const timed = !hits.some(({ theme }) => theme === 'routine') && times.some((time) => isAhead(time, hits) || (time.event && hit.theme === 'present'));
  if (meets(grammar.refusedBy) || isWished(hit, clause) || (grammar.deniable && isDenied(hit, clause))) return false;
  if (grammar.needsTime && !timed && !(hit.theme === 'present' && isAgreed(hit, clause))) return false;
  if (!timed && meets(grammar.weakenedBy)) return false;
  return hit.theme !== 'future' || isWrittenAsFuture(hit, clause);
};

// "…, ok?" asks nothing of the commitment before it.
const MOST_TAG_TOKENS = 3;

const endsInTag = ({ tokens }: Analysis, { first, end }: Sentence): boolean => {
  let last = end;
  while (last > first && tokens[last - 1]?.kind === 'punctuation') last -= 1;
  for (let position = last - 1; position > first && last - position <= MOST_TAG_TOKENS; position -= 1) if (tokens[position]?.form === ',') return true;
  return false;
};

/** In a question only what goes with the request commits: "could you send the number and we will check?". */
const followsRequest = (hit: PhraseHit, clause: Clause): boolean =>
  isAgreed(hit, clause) && clause.analysis.tokens.slice(Math.max(0, hit.first - 2), hit.first).some(({ form }) => clause.lexicon.promises.and.has(form));

const commitmentIn = (clause: Clause, sentence: Sentence): PhraseHit | null => {
  const asks = sentence.question && !endsInTag(clause.analysis, sentence);
  const valid = clause.hits.filter((hit) => isValid(hit, clause) && (!asks || followsRequest(hit, clause))).toSorted((a, b) => a.first - b.first || b.end - a.end);
  // what has to happen first is no commitment where another one follows: "appena torna disponibile ti scriviamo"
  const waitedFor = clause.times.filter(({ event }) => event);
  return valid.find((hit) => !waitedFor.some((event) => overlaps(event, hit))) ?? valid[0] ?? null;
};

// A token may hold the mark that closes its sentence ("3pm."), which is no part of the time; "p.m." keeps its own.
const CLOSING_MARK = /(?<![ap]\.m)[.,;!]+$/u;

// A commitment is told with who makes it: back to the beginning of its clause, but not far.
const MOST_SUBJECT_TOKENS = 7;

const clauseStart = ({ tokens }: Analysis, sentence: Sentence, from: number, lexicon: Lexicon): number => {
  let first = from;
  while (first > sentence.first && from - first < MOST_SUBJECT_TOKENS) {
    const before = tokens[first - 1];
    if (before === undefined || (before.kind === 'punctuation' && !before.form.startsWith("'")) || lexicon.promises.clauseStops.has(before.form)) return first;
    first -= 1;
  }
  return first === sentence.first ? first : from;
};

const clauseEnd = (analysis: Analysis, sentence: Sentence, from: number): number => {
  let end = Math.min(sentence.end, from + MOST_CLAUSE_TOKENS);
  while (end > from && analysis.tokens[end - 1]?.kind === 'punctuation') end -= 1;
  return end;
};

/** Share of the written text that its commitments take, 0 to 1. */
export function promisedShare(promises: readonly PromiseFound[], prepared: PreparedText): number {
  const units = promises.reduce((sum, promise) => sum + promise.end - promise.start, 0);
  return Math.min(1, units / Math.max(1, prepared.clean.trim().length));
}

/**
 * Commitments in a brand's message, at most one per sentence, with the time each names. Questions, offers of ability
 * ("we can help"), wishes, habits and negated presents are none; what depends on the customer's move is one ("if you send
 * the number we will check"). Offsets are into the text as given.
 */
export function promisesIn(input: { readonly text: string; readonly analysis: Analysis; readonly hits: readonly PhraseHit[]; readonly lexicon: Lexicon; readonly atMs: number | undefined; readonly timeZone: string | undefined }): PromiseFound[] {
  const { text, analysis, hits, lexicon } = input;
  const found: PromiseFound[] = [];
  analysis.sentences.forEach((sentence, index) => {
    const here = hits.filter((hit) => hit.sentence === index);
    if (!here.some(({ theme }) => GRAMMARS.has(theme))) return;
    const times = dueExpressions(analysis, here, sentence, lexicon.promises);
    const commitment = commitmentIn({ hits: here, times, analysis, lexicon, text }, sentence);
    if (commitment === null) return;
    const due = dueOfCommitment(times, commitment);
    const from = clauseStart(analysis, sentence, commitment.first, lexicon);
    const first = due === null ? from : Math.min(from, due.first);
    const last = analysis.tokens[clauseEnd(analysis, sentence, commitment.first) - 1];
    const start = analysis.tokens[first]?.start ?? 0;
    const end = Math.max(last?.end ?? start, analysis.tokens[(due?.end ?? 1) - 1]?.end ?? 0);
    const dueStart = due === null ? null : analysis.tokens[due.first]?.start ?? null;
    const dueEnd = due === null ? null : analysis.tokens[due.end - 1]?.end ?? null;
    found.push({
      start, end, text: text.slice(start, end),
      dueText: dueStart === null || dueEnd === null ? null : text.slice(dueStart, dueEnd).replace(CLOSING_MARK, ''),
      dueAfterSeconds: due === null ? null : dueAfterSeconds(due.due, input.atMs, input.timeZone),
    });
  });
  return found;
}
