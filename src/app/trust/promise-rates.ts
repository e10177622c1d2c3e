import type { OperationValue } from '../../contract/operations.ts';
import { localQuarters } from '../../domain/model/local-quarters.ts';
import { againstOwnPast } from '../../domain/trust/promise-rates.ts';
import { promisesKept } from '../../domain/trust/promises-kept.ts';
import { partWithoutFigure, type TrustPart } from '../../domain/trust/trust-part.ts';
import { LEAST_PEOPLE } from '../../domain/value/group-balance.ts';
import { placedPromises, type PlacedPromise } from '../../store/promise-course-queries.ts';
import { settingOf } from '../../store/stage-queries.ts';
import { tribeMembers } from '../../store/tribe-queries.ts';
import type { ResolvedScope } from '../read/scope.ts';
import { listedTribes } from '../tribes/listed-tribes.ts';
import { openableMessages } from './openable-messages.ts';
import { promiseScope } from './promise-scope.ts';

type Rates = OperationValue<'promises.rates'>;

/**
 * The kept rate by quarter in which promises were made, by network (most promises first) or by listed tribe of the person. Quarters
 * have no gaps. A tribe under five people has no figure at all, nor one that a person hid.
 */
export function promiseRates(scope: ResolvedScope, by: 'quarter' | 'network' | 'tribe'): Rates {
  const { project } = scope;
  const promises = placedPromises(project, promiseScope(scope));
  if (by === 'tribe') {
    const members = tribeMembers(project);
    return {
      past: null,
      groups: listedTribes(project).filter(({ hidden }) => !hidden).flatMap(({ id, lens, name, title }) => {
        const people = new Set(members.get(id) ?? []);
        const own = promises.filter(({ personId }) => personId !== null && people.has(personId));
        if (own.length === 0) return [];
        return [groupValue(id, people.size < LEAST_PEOPLE ? partWithoutFigure('promises', { n: 0, reason: 'few-people' }) : promisesKept(own), { people: people.size, promises: people.size < LEAST_PEOPLE ? [] : own, tribe: { lens, name, title } })];
      }),
    };
  }
  if (by === 'network') {
    const networks = new Map<string, PlacedPromise[]>();
    for (const promise of promises) {
      const own = networks.get(promise.network);
      if (own === undefined) networks.set(promise.network, [promise]);
      else own.push(promise);
    }
    return { past: null, groups: [...networks].sort(([one, own], [other, theirs]) => theirs.length - own.length || (one < other ? -1 : 1)).map(([network, own]) => groupValue(network, promisesKept(own), { people: null, promises: own })) };
  }
  const times = promises.map(({ atMs }) => atMs);
  const span = times.reduce((found, atMs) => ({ fromMs: Math.min(found.fromMs, atMs), toMs: Math.max(found.toMs, atMs) }), { fromMs: Infinity, toMs: -Infinity });
  const quarters = times.length === 0 ? [] : localQuarters({ ...span, timeZone: settingOf(project, 'time_zone') ?? 'Europe/Rome' });
  const parts = quarters.map(({ key, startMs, endMs }) => {
    const own = promises.filter(({ atMs }) => atMs >= startMs && atMs < endMs);
    return { key, own, part: promisesKept(own) };
  });
  const past = againstOwnPast(parts);
  return { groups: parts.map(({ key, own, part }) => groupValue(key, part, { people: null, promises: own })), past: past === null ? null : { ...past, latest: { ...past.latest }, earlier: { ...past.earlier }, difference: { ...past.difference } } };
}

function groupValue(key: string, { n, estimate, low, high, tooFew, reason, beside }: TrustPart, { people, promises, tribe = null }: { readonly people: number | null; readonly promises: readonly PlacedPromise[]; readonly tribe?: Rates['groups'][number]['tribe'] }): Rates['groups'][number] {
  const count = (state: string): number => beside[state] ?? 0;
  const counted = promises.filter(({ state, named }) => named && (state === 'kept' || state === 'late' || state === 'broken'));
  return { key, tribe, people, messageIds: openableMessages(counted.map(({ messageId }) => messageId)), n, kept: count('kept'), late: count('late'), broken: count('broken'), open: count('open'), unverifiable: count('unverifiable'), estimate, low, high, tooFew, reason };
}
