import type { OpeningHours } from '../model/opening-hours.ts';
import { weekOfChannel, type Channel } from './day-rules.ts';
import { openingCalendar, type OpeningCalendar } from './opening-calendar.ts';

/**
 * The calendar of each channel over a stretch of time, made when first asked for; channels without hours of their own share
 * the brand's. Throws RangeError for an unknown zone.
 */
export function channelCalendars(hours: OpeningHours, span: { readonly timeZone: string; readonly fromMs: number; readonly toMs: number }): (channel: Channel) => OpeningCalendar {
  const made = new Map<object, OpeningCalendar>();
  return (channel) => {
    const own = hours.channels.length === 0 ? null : weekOfChannel(hours, channel);
    const key = own === null || own.week === hours.week ? hours : own;
    const known = made.get(key);
    if (known !== undefined) return known;
    const calendar = openingCalendar(hours, { ...span, channel: key === hours ? null : channel });
    made.set(key, calendar);
    return calendar;
  };
}
