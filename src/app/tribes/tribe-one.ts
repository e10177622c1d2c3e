import type { OperationValue } from '../../contract/operations.ts';
import { localClock } from '../../domain/model/local-clock.ts';
import { wilsonInterval } from '../../domain/stats/wilson-interval.ts';
import { holdsMessage } from '../../domain/terms/term-census.ts';
import { LEAST_FOR_LEADERS, leaderCandidates } from '../../domain/tribes/leader-candidates.ts';
import { tribeChurn } from '../../domain/tribes/tribe-churn.ts';
import { tribeResponse } from '../../domain/tribes/tribe-response.ts';
import { typicalMessages } from '../../domain/tribes/typical-messages.ts';
import { LEAST_PEOPLE } from '../../domain/value/group-balance.ts';
import { messagesById } from '../../store/message-queries.ts';
import type { SqlCondition } from '../../store/selection-sql.ts';
import { settingOf } from '../../store/stage-queries.ts';
import { messageSet, termLanguages } from '../../store/term-index.ts';
import { adoptedAnswers, tribeBasis, tribeOverlaps, tribeSpans, tribeTies } from '../../store/tribe-people.ts';
import { tribeMembers } from '../../store/tribe-queries.ts';
import { observationEndMs } from '../../store/trust-queries.ts';
import { accountLabels } from '../../store/value-accounts.ts';
import { READ_LANGUAGES } from '../../text/lexicon.ts';
import type { ResolvedScope } from '../read/scope.ts';
import { termRows } from '../terms/term-rows.ts';
import { countedTribes } from '../value/counted-tribes.ts';
import { ledgerView } from '../value/ledger-view.ts';
import { scopedTribes } from '../value/scoped-tribes.ts';
import { aboutBrand } from './about-brand.ts';
import { listedTribe, type ListedTribe } from './listed-tribes.ts';
import { tribeFace } from './tribe-face.ts';
import { precisionOf } from './tribe-preview.ts';

type Page = OperationValue<'tribes.one'>;

const MOST_LEADERS = 5;
const TYPICAL_MESSAGES = 5;
/** Pairs under this many give counts and an interval, and no share. */
const LEAST_PAIRS = 30;
const LEAST_FOR_SHARE = 30;

/** What was said of a tribe by hand, and nothing else: all there is under five people. */
function barePage(scope: ResolvedScope, tribe: ListedTribe, { size, people }: { readonly size: number; readonly people: number }): Page {
  const { id, lens, name, notes, task, output, source, rule } = tribe;
  return {
    id, lens, name, ...tribeFace(tribe), notes, task, output, source, rule: rule === null ? null : structuredClone(rule), size, people, share: null, tooFew: true, messages: 0, requests: 0, value: null, answeredWithin7d: null, words: [],
    leaders: { reason: 'few-people', candidates: [] }, bond: null, networks: [], typical: [], churn: null, overlap: [], aboutBrand: { brand: scope.brand?.name ?? null, people: 0, others: 0, tooFew: true, words: [] },
    precision: tribe.origin === 'ruled' || rule === null ? null : precisionOf(scope.project, tribe),
  };
}

function leadersOf({ project }: ResolvedScope, id: string, messages: SqlCondition, size: number): Page['leaders'] {
  if (size < LEAST_FOR_LEADERS) return { reason: 'few-people', candidates: [] };
  const found = leaderCandidates(adoptedAnswers(project, id, messages), { limit: MOST_LEADERS });
  const labels = accountLabels(project, found.map(({ accountId }) => accountId));
  return { reason: found.length === 0 ? 'none' : null, candidates: found.map((one) => ({ ...one, messageIds: [...one.messageIds], name: labels.get(one.accountId)?.name ?? '' })) };
}

function bondOf({ project }: ResolvedScope, id: string, messages: SqlCondition, { size, people }: { readonly size: number; readonly people: number }): Page['bond'] {
  const { pairs, inside, tied } = tribeTies(project, id, messages);
  const limits = wilsonInterval(inside, pairs);
  // of the pairs with somebody of the tribe, those inside it where everybody is tied to everybody alike
  const touching = size * (people - size) + (size * (size - 1)) / 2;
  return { pairs, inside, tied, share: pairs < LEAST_PAIRS ? null : inside / pairs, low: limits?.low ?? null, high: limits?.high ?? null, expected: touching === 0 ? null : (size * (size - 1)) / 2 / touching };
}

function typicalOf({ project }: ResolvedScope, tribe: ListedTribe, messages: SqlCondition, isMember: (accountId: number) => boolean): Page['typical'] {
  const own: SqlCondition = { sql: `m.account_id IN (SELECT account_id FROM tribe_member WHERE tribe = ?) AND (${messages.sql})`, parameters: [tribe.id, ...messages.parameters] };
  const known = termLanguages(project, own)[0]?.language;
  const language = READ_LANGUAGES.find((one) => one === known);
  if (language === undefined) return [];
  const set = messageSet(project, messages);
  const found = typicalMessages(() => termRows(project, language), { isMember, counts: (messageId) => holdsMessage(set, messageId), limit: TYPICAL_MESSAGES });
  const rows = new Map(messagesById(project, found.map(({ messageId }) => messageId)).map((row) => [row.messageId, row]));
  const labels = accountLabels(project, [...rows.values()].flatMap(({ accountId }) => accountId ?? []));
  return found.flatMap(({ messageId, likeness }) => {
    const row = rows.get(messageId);
    return row === undefined || row.accountId === null ? [] : [{ messageId, accountId: row.accountId, name: labels.get(row.accountId)?.name ?? '', atMs: row.atMs, text: row.text ?? '', likeness }];
  });
}

function churnOf({ project, messages: { filters } }: ResolvedScope, id: string, messages: SqlCondition): Page['churn'] {
  const observed = observationEndMs(project);
  const endMs = filters?.toMs === undefined ? observed : Math.min(filters.toMs, observed ?? filters.toMs);
  if (endMs === null) return null;
  const clock = localClock(settingOf(project, 'time_zone') ?? 'Europe/Rome');
  const monthOf = (atMs: number): string => {
    const { year, month } = clock(atMs);
    return `${String(year)}-${String(month).padStart(2, '0')}`;
  };
  const { months, ...counts } = tribeChurn(tribeSpans(project, id, messages), { startMs: filters?.fromMs ?? null, endMs, monthOf });
  return { endMs, ...counts, months: [...months] };
}

/** Everything a tribe's page shows; null for a tribe that is not there. Response by value tribe takes who stood in it before asking. */
export function tribeOne(scope: ResolvedScope, id: string): Page | null {
  const { project } = scope;
  const tribe = listedTribe(project, id);
  if (tribe === null) return null;
  const view = ledgerView(scope);
  const result = scopedTribes(scope, view, { box: undefined }).get(id);
  const counted = countedTribes(scope, { messages: view.messages, held: view.ledger.held, beginning: '' });
  const { people } = counted;
  const size = result?.figures.size ?? 0;
  const bare = barePage(scope, tribe, { size, people });
  if (result === undefined || size < LEAST_PEOPLE) return bare;
  const members = new Set(tribeMembers(project).get(id) ?? []);
  const isMember = (accountId: number): boolean => members.has(accountId);
  const { created, consumed, balance, low, high, closeness, balanceWithoutPairs, zoneHolds, stability } = result.figures;
  const waits = counted.requests.filter(({ tribe: own }) => own === id);
  const { requests, answeredWithin7d } = tribeResponse(waits);
  return {
    ...bare, tooFew: false, share: people === 0 ? null : size / people, messages: counted.counts.get(id) ?? 0, requests, answeredWithin7d,
    value: { created, consumed, balance, low, high, closeness, balanceWithoutPairs, zoneHolds, stability, basis: tribeBasis(project, id) },
    words: [...result.words], leaders: leadersOf(scope, id, view.messages, size), bond: bondOf(scope, id, view.messages, { size, people }), networks: counted.networks.get(id) ?? [],
    typical: typicalOf(scope, tribe, view.messages, isMember), churn: churnOf(scope, id, view.messages),
    overlap: tribeOverlaps(project, id).map(({ id: other, shared, size: theirs }) => (shared < LEAST_PEOPLE ? { id: other, shared: null, share: null, jaccard: null } : { id: other, shared, share: members.size < LEAST_FOR_SHARE ? null : shared / members.size, jaccard: shared / (members.size + theirs - shared) })),
    aboutBrand: aboutBrand(scope, tribe, isMember),
  };
}
