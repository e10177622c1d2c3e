import type { FigureSource } from '../../contract/operations/findings.ts';
import type { OperationValue } from '../../contract/operations.ts';
import { promiseDraws, promiseVariations } from '../../domain/sceptic/promise-variations.ts';
import type { Challenge, ChallengeOptions } from './challenge.ts';

/** True where a source names the kept rate of promises. */
export function isKeptRate({ operation, at, fields }: FigureSource): boolean {
  return operation === 'promises.summary' && at.length === 1 && at[0] === 'rate' && fields.estimate === 'estimate';
}

/** Challenges the kept rate by what late and unverifiable promises may stand for. */
export function promiseChallenge({ answer, now, draws, seed }: ChallengeOptions): Challenge {
  const { named } = answer as OperationValue<'promises.summary'>;
  const variations = promiseVariations(named);
  const tried = new Set(variations.map(({ change }) => change));
  return {
    measures: 'figure', now, variations: variations.map((varied) => ({ ...varied, rule: null })),
    unvaried: [
      ...(['unverifiable-broken', 'unverifiable-kept'] as const).filter((change) => !tried.has(change)).map((change) => ({ change, reason: 'nothing-open' as const })),
      { change: 'reader-corrected', reason: 'unsupported' }, { change: 'opening-hours', reason: 'not-resting' }, { change: 'horizon-longer', reason: 'not-resting' },
    ],
    drawnFigures: now.estimate === null ? [] : promiseDraws(named, { draws, seed }), drawn: ['verdicts', 'people'], definitions: 1,
  };
}
