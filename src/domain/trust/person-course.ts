/** What a person wrote to or about a brand, in time order, and what they gave by the ledger. Times UTC ms. */
export interface PersonCourse {
  readonly personId: number;
  readonly messages: readonly CourseMessage[];
  /** Points the person created, in time order. */
  readonly gifts: readonly { readonly atMs: number; readonly rootId: number; readonly points: number }[];
}

/** One message of a course. */
export interface CourseMessage {
  readonly atMs: number;
  /** The first message of its conversation. */
  readonly rootId: number;
  /** 1 positive, 0 neutral, -1 negative; null where the tone was not read. */
  readonly tone: -1 | 0 | 1 | null;
  /** 1 recommends, -1 warns off, without an economic tie; 0 neither. */
  readonly advice: -1 | 0 | 1;
}

/** Something that happened to a person: a promise that fell due, a request. */
export interface CourseEvent {
  readonly eventId: number;
  readonly personId: number;
  readonly network: string;
  /** When the promise was made or the request written: what came before it is the past. */
  readonly madeMs: number;
  /** From when on outcomes count: the due time, or the request itself. */
  readonly indexMs: number;
  readonly rootId: number;
  /** Until when the place was watched. */
  readonly endMs: number;
}

const DAY_MS = 86_400_000;

/** Days of outcome after an event. */
export const FOLLOW_UP_DAYS = 90;

/** Thirty-day months on either side of an event. */
export const WINDOW_MONTHS = 6;

const MONTH_DAYS = 30;
const MONTH_MS = MONTH_DAYS * DAY_MS;

/** True where the ninety days after an event lie before the end of observation. */
export function isFollowed({ indexMs, endMs }: CourseEvent): boolean {
  return endMs - indexMs >= FOLLOW_UP_DAYS * DAY_MS;
}

/** What a person was like before an event. */
export interface EarlierCourse {
  readonly messages: number;
  readonly points: number;
  /** Time of the person's first message, that of the event included. */
  readonly firstMs: number;
}

/**
 * Messages and points before an event. The conversation of the event is left out on both sides of it: whoever was promised
 * something wrote in it, and those to whom a promise was broken are known by what they wrote in it afterwards.
 */
export function earlierCourse({ madeMs, rootId }: CourseEvent, { messages, gifts }: PersonCourse): EarlierCourse {
  return {
    messages: messages.filter((message) => message.atMs < madeMs && message.rootId !== rootId).length,
    points: gifts.reduce((sum, gift) => sum + (gift.atMs < madeMs && gift.rootId !== rootId ? gift.points : 0), 0),
    firstMs: Math.min(madeMs, messages[0]?.atMs ?? madeMs),
  };
}

/** What a person did in the ninety days after an event; the share is NaN where no message with a tone was written. */
export interface LaterCourse {
  readonly active: number;
  readonly monthly: number;
  readonly positive: number;
  readonly recommends: number;
  readonly warns: number;
}

/**
 * The outcomes of an event: wrote again (0 or 1), messages in thirty days, share of positive messages, at least one
 * recommendation, at least one warning (0 or 1). Only messages after the event count, in conversations other than its own.
 */
export function laterCourse({ indexMs, rootId }: CourseEvent, { messages }: PersonCourse): LaterCourse {
  const later = messages.filter(({ atMs, rootId: root }) => atMs > indexMs && atMs <= indexMs + FOLLOW_UP_DAYS * DAY_MS && root !== rootId);
  const toned = later.filter(({ tone }) => tone !== null);
  return {
    active: later.length > 0 ? 1 : 0,
    monthly: (later.length * MONTH_DAYS) / FOLLOW_UP_DAYS,
    positive: toned.length === 0 ? Number.NaN : toned.filter(({ tone }) => tone === 1).length / toned.length,
    recommends: later.some(({ advice }) => advice === 1) ? 1 : 0,
    warns: later.some(({ advice }) => advice === -1) ? 1 : 0,
  };
}

/**
 * Messages in each thirty-day month from the sixth before an event to the sixth after, its conversation left out: places 0 to 5
 * are months -6 to -1, counted back from when the promise was made; 6 to 11 are months +1 to +6 from the event. NaN where a month
 * is not wholly observed, from `fromMs`, when the source's messages begin, to the end.
 */
export function monthlyCourse({ madeMs, indexMs, rootId, endMs }: CourseEvent, { messages }: PersonCourse, fromMs: number): Float64Array {
  const months = new Float64Array(2 * WINDOW_MONTHS);
  for (let month = 1; month <= WINDOW_MONTHS; month += 1) {
    if (madeMs - month * MONTH_MS < fromMs) months[WINDOW_MONTHS - month] = Number.NaN;
    if (indexMs + month * MONTH_MS > endMs) months[WINDOW_MONTHS + month - 1] = Number.NaN;
  }
  for (const message of messages) {
    if (message.rootId === rootId) continue;
    const place = message.atMs < madeMs
      ? WINDOW_MONTHS - 1 - Math.floor((madeMs - message.atMs - 1) / MONTH_MS)
      : message.atMs > indexMs ? WINDOW_MONTHS + Math.floor((message.atMs - indexMs - 1) / MONTH_MS) : -1;
    if (place >= 0 && place < months.length) months[place] = (months[place] ?? 0) + 1;
  }
  return months;
}
