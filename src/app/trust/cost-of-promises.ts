import type { OperationValue } from '../../contract/operations.ts';
import { localClock } from '../../domain/model/local-clock.ts';
import { drawnPeople } from '../../domain/tribes/drawn-people.ts';
import { STUDY_DRAWS } from '../../domain/trust/event-study.ts';
import { FOLLOW_UP_DAYS, type CourseEvent } from '../../domain/trust/person-course.ts';
import { promiseCost, type ComparedCost } from '../../domain/trust/promise-cost.ts';
import { firstMoments, personCourses, placedPromises, placedRequests, type PlacedPromise } from '../../store/promise-course-queries.ts';
import { messageCondition } from '../../store/selection-sql.ts';
import { settingOf } from '../../store/stage-queries.ts';
import type { ResolvedScope } from '../read/scope.ts';
import { observationEnds } from './observation-ends.ts';
import { openableMessages } from './openable-messages.ts';
import { promiseScope } from './promise-scope.ts';

/** People who asked that are looked at as controls at most; more are drawn by the seed. */
const MOST_ASKERS = 5000;

/**
 * What people did after a promise to them was broken, against people with a kept one and people who asked. The filters of the
 * scope choose the promises; of those, period, network and page also choose the requests. Whether somebody had been promised
 * anything is asked of the whole project. Memory: the messages of the people looked at.
 */
export function costOfPromises(scope: ResolvedScope, { seed, nowMs }: { readonly seed: number; readonly nowMs: number | null }): OperationValue<'promises.cost'> {
  const { project, brand, messages } = scope;
  const brandId = brand?.id ?? null;
  const endOf = observationEnds(project, nowMs);
  const promises = placedPromises(project, promiseScope(scope));
  const everyPromise = placedPromises(project, { brandId, messages: messageCondition({}) });
  const { fromMs, toMs, networks, containers } = messages.filters ?? {};
  const requests = placedRequests(project, { brandId, messages: messageCondition({ ...(messages.brandId === undefined ? {} : { brandId: messages.brandId }), filters: { fromMs, toMs, networks, containers } }) });

  const eventsOf = (state: PlacedPromise['state']): CourseEvent[] => promises.flatMap(({ promiseId, personId, network, containerId, rootId, atMs, judgedMs, ...promise }) =>
    promise.state !== state || personId === null || !promise.named ? [] : [{ eventId: promiseId, personId, network, madeMs: atMs, indexMs: judgedMs, rootId, endMs: endOf(containerId) }]);
  const [broken, kept] = [eventsOf('broken'), eventsOf('kept')];
  const askers = [...new Set(requests.map(({ personId }) => personId))];
  const drawn = askers.length > MOST_ASKERS ? new Set(drawnPeople(askers, { seed, size: MOST_ASKERS })) : null;
  const asked = requests.filter(({ personId }) => drawn === null || drawn.has(personId)).map(({ requestId, personId, network, rootId, atMs, endMs }): CourseEvent => ({ eventId: requestId, personId, network, madeMs: atMs, indexMs: atMs, rootId, endMs }));
  const cost = promiseCost({
    broken, kept, requests: asked,
    promised: everyPromise.flatMap(({ personId, atMs, rootId }) => (personId === null ? [] : [{ personId, madeMs: atMs, rootId }])),
    courses: personCourses(project, { brandId, personIds: [...new Set([...broken, ...kept, ...asked].map(({ personId }) => personId))] }),
    firstMs: firstMoments(project), clock: localClock(settingOf(project, 'time_zone') ?? 'Europe/Rome'), seed,
  });
  const casesMade = promises.filter(({ state, named, personId }) => state === 'broken' && named && personId !== null);
  return { broken: broken.length, messageIds: openableMessages(casesMade.map(({ messageId }) => messageId)), cases: cost.cases, followed: cost.followed, followUpDays: FOLLOW_UP_DAYS, draws: STUDY_DRAWS, seed, askersDrawn: drawn?.size ?? null, comparisons: cost.comparisons.map(comparisonValue) };
}

function comparisonValue({ balance, outcomes, months, before, ...rest }: ComparedCost): OperationValue<'promises.cost'>['comparisons'][number] {
  return { ...rest, balance: [...balance], outcomes: [...outcomes], months: [...months], before: { ...before } };
}
