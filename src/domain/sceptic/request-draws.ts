import { INTENTS, REQUEST_INTENTS } from '../model/codes.ts';
import type { LabelDonor } from '../reading-check/label-imputation.ts';
import { drawnRequestLabels, type DrawnLabels } from '../response/drawn-labels.ts';
import type { RequestEpisode } from '../response/request-episode.ts';
import { askerNumbering } from '../response/wait-columns.ts';
import { seededRandom } from '../stats/seeded-random.ts';
import { requestFigure, type DefinedRequests, type RequestFigure } from './request-figure.ts';

/** What a joint draw of a figure of requests changes at once. */
export interface RequestDrawing {
  /** One of these is drawn each time: definitions, and clocks. */
  readonly definitions: readonly DefinedRequests[];
  /** Weeks of the clock between which the horizon is drawn, log-uniform; equal ones keep it. */
  readonly horizonWeeks: readonly [number, number];
  /** Checked messages, by whose mistakes labels are drawn again; null leaves them as read. */
  readonly labels: { readonly donors: readonly LabelDonor[]; readonly decided: ReadonlySet<number> } | null;
  readonly draws: number;
  readonly seed: number;
  /** Called before each draw; what it throws ends the drawing. */
  readonly onDraw?: () => void;
}

interface Numbered {
  readonly defined: DefinedRequests;
  readonly askerOf: (request: RequestEpisode) => number;
  readonly askers: number;
  readonly asker: Uint32Array;
  sets: Generator<DrawnLabels> | null;
}

const REQUESTS: ReadonlySet<string> = new Set(REQUEST_INTENTS);

function numbered(defined: DefinedRequests): Numbered {
  const numberOf = askerNumbering();
  const known = new Map<number, number>();
  let askers = 0;
  // by message: a draw reads a request with other labels, and it is the same asker
  const askerOf = (request: RequestEpisode): number => {
    const number = known.get(request.messageId) ?? numberOf(request);
    known.set(request.messageId, number);
    askers = Math.max(askers, number + 1);
    return number;
  };
  const asker = Uint32Array.from(defined.requests, askerOf);
  for (const request of defined.praise) askerOf(request);
  return { defined, askerOf, askers, asker, sets: null };
}

/**
 * A figure of requests in joint draws: each draws a definition and a clock, a horizon, the labels of every request where the
 * reading was checked, and the askers with replacement. One value a draw; null where the draw cannot carry the figure. Sets of
 * labels are used in turn, 50 to a seed. Same seed, same values. draws x O(n log n). Throws RangeError `invalid definitions: 0`.
 * Source: Saltelli et al. 2008, Global Sensitivity Analysis, chapter 1, for drawing all inputs at once; the parts as in their own places.
 */
export function requestDraws(figure: RequestFigure, { definitions, horizonWeeks: [from, to], labels, draws, seed, onDraw }: RequestDrawing): (number | null)[] {
  if (definitions.length === 0) throw new RangeError('invalid definitions: 0');
  const choices = definitions.map(numbered);
  const random = seededRandom(seed);
  let labelSeed = seed;
  const nextLabels = (choice: Numbered): DrawnLabels | undefined => {
    if (labels === null) return undefined;
    const next = choice.sets?.next();
    if (next !== undefined && next.done !== true) return next.value;
    labelSeed += 1;
    choice.sets = drawnRequestLabels(choice.defined.requests, choice.asker, { ...labels, labels: INTENTS, seed: labelSeed });
    const first = choice.sets.next();
    return first.done === true ? undefined : first.value;
  };
  return Array.from({ length: draws }, () => {
    onDraw?.();
    const choice = choices[Math.min(choices.length - 1, Math.floor(random() * choices.length))];
    if (choice === undefined) return null;
    const horizonSeconds = choice.defined.scale.weekSeconds * from * (to / from) ** random();
    const weights = new Uint16Array(choice.askers);
    for (let asker = 0; asker < choice.askers; asker += 1) {
      const drawn = Math.floor(random() * choice.askers);
      weights[drawn] = (weights[drawn] ?? 0) + 1;
    }
    const labelsAt = nextLabels(choice);
    const intentsAt = labelsAt === undefined ? {} : { intentsAt: (position: number) => labelsAt(position).filter((label) => REQUESTS.has(label)) };
    return requestFigure(figure, choice.defined, { horizonSeconds, weights, askerOf: choice.askerOf, ...intentsAt });
  });
}
