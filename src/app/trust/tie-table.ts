import { directedTies, type Addressed, type DirectedTies } from '../../domain/network/directed-ties.ts';
import { tiesAmong } from '../../domain/network/ties-among.ts';
import { neighbourOverlap } from '../../domain/trust/neighbour-overlap.ts';
import { pairSubjects } from '../../domain/trust/pair-subjects.ts';
import { LEAST_EXCHANGES, tieParts, tieStrength, type TieParts } from '../../domain/trust/tie-strength.ts';
import { brandExchanges, exchangeWords, peopleExchanges, type ExchangeGroup, type ExchangeWords } from '../../store/exchange-queries.ts';
import { heldBrandExchanges, heldPeopleExchanges } from '../../store/held-exchanges.ts';
import { messageCondition } from '../../store/selection-sql.ts';
import { holdsIntimacyWord } from '../../text/intimacy-words.ts';
import type { ReadLanguage } from '../../text/lexicon.ts';
import { termReader } from '../../text/terms.ts';
import { heldProject, type HeldProject } from '../read/held-project.ts';
import type { ResolvedScope } from '../read/scope.ts';

/** A tie of at least three exchanges with its seven parts; `second` is null for the brand. */
export interface ScoredTie {
  readonly first: number;
  readonly second: number | null;
  readonly forth: number;
  readonly back: number;
  readonly firstMs: number | null;
  readonly lastMs: number | null;
  readonly parts: TieParts;
  /** Mean of the known parts; null where fewer than five are. */
  readonly strength: number | null;
  readonly messageIds: readonly number[];
}

/** Ties of a scope. */
export interface TieTable {
  /** Pairs of people, and people with the brand, of at least three exchanges. */
  readonly ties: readonly ScoredTie[];
  /** Every person that addressed another, however often: what reciprocity among people is counted from; people by account. */
  readonly acts: readonly Addressed[];
}

const MOST_MESSAGES = 5000;
const READERS = { it: termReader('it'), en: termReader('en') } as const;

/** Exchanges of a scope, pair by pair, before a period is chosen among them. */
export interface ExchangeMaterial {
  readonly people: readonly ExchangeGroup[];
  /** Of each person with the brand. */
  readonly brand: readonly ExchangeGroup[];
}

/** A period, UTC ms, end exclusive. */
export interface TiePeriod {
  readonly fromMs: number;
  readonly toMs: number;
}

/**
 * Exchanges under a scope. Filters of time, network and place choose the messages; the others would take one side of an exchange away
 * and are left out.
 */
export function exchangeMaterial({ project, brand, messages }: ResolvedScope): ExchangeMaterial {
  const { fromMs, toMs, networks, containers } = messages.filters ?? {};
  const held = messages.messageIds === undefined && messages.accountIds === undefined ? heldProject(project) : null;
  if (held !== null) {
    const selection = held.messages.selectionOf({ fromMs, toMs, networks, containers }, messages.brandId ?? null);
    const { request, compliment } = held.episodes;
    return { people: [...heldPeopleExchanges(project, selection)], brand: [...heldBrandExchanges(project, selection, { brandId: brand?.id ?? null, requests: request, compliments: compliment })] };
  }
  const condition = messageCondition({ filters: { fromMs, toMs, networks, containers }, held: messages.held, ...(messages.brandId === undefined ? {} : { brandId: messages.brandId }) });
  const trust = { brandId: brand?.id ?? null, messages: condition };
  return { people: [...peopleExchanges(project, trust)].filter(({ second }) => second !== null), brand: [...brandExchanges(project, trust)] };
}

/** The exchanges of a period, of pairs that had any: the same as those of a scope with that period for a filter. */
export function exchangesWithin({ people, brand }: ExchangeMaterial, { fromMs, toMs }: TiePeriod): ExchangeMaterial {
  const within = (groups: readonly ExchangeGroup[]): ExchangeGroup[] =>
    groups.flatMap(({ first, second, exchanges }) => {
      const kept = exchanges.filter(({ atMs }) => atMs !== null && atMs >= fromMs && atMs < toMs);
      return kept.length === 0 ? [] : [{ first, second, exchanges: kept }];
    });
  return { people: within(people), brand: within(brand) };
}

/**
 * Ties of exchanges. Recency counts back from the end of the data, or of the filter where it lies earlier. Phases: 1. exchanges, pair
 * by pair; 2. who knows whom; 3. what pairs of at least three exchanges say; 4. the seven parts.
 */
export function tieTable(scope: ResolvedScope, { people, brand }: ExchangeMaterial = exchangeMaterial(scope), toMs: number | undefined = scope.messages.filters?.toMs): TieTable {
  const { project } = scope;
  // 1. and 2.
  const acts: Addressed[] = [];
  const circles = circlesOf(people);
  const groups: ExchangeGroup[] = [];
  for (const group of people) {
    const { first, second, exchanges } = group;
    if (second === null) continue;
    const forth = exchanges.filter((exchange) => exchange.forth).length;
    if (forth > 0) acts.push({ from: first, to: second, weight: forth });
    if (exchanges.length > forth) acts.push({ from: second, to: first, weight: exchanges.length - forth });
    if (exchanges.length >= LEAST_EXCHANGES) groups.push(group);
  }
  for (const group of brand) if (group.exchanges.length >= LEAST_EXCHANGES) groups.push(group);
  const dataEndMs = project.connection.prepare('SELECT max(created_at_ms) FROM message').pluck().get() as number | null;
  const endMs = Math.min(dataEndMs ?? 0, toMs ?? Infinity);
  // 3. and 4.
  return { acts, ties: scoredTies(project, groups, { circles, endOf: () => endMs }).flatMap((tie) => tie ?? []) };
}

/** The people whom each person exchanged anything with. */
export function circlesOf(people: readonly ExchangeGroup[]): Map<number, Set<number>> {
  const circles = new Map<number, Set<number>>();
  const meet = (one: number, other: number): void => {
    const circle = circles.get(one);
    if (circle === undefined) circles.set(one, new Set([other]));
    else circle.add(other);
  };
  for (const { first, second } of people) {
    if (second === null) continue;
    meet(first, second);
    meet(second, first);
  }
  return circles;
}

/** Who knows whom, and from when recency of a tie counts back, UTC ms. */
interface TieGround {
  readonly circles: ReadonlyMap<number, ReadonlySet<number>>;
  readonly endOf: (group: ExchangeGroup) => number;
}

/** The tie of each group of exchanges, in their order; null for a group under three. */
export function scoredTies(project: ResolvedScope['project'], groups: readonly ExchangeGroup[], { circles, endOf }: TieGround): (ScoredTie | null)[] {
  const words = exchangeWords(project, [...new Set(groups.flatMap(({ exchanges }) => exchanges.map(({ messageId }) => messageId)))]);
  const isIntimate = intimacyReader(project);
  return groups.map((group) => scoredTie(group, { words, circles, endMs: endOf(group), isIntimate }));
}

interface Surroundings {
  readonly words: ReadonlyMap<number, ExchangeWords>;
  readonly circles: ReadonlyMap<number, ReadonlySet<number>>;
  readonly endMs: number;
  readonly isIntimate: IntimacyReader;
}

/** Whether a message holds a word of closeness. */
type IntimacyReader = (messageId: number, text: string, language: ReadLanguage) => boolean;

/** By id of a message, for a project that is held: 0 not read yet, 1 without, 2 with a word of closeness. */
const intimacies = new WeakMap<HeldProject, Uint8Array>();

/** Reads each message once while a project is held: it stands in the ties of many periods and filters. */
function intimacyReader(project: ResolvedScope['project']): IntimacyReader {
  const held = heldProject(project);
  if (held === null) return (_, text, language) => holdsIntimacyWord(text, language);
  const { ids, size } = held.messages.columns;
  const known = intimacies.get(held) ?? new Uint8Array((ids[size - 1] ?? 0) + 1);
  intimacies.set(held, known);
  return (messageId, text, language) => {
    if (known[messageId] === 0) known[messageId] = holdsIntimacyWord(text, language) ? 2 : 1;
    return known[messageId] === 2;
  };
}

function scoredTie({ first, second, exchanges }: ExchangeGroup, { words, circles, endMs, isIntimate }: Surroundings): ScoredTie | null {
  const forth = exchanges.filter((exchange) => exchange.forth).length;
  const times = exchanges.flatMap(({ atMs }) => atMs ?? []);
  const conversations = new Map<number, Set<string>>();
  let read = 0;
  let intimate = 0;
  // a single conversation is one subject as soon as one content word is met, whatever the others are
  const isOne = exchanges.every(({ rootId }) => rootId === exchanges[0]?.rootId);
  for (const { messageId, rootId } of exchanges) {
    const said = words.get(messageId);
    if (said === undefined) continue;
    const stems = conversations.get(rootId) ?? new Set<string>();
    conversations.set(rootId, stems);
    if (said.text === null || (said.language !== 'it' && said.language !== 'en')) continue;
    if (!isOne || stems.size === 0) for (const stem of READERS[said.language].topicOf(said.text)) stems.add(stem);
    read += 1;
    if (isIntimate(messageId, said.text, said.language)) intimate += 1;
  }
  const counted = { forth, back: exchanges.length - forth, firstMs: times.length === 0 ? null : least(times), lastMs: times.length === 0 ? null : greatest(times) };
  const parts = tieParts({ ...counted, subjects: pairSubjects([...conversations.values()]), read, intimate, overlap: second === null ? null : neighbourOverlap(first, second, circles) }, endMs);
  return parts === null ? null : { first, second, ...counted, parts, strength: tieStrength(parts), messageIds: exchanges.slice(0, MOST_MESSAGES).map(({ messageId }) => messageId) };
}

const least = (values: readonly number[]): number => values.reduce((one, other) => Math.min(one, other));
const greatest = (values: readonly number[]): number => values.reduce((one, other) => Math.max(one, other));

/** Ties between all people of some acts, with the account of each. */
interface WholeTies {
  readonly accounts: Float64Array;
  readonly ties: DirectedTies;
}

const wholes = new WeakMap<readonly Addressed[], WholeTies>();

function wholeTies(acts: readonly Addressed[]): WholeTies {
  const known = wholes.get(acts);
  if (known !== undefined) return known;
  const people = new Set<number>();
  for (const { from, to } of acts) if (from !== to) people.add(from).add(to);
  const made = { accounts: Float64Array.from(people).sort(), ties: directedTies(acts) };
  wholes.set(acts, made);
  return made;
}

/** Directed ties between the people of a group. Acts are summed once for all groups. */
export function tiesWithin(acts: readonly Addressed[], belongs: (accountId: number) => boolean): DirectedTies {
  const { accounts, ties } = wholeTies(acts);
  return tiesAmong(ties, (person) => belongs(accounts[person] ?? 0));
}
