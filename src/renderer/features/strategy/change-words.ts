import type { OperationValue } from '../../../contract/operations.ts';
import type { ChartVoice } from '../../charts/chart-voice.ts';
import type { TribeTitles } from './plan-words.ts';

/** A difference with its parts, as the engine answers it. */
export type Change = OperationValue<'strategy.change'>;

/** One row of the picture: a part of the difference, what it consists of, and what opens behind it. */
export interface ChangeRow {
  readonly key: string;
  readonly label: string;
  readonly part: { readonly estimate: number | null; readonly low: number | null; readonly high: number | null };
  /** Cases, messages or decisions it rests on, in words. */
  readonly rests: string;
  readonly messageIds: readonly number[];
}

/** A figure of a unit in words. */
export function figureWords(value: number, unit: Change['unit'], voice: ChartVoice): string {
  if (unit === 'share') return voice.text('change.inHundred', { share: voice.inHundred(value) });
  return unit === 'seconds' ? voice.duration(value) : voice.text('change.pointsEach', { points: voice.number(value) });
}

/** A signed difference of a unit in words. */
export function moveWords(value: number, unit: Change['unit'], voice: ChartVoice): string {
  const size = Math.abs(value);
  const sign = value < 0 ? '−' : '+';
  if (unit === 'share') return `${sign}${voice.text('change.points', { count: Math.round(size * 1000) / 10, n: voice.number(Math.round(size * 1000) / 10) })}`;
  return `${sign}${unit === 'seconds' ? voice.duration(size) : voice.number(size)}`;
}

/** A signed difference for an axis. */
export function moveTick(value: number, unit: Change['unit'], voice: ChartVoice): string {
  const sign = value < 0 ? '−' : '+';
  const size = Math.abs(value);
  return `${sign}${unit === 'share' ? voice.number(Math.round(size * 1000) / 10) : unit === 'seconds' ? voice.shortDuration(size) : voice.number(size)}`;
}

/** A limit beside the move it belongs to: its unit stands there already, but for times. */
export function limitWords(value: number, unit: Change['unit'], voice: ChartVoice): string {
  return unit === 'seconds' ? moveWords(value, unit, voice) : moveTick(value, unit, voice);
}

/** A limit of a figure beside the figure. */
export function figureLimit(value: number, unit: Change['unit'], voice: ChartVoice): string {
  return unit === 'share' ? voice.inHundred(value) : unit === 'seconds' ? voice.duration(value) : voice.number(value);
}

/** A part with its interval. */
export function partWords({ estimate, low, high }: ChangeRow['part'], unit: Change['unit'], voice: ChartVoice): string {
  if (estimate === null) return voice.text('change.few');
  const move = moveWords(estimate, unit, voice);
  return low === null || high === null ? voice.text('change.noInterval', { move }) : voice.text('change.between', { move, low: limitWords(low, unit, voice), high: limitWords(high, unit, voice) });
}

/** How clear a move is: its whole interval on one side of zero. */
export function changeForm(change: Change): 'clear' | 'not-clear' | 'too-few' {
  const { difference } = change;
  if (difference === null || difference.low === null || difference.high === null) return 'too-few';
  return difference.low > 0 || difference.high < 0 ? 'clear' : 'not-clear';
}

/** A group by the name it has elsewhere. */
export function groupName(key: string, { by }: Pick<Change, 'by'>, { voice, titles }: { readonly voice: ChartVoice; readonly titles: TribeTitles }): string {
  if (key === 'smaller' || key === 'none' || by === 'importance') return voice.text(`change.group.${key}`);
  if (by === 'network') return voice.network(key);
  return by === 'intent' ? voice.text(`codes.intent.${key}`) : (titles.get(`value:${key.replace(/^value:/u, '')}`) ?? titles.get(key) ?? key);
}

/** The sentence over the picture: which way the figure went, from what to what, and the part that weighs most. */
export function changeSentence(change: Change, voice: ChartVoice): string {
  const { measure, unit, then, after, difference, reason, samePeriod } = change;
  const what = voice.text(`change.measures.${measure}`);
  if (reason !== null || then === null || difference === null || after.figure === null) return voice.text(`change.title.${reason ?? 'too-few'}`, { what, before: voice.count(change.before.n), after: voice.count(change.after.n) });
  const values = { what, then: figureWords(then.estimate, unit, voice), now: figureWords(after.figure.estimate, unit, voice), move: moveWords(difference.estimate, unit, voice) };
  if (samePeriod && change.causes.length === 0) return voice.text('change.title.same', values);
  if (changeForm(change) !== 'clear') return voice.text('change.title.unclear', values);
  const most = partRows(change, voice).filter(({ part }) => part.estimate !== null && Math.sign(part.estimate) === Math.sign(difference.estimate)).toSorted((one, other) => Math.abs(other.part.estimate ?? 0) - Math.abs(one.part.estimate ?? 0))[0];
  return most === undefined ? voice.text('change.title.plain', values) : voice.text('change.title.clear', { ...values, part: most.label });
}

/** The parts that add up: causes, then mix and rate of all groups, what the common curve holds, and what is left over. */
export function partRows(change: Change, voice: ChartVoice): ChangeRow[] {
  const { causes, between, leftover, before, after } = change;
  const none = { estimate: null, low: null, high: null };
  const cases = voice.text('change.cases', { before: voice.count(before.n), after: voice.count(after.n) });
  const rest = leftover.estimate === null || Math.abs(leftover.estimate) > 1e-9 ? [{ key: 'leftover', label: voice.text('change.part.leftover'), part: leftover.estimate === null ? none : { estimate: leftover.estimate, low: null, high: null }, rests: '', messageIds: [] }] : [];
  return [
    ...causes.map(({ cause, n, part }): ChangeRow => ({ key: cause, label: voice.text(`change.cause.${cause}`), part: part ?? none, rests: voice.text(`change.causeRests.${cause}`, { count: n }), messageIds: [] })),
    ...(between === null ? [] : [
      { key: 'rate', label: voice.text('change.part.rate'), part: between.rate, rests: cases, messageIds: [] },
      { key: 'mix', label: voice.text('change.part.mix'), part: between.mix, rests: cases, messageIds: [] },
      ...(Math.abs(between.curve.estimate) > 1e-9 ? [{ key: 'curve', label: voice.text('change.part.curve'), part: between.curve, rests: cases, messageIds: [] }] : []),
    ]),
    ...(before.edition === null ? [] : rest),
  ];
}
