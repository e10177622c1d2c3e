import { AsyncLocalStorage } from 'node:async_hooks';
import type { Dispatch } from '../../contract/dispatch.ts';
import type { Outcome } from '../../contract/outcome.ts';
import { drawElsewhere, drawnAtOnce, type DrawnLater } from '../../domain/stats/later-draws.ts';

/** Views that are of use before their intervals are there; every other read is whole or not at all. */
const EARLY: ReadonlySet<string> = new Set([
  'overview', 'response.survival', 'response.gaps', 'response.trend', 'response.competing', 'response.audiogram', 'response.quality', 'response.criticism', 'response.benchmarks', 'response.vanished',
  'trust.parts', 'value.inequality', 'value.claim', 'promises.cost', 'strategy.formation', 'strategy.breadth', 'strategy.sameness', 'oneByOne.effect',
]);
/** Draws times clusters that one answer may make at once: less than a tenth of a second. What goes beyond comes later. */
const AT_ONCE = 3_000_000;
/** Time that draws take before whatever waits has its turn. */
const SLICE_MS = 15;
/** Answers that are finished, or on their way, and not asked for again yet: those of some ten filters. */
const KEPT = 256;
/** Times that an answer is put together before it is drawn at once. */
const MOST_ROUNDS = 4;

/** The draws of one answer: what was drawn for it so far, and what it asked for that is not there yet. */
interface Draws {
  readonly drawn: Map<string, Float64Array>;
  readonly wanted: Map<string, DrawnLater>;
  /** How often in this round a plan was asked for that is not drawn yet. */
  missed: number;
  spent: number;
}

const asking = new AsyncLocalStorage<Draws>();

/** Figures of draws that other answers may use too, the latest last: those of a hundred groups of people, which most filters leave as they are. */
const shared = new Map<string, Float64Array>();
const KEPT_SHARED = 400;

/** Keeps figures for other answers; their key names all they rest on. */
export function shareDraws(key: string, figures: Float64Array): void {
  shared.delete(key);
  shared.set(key, figures);
  const [oldest] = shared.keys();
  if (shared.size > KEPT_SHARED && oldest !== undefined) shared.delete(oldest);
}

/** The figures kept for other answers, by key. */
export function sharedDraws(): ReadonlyMap<string, Float64Array> {
  return shared;
}

function drawnFor(plan: DrawnLater): Float64Array | null {
  const draws = asking.getStore();
  const key = plan.isShared ? plan.key() : null;
  const common = key === null ? undefined : shared.get(key);
  if (common !== undefined) return common;
  if (draws !== undefined) draws.spent += plan.cost;
  if (draws === undefined || draws.spent <= AT_ONCE) {
    if (key === null) return null;
    const figures = drawnAtOnce(plan.steps());
    shareDraws(key, figures);
    return figures;
  }
  const own = key ?? plan.key();
  const known = draws.drawn.get(own);
  if (known !== undefined) return known;
  draws.wanted.set(own, plan);
  draws.missed += 1;
  return new Float64Array(0);
}

/** Keeps draws that other answers may use, and draws everything at once: for who has time and hands over what was drawn. */
export function keepSharedDraws(): void {
  drawElsewhere(drawnFor);
}

/** How often the answer that is being computed has gone without draws so far; 0 where none may come later. An answer that went without some must not be kept. */
export function drawsMissed(): number {
  return asking.getStore()?.missed ?? 0;
}

interface Later {
  readonly version: string;
  outcome: Outcome<unknown> & { readonly unfinished?: true };
}

/** What {@link laterAnswers} stands between. */
export interface LaterAnswersOptions {
  readonly dispatch: Dispatch;
  /** What answers rest on; null where nothing is open. An answer of another version is not given. */
  readonly version: () => string | null;
}

/**
 * A dispatch for reads whose heavy intervals may come later: an answer that would draw for longer than a tenth of a
 * second is given without them, marked `unfinished`; they are drawn while nobody asks, the latest question first, and the
 * same question asked again gets the whole answer as soon as it is there. The draws are those that would have been
 * made at once: same seed, same figures.
 */
export function laterAnswers({ dispatch, version }: LaterAnswersOptions): Dispatch {
  drawElsewhere(drawnFor);
  const known = new Map<string, Later>();
  const waiting: (() => Promise<boolean>)[] = [];
  let running = false;

  const remember = (key: string, later: Later): void => {
    known.delete(key);
    known.set(key, later);
    for (const oldest of known.keys()) {
      if (known.size <= KEPT) break;
      known.delete(oldest);
    }
  };
  const run = async (): Promise<void> => {
    if (running) return;
    running = true;
    for (let step = waiting.at(-1); step !== undefined; step = waiting.at(-1)) {
      const goesOn = await step();
      if (!goesOn) waiting.splice(waiting.indexOf(step), 1);
      await new Promise<void>((resolve) => {
        setImmediate(resolve);
      });
    }
    running = false;
  };
  const round = (draws: Draws, operation: string, input: unknown, context: Parameters<Dispatch>[2]): Promise<Outcome<unknown>> => {
    draws.wanted.clear();
    draws.spent = 0;
    draws.missed = 0;
    return asking.run(draws, () => dispatch(operation, input, context));
  };
  const finishLater = (later: Later, draws: Draws, { key, operation, input }: { readonly key: string; readonly operation: string; readonly input: unknown }): void => {
    let rounds = 1;
    let steps: Generator<null, Float64Array> | null = null;
    let drawing = '';
    let isShared = false;
    waiting.push(async () => {
      if (version() !== later.version || known.get(key) !== later) return false;
      const until = performance.now() + SLICE_MS;
      while (performance.now() < until) {
        if (steps === null) {
          const [next] = draws.wanted;
          if (next === undefined) break;
          drawing = next[0];
          steps = next[1].steps();
          isShared = next[1].isShared;
        }
        const step = steps.next();
        if (step.done !== true) continue;
        draws.drawn.set(drawing, step.value);
        if (isShared) shareDraws(drawing, step.value);
        draws.wanted.delete(drawing);
        steps = null;
      }
      if (steps !== null || draws.wanted.size > 0) return true;
      rounds += 1;
      const outcome = await (rounds < MOST_ROUNDS ? round(draws, operation, input, undefined) : dispatch(operation, input));
      if (rounds < MOST_ROUNDS && draws.wanted.size > 0) return true;
      later.outcome = outcome;
      return false;
    });
    void run();
  };

  return async (operation, input, context) => {
    const before = EARLY.has(operation) ? version() : null;
    if (before === null) return dispatch(operation, input, context);
    const key = `${operation} ${JSON.stringify(input)}`;
    const later = known.get(key);
    if (later?.version === before) return later.outcome;
    const draws: Draws = { drawn: new Map(), wanted: new Map(), missed: 0, spent: 0 };
    const outcome = await round(draws, operation, input, context);
    if (!outcome.ok || draws.wanted.size === 0) return outcome;
    const made: Later = { version: before, outcome: { ...outcome, unfinished: true } };
    remember(key, made);
    finishLater(made, draws, { key, operation, input });
    return made.outcome;
  };
}
