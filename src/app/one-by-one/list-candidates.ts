import { operations, type OperationInput, type OperationName, type OperationValue } from '../../contract/operations.ts';
import type { Scope } from '../../contract/selection.ts';
import { success, type Outcome } from '../../contract/outcome.ts';
import { REQUEST_INTENTS } from '../../domain/model/codes.ts';
import { PERIOD_DAYS } from '../../domain/model/one-by-one.ts';
import type { OneByOneCandidate } from '../../domain/strategy/one-by-one-list.ts';
import { generousPeople, personKeys } from '../../store/one-by-one-queries.ts';
import { contentNames } from '../../store/piece-records.ts';
import { observationEndMs } from '../../store/trust-queries.ts';
import type { AskAgain } from '../plan/finding-handlers.ts';
import type { ResolvedScope } from '../read/scope.ts';
import { placedBrandMessages } from '../strategy/placed-brand-messages.ts';
import type { ListEntry, StoredList } from './list-records.ts';

/** Looked through for one day's list: more than enough beside what earlier lists hold already. */
const MOST_CANDIDATES = 1000;
const YEAR_MS = 365 * 86_400_000;
const PERIOD_MS = PERIOD_DAYS * 86_400_000;

/** Somebody for the list, as it will be kept. */
export type ListCandidate = ListEntry & OneByOneCandidate;

async function asked<Name extends OperationName>(ask: AskAgain, name: Name, input: OperationInput<Name>): Promise<Outcome<OperationValue<Name>>> {
  const outcome = await ask(name, operations[name].input.parse(input));
  return outcome.ok ? success(outcome.value as OperationValue<Name>) : outcome;
}

/** What earlier lists leave out: what was done or set aside, whom this draw held back already, whom the last ninety days surprised. */
function leftOut(lists: readonly StoredList[], { draw, nowMs }: { readonly draw: string | null; readonly nowMs: number }): { readonly messages: ReadonlySet<string>; readonly held: ReadonlySet<string>; readonly surprised: ReadonlySet<string> } {
  const [messages, held, surprised] = [new Set<string>(), new Set<string>(), new Set<string>()];
  for (const list of lists) {
    for (const { kind, person, message, state } of list.queue) {
      if (state === 'open') continue;
      if (message !== null) messages.add(message);
      if (kind === 'surprise' && person !== null && list.dealtMs > nowMs - PERIOD_MS) surprised.add(person);
    }
    if (draw !== null && list.draw === draw) for (const { person } of list.held) if (person !== null) held.add(person);
  }
  return { messages, held, surprised };
}

/**
 * Everybody who could stand on the list of today, best first within each kind. To answer: open requests as the room of listening
 * sorts them, by what the asker gave in the last year, then by age. To thank: pieces of value of the last year without any sign
 * of use, by what their author gave. To surprise: the upper tenth of those who gave, whom no message of the brand ever met in person.
 */
export async function listCandidates(scope: ResolvedScope, { ask, input, lists, draw, nowMs }: { readonly ask: AskAgain; readonly input: Scope; readonly lists: readonly StoredList[]; readonly draw: string | null; readonly nowMs: number }): Promise<Outcome<ListCandidate[]>> {
  const { project } = scope;
  const shared = { ...(input.brand === undefined ? {} : { brand: input.brand }), ...(input.filters === undefined ? {} : { filters: input.filters }) };
  const open = await asked(ask, 'response.backlog', { ...shared, size: MOST_CANDIDATES });
  if (!open.ok) return open;
  const pieces = await asked(ask, 'lost.pieces', { ...shared, kinds: ['idea', 'fault', 'answer', 'testimonial', 'recommendation'], states: ['lost', 'waiting'], orderBy: 'points', once: true, size: MOST_CANDIDATES });
  if (!pieces.ok) return pieces;
  const sinceMs = (observationEndMs(project) ?? 0) - YEAR_MS;
  const unthanked = pieces.value.pieces.filter(({ atMs }) => atMs !== null && atMs >= sinceMs);
  const met = new Set(placedBrandMessages({ ...scope, messages: scope.messages.brandId === undefined ? {} : { brandId: scope.messages.brandId } }).placed.flatMap(({ acts, accountId }) => (acts.includes('personal') ? (accountId ?? []) : [])));
  const generous = generousPeople(project).filter(({ accountId }) => !met.has(accountId));

  const names = personKeys(project, [...new Set([...open.value.requests, ...unthanked, ...generous].flatMap(({ accountId }) => accountId ?? []))]);
  const messages = contentNames(project, [...open.value.requests, ...unthanked].map(({ messageId }) => messageId));
  const nameOf = (accountId: number | null): string | null => (accountId === null ? null : (names.get(accountId) ?? null));
  const fresh = { state: 'open', atMs: null } as const;
  const all: ListCandidate[] = [
    ...open.value.requests.map(({ messageId, accountId, intents, points, waitedSeconds }) => ({ kind: 'answer' as const, about: REQUEST_INTENTS.find((intent) => intent === intents[0]) ?? null, person: nameOf(accountId), message: messages.get(messageId)?.key ?? null, points, waitedSeconds, ...fresh })),
    ...unthanked.map(({ messageId, accountId, kind: about, authorPoints }) => ({ kind: 'thank' as const, about, person: nameOf(accountId), message: messages.get(messageId)?.key ?? null, points: accountId === null ? null : authorPoints, waitedSeconds: null, ...fresh })),
    ...generous.map(({ accountId, points }) => ({ kind: 'surprise' as const, about: null, person: nameOf(accountId), message: null, points, waitedSeconds: null, ...fresh })),
  ];
  const out = leftOut(lists, { draw, nowMs });
  return success(all.filter(({ kind, person, message }) => (message !== null || person !== null) && (message === null || !out.messages.has(message)) && (person === null || !out.held.has(person)) && (kind !== 'surprise' || person === null || !out.surprised.has(person))));
}
