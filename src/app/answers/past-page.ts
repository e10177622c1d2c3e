import type { OperationRequest, OperationValue } from '../../contract/operations.ts';
import { pageAt, pageStays, stayLength, staysAt, type DatedItem, type PageStay } from '../../domain/answers/past-page.ts';
import { localWeeks } from '../../domain/model/local-weeks.ts';
import { coverageRows } from '../../store/overview-queries.ts';
import { itemFacts, ownedPlaces, placeItems, unseenSince, type OwnedPlace } from '../../store/past-page-queries.ts';
import { watchedContainers } from '../../store/promise-threads.ts';
import { messageCondition } from '../../store/selection-sql.ts';
import { observationEndMs } from '../../store/trust-queries.ts';
import { hoursZone } from '../clock/standing-hours.ts';
import { cachedAnswer } from '../read/answer-cache.ts';
import type { ResolvedScope } from '../read/scope.ts';
import { addressedVoices } from './addressed-replies.ts';

type Page = OperationValue<'response.pastPage'>;
type Weeks = OperationValue<'response.pastPageWeeks'>;

/** One place over time. */
interface PlaceCourse extends OwnedPlace {
  readonly endMs: number;
  readonly observable: boolean;
  readonly undated: number;
  readonly hidden: number;
  readonly items: readonly DatedItem[];
  readonly stays: readonly PageStay[];
  /** Every complaint below an item, answered or not: message and thread, UTC ms. */
  readonly complaints: readonly { readonly messageId: number; readonly rootId: number; readonly atMs: number }[];
}

const LETTERS = 240;
const MOST_IDS = 5000;

/** Of the filters only networks and pages count: a page is looked at as it stood, whatever period is chosen. */
function asItStood(scope: ResolvedScope): ResolvedScope {
  const { networks, containers } = scope.messages.filters ?? {};
  return { ...scope, messages: { filters: { networks, containers } } };
}

function coursesOf(scope: ResolvedScope, most: number): readonly PlaceCourse[] {
  const standing = asItStood(scope);
  const { project, brand } = standing;
  return cachedAnswer(project, { name: 'past-page-courses', input: { brand: brand?.name, filters: standing.messages.filters, most } }, () => {
    const places = ownedPlaces(project, brand?.id ?? null);
    const items = placeItems(project, places.map(({ containerId }) => containerId), messageCondition(standing.messages));
    const voices = addressedVoices(standing).filter(({ criticism }) => criticism);
    const unseen = unseenSince(project);
    const watched = watchedContainers(project);
    const latestMs = observationEndMs(project) ?? 0;
    const absent = new Set(coverageRows(project).filter(({ replies }) => replies === 'absent').map(({ network, container }) => `${network} ${container}`));
    return places.flatMap((place): PlaceCourse[] => {
      const own = items.filter(({ containerId }) => containerId === place.containerId);
      if (own.length === 0) return [];
      const endMs = watched.get(place.containerId) ?? latestMs;
      const dated = own.flatMap(({ rootId, atMs, goneAtMs, hidden }) => (atMs === null || hidden ? [] : [{ rootId, atMs, goneAtMs }]));
      const here = voices.filter(({ containerId }) => containerId === place.containerId);
      const seen = here.filter(({ observable }) => observable);
      const observable = !absent.has(`${place.network} ${place.container}`) && (here.length === 0 || seen.length > 0);
      // hidden since nobody knows when: on no page
      const complaints = seen.flatMap(({ messageId, rootId, atMs, answeredAtMs }) => {
        const goneAtMs = unseen.has(messageId) ? (unseen.get(messageId) ?? null) : undefined;
        return atMs === null || goneAtMs === null ? [] : [{ messageId, rootId, atMs, answeredAtMs, goneAtMs: goneAtMs ?? null }];
      });
      return [{
        ...place, endMs, observable, undated: own.filter(({ atMs }) => atMs === null).length, hidden: own.filter(({ hidden }) => hidden).length, items: dated,
        stays: observable ? pageStays(dated, complaints, { endMs, most }) : [], complaints: complaints.map(({ messageId, rootId, atMs }) => ({ messageId, rootId, atMs })),
      }];
    });
  });
}

function chosenCourses(courses: readonly PlaceCourse[], { container, network }: { readonly container?: string | undefined; readonly network?: string | undefined }): readonly PlaceCourse[] {
  return courses.filter((one) => (container === undefined || one.container === container) && (network === undefined || one.network === network));
}

/** Open complaints of a place on its first page at a moment: those under an item that stood there. */
function openAt(course: PlaceCourse, shown: readonly DatedItem[], atMs: number): PageStay[] {
  const roots = new Set(shown.map(({ rootId }) => rootId));
  return staysAt(course.stays, atMs).filter(({ rootId }) => roots.has(rootId));
}

/** The page of one place, with what the brand put on it itself. */
function shownPage({ project, brand }: ResolvedScope, course: PlaceCourse, { atMs, most }: { readonly atMs: number; readonly most: number }): Page['page'] {
  const shown = pageAt(course.items, atMs, most);
  const facts = new Map(itemFacts(project, shown.map(({ rootId }) => rootId), { brandId: brand?.id ?? null, atMs, letters: LETTERS }).map((one) => [one.rootId, one]));
  const open = openAt(course, shown, atMs);
  const items = shown.map(({ rootId, atMs: itemMs, goneAtMs }) => {
    const known = facts.get(rootId);
    return {
      rootId, atMs: itemMs, own: known?.own ?? false, act: known?.act ?? null, intent: known?.intent ?? null, text: known?.text ?? null, below: known?.below ?? 0,
      complaints: course.complaints.filter((one) => one.rootId === rootId && one.atMs <= atMs).length, open: open.filter((one) => one.rootId === rootId).length, goneAtMs,
    };
  });
  const mix = new Map<string, number>();
  for (const { own, act } of items) if (own) mix.set(act ?? 'unread', (mix.get(act ?? 'unread') ?? 0) + 1);
  return {
    container: course.container, network: course.network, items, own: items.filter(({ own }) => own).length,
    mix: [...mix].map(([act, n]) => ({ act, n })).sort((one, other) => other.n - one.n || (one.act < other.act ? -1 : 1)), openIds: open.map(({ messageId }) => messageId),
  };
}

/** The first page of every place at a moment, the one with most open complaints first, and the whole page of one of them. */
export function pastPage(scope: ResolvedScope, { atMs: asked, most, container, network }: OperationRequest<'response.pastPage'>): Page {
  const courses = coursesOf(scope, most);
  const times = courses.flatMap(({ items }) => items.map(({ atMs }) => atMs));
  const fromMs = times.length === 0 ? null : times.reduce((first, atMs) => Math.min(first, atMs), Infinity);
  const toMs = times.length === 0 ? null : courses.reduce((last, { endMs }) => Math.max(last, endMs), 0);
  const atMs = fromMs === null || toMs === null ? null : Math.min(toMs, Math.max(fromMs, asked ?? toMs));
  const moment = atMs ?? 0;
  const places = courses.map((course) => {
    const shown = pageAt(course.items, moment, most);
    const open = openAt(course, shown, moment);
    const oldest = open.reduce((first, { fromMs: since }) => Math.min(first, since), Infinity);
    return {
      course,
      row: {
        container: course.container, network: course.network, observable: course.observable, items: shown.length, itemsInAll: course.items.filter((item) => item.atMs <= moment).length, undated: course.undated, hidden: course.hidden,
        own: itemFacts(scope.project, shown.map(({ rootId }) => rootId), { brandId: scope.brand?.id ?? null, atMs: moment, letters: 0 }).filter(({ own }) => own).length,
        open: course.observable ? open.length : null, itemsWithOpen: course.observable ? new Set(open.map(({ rootId }) => rootId)).size : null, oldestSeconds: course.observable && Number.isFinite(oldest) ? (moment - oldest) / 1000 : null,
      },
    };
  }).sort((one, other) => (other.row.open ?? -1) - (one.row.open ?? -1) || other.row.items - one.row.items);
  const chosen = container === undefined ? places[0]?.course : chosenCourses(courses, { container, network })[0];
  return { most, timeZone: hoursZone(scope.project), fromMs, toMs, atMs, places: places.map(({ row }) => row), page: chosen === undefined || atMs === null ? null : shownPage(scope, chosen, { atMs, most }) };
}

/** Open complaints on first pages week by week, over the places whose answers the data hold. */
export function pastPageWeeks(scope: ResolvedScope, { most, container, network }: OperationRequest<'response.pastPageWeeks'>): Weeks {
  const courses = chosenCourses(coursesOf(scope, most), { container, network });
  const seen = courses.filter(({ observable }) => observable);
  const stays = seen.flatMap((course) => course.stays);
  const timeZone = hoursZone(scope.project);
  const fromMs = seen.flatMap(({ items }) => items).reduce((first, { atMs }) => Math.min(first, atMs), Infinity);
  const endMs = seen.reduce((last, course) => Math.max(last, course.endMs), 0);
  const weeks = Number.isFinite(fromMs) ? localWeeks({ fromMs, toMs: endMs, timeZone }) : [];
  return {
    most, timeZone, places: courses.length, unobservable: courses.length - seen.length, undated: courses.reduce((sum, course) => sum + course.undated, 0),
    weeks: weeks.map(({ key, startMs, endMs: weekEndMs }) => {
      const atMs = Math.min(weekEndMs - 1, endMs);
      const open = staysAt(stays, atMs);
      return { week: key, startMs, endMs: weekEndMs, atMs, open: open.length, came: stays.filter((stay) => stay.fromMs >= startMs && stay.fromMs < weekEndMs).length, messageIds: open.map(({ messageId }) => messageId).slice(0, MOST_IDS) };
    }),
    stays: { ...stayLength(stays), messageIds: stays.map(({ messageId }) => messageId).slice(-MOST_IDS) },
  };
}
