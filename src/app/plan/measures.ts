import { operations, type OperationInput, type OperationName, type OperationValue } from '../../contract/operations.ts';
import type { Scope } from '../../contract/selection.ts';
import type { FigureUnit } from '../../domain/model/finding-state.ts';
import type { HYPOTHESIS_SUBJECTS, HypothesisMeasure } from '../../domain/model/hypothesis.ts';
import type { FindingFigure } from '../../domain/strategy/finding-standing.ts';
import type { AskAgain } from './finding-handlers.ts';

const DAY_MS = 86_400_000;
const DAY_SECONDS = 86_400;
const WEEK_SECONDS = 604_800;

/** A figure that can be measured again over any period; `follow` is how long a message must be watched before it counts whole. */
export interface Measure {
  readonly measure: Exclude<HypothesisMeasure, 'figure'>;
  readonly subject: (typeof HYPOTHESIS_SUBJECTS)[number];
  readonly unit: FigureUnit | 'index';
  readonly metric: string;
  readonly followMs: number;
  readonly figure: (ask: AskAgain, scope: Scope, subject: string) => Promise<FindingFigure | null>;
}

/** The value of a read that is asked by name, defaults filled in; null where it fails. */
async function valueOf<Name extends OperationName>(ask: AskAgain, name: Name, input: OperationInput<Name>): Promise<OperationValue<Name> | null> {
  const outcome = await ask(name, operations[name].input.parse(input));
  return outcome.ok ? (outcome.value as OperationValue<Name>) : null;
}

type Group = OperationValue<'response.survival'>['groups'][number];

const TOO_FEW: FindingFigure = { estimate: null, low: null, high: null, n: 0 };

/** A figure of the group of a key; too few where the period holds none of it. */
async function ofGroup(ask: AskAgain, scope: Scope, { by, key, figure }: { readonly by: 'intent' | 'tribe'; readonly key: string; readonly figure: (group: Group) => FindingFigure }): Promise<FindingFigure | null> {
  const value = await valueOf(ask, 'response.survival', { ...scope, by, horizonSeconds: WEEK_SECONDS, maxSteps: 10 });
  if (value === null) return null;
  const group = value.groups.find((one) => one.key === key);
  return group === undefined ? TOO_FEW : figure(group);
}

function answeredWithin({ n, answeredWithin: shares }: Group, seconds: number): FindingFigure {
  const share = shares.find((one) => one.seconds === seconds);
  return share === undefined ? { ...TOO_FEW, n } : { estimate: share.estimate, low: share.low, high: share.high, n };
}

async function trustPart(ask: AskAgain, scope: Scope, part: 'care' | 'advocacy'): Promise<FindingFigure | null> {
  const value = await valueOf(ask, 'trust.parts', { ...scope, chance: false });
  if (value === null) return null;
  const found = value.tribes.find(({ lens }) => lens === 'all')?.parts.find((one) => one.part === part);
  return found === undefined ? TOO_FEW : { estimate: found.estimate, low: found.low, high: found.high, n: found.n };
}

/** What a hypothesis can be about, in the order in which it is offered. Every figure comes from the read that its room shows. */
export const MEASURES: readonly Measure[] = [
  { measure: 'answered-day', subject: 'intent', unit: 'share', metric: 'answered-share', followMs: DAY_MS, figure: (ask, scope, key) => ofGroup(ask, scope, { by: 'intent', key, figure: (group) => answeredWithin(group, DAY_SECONDS) }) },
  {
    measure: 'restricted-wait', subject: 'intent', unit: 'seconds', metric: 'restricted-mean-wait', followMs: 7 * DAY_MS,
    figure: (ask, scope, key) => ofGroup(ask, scope, { by: 'intent', key, figure: ({ restrictedMeanSeconds, restrictedMeanLow, restrictedMeanHigh, n }) => ({ estimate: restrictedMeanSeconds, low: restrictedMeanLow, high: restrictedMeanHigh, n }) }),
  },
  {
    measure: 'gap', subject: 'intent', unit: 'seconds-difference', metric: 'listening-gap', followMs: 7 * DAY_MS,
    async figure(ask, scope, intent) {
      const value = await valueOf(ask, 'response.gaps', { ...scope, horizonSeconds: WEEK_SECONDS });
      if (value === null) return null;
      const gap = value.gaps.find((one) => one.intent === intent);
      return gap === undefined ? TOO_FEW : { estimate: gap.gapSeconds, low: gap.low, high: gap.high, n: gap.n };
    },
  },
  { measure: 'tribe-answered', subject: 'tribe', unit: 'share', metric: 'answered-share', followMs: 7 * DAY_MS, figure: (ask, scope, key) => ofGroup(ask, scope, { by: 'tribe', key, figure: (group) => answeredWithin(group, WEEK_SECONDS) }) },
  {
    measure: 'criticism-answered', subject: 'none', unit: 'share', metric: 'criticism-gap', followMs: 7 * DAY_MS,
    async figure(ask, scope) {
      const side = (await valueOf(ask, 'response.criticism', scope))?.all.criticism;
      return side === undefined ? null : (side.answered ?? { estimate: null, low: null, high: null, n: side.n });
    },
  },
  {
    measure: 'deflected', subject: 'none', unit: 'share', metric: 'answer-quality', followMs: 7 * DAY_MS,
    async figure(ask, scope) {
      const value = await valueOf(ask, 'response.quality', { ...scope, horizonSeconds: WEEK_SECONDS });
      if (value === null) return null;
      const group = value.groups.find(({ key }) => key === 'all');
      return group === undefined ? TOO_FEW : (group.acts?.deflect ?? { estimate: null, low: null, high: null, n: group.n });
    },
  },
  { measure: 'promises-kept', subject: 'none', unit: 'share', metric: 'promises-kept', followMs: 7 * DAY_MS, figure: async (ask, scope) => (await valueOf(ask, 'promises.summary', scope))?.rate ?? null },
  { measure: 'care', subject: 'none', unit: 'share', metric: 'care', followMs: 7 * DAY_MS, figure: (ask, scope) => trustPart(ask, scope, 'care') },
  { measure: 'advocacy', subject: 'none', unit: 'share', metric: 'advocacy', followMs: 0, figure: (ask, scope) => trustPart(ask, scope, 'advocacy') },
  {
    measure: 'gini', subject: 'none', unit: 'index', metric: 'inequality', followMs: 0,
    async figure(ask, scope) {
      const spread = await valueOf(ask, 'value.inequality', { ...scope, of: 'created' });
      return spread === null ? null : { estimate: spread.gini, low: spread.interval?.low ?? null, high: spread.interval?.high ?? null, n: spread.n };
    },
  },
];

/** A measure of the list by its name; null for the figure of a finding, which is none of the list. */
export function measureNamed(measure: HypothesisMeasure): Measure | null {
  return MEASURES.find((one) => one.measure === measure) ?? null;
}

/** A figure as it is kept: these four numbers and nothing else. */
export function plainFigure({ estimate, low, high, n }: FindingFigure): { estimate: number | null; low: number | null; high: number | null; n: number | null } {
  return { estimate, low, high, n };
}
