import type { OperationValue } from '../../../contract/operations.ts';
import type { ChartVoice } from '../../charts/chart-voice.ts';

/** Paths from promises as the engine gives them. */
export type PathValue = OperationValue<'promises.path'>;
/** One of its two sides. */
export type PathSideValue = PathValue['sides'][number];

/** Where the share that praises after a kept promise lies against chance; null where either is not known. */
function standing({ sides, chance }: PathValue): 'above' | 'within' | 'below' | null {
  const estimate = sides.find(({ side }) => side === 'kept')?.praise.estimate ?? null;
  if (estimate === null || chance.praise === null) return null;
  return estimate > chance.praise.high ? 'above' : estimate < chance.praise.low ? 'below' : 'within';
}

/** How sure the title is: clear only where chance is left. */
export function pathForm(path: PathValue): 'clear' | 'not-clear' | 'too-few' {
  const estimate = path.sides.find(({ side }) => side === 'kept')?.praise.estimate ?? null;
  if (estimate === null) return 'too-few';
  return standing(path) === 'above' || standing(path) === 'below' ? 'clear' : 'not-clear';
}

/** The finding: who praises after a kept promise, and whether chance would give as much; too few, or none. */
export function pathTitle(path: PathValue, voice: ChartVoice): string {
  const kept = path.sides.find(({ side }) => side === 'kept');
  const days = voice.count(path.days);
  if (kept === undefined || kept.praise.n === 0) return voice.text('promises.path.title.none', { days });
  const { estimate, low, high, n } = kept.praise;
  if (estimate === null || low === null || high === null) return voice.text('promises.path.title.few', { days, n: voice.count(n) });
  return voice.text(`promises.path.title.${standing(path) ?? 'alone'}`, { days, share: voice.inHundred(estimate), low: voice.inHundred(low), high: voice.inHundred(high) });
}

/** What chance gives at a step, or that it is not told. */
export function chanceWords({ chance }: PathValue, step: 'praise' | 'advice' | 'before', voice: ChartVoice): string {
  const found = step === 'before' ? null : chance[step];
  return found === null ? '–' : voice.text('promises.path.byChance', { mean: voice.inHundred(found.mean), low: voice.inHundred(found.low), high: voice.inHundred(found.high) });
}

/** How chance was found, or why it was not. */
export function chanceNote({ chance: { reason, movable, draws }, seed }: PathValue, voice: ChartVoice): string {
  return voice.text(`promises.path.chance.${reason ?? 'drawn'}`, { movable: voice.count(movable), draws: voice.count(draws), seed });
}
