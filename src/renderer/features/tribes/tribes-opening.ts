import type { ChartVoice } from '../../charts/chart-voice.ts';
import type { TribesValue, ValueMapValue } from './map-marks.ts';

/** Under this many people no tribe is said to prevail. */
const LEAST_PEOPLE = 5;

/** The sentence that opens the tribes room: the largest value tribe, or why none can be named. */
export function tribesOpening({ people }: Pick<TribesValue, 'people'>, { tribes, n, few, withoutBookings }: ValueMapValue, voice: ChartVoice): string {
  const drawn = n - few - withoutBookings;
  const largest = tribes.reduce<ValueMapValue['tribes'][number] | null>((found, tribe) => (!tribe.tooFew && tribe.size > (found?.size ?? 0) ? tribe : found), null);
  if (n - withoutBookings === 0) return voice.text('tribes.opening.none');
  if (drawn === 0) return voice.text('tribes.opening.fewNone');
  if (largest === null || drawn < LEAST_PEOPLE) return voice.text('tribes.opening.few', { n: voice.count(drawn) });
  return voice.text('tribes.opening.clear', { zone: voice.text(`tribes.zoneVerb.${largest.zone}`), size: voice.count(largest.size), drawn: voice.count(drawn), people: voice.count(people) });
}
