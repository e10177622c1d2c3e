import type { OperationValue } from '../../contract/operations.ts';
import { BACK_DAYS, POINTS_DAYS } from '../../domain/model/one-by-one.ts';
import { SHARE_FLOOR } from '../../domain/stats/counted-share.ts';
import { followedComparison, FOLLOW_DRAWS, matchedFollowUp, type FollowedPerson } from '../../domain/strategy/one-by-one-effect.ts';
import { drawnPeople } from '../../domain/tribes/drawn-people.ts';
import { matchedComparison, type MatchUnit } from '../../domain/trust/matched-comparison.ts';
import type { PersonCourse } from '../../domain/trust/person-course.ts';
import { peopleBefore, peopleNamed, personKeys, type NamedPerson } from '../../store/one-by-one-queries.ts';
import { personCourses } from '../../store/promise-course-queries.ts';
import { observationEndMs } from '../../store/trust-queries.ts';
import type { ResolvedScope } from '../read/scope.ts';
import { storedLists, type ListEntry, type StoredList } from './list-records.ts';

const DAY_MS = 86_400_000;
const EARLIER_MESSAGES_MS = 90 * DAY_MS;
const EARLIER_POINTS_MS = 365 * DAY_MS;
/** People looked at as possible controls at most; more are drawn by the seed. */
const MOST_OTHERS = 3000;

/** A person of a list at the moment it was made. */
interface DealtPerson {
  readonly person: NamedPerson;
  readonly dealtMs: number;
  readonly entry: ListEntry;
}

/** The first time that each person of some lists came up, among the entries that `of` picks. */
function firstDealt(lists: readonly StoredList[], people: ReadonlyMap<string, NamedPerson>, of: (list: StoredList) => readonly ListEntry[]): DealtPerson[] {
  const first = new Map<number, DealtPerson>();
  for (const list of lists) {
    for (const entry of of(list)) {
      const person = entry.person === null ? undefined : people.get(entry.person);
      if (person !== undefined && !first.has(person.accountId)) first.set(person.accountId, { person, dealtMs: list.dealtMs, entry });
    }
  }
  return [...first.values()];
}

/** What a person did after a moment, as far as the data are watched. */
function followed(course: PersonCourse | undefined, fromMs: number, reachMs: number): FollowedPerson {
  const [backMs, pointsMs] = [fromMs + BACK_DAYS * DAY_MS, fromMs + POINTS_DAYS * DAY_MS];
  return {
    back: reachMs < backMs ? null : (course?.messages.some(({ atMs }) => atMs > fromMs && atMs <= backMs) ?? false),
    points: reachMs < pointsMs ? null : (course?.gifts.reduce((sum, { atMs, points }) => (atMs > fromMs && atMs <= pointsMs ? sum + points : sum), 0) ?? 0),
  };
}

/** What a person was like before a moment: messages of ninety days and points of a year, on a scale on which twice as many is a step. */
function earlier(course: PersonCourse | undefined, atMs: number): number[] {
  const messages = course?.messages.filter((message) => message.atMs <= atMs && message.atMs > atMs - EARLIER_MESSAGES_MS).length ?? 0;
  const points = course?.gifts.reduce((sum, gift) => (gift.atMs <= atMs && gift.atMs > atMs - EARLIER_POINTS_MS ? sum + gift.points : sum), 0) ?? 0;
  return [Math.log1p(messages), Math.log1p(points)];
}

/**
 * What came of the lists of a brand. While half were held back: everybody dealt to a list against everybody held back, each at
 * the first list that named them. While nobody was: those written to against others of the same network who had written and given
 * as much by that day and stood on no list, up to three each, every other person once and at one of the days.
 */
export function listEffect({ project, brand }: ResolvedScope, seed: number): OperationValue<'oneByOne.effect'> {
  const lists = storedLists(project, brand?.name ?? null);
  const reachMs = observationEndMs(project);
  const reach = reachMs ?? 0;
  const people = peopleNamed(project, [...new Set(lists.flatMap(({ queue, held }) => [...queue, ...held].flatMap(({ person }) => person ?? [])))]);
  const [drawn, undrawn] = [lists.filter(({ draw }) => draw !== null), lists.filter(({ draw }) => draw === null)];
  // whoever a later period drew to the other side stays on that of the first
  const first = firstDealt(drawn, people, ({ queue, held }) => [...queue, ...held]);
  const heldAt = new Map(drawn.flatMap(({ dealtMs, held }) => held.map((entry) => [entry, dealtMs] as const)));
  const [dealt, held] = [first.filter(({ entry }) => !heldAt.has(entry)), first.filter(({ entry }) => heldAt.has(entry))];
  const done = firstDealt(undrawn, people, ({ queue }) => queue.filter(({ state }) => state === 'done'));

  const named = new Set([...people.values()].map(({ accountId }) => accountId));
  const days = [...new Set(done.map(({ dealtMs }) => dealtMs))];
  const others = days.length === 0 ? [] : drawnPeople(peopleBefore(project, Math.max(...days)).filter((accountId) => !named.has(accountId)), { seed, size: MOST_OTHERS });
  const courses = personCourses(project, { brandId: brand?.id ?? null, personIds: [...named, ...others] });
  const keys = personKeys(project, others);
  const unit = (accountId: number, network: string, dealtMs: number): MatchUnit => ({ unitId: accountId, personId: accountId, stratum: `${network} ${String(dealtMs)}`, covariates: earlier(courses.get(accountId), dealtMs) });
  const controls = others.flatMap((accountId, at) => {
    const dealtMs = days[at % days.length] ?? 0;
    const wrote = courses.get(accountId)?.messages[0];
    return wrote === undefined || wrote.atMs > dealtMs ? [] : [{ dealtMs, unit: unit(accountId, (keys.get(accountId) ?? '').split(' ', 1)[0] ?? '', dealtMs) }];
  });
  const matched = matchedComparison(done.map(({ person, dealtMs }) => unit(person.accountId, person.network, dealtMs)), controls.map((control) => control.unit));
  const sets = matched.sets.flatMap(({ caseAt, controlAts }) => {
    const own = done[caseAt];
    if (own === undefined) return [];
    return [{ person: followed(courses.get(own.person.accountId), own.dealtMs, reach), others: controlAts.map((at) => followed(courses.get(controls[at]?.unit.personId ?? -1), own.dealtMs, reach)) }];
  });
  const followAll = (list: readonly DealtPerson[]): FollowedPerson[] => list.map(({ person, dealtMs }) => followed(courses.get(person.accountId), dealtMs, reach));
  return {
    backDays: BACK_DAYS, pointsDays: POINTS_DAYS, least: SHARE_FLOOR, draws: FOLLOW_DRAWS, reachMs,
    randomised: { ...followedComparison(followAll(dealt), followAll(held), seed), done: dealt.filter(({ entry }) => entry.state === 'done').length },
    matched: { ...matchedFollowUp(sets, seed), done: done.length, sets: sets.length, unmatched: matched.unmatched.length },
  };
}
