import type { OperationRequest, OperationValue } from '../../contract/operations.ts';
import { failed, success, type Outcome } from '../../contract/outcome.ts';
import { localClock } from '../../domain/model/local-clock.ts';
import { conditionsOf } from '../../domain/model/tribe-rule.ts';
import type { ToneDrawing } from '../../domain/reading-check/corrected-tone.ts';
import { messageTone } from '../../domain/reading-check/message-tone.ts';
import { brandCensus, type BrandCounts } from '../../domain/terms/brand-census.ts';
import { distinctiveTerms, LEAST_SIDE_AUTHORS } from '../../domain/terms/distinctive-terms.ts';
import { localQuarter } from '../../domain/terms/local-quarter.ts';
import { holdsMessage, type MessageSet } from '../../domain/terms/term-census.ts';
import { termMovements, type DatedMention } from '../../domain/terms/term-quarters.ts';
import { LEAST_PEOPLE } from '../../domain/value/group-balance.ts';
import { exactTimes, meansBrand, tribeMessages, type TribeMessage } from '../../store/brand-mention-queries.ts';
import { tonesOf } from '../../store/choice-queries.ts';
import { brandNames } from '../../store/overview-queries.ts';
import type { ProjectDatabase } from '../../store/project-database.ts';
import { bothConditions, messageCondition, type SqlCondition } from '../../store/selection-sql.ts';
import { settingOf } from '../../store/stage-queries.ts';
import { messageSet, messageTerms, storedTerms } from '../../store/term-index.ts';
import { namesBrand } from '../../store/tribe-people.ts';
import { tribeMembers } from '../../store/tribe-queries.ts';
import { READ_LANGUAGES, type ReadLanguage } from '../../text/lexicon.ts';
import { termReader } from '../../text/terms.ts';
import { toneDrawing } from '../check/tone-drawing.ts';
import type { ResolvedScope } from '../read/scope.ts';
import { termKey } from '../terms/term-keys.ts';
import { listedTribes, type ListedTribe } from './listed-tribes.ts';
import { wordsOfRule } from './rule-words.ts';
import { tribeFace } from './tribe-face.ts';

type Associations = OperationValue<'tribes.associations'>;
type Entry = Associations['entries'][number];

/** Brands that are put side by side at most. */
const MOST_BRANDS = 4;
/** The tribe of those who want to buy, made by what they write. */
const PROSPECTS = 'role:prospect';
/** Stands for all people in a census. */
const EVERYBODY = '';
/** Tribes of a lens that are told at most, the largest. */
const MOST_TRIBES = 40;
/** Messages that one mark opens at most. */
const MOST_IDS = 5000;

/** What is the same for every tribe and brand of one answer. */
interface Desk {
  readonly project: ProjectDatabase;
  readonly messages: SqlCondition;
  readonly tribes: readonly ListedTribe[];
  readonly membersOf: ReadonlyMap<string, readonly number[]>;
  readonly tribesOf: (accountId: number) => readonly string[];
  readonly quarterOf: (atMs: number) => string;
  readonly drawing: ToneDrawing | null;
  readonly limit: number;
}

interface Counted extends BrandCounts {
  readonly language: ReadLanguage;
  /** The same of all people, where they were counted. */
  readonly everybody?: BrandCounts | null;
}

/** The census of each tribe in the language in which it says most about the brand. */
function censuses({ project, messages, tribesOf }: Desk, about: MessageSet, among: ReadonlySet<string>): Map<string, Counted> {
  const set = messageSet(project, messages);
  const found = new Map<string, Counted>();
  const everybody = new Map<ReadLanguage, BrandCounts>();
  for (const language of READ_LANGUAGES) {
    const codes = storedTerms(project, language).map(({ code }) => code);
    const counts = brandCensus(messageTerms(project, language), { codes, tribesOf: (id) => [...tribesOf(id).filter((tribe) => among.has(tribe)), ...(among.has(EVERYBODY) ? [EVERYBODY] : [])], counts: (id) => holdsMessage(set, id), isAbout: (id) => holdsMessage(about, id) });
    const all = counts.get(EVERYBODY);
    if (all !== undefined) everybody.set(language, all);
    for (const [tribe, own] of counts) if (own.about.messages > (found.get(tribe)?.about.messages ?? -1)) found.set(tribe, { ...own, language });
  }
  // held against the others in the language of the tribe
  return new Map([...found].map(([tribe, own]) => [tribe, { ...own, everybody: everybody.get(own.language) ?? null }]));
}

/** Every tribe's entry for one brand. Messages that mean the brand are about it; of a tribe that hardly says anything else, those alone that name it. */
function entriesOf(desk: Desk, brand: { readonly id: number; readonly name: string }): Entry[] {
  const { project, tribes, messages } = desk;
  const all = new Set([...tribes.map(({ id }) => id), EVERYBODY]);
  const meant = messageSet(project, bothConditions(messages, meansBrand(brand.name, brand.id)));
  const wide = censuses(desk, meant, all);
  const crowded = new Set([...wide].flatMap(([tribe, { about, rest }]) => (about.people >= LEAST_SIDE_AUTHORS && rest.people < LEAST_SIDE_AUTHORS ? [tribe] : [])));
  const naming = crowded.size === 0 ? null : messageSet(project, bothConditions(messages, namesBrand(brand.name, brand.id)));
  const narrow = crowded.size === 0 ? new Map<string, Counted>() : censuses(desk, naming, crowded);
  // whoever hardly names it has nothing to compare either way: what is addressed to it is told, without words
  const narrowed = new Set([...crowded].filter((tribe) => (narrow.get(tribe)?.about.people ?? 0) >= LEAST_SIDE_AUTHORS));
  const wideIds = idsByTribe(tribeMessages(project, tribes.flatMap(({ id }) => (narrowed.has(id) ? [] : [id])), bothConditions(messages, meansBrand(brand.name, brand.id))));
  const narrowIds = idsByTribe(narrowed.size === 0 ? [] : tribeMessages(project, [...narrowed], bothConditions(messages, namesBrand(brand.name, brand.id))));
  return tribes.map((tribe): Entry => {
    const isNarrow = narrowed.has(tribe.id);
    return entry(desk, { brand: brand.name, tribe, basis: isNarrow ? 'named' : 'meant', counted: (isNarrow ? narrow : wide).get(tribe.id), about: (isNarrow ? narrowIds : wideIds).get(tribe.id) ?? [], isAbout: (id) => holdsMessage(isNarrow ? naming : meant, id) });
  });
}

function idsByTribe(messages: readonly TribeMessage[]): Map<string, TribeMessage[]> {
  const found = new Map<string, TribeMessage[]>();
  for (const message of messages) {
    const own = found.get(message.tribe);
    if (own === undefined) found.set(message.tribe, [message]);
    else own.push(message);
  }
  return found;
}

interface Drawn {
  readonly brand: string;
  readonly tribe: ListedTribe;
  readonly basis: 'meant' | 'named';
  readonly counted: Counted | undefined;
  readonly about: readonly TribeMessage[];
  readonly isAbout: (messageId: number) => boolean;
}

function entry(desk: Desk, { brand, tribe, basis, counted, about, isAbout }: Drawn): Entry {
  const members = desk.membersOf.get(tribe.id) ?? [];
  const none = { brand, tribe: { id: tribe.id, lens: tribe.lens, name: tribe.name, ...tribeFace(tribe), size: members.length }, tested: 0, terms: [], messageIds: [], tone: null };
  const people = new Set(about.map(({ accountId }) => accountId)).size;
  const told = { basis, language: counted?.language ?? null, about: { people, messages: about.length }, rest: counted?.rest ?? { people: 0, messages: 0 } };
  if (members.length < LEAST_PEOPLE) return { ...none, basis: null, language: null, about: { people: 0, messages: 0 }, rest: { people: 0, messages: 0 }, state: 'tribe' };
  if (about.length === 0) return { ...none, ...told, state: 'never' };
  if (people < LEAST_PEOPLE) return { ...none, ...told, state: 'about' };
  const tones = new Map(tonesOf(desk.project, about.map(({ messageId }) => messageId)).map((tone) => [tone.messageId, tone]));
  const shown = { ...told, messageIds: about.slice(0, MOST_IDS).map(({ messageId }) => messageId), tone: messageTone([...tones.values()], desk.drawing) };
  if (counted === undefined || counted.about.people < LEAST_SIDE_AUTHORS) return { ...none, ...shown, state: 'about' };
  const others = counted.rest.people < LEAST_SIDE_AUTHORS && !restsOnIntents(tribe) ? againstOthers(counted) : null;
  if (counted.rest.people < LEAST_SIDE_AUTHORS && others === null) return { ...none, ...shown, state: 'rest' };
  const { rest, terms: countedTerms } = others ?? counted;
  const stored = new Map(storedTerms(desk.project, counted.language).map((term) => [term.code, term]));
  const left = new Set([brand, ...wordsOfRule(tribe.rule)].flatMap((text) => termReader(counted.language).termsOf(text).map(({ stem }) => stem)));
  const looked = countedTerms.filter(({ key }) => !(stored.get(key)?.stem ?? '').split(' ').some((stem) => left.has(stem)));
  const { ofGroup, tested } = distinctiveTerms(looked, { limit: desk.limit });
  const holding = messagesHolding(desk, { language: counted.language, codes: ofGroup.map(({ key }) => key), members, isAbout });
  const times = exactTimes(desk.project, about.map(({ messageId }) => messageId));
  const dated = (messages: readonly Pick<TribeMessage, 'messageId' | 'accountId'>[]): DatedMention[] => messages.flatMap(({ messageId, accountId }) => {
    const atMs = times.get(messageId);
    return atMs === undefined ? [] : [{ authorId: accountId, quarter: desk.quarterOf(atMs) }];
  });
  const movements = termMovements(dated(about), ofGroup.map(({ key }) => dated(holding.get(key) ?? [])));
  return {
    ...none, ...shown, ...(others === null ? {} : { basis: 'others' as const, rest }), state: 'told', tested,
    terms: ofGroup.map(({ key, ...odds }, place) => {
      const own = holding.get(key) ?? [];
      const term = stored.get(key);
      const movement = movements[place];
      return {
        key: termKey(counted.language, term?.stem ?? ''), term: term?.shown ?? '', words: key.length === 2 ? 2 : 1, ...odds, messages: own.length, messageIds: own.slice(0, MOST_IDS).map(({ messageId }) => messageId),
        tone: messageTone(own.flatMap(({ messageId }) => tones.get(messageId) ?? []), desk.drawing), quarters: movement?.quarters.map((quarter) => ({ ...quarter })) ?? [], trend: movement?.trend ?? null,
      };
    }),
  };
}

/** Whether people are in a tribe by what they ask for: against others its words would only say so again. */
function restsOnIntents({ id, rule }: ListedTribe): boolean {
  return id === PROSPECTS || (rule !== null && conditionsOf(rule).some(({ op }) => op === 'intent'));
}

/** A tribe's words about the brand against those of everybody else about it; null where too few others mean it. */
function againstOthers({ about, terms, everybody }: Counted): Pick<BrandCounts, 'rest' | 'terms'> | null {
  if (everybody === null || everybody === undefined) return null;
  const rest = { people: everybody.about.people - about.people, messages: everybody.about.messages - about.messages };
  if (rest.people < LEAST_SIDE_AUTHORS) return null;
  const all = new Map(everybody.terms.map(({ key, inGroup }) => [key, inGroup]));
  return { rest, terms: terms.map((term) => ({ ...term, inRest: (all.get(term.key) ?? term.inGroup) - term.inGroup })) };
}

/** Messages of a tribe's people about the brand that hold each of some terms. */
function messagesHolding({ project, messages }: Desk, { language, codes, members, isAbout }: { readonly language: ReadLanguage; readonly codes: readonly string[]; readonly members: readonly number[]; readonly isAbout: (messageId: number) => boolean }): Map<string, { messageId: number; accountId: number }[]> {
  const found = new Map<string, { messageId: number; accountId: number }[]>(codes.map((code) => [code, []]));
  if (codes.length === 0) return found;
  const own = new Set(members);
  const set = messageSet(project, messages);
  for (const { accountId, messageId, terms } of messageTerms(project, language)) {
    if (!own.has(accountId) || !isAbout(messageId) || !holdsMessage(set, messageId)) continue;
    for (const code of codes) if (terms.includes(code)) found.get(code)?.push({ messageId, accountId });
  }
  return found;
}

/** The brand in the minds of one tribe, for every brand of the project, or of every tribe of a lens, for one. */
export async function brandAssociations({ project, brand, messages: { brandId: _brandId, ...messages } }: ResolvedScope, { tribe, lens = 'interests', limit, seed }: Pick<OperationRequest<'tribes.associations'>, 'tribe' | 'lens' | 'limit' | 'seed'>): Promise<Outcome<Associations>> {
  const membersOf = tribeMembers(project);
  const sizeOf = ({ id }: ListedTribe): number => membersOf.get(id)?.length ?? 0;
  const all = listedTribes(project).filter((one) => (tribe === undefined ? one.lens === lens && !one.hidden && one.origin !== 'public' : one.id === tribe));
  const largest = new Set(all.toSorted((one, other) => sizeOf(other) - sizeOf(one)).slice(0, MOST_TRIBES));
  const listed = all.filter((one) => largest.has(one));
  if (tribe !== undefined && listed.length === 0) return failed('not-found', `no tribe is called ${tribe}`);
  const known = brandNames(project);
  const others = tribe === undefined ? [] : known.filter(({ id }) => id !== brand?.id);
  const brands = [...known.filter(({ id }) => id === brand?.id), ...others].slice(0, MOST_BRANDS);
  const byPerson = new Map<number, string[]>();
  for (const { id } of listed) for (const member of membersOf.get(id) ?? []) byPerson.set(member, [...(byPerson.get(member) ?? []), id]);
  const clock = localClock(settingOf(project, 'time_zone') ?? 'Europe/Rome');
  const { state, drawing } = await toneDrawing(project, seed);
  const nobody: readonly string[] = [];
  const desk: Desk = { project, messages: messageCondition(messages), tribes: listed, membersOf, tribesOf: (id) => byPerson.get(id) ?? nobody, quarterOf: (atMs) => localQuarter(clock(atMs)), drawing, limit };
  return success({ leastAuthors: LEAST_SIDE_AUTHORS, correction: state, brands: brands.map(({ name }) => name), left: all.length - listed.length, entries: brands.flatMap((one) => entriesOf(desk, one)) });
}
