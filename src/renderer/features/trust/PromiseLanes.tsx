import { PlotStage } from '../../charts/PlotStage.tsx';
import type { PlotPoint } from '../../charts/plot-points.ts';
import { lanesHeight, lanesLayout, statePath, type LanePromise } from './promise-lanes.ts';
import type { PromiseStateCode } from './promise-words.ts';

/** A lane with its words, and what it opens. */
export interface WordedLane extends LanePromise {
  readonly heading: string;
  readonly lines: readonly string[];
  readonly open: () => void;
}

export interface PromiseLanesProps {
  readonly label: string;
  readonly hint: string;
  readonly promises: readonly WordedLane[];
  readonly date: (ms: number) => string;
}

/** Promises one by one: a thin line from the promise to its due time, the shape of the state where the outcome was seen. */
export function PromiseLanes({ label, hint, promises, date }: PromiseLanesProps) {
  const points = (width: number): PlotPoint[][] => lanesLayout(promises, width).lanes.flatMap(({ key, top, mark }, place): PlotPoint[][] => {
    const promise = promises[place];
    return promise === undefined ? [] : [[{ key, left: mark, top, heading: promise.heading, lines: promise.lines, open: promise.open }]];
  });
  return (
    <PlotStage height={lanesHeight(promises.length)} label={label} hint={hint} reach={{ kind: 'near', pixels: 90 }} points={points}>
      {({ width, active }) => {
        const { x, height, bottom, ticks, lanes } = lanesLayout(promises, width);
        return (
          <svg width={width} height={height} aria-hidden="true">
            {ticks.map((at) => (
              <g key={at}>
                <line className="plot-grid" x1={x.at(at)} x2={x.at(at)} y1={4} y2={bottom} />
                <text className="plot-tick" x={x.at(at)} y={bottom + 18} textAnchor={x.at(at) > width - 50 ? 'end' : x.at(at) < 50 ? 'start' : 'middle'}>{date(at)}</text>
              </g>
            ))}
            {lanes.map(({ key, state, top, made, due, mark }) => (
              <g key={key} className="promise-lane" data-active={active?.key === key}>
                <rect className="plot-row-ground" x={0} y={top - 7} width={width} height={14} />
                <line className="promise-lane-line" data-after={due !== null && mark > due} x1={made} x2={Math.max(mark, due ?? mark)} y1={top} y2={top} />
                <circle className="promise-lane-made" cx={made} cy={top} r={2} />
                {due !== null && <line className="promise-lane-due" x1={due} x2={due} y1={top - 5} y2={top + 5} />}
                <path className="promise-mark" data-state={state} d={statePath(state, mark, top)} />
              </g>
            ))}
          </svg>
        );
      }}
    </PlotStage>
  );
}

/** The shape of a state beside its name, for the key. */
export function StateShape({ state }: { readonly state: PromiseStateCode }) {
  return (
    <svg className="promise-shape" width={14} height={14} aria-hidden="true">
      <path className="promise-mark" data-state={state} d={statePath(state, 7, 7)} />
    </svg>
  );
}
