import { useMemo } from 'react';
import type { ChartVoice } from '../../charts/chart-voice.ts';
import { useChartVoice } from '../../charts/use-chart-voice.ts';
import { useScope } from '../../state/navigation.ts';

const HOUR_SECONDS = 3600;

/**
 * A voice whose durations count opening hours and say so, in hours and minutes: a day of opening hours is no day, so none is
 * ever written.
 */
export function openingVoice(voice: ChartVoice): ChartVoice {
  // an hour's rounding must not read "60 minutes"
  const inHours = (seconds: number): boolean => Math.round(Math.abs(seconds) / 60) * 60 >= HOUR_SECONDS;
  const hours = (seconds: number): { readonly count: number; readonly n: string } => ({ count: Math.abs(seconds) / HOUR_SECONDS, n: `${seconds <= -0.5 ? '−' : ''}${voice.number(Math.abs(seconds) / HOUR_SECONDS)}` });
  return {
    ...voice,
    duration: (seconds) => (inHours(seconds) ? voice.text('hours.duration.hours', hours(seconds)) : voice.text('hours.duration.under', { time: voice.duration(seconds) })),
    shortDuration: (seconds) => (inHours(seconds) ? voice.text('hours.duration.short', hours(seconds)) : voice.text('hours.duration.underShort', { time: voice.shortDuration(seconds) })),
  };
}

/** The voice of this room: durations on the clock that the address names. */
export function useWaitVoice(): ReturnType<typeof useChartVoice> {
  const voice = useChartVoice();
  const { clock } = useScope();
  return useMemo(() => (clock === 'opening' ? openingVoice(voice) : voice), [voice, clock]);
}
