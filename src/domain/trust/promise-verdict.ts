import { doneByAsker, doneByBrand, isMoreThanCourtesy, isPrivateWord, notDone, promiseAct, saysInTime, thingsInCommon, type PromiseAct } from './promise-signals.ts';
import type { PromiseReason, PromiseState } from '../model/promise-state.ts';

/** A later message to or by the person who was promised something. */
export interface PromiseSequel {
  readonly messageId: number;
  readonly by: 'brand' | 'asker';
  readonly atMs: number;
  readonly thanks: boolean;
  /** By the brand: it gives an answer and promises, deflects and asks nothing. */
  readonly answers: boolean;
  /** By the brand: it promises again, naming a time. */
  readonly promisesAnew: readonly string[];
  /** By the person: read as a problem. */
  readonly trouble: boolean;
  readonly text: string;
}

/** What the brand wrote to everybody on the same page: a post, or under a post to nobody in particular. */
export interface PageMessage {
  readonly messageId: number;
  readonly atMs: number;
  readonly text: string;
  /** It promises something itself. */
  readonly promises: boolean;
}

/** A promise with what followed, in time order. Times UTC ms; `dueAfterSeconds` null when no time is named. */
export interface PromiseCase {
  /** The words of the commitment. */
  readonly text: string;
  readonly atMs: number;
  readonly dueAfterSeconds: number | null;
  /** Only the day of the message is known: a day's grace. */
  readonly onlyDay: boolean;
  /** End of observation. */
  readonly endMs: number;
  readonly sequel: readonly PromiseSequel[];
  /** What the brand wrote there later to everybody, in time order; `posts` says that the source shows its posts. */
  readonly page: readonly PageMessage[];
  readonly posts: boolean;
}

/** A message, and the stretch of it, on which a verdict rests. */
export interface PromiseEvidence {
  readonly messageId: number;
  readonly start: number;
  readonly end: number;
}

/** The state of a promise with its reason and evidence; `shownMs` where it was seen to be kept, `judgedMs` from when it is judged. */
export interface PromiseVerdict {
  readonly state: PromiseState;
  readonly reason: PromiseReason;
  readonly evidence: PromiseEvidence | null;
  readonly shownMs: number | null;
  readonly judgedMs: number;
}

const WEEK_MS = 604_800_000;
const DAY_MS = 86_400_000;
const PAGE_MS = 14 * DAY_MS;

interface Shown {
  readonly reason: PromiseReason;
  readonly evidence: PromiseEvidence;
  readonly atMs: number;
  readonly inTime: boolean;
}

const whole = ({ messageId, text }: Pick<PromiseSequel, 'messageId' | 'text'>): PromiseEvidence => ({ messageId, start: 0, end: text.length });

/** What a later message shows of the promise, if anything. */
function shownBy(said: PromiseSequel, act: PromiseAct, brandCameBack: boolean): Shown | null {
  const { messageId, atMs, text } = said;
  const shown = (reason: PromiseReason, span: { readonly start: number; readonly end: number }): Shown => ({ reason, evidence: { messageId, ...span }, atMs, inTime: said.by === 'asker' && saysInTime(text) });
  if (said.by === 'brand') {
    const done = doneByBrand(text);
    if (done !== null && (act === 'call' || !isPrivateWord(text, done))) return shown('brand-shows', done);
    // an answer keeps a promise to tell something; goods, money and calls need to be named as done
    return said.answers && (act === 'tell' || act === 'publish') && isMoreThanCourtesy(text) ? shown('brand-answers', whole(said)) : null;
  }
  if (notDone(text) !== null) return null;
  const done = doneByAsker(text);
  if (done !== null) return shown('asker-confirms', done);
  return said.thanks && !said.trouble && brandCameBack ? shown('asker-thanks', whole(said)) : null;
}

const LEAST_IN_COMMON = 2;

/** Where the page shows it: the first message there that names the same thing as done, or several same things, and promises nothing itself. */
const shownOnPage = ({ text, page, endMs }: PromiseCase): Shown | null => {
  const found = page.find((message) => {
    if (message.atMs > endMs || message.promises) return false;
    const common = thingsInCommon(text, message.text);
    return common >= LEAST_IN_COMMON || (common > 0 && doneByBrand(message.text) !== null);
  });
  return found === undefined ? null : { reason: 'page-shows', evidence: whole(found), atMs: found.atMs, inTime: false };
};

/**
 * What became of a promise, from what its conversation and its page show; every verdict but that of silence names the
 * message it rests on. In order: 1. seen in its time (or said to have come in its time), it is kept; 2. seen later, late,
 * where a time was named; 3. broken, where the person says after the due time that it did not happen, or where something
 * promised for the page itself is not on it although the brand went on writing there; 4. open until due; 5. unverifiable.
 * Thanks right after the promise are for the promise. Without a named time it is judged after seven days and never broken.
 * A new promise of the same act before the due time takes the place of the old one. Silence breaks nothing.
 * @example promiseVerdict({ text: 'ti chiamo', atMs: 0, dueAfterSeconds: 60, onlyDay: false, endMs: 90_000, sequel: [], page: [], posts: false }).state // 'unverifiable'
 */
export function promiseVerdict(promise: PromiseCase): PromiseVerdict {
  const { text, atMs, dueAfterSeconds, onlyDay, endMs, sequel } = promise;
  const named = dueAfterSeconds !== null;
  const judgedMs = (named ? atMs + dueAfterSeconds * 1000 : atMs + WEEK_MS) + (onlyDay ? DAY_MS : 0);
  const act = promiseAct(text);
  const seen: Shown[] = [];
  let denial: PromiseEvidence | null = null;
  let replacement: PromiseEvidence | null = null;
  let brandCameBack = false;
  for (const said of sequel) {
    if (said.atMs > endMs) break;
    const shown = shownBy(said, act, brandCameBack);
    if (shown !== null) seen.push(shown);
    const denied = said.by === 'asker' && shown === null && said.atMs > judgedMs ? notDone(said.text) : null;
    if (denied !== null) denial ??= { messageId: said.messageId, ...denied };
    if (said.by === 'brand') {
      brandCameBack ||= said.answers && isMoreThanCourtesy(said.text);
      if (said.atMs <= judgedMs && said.promisesAnew.some((other) => promiseAct(other) === act && (act !== 'do' || thingsInCommon(text, other) > 0))) replacement ??= whole(said);
    }
  }
  const onPage = act === 'publish' || act === 'open' ? shownOnPage(promise) : null;
  // the same word long after is another story: it shows nothing, and lets nothing be missed; the person's own word goes before the page's
  if (onPage !== null && denial === null && onPage.atMs <= judgedMs + PAGE_MS) seen.push(onPage);
  seen.sort((one, other) => one.atMs - other.atMs);
  const verdict = (state: PromiseState, reason: PromiseReason, evidence: PromiseEvidence | null = null, shownMs: number | null = null): PromiseVerdict => ({ state, reason, evidence, shownMs, judgedMs });

  // 1. and 2. seen
  const inTime = seen.find((shown) => shown.atMs <= judgedMs) ?? seen.find((shown) => shown.inTime);
  if (inTime !== undefined) return verdict('kept', inTime.reason, inTime.evidence, inTime.atMs);
  // the new promise answers for what comes later
  if (replacement !== null) return verdict('unverifiable', 'replaced', replacement);
  const [later] = seen;
  if (later !== undefined && named) return verdict('late', later.reason, later.evidence, later.atMs);
  // 3. seen not to be
  if (named && denial !== null) return verdict('broken', 'asker-denies', denial);
  if (named && act === 'publish' && promise.posts && onPage === null) {
    const after = promise.page.find((message) => message.atMs > judgedMs && message.atMs <= endMs);
    if (after !== undefined) return verdict('broken', 'page-without-it', whole(after));
  }
  // 4. and 5. nothing seen
  if (endMs < judgedMs) return verdict('open', named ? 'not-due' : 'within-a-week');
  if (!named) return verdict('unverifiable', 'no-time-named');
  return verdict('unverifiable', act === 'call' ? 'private-act' : 'nothing-shown');
}
