import type { OperationInput, OperationValue } from '../../../contract/operations.ts';
import type { ChartVoice } from '../../charts/chart-voice.ts';
import type { ChipProps } from '../../ui/Chip.tsx';

/** A promise as the register shows it. */
export type PromiseLine = OperationValue<'promises.list'>['promises'][number];
/** The register's counts and its share. */
export type PromiseSummary = OperationValue<'promises.summary'>;
/** How a promise stands. */
export type PromiseStateCode = PromiseLine['state'];

/** The states in the order of the register: what was seen first, what cannot be seen last. */
export const PROMISE_STATE_ORDER = ['kept', 'late', 'broken', 'open', 'unverifiable'] as const satisfies readonly PromiseStateCode[];

/** Which promises the table shows by the time they name, or by who decided. */
export const PROMISE_TIMES = ['all', 'named', 'unnamed', 'byHand'] as const;
export type PromiseTimes = (typeof PROMISE_TIMES)[number];

/** The chip of a state: colour only where something is being said. */
export const STATE_TONES: Readonly<Record<PromiseStateCode, NonNullable<ChipProps['tone']>>> = { kept: 'accent', late: 'gold', broken: 'warm', open: 'neutral', unverifiable: 'neutral' };

/** The finding of the register: a share with its interval, or that there are too few. */
export function promiseFinding({ rate }: PromiseSummary, voice: ChartVoice): string {
  const { estimate, low, high, n } = rate;
  return estimate === null || low === null || high === null
    ? voice.text('promises.rate.few', { n: voice.count(n) })
    : voice.text('promises.rate.clear', { share: voice.inHundred(estimate), low: voice.inHundred(low), high: voice.inHundred(high), n: voice.count(n) });
}

/** When a promise is due: the first instant of a day is the end of the one before. */
export function dueWords(dueMs: number, voice: ChartVoice): string {
  const lastDay = voice.date(dueMs - 1);
  return voice.date(dueMs) === lastDay ? voice.dateTime(dueMs) : voice.text('promises.endOf', { date: lastDay });
}

/** What the table asks for. */
export function promiseChoice(state: PromiseStateCode | null, times: PromiseTimes): Pick<OperationInput<'promises.list'>, 'state' | 'named' | 'byHand'> {
  return {
    ...(state === null ? {} : { state }),
    ...(times === 'named' ? { named: true } : times === 'unnamed' ? { named: false } : times === 'byHand' ? { byHand: true } : {}),
  };
}

/** Why a promise stands as it does: the person's word where a person decided. */
export function reasonWords({ reason, byHand, derivedState, note }: PromiseLine, voice: ChartVoice): string[] {
  const why = byHand ? voice.text('promises.byHand', { state: voice.text(`promises.state.${derivedState}`) }) : voice.text(`promises.reason.${reason}`);
  return note === null || note === '' ? [why] : [why, voice.text('promises.note', { note })];
}
