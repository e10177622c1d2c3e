import { seededRandom } from '../../src/domain/stats/seeded-random.ts';
import { drawnRequests, minutesBetween } from '../../src/domain/strategy/simulator/drawn-requests.ts';
import { servedRequests } from '../../src/domain/strategy/simulator/served-requests.ts';
import { peopleByHour, WEEK_MINUTES } from '../../src/domain/strategy/simulator/week-hours.ts';

/** The first Monday of the export, 0:00 in Rome; no clock changes in the weeks that follow. */
const START_MS = Date.parse('2026-04-05T22:00:00Z');
const MINUTE_MS = 60_000;
const WEEKS = 16;
/** Requests an hour of each kind between eight and twenty, and posts a week. */
const RATES = [0.34, 0.22] as const;
const POSTS_A_WEEK = 12;

/** When everything in the export had been collected. */
export const QUEUE_COLLECTED_MS = START_MS + 24 * WEEK_MINUTES * MINUTE_MS;
/** The one person who answers in the export, and how long a request takes. */
export const QUEUE_TEAM = [{ people: 1, days: [1, 2, 3, 4, 5], from: 9, to: 17 }];
export const QUEUE_MINUTES = { low: 20, high: 60 } as const;

/** An asked question or reported fault of the export. */
export interface QueueRequest {
  readonly intent: 0 | 1;
  readonly askedMinute: number;
  /** Null for those that nobody takes up. */
  readonly answeredMinute: number | null;
}

/** Requests that one person answers in office hours, a fifth of them never taken up: what a queue makes, so that a simulator of queues can foretell it. Same seed, same requests. */
export function queueRequests(seed: number): QueueRequest[] {
  const rates = RATES.map((rate) => Float64Array.from({ length: 168 }, (_, cell) => (cell % 24 >= 8 && cell % 24 < 20 ? rate : 0)));
  const drawn = drawnRequests({ rates, silence: [0.2, 0.2], handling: minutesBetween(QUEUE_MINUTES), weeks: WEEKS }, seededRandom(seed));
  const { answeredAt } = servedRequests(drawn, { people: peopleByHour(QUEUE_TEAM), place: [0, 0], weeks: WEEKS + 4, busyFrom: 0 });
  return Array.from({ length: drawn.count }, (_, at) => {
    const answered = answeredAt[at] ?? Infinity;
    return { intent: drawn.intent[at] === 0 ? 0 : 1, askedMinute: drawn.atMinutes[at] ?? 0, answeredMinute: answered === Infinity ? null : answered };
  });
}

/** The export of {@link queueRequests} as CSV, with the posts of the brand between them. */
export function queueExport(seed: number): string {
  const iso = (minute: number): string => new Date(START_MS + Math.round(minute * 60) * 1000).toISOString();
  const posts = Array.from({ length: WEEKS * POSTS_A_WEEK }, (_, at) => `${String(100 + at)},facebook,Pagina,Aurora,${iso((Math.floor(at / POSTS_A_WEEK) * 7 + (at % POSTS_A_WEEK) % 6) * 1440 + 610 + at)},Buongiorno dal bar numero ${String(at)},`);
  const requests = queueRequests(seed).flatMap(({ intent, askedMinute, answeredMinute }, at) => [
    `${String(10_000 + at)},facebook,Pagina,persona${String(at)},${iso(askedMinute)},${intent === 0 ? `@Aurora a che ora aprite il bar di via ${String(at)}?` : `@Aurora la macchina ${String(at)} è rotta e non funziona`},100`,
    ...(answeredMinute === null ? [] : [`${String(50_000 + at)},facebook,Pagina,Aurora,${iso(answeredMinute)},Apriamo alle otto in via ${String(at)},${String(10_000 + at)}`]),
  ]);
  return ['id,network,container,author,created_at,text,parent_id', ...posts, ...requests].join('\n');
}
