import type { OperationRequest, OperationValue } from '../../contract/operations.ts';
import { countedShare } from '../../domain/stats/counted-share.ts';
import { borrowedTerms, writingActivity, type BorrowedTerm } from '../../domain/terms/borrowed-terms.ts';
import { LEAST_SIDE_AUTHORS } from '../../domain/terms/distinctive-terms.ts';
import { TERM_BREAK } from '../../domain/terms/term-code.ts';
import { LEAST_PEOPLE } from '../../domain/value/group-balance.ts';
import { brandTexts, messageDays, type BrandText } from '../../store/brand-texts.ts';
import type { ProjectDatabase } from '../../store/project-database.ts';
import { messageCondition } from '../../store/selection-sql.ts';
import { storedTerms, termLanguages, termsOfMessages, type StoredTerm } from '../../store/term-index.ts';
import { tribeMembers } from '../../store/tribe-queries.ts';
import { READ_LANGUAGES, type ReadLanguage } from '../../text/lexicon.ts';
import { termReader } from '../../text/terms.ts';
import type { ResolvedScope } from '../read/scope.ts';
import { listedTribes } from '../tribes/listed-tribes.ts';
import { tribeFace } from '../tribes/tribe-face.ts';
import { termKey } from './term-keys.ts';
import { termRows } from './term-rows.ts';

type Answer = OperationValue<'terms.borrowed'>;
type Shown = Answer['borrowed'][number];

/** Texts of the brand that are read at most, the earliest: first uses are looked for. */
const MOST_TEXTS = 50_000;
/** Days on which the brand must have written, in the language. */
const LEAST_BRAND_DAYS = 30;
const MOST_IDS = 5000;
const MOST_TRIBES = 2;
const DAY_MS = 86_400_000;

/** Noon, so that the day stays the same in every time zone of Europe and the Americas. */
const noonOf = (day: number): number => (day + 0.5) * DAY_MS;

interface Use {
  readonly day: number;
  readonly messageId: number;
  readonly accountId: number;
}

/** Codes of the terms that a text of codes holds: its words, and two in a row that are one term. */
function codesIn(terms: string, isPair: (code: string) => boolean): Set<string> {
  const found = new Set<string>();
  for (let at = 0; at < terms.length; at += 1) {
    const code = terms.charAt(at);
    if (code === TERM_BREAK) continue;
    found.add(code);
    const two = terms.slice(at, at + 2);
    if (two.length === 2 && isPair(two)) found.add(two);
  }
  return found;
}

/** The codes of a text of the brand's, by the vocabulary of what people write. */
function encoder(language: ReadLanguage, stored: readonly StoredTerm[]): (text: string) => string {
  const reader = termReader(language);
  const codes = new Map(stored.filter(({ code }) => code.length === 1).map(({ code, stem }) => [stem, code]));
  return (text) => reader.termsOf(text).map(({ stem, joined }) => `${joined ? '' : TERM_BREAK}${codes.get(stem) ?? TERM_BREAK}`).join('');
}

/** By term, the first use of each day; words of a message that the brand answers are an echo and count for nothing. */
function brandUses(project: ProjectDatabase, texts: readonly BrandText[], { encoded, isPair }: { readonly encoded: (text: string) => string; readonly isPair: (code: string) => boolean }): Map<string, Map<number, number>> {
  const parents = new Map(termsOfMessages(project, [...new Set(texts.flatMap(({ parentId }) => parentId ?? []))]).map(({ messageId, terms }) => [messageId, terms]));
  const found = new Map<string, Map<number, number>>();
  for (const { messageId, parentId, atMs, text } of texts) {
    const asked = parentId === null ? undefined : parents.get(parentId);
    const day = Math.floor(atMs / DAY_MS);
    for (const code of codesIn(encoded(text), isPair)) {
      if (asked?.includes(code) === true) continue;
      const days = found.get(code) ?? new Map<number, number>();
      if (!days.has(day)) days.set(day, messageId);
      found.set(code, days);
    }
  }
  return found;
}

/** First uses of people, by term of those asked for, and how many people wrote on each day. Rows come author by author. */
function peopleUses(project: ProjectDatabase, language: ReadLanguage, { days, wanted, isPair }: { readonly days: Int32Array; readonly wanted: ReadonlySet<string>; readonly isPair: (code: string) => boolean }): { readonly uses: Map<string, Use[]>; readonly writers: Map<number, number>; readonly people: number } {
  const uses = new Map<string, Use[]>([...wanted].map((code) => [code, []]));
  const writers = new Map<number, number>();
  let people = 0;
  let author = -1;
  let own = new Map<string, Use>();
  let ownDays = new Set<number>();
  const settle = (): void => {
    for (const [code, use] of own) uses.get(code)?.push(use);
    for (const day of ownDays) writers.set(day, (writers.get(day) ?? 0) + 1);
    if (ownDays.size > 0) people += 1;
    own = new Map();
    ownDays = new Set();
  };
  for (const { accountId, messageId, terms } of termRows(project, language)) {
    if (accountId !== author) {
      settle();
      author = accountId;
    }
    const day = days[messageId] ?? 0;
    if (day === 0) continue;
    ownDays.add(day);
    for (const code of codesIn(terms, isPair)) {
      if (!wanted.has(code)) continue;
      const known = own.get(code);
      if (known === undefined || day < known.day) own.set(code, { day, messageId, accountId });
    }
  }
  settle();
  return { uses, writers, people };
}

/** The tribes by role and interests in which most of those who used a word first are; never one of which only few did. */
function credits(project: ProjectDatabase): (uses: readonly Use[]) => Shown['tribes'] {
  const members = tribeMembers(project);
  const listed = listedTribes(project).filter(({ lens, hidden, origin }) => (lens === 'roles' || lens === 'interests') && !hidden && origin !== 'public').map((tribe) => ({ tribe, own: new Set(members.get(tribe.id) ?? []) }));
  return (uses) => listed.map(({ tribe, own }) => ({ id: tribe.id, lens: tribe.lens, name: tribe.name, ...tribeFace(tribe), people: uses.filter(({ accountId }) => own.has(accountId)).length }))
    .filter(({ people }) => people >= LEAST_PEOPLE).sort((one, other) => other.people - one.people || (one.id < other.id ? -1 : 1)).slice(0, MOST_TRIBES);
}

/**
 * Words that people used before the brand did, and the other way round, against chance. People are those of the scope, whatever
 * they write about; the brand's texts are chosen by period, network and place alone. Reads every text of the brand, the earliest
 * fifty thousand, and the terms of all messages once.
 */
export function borrowedOf({ project, brand, messages: { brandId: _brandId, ...messages } }: ResolvedScope, { language: wanted, limit }: OperationRequest<'terms.borrowed'>): Answer {
  // 1. the language, and both sides' floors
  const condition = messageCondition(messages);
  const languages = termLanguages(project, condition).flatMap(({ language, messages: n }) => {
    const known = READ_LANGUAGES.find((one) => one === language);
    return known === undefined ? [] : [{ language: known, messages: n }];
  });
  const language = wanted ?? languages[0]?.language ?? null;
  const none: Answer = { brand: brand?.name ?? null, language, languages, tooFew: 'people', leastPeople: LEAST_SIDE_AUTHORS, leastBrandDays: LEAST_BRAND_DAYS, people: 0, brandMessages: 0, brandDays: 0, isCut: false, tested: 0, index: countedShare(0, 0), borrowed: [], lent: [] };
  if (language === null) return none;
  const { fromMs, toMs, networks, containers } = messages.filters ?? {};
  const texts = brandTexts(project, { brandId: brand?.id ?? null, language, messages: messageCondition({ filters: { fromMs, toMs, networks, containers } }), most: MOST_TEXTS + 1 });
  const isCut = texts.length > MOST_TEXTS;
  const read = texts.slice(0, MOST_TEXTS);
  // 2. what both sides use, and when
  const stored = storedTerms(project, language);
  const pairs = new Set(stored.flatMap(({ code }) => (code.length === 2 ? [code] : [])));
  const isPair = (code: string): boolean => pairs.has(code);
  const own = brandUses(project, read, { encoded: encoder(language, stored), isPair });
  const { uses, writers, people } = peopleUses(project, language, { days: messageDays(project, condition), wanted: new Set(own.keys()), isPair });
  const brandDays = new Set(read.map(({ atMs }) => Math.floor(atMs / DAY_MS)));
  const told = { ...none, people, brandMessages: read.length, brandDays: brandDays.size, isCut };
  if (people < LEAST_SIDE_AUTHORS) return told;
  if (brandDays.size < LEAST_BRAND_DAYS) return { ...told, tooFew: 'brand' };
  // 3. who came first, against chance; the brand's own name and words that were searched for say nothing
  const reader = termReader(language);
  const left = new Set([brand?.name ?? '', messages.filters?.text ?? ''].flatMap((text) => reader.termsOf(text).map(({ stem }) => stem)));
  const byCode = new Map(stored.map((term) => [term.code, term]));
  const isLeft = (code: string): boolean => (byCode.get(code)?.stem ?? '').split(' ').some((stem) => left.has(stem));
  const found = borrowedTerms([...own].filter(([code]) => byCode.has(code) && !isLeft(code)).map(([code, days]) => ({ key: code, peopleDays: (uses.get(code) ?? []).map(({ day }) => day), brandDays: [...days.keys()] })), writingActivity(brandDays, writers));
  const credited = credits(project);
  const shown = (term: BorrowedTerm<string>): Shown => {
    const { stem = '', shown: written = '' } = byCode.get(term.key) ?? {};
    const days = [...(own.get(term.key) ?? [])].sort(([one], [other]) => one - other);
    const first = (uses.get(term.key) ?? []).toSorted((one, other) => one.day - other.day || one.messageId - other.messageId);
    const before = first.filter(({ day }) => day < term.firstBrandDay);
    const lent = days.filter(([day]) => day < term.firstPeopleDay);
    return {
      key: termKey(language, stem), term: written, words: term.key.length === 2 ? 2 : 1, q: term.q, people: first.length, peopleBefore: before.length, brandDays: days.length, brandBefore: lent.length,
      firstPeopleMs: noonOf(term.firstPeopleDay), firstBrandMs: noonOf(term.firstBrandDay), messageIds: before.slice(0, MOST_IDS).map(({ messageId }) => messageId), brandMessageIds: (term.verdict === 'lent' ? lent : days).slice(0, MOST_IDS).map(([, messageId]) => messageId), tribes: term.verdict === 'borrowed' ? credited(before) : [],
    };
  };
  const listed = (verdict: BorrowedTerm<string>['verdict']): Shown[] => withoutParts(found.filter((term) => term.verdict === verdict)).toSorted((one, other) => one.q - other.q || other.peopleBefore - one.peopleBefore || (one.key < other.key ? -1 : 1)).slice(0, limit).map(shown);
  return { ...told, tooFew: null, tested: found.length, index: countedShare(found.filter(({ verdict }) => verdict === 'borrowed').length, found.length), borrowed: listed('borrowed'), lent: listed('lent') };
}

/** A word that is listed inside two words with as many early users adds nothing. */
function withoutParts(terms: readonly BorrowedTerm<string>[]): BorrowedTerm<string>[] {
  const inPairs = new Set(terms.filter(({ key }) => key.length === 2).flatMap(({ key, peopleBefore, brandBefore }) => [key.charAt(0), key.charAt(1)].map((part) => `${part} ${String(peopleBefore)} ${String(brandBefore)}`)));
  return terms.filter(({ key, peopleBefore, brandBefore }) => key.length === 2 || !inPairs.has(`${key} ${String(peopleBefore)} ${String(brandBefore)}`));
}
