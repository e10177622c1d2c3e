import type { OperationRequest, OperationValue } from '../../contract/operations.ts';
import { ACTS, codesIn } from '../../domain/model/codes.ts';
import { countedShare } from '../../domain/stats/counted-share.ts';
import { LEAST_MIXED, programmeDistance } from '../../domain/strategy/sameness/programme-distance.ts';
import { MIX_KINDS, mixTotal, threadMixes } from '../../domain/strategy/sameness/programme-mix.ts';
import { repeatedShares, type RepeatedShares } from '../../domain/strategy/sameness/repeated-shares.ts';
import { programmeMessages, type ProgrammeMessage } from '../../store/programme-queries.ts';
import { messageCondition } from '../../store/selection-sql.ts';
import { comparedText } from '../../text/compared-text.ts';
import type { ResolvedScope } from '../read/scope.ts';
import { keptResult } from '../read/scope-results.ts';
import { newestIds } from './placed-brand-messages.ts';

type Sameness = OperationValue<'strategy.sameness'>;
type Read = ProgrammeMessage & { readonly acts: number };

const MOST_MESSAGES = 5000;
const MOST_BRANDS = 8;
const DRAWS = 1000;
const DEALS = 500;
const DEFAULT_SEED = 1;
const MOST_GAPS = 3;

const isRead = (message: ProgrammeMessage): message is Read => message.acts !== null && message.acts !== 0;
/** Month of a message, in UTC; a message of unknown time is of none. */
const monthOf = ({ atMs }: ProgrammeMessage): string => (atMs === null ? '' : new Date(atMs).toISOString().slice(0, 7));

function byBrand(messages: readonly ProgrammeMessage[]): Map<string, ProgrammeMessage[]> {
  const brands = new Map<string, ProgrammeMessage[]>();
  for (const message of messages) {
    const known = brands.get(message.brand);
    if (known === undefined) brands.set(message.brand, [message]);
    else known.push(message);
  }
  return brands;
}

const readOf = (messages: readonly ProgrammeMessage[]): Read[] => messages.filter(isRead);

function drilled(messages: readonly ProgrammeMessage[], n: number): Sameness['brands'][number]['elsewhere'] {
  return { share: countedShare(messages.length, n), messageIds: newestIds(messages) };
}

function brandShown(messages: readonly ProgrammeMessage[], { brand, own, repeated }: { readonly brand: string; readonly own: boolean; readonly repeated: RepeatedShares }): Sameness['brands'][number] {
  const read = readOf(messages);
  const threads = threadMixes(read);
  const total = mixTotal(threads);
  const toned = read.filter(({ tone }) => tone !== null);
  const kept = (ids: readonly number[], share: RepeatedShares['again']): Sameness['brands'][number]['again'] => ({ share, messageIds: newestIds(messages.filter(({ messageId }) => ids.includes(messageId))) });
  return {
    brand, own, messages: read.length, unread: messages.length - read.length, threads: threads.length,
    mix: MIX_KINDS.map((act, place) => {
      const doing = read.filter(({ acts }) => codesIn(ACTS, acts).includes(act));
      return { act, share: (total[place] ?? 0) / read.length, n: doing.length, messageIds: newestIds(doing) };
    }),
    tones: { n: toned.length, emotional: drilled(toned.filter(({ tone }) => tone === 'emotional'), toned.length), informative: drilled(toned.filter(({ tone }) => tone === 'informative'), toned.length), both: toned.filter(({ tone }) => tone === 'both').length },
    elsewhere: kept(repeated.elsewhereIds, repeated.elsewhere), again: kept(repeated.againIds, repeated.again), others: kept(repeated.othersIds, repeated.others), networks: repeated.networks,
  };
}

/** Two brands on the networks and in the months that both have: what one did elsewhere or at another time is not compared. */
function pairShown(one: readonly Read[], other: readonly Read[], seed: number): Omit<Sameness['pairs'][number], 'one' | 'other'> {
  const groundOf = (message: Read): string => `${String(message.networkId)} ${monthOf(message)}`;
  const [first, second] = [new Set(one.map(groundOf)), new Set(other.map(groundOf))];
  const [mine, theirs] = [one.filter((message) => second.has(groundOf(message))), other.filter((message) => first.has(groundOf(message)))];
  const [a, b] = [threadMixes(mine), threadMixes(theirs)];
  const distance = programmeDistance(a, b, { draws: DRAWS, deals: DEALS, seed });
  const [totalA, totalB] = [mixTotal(a), mixTotal(b)];
  const gaps = distance.estimate === null ? [] : MIX_KINDS.map((act, place) => ({ act, difference: (totalA[place] ?? 0) / mine.length - (totalB[place] ?? 0) / theirs.length }))
    .sort((left, right) => Math.abs(right.difference) - Math.abs(left.difference)).slice(0, MOST_GAPS);
  return { distance, n: [mine.length, theirs.length], apart: [one.length - mine.length, other.length - theirs.length], gaps };
}

/**
 * How alike the programmes of the imported brands are: what each does in its messages, how far every two are from each other,
 * and how much is said again nearly word for word. The latest five thousand messages of each brand; programs left out.
 */
export function samenessView({ project, brand: chosen, messages: { filters, held } }: ResolvedScope, { of, seed = DEFAULT_SEED }: Pick<OperationRequest<'strategy.sameness'>, 'of' | 'seed'>): Sameness {
  const every = programmeMessages(project, messageCondition({ filters, held }), MOST_MESSAGES);
  const enough = (messages: readonly ProgrammeMessage[]): boolean => readOf(messages).length >= LEAST_MIXED;
  const posts = byBrand(every.filter(({ isPost }) => isPost === 1));
  const told = of ?? ([...posts.values()].filter(enough).length >= 2 ? 'posts' : 'all');
  const sorted = [...(told === 'posts' ? posts : byBrand(every))].sort(([one, a], [other, b]) => Number(other === chosen?.name) - Number(one === chosen?.name) || b.length - a.length || (one < other ? -1 : 1));
  const able = sorted.filter(([, messages]) => enough(messages));
  const compared = able.slice(0, MOST_BRANDS);
  const plain = (text: string): string => comparedText(text).replaceAll(/@[\w.]+/gu, ' ');
  // no draw rests on it: an answer that is put together again with its draws finds it
  const repeated = keptResult(project, { name: 'sameness-repeated', on: [filters, told, compared.map(([brand]) => brand)], most: 2 }, () => repeatedShares(compared.flatMap(([, messages], place) => messages.flatMap(({ messageId, networkId, text }) => (text === null ? [] : [{ messageId, brand: place, networkId, text: plain(text) }]))), compared.length));
  return {
    of: told, least: LEAST_MIXED, draws: DRAWS, leftOut: able.length - compared.length,
    brands: compared.flatMap(([brand, messages], place) => {
      const found = repeated[place];
      return found === undefined ? [] : [brandShown(messages, { brand, own: brand === chosen?.name, repeated: found })];
    }),
    few: sorted.filter(([, messages]) => !enough(messages)).map(([brand, messages]) => ({ brand, messages: readOf(messages).length })),
    pairs: compared.flatMap(([one, messages], place) => compared.slice(place + 1).map(([other, others]) => ({ one, other, ...pairShown(readOf(messages), readOf(others), seed) }))),
  };
}
