import { clusteredWaiting, waitingLayout, type ClusteredFigure, type GroupWaiting, type WaitingTarget } from '../stats/clustered-waiting.ts';
import { pooledEstimate, type CompletedEstimate, type PooledEstimate } from '../stats/pooled-estimate.ts';
import { drawnRequestLabels, type LabelDrawing } from './drawn-labels.ts';
import type { ListeningReference } from './listening-reference.ts';
import type { RequestEpisode } from './request-episode.ts';
import { LEAST_AUTHORS, LEAST_REQUESTS } from './response-floors.ts';
import type { ShareAt } from './survival-group.ts';
import { askerNumbering, timedFor, waitColumns } from './wait-columns.ts';
import { WALL_SCALE, type WaitScale } from './wait-scale.ts';

/** Figures of one kind of request, corrected for what the reader mistakes; null where a completed set cannot carry them. */
export interface CorrectedGroup {
  readonly key: string;
  /** Expected number of requests of this kind among those read as requests, with its limits. */
  readonly n: PooledEstimate;
  readonly restrictedMeanSeconds: PooledEstimate | null;
  /** Mean wait minus that of the reference; null for the reference itself. */
  readonly gapSeconds: PooledEstimate | null;
  readonly answeredWithin: readonly ShareAt[];
}

/** What the correction depends on besides the requests. */
export interface CorrectionOptions extends LabelDrawing {
  /** The kinds wanted. */
  readonly codes: readonly string[];
  readonly horizonSeconds: number;
  /** Whom the gaps are held against: purchase is dealt again with the rest, other references stand as read; null: no gaps. */
  readonly reference: ListeningReference | null;
  /** The clock of the waits; the wall's unless given. */
  readonly scale?: WaitScale;
}

/** Requests of a precision, laid out, with where each stands among all. */
interface Layout {
  readonly figures: GroupWaiting;
  readonly position: Uint32Array;
  readonly member: Uint8Array;
  readonly targets: readonly WaitingTarget[];
}

const FLOORS = { waits: LEAST_REQUESTS, clusters: LEAST_AUTHORS };

/**
 * Response figures by kind of request over 50 data sets in which the labels of each request are drawn again by what the checked
 * sample shows the reader to mistake and by how long that request waited; pooled by Rubin's rules. Mistakes between kinds pull
 * their figures together, so the corrected ones lie further apart and wider; drawing labels without the wait would pull them
 * together once more. In every set the people are drawn anew for the guess at how each kind waits. A request counts in each of
 * its kinds, and in none when the draw says that it is no request; one that the reader took for none stays unseen, which the
 * definition says. Variances let an author's requests hang together. A figure is given when every set can carry it, floors
 * included. O(50 x kinds x n).
 * Source: Rubin 1987; Little & Rubin 2020, chapter 10; Honaker & King 2010, American Journal of Political Science 54(2):561-581.
 */
export function correctedResponse(requests: readonly RequestEpisode[], options: CorrectionOptions): CorrectedGroup[] {
  const { codes, reference, scale: { shareSeconds, weekSeconds } = WALL_SCALE } = options;
  const emptyFigures = (): Figures => ({ n: [], mean: [], gap: [], shares: shareSeconds.map(() => []) });
  const numberOf = sharedNumbering();
  const apart = reference === null || reference.kind === 'purchase' ? [] : timedFor(reference.requests, options.horizonSeconds, weekSeconds);
  for (const request of apart) numberOf(request);
  const asker = Uint32Array.from(requests, numberOf);
  const layouts = layoutsOf(requests, options, numberOf);
  const against = apart.length === 0 ? null : fixedMean(apart, options, numberOf);
  const found = new Map(codes.map((code) => [code, emptyFigures()]));
  const member = new Map(codes.map((code) => [code, new Uint8Array(requests.length)]));
  let sets = 0;
  for (const labelsAt of drawnRequestLabels(requests, asker, options)) {
    sets += 1;
    for (const flags of member.values()) flags.fill(0);
    for (let at = 0; at < requests.length; at += 1) {
      for (const code of labelsAt(at)) {
        const flags = member.get(code);
        if (flags !== undefined) flags[at] = 1;
      }
    }
    const means = new Map(codes.map((code) => [code, addFigures(found.get(code) ?? emptyFigures(), member.get(code) ?? new Uint8Array(0), { layouts, shareSeconds })] as const));
    const base = reference?.kind === 'purchase' ? (means.get('purchase') ?? null) : against;
    for (const code of codes) addGap(found.get(code) ?? emptyFigures(), code === reference?.kind ? null : (means.get(code) ?? null), base);
  }
  return codes.map((key) => {
    const { n, mean, gap, shares } = found.get(key) ?? emptyFigures();
    const whole = (figures: readonly CompletedEstimate[]): PooledEstimate | null => (figures.length === sets ? pooledEstimate(figures) : null);
    return {
      key, n: pooledEstimate(n) ?? { estimate: 0, low: 0, high: 0, addedShare: 0 }, restrictedMeanSeconds: whole(mean), gapSeconds: whole(gap),
      answeredWithin: shareSeconds.map((seconds, at) => pooledShare(seconds, shares[at] ?? [], sets)),
    };
  });
}

interface WaitingShare {
  readonly waiting: number;
  readonly variance: number;
  readonly n: number;
}

interface Figures {
  readonly n: CompletedEstimate[];
  readonly mean: CompletedEstimate[];
  readonly gap: CompletedEstimate[];
  readonly shares: readonly WaitingShare[][];
}

/** Askers by number; a request without an author is the same asker wherever it is met. */
function sharedNumbering(): (request: RequestEpisode) => number {
  const numberOf = askerNumbering();
  const known = new Map<RequestEpisode, number>();
  return (request) => {
    const number = known.get(request) ?? numberOf(request);
    known.set(request, number);
    return number;
  };
}

function layoutsOf(requests: readonly RequestEpisode[], { horizonSeconds, scale: { shareSeconds, weekSeconds } = WALL_SCALE }: CorrectionOptions, numberOf: (request: RequestEpisode) => number): readonly Layout[] {
  const places = new Map(requests.map((request, at) => [request, at]));
  const weekly = horizonSeconds >= weekSeconds;
  const mean: WaitingTarget = { kind: 'mean', seconds: horizonSeconds };
  const shares = shareSeconds.map((seconds): WaitingTarget => ({ kind: 'share', seconds }));
  return [
    { from: weekSeconds, targets: [...(weekly ? [mean] : []), ...shares.filter(({ seconds }) => seconds >= weekSeconds)] },
    { from: 0, targets: [...(weekly ? [] : [mean]), ...shares.filter(({ seconds }) => seconds < weekSeconds)] },
  ].map(({ from, targets }) => {
    const timed = timedFor(requests, from, weekSeconds).map((request) => ({ request, at: places.get(request) ?? 0 }));
    const waits = waitingLayout(waitColumns(timed.map(({ request }) => request), numberOf));
    return { targets, figures: clusteredWaiting(waits, targets, FLOORS), member: new Uint8Array(timed.length), position: Uint32Array.from(waits.order, (place) => timed[place]?.at ?? 0) };
  });
}

function fixedMean(requests: readonly RequestEpisode[], { horizonSeconds }: CorrectionOptions, numberOf: (request: RequestEpisode) => number): ClusteredFigure | null {
  const waits = waitingLayout(waitColumns(requests, numberOf));
  return clusteredWaiting(waits, [{ kind: 'mean', seconds: horizonSeconds }], FLOORS)(new Uint8Array(requests.length).fill(1)).figures[0] ?? null;
}

/** Adds one set's figures of a group and gives its mean wait. */
function addFigures({ n, mean, shares }: Figures, member: Uint8Array, { layouts, shareSeconds }: { readonly layouts: readonly Layout[]; readonly shareSeconds: readonly number[] }): ClusteredFigure | null {
  n.push({ estimate: member.reduce((sum, flag) => sum + flag, 0), variance: 0 });
  let found: ClusteredFigure | null = null;
  for (const { figures, position, targets, member: laidOut } of layouts) {
    for (let at = 0; at < position.length; at += 1) laidOut[at] = member[position[at] ?? 0] ?? 0;
    const group = figures(laidOut);
    targets.forEach(({ kind, seconds }, at) => {
      const figure = group.figures[at] ?? null;
      if (figure === null) return;
      if (kind === 'share') shares[shareSeconds.indexOf(seconds)]?.push({ waiting: figure.estimate, variance: figure.variance, n: group.n });
      else {
        mean.push(figure);
        found = figure;
      }
    });
  }
  return found;
}

function addGap({ gap }: Figures, mean: ClusteredFigure | null, base: ClusteredFigure | null): void {
  if (mean === null || base === null) return;
  const [own, other] = [mean.pulls ?? new Float64Array(0), base.pulls ?? new Float64Array(0)];
  let variance = 0;
  for (let asker = 0; asker < Math.max(own.length, other.length); asker += 1) variance += ((own[asker] ?? 0) - (other[asker] ?? 0)) ** 2;
  gap.push({ estimate: mean.estimate - base.estimate, variance });
}

/** Pooled on the log(-log) scale; a set in which all or none wait gives half a wait to the other side, because that scale ends there. */
function pooledShare(seconds: number, sets: readonly WaitingShare[], wanted: number): ShareAt {
  if (sets.length < wanted || wanted === 0) return { seconds, estimate: null, low: null, high: null };
  const pooled = pooledEstimate(sets.map(({ waiting, variance, n }) => {
    const inside = waiting <= 0 || waiting >= 1 ? (waiting * n + 0.5) / (n + 1) : waiting;
    const spread = waiting <= 0 || waiting >= 1 ? (inside * (1 - inside)) / (n + 1) : variance;
    const log = Math.log(inside);
    return { estimate: Math.log(-log), variance: spread / (inside * log) ** 2 };
  }));
  const answered = 1 - sets.reduce((sum, { waiting }) => sum + waiting, 0) / sets.length;
  // log(-log S) falls as S rises, and the share answered is 1 - S
  const shareAt = (value: number): number => 1 - Math.exp(-Math.exp(value));
  return { seconds, estimate: answered, low: Math.min(answered, shareAt(pooled?.low ?? 0)), high: Math.max(answered, shareAt(pooled?.high ?? 0)) };
}
