/** How a promise stands. A promise kept in private cannot be told from one that was not: it is `unverifiable` once due. */
export const PROMISE_STATES = ['open', 'kept', 'late', 'broken', 'unverifiable'] as const;
export type PromiseState = (typeof PROMISE_STATES)[number];

/** A later message of the thread, by the brand or by the person who was promised something. */
export interface PromiseSequel {
  readonly by: 'brand' | 'asker';
  readonly atMs: number;
  readonly thanks: boolean;
  /** By the brand: it gives an answer and promises nothing more. */
  readonly answers: boolean;
  /** By the asker: read as a problem. */
  readonly trouble: boolean;
  readonly text: string;
}

/** A promise with what followed in its thread, in time order. Times UTC ms; `dueAfterSeconds` null when no time is named. */
export interface PromiseCase {
  readonly atMs: number;
  readonly dueAfterSeconds: number | null;
  /** End of observation. */
  readonly endMs: number;
  readonly sequel: readonly PromiseSequel[];
}

const WEEK_MS = 604_800_000;
const DONE_BY_BRAND = /\bcome promesso\b|\bcome (?:da )?promessa\b|\b(?:abbiamo|è stat[oa]|sono stat[ie]) (?:già )?(?:risolt|spedit|rimborsat|sistemat|inviat|sostituit|contattat)|\bas promised\b|\b(?:has|have|is|was|were) (?:now )?(?:been )?(?:resolved|refunded|shipped|sent|fixed|replaced|restored|sorted)\b|\bback up and running\b/iu;
const DONE_BY_ASKER = /\b(?:risolt|arrivat|ricevut|rimborsat|sistemat|richiamat|funziona)\w*|\b(?:resolved|received|arrived|refunded|fixed|sorted|works?(?: now)?|working again|got it)\b/iu;
const NOT_DONE = /\bancora (?:niente|nulla|nessun|non )|\bnessun[oa]? (?:mi )?(?:ha|si è)|\bnon (?:mi )?(?:avete|ha(?:nno)?|è|sono)(?: ancora)? (?:mai )?(?:rispost|richiamat|contattat|arrivat|ricevut|risolt|rimborsat|stat)|\bsto ancora aspettando\b|\bstill (?:no|not|nothing|waiting|haven|hasn|isn)\b|\bnever (?:heard|received|called|arrived|got|happened)\b|\bno(?: one|body) (?:has )?(?:called|contacted|replied|answered)\b|\bhasn'?t (?:arrived|happened|been)\b/iu;

/**
 * The state of a promise from what its thread shows. Kept needs to be seen by the due time: the brand says it is done or
 * comes back with an answer, or the asker says that it worked out, or thanks after a later message of the brand; thanks right after the promise are
 * for the promise. Seen later is late. Broken needs the asker to come back, after the due time, to say that it did not
 * happen or with the same kind of trouble. Without
 * a named time it is judged after seven days and never broken. Silence breaks nothing.
 * @example promiseVerdict({ atMs: 0, dueAfterSeconds: 60, endMs: 90_000, sequel: [] }) // 'unverifiable'
 */
export function promiseVerdict({ atMs, dueAfterSeconds, endMs, sequel }: PromiseCase): PromiseState {
  const judgedAtMs = dueAfterSeconds === null ? atMs + WEEK_MS : atMs + dueAfterSeconds * 1000;
  let brandSpokeAgain = false;
  let doneAtMs: number | null = null;
  let brokenAtMs: number | null = null;
  for (const { by, atMs: saidAtMs, thanks, answers, trouble, text } of sequel) {
    if (saidAtMs > endMs) break;
    const denied = by === 'asker' && (NOT_DONE.test(text) || (trouble && saidAtMs > judgedAtMs));
    const shown = by === 'brand' ? answers || DONE_BY_BRAND.test(text) : !denied && (DONE_BY_ASKER.test(text) || (thanks && brandSpokeAgain));
    if (shown && doneAtMs === null) doneAtMs = saidAtMs;
    if (denied && dueAfterSeconds !== null && saidAtMs > judgedAtMs && brokenAtMs === null) brokenAtMs = saidAtMs;
    if (by === 'brand') brandSpokeAgain = true;
  }
  if (doneAtMs !== null && doneAtMs <= judgedAtMs) return 'kept';
  if (dueAfterSeconds !== null && doneAtMs !== null) return 'late';
  if (brokenAtMs !== null) return 'broken';
  return endMs < judgedAtMs ? 'open' : 'unverifiable';
}
