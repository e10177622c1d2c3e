import type { Filters } from '../../../contract/selection.ts';
import { isIntent } from '../../charts/intent-style.ts';
import type { MessageSelection } from '../../state/panels.ts';

/** What a choice of requests says that filters can say too; null where it says more than that. */
function requestFilters({ by = 'none', key, weekday, hour, ...rest }: NonNullable<MessageSelection['requests']>): Filters | null {
  if (Object.values(rest).some((value) => value !== undefined)) return null;
  const clock: Filters = { ...(weekday === undefined ? {} : { weekdays: [weekday] }), ...(hour === undefined ? {} : { hours: [hour] }) };
  if (key === undefined || by === 'none') return clock;
  if (by === 'intent') return isIntent(key) ? { ...clock, intents: [key] } : null;
  if (by === 'network') return { ...clock, networks: [key] };
  if (by === 'container') return { ...clock, containers: [key] };
  if (by === 'weekday') return { ...clock, weekdays: [Number(key)] };
  // the tribe of a request is the one its asker belonged to before, which no filter knows
  return by === 'hour' ? { ...clock, hours: [Number(key)] } : null;
}

/**
 * The filters that a mark stands for: those its messages were opened with, and what picks its requests where filters have the
 * same dimension (kind, network, place, weekday, hour). Null where the mark is more than filters can say.
 */
export function selectionFilters({ filters = {}, brand: _brand, clock: _clock, requests, ...rest }: MessageSelection): Filters | null {
  if (Object.values(rest).some((value) => value !== undefined)) return null;
  const further = requests === undefined ? {} : requestFilters(requests);
  return further === null ? null : { ...filters, ...further };
}
