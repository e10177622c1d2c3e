import { describe, expect, it } from 'vitest';
import { fieldOfHeader, fieldOfPath, durationUnit, saysOutbound } from '../../../src/ingest/header-synonyms.ts';
import { createZoneReader, isTimeZone } from '../../../src/ingest/local-time.ts';
import { mentionsIn } from '../../../src/ingest/mentions.ts';
import { withoutEntities } from '../../../src/ingest/plain-text.ts';
import { timeOfAge, writtenAge } from '../../../src/ingest/relative-time.ts';
import { createTimeReader, isCountedBack, timeColumn } from '../../../src/ingest/time-column.ts';
import { writtenDuration } from '../../../src/ingest/written-duration.ts';
import { isDamagedId, writtenCount, writtenFlag, writtenNumber, writtenRating } from '../../../src/ingest/written-number.ts';
import { writtenTime } from '../../../src/ingest/written-time.ts';

describe('numbers as written', () => {
  it.each([['1.234', 1234], ['1,234', 1234], ['12.4K', 12_400], ['1,5 mln', 1_500_000], ['2,57%', 0.0257], ['1.234,5', 1234.5], ['1,234.5', 1234.5], ['0,57', 0.57], ['12 400', 12_400], ['-3', -3], ['1.234.567', 1_234_567]])('reads %s', (text, number) => {
    expect(writtenNumber(text)).toBeCloseTo(number, 10);
  });
  it.each([['2.125', 'hours', 7650], ['2,5', 'hours', 9000], ['1.234,5', 'hours', 4_444_200], ['0,25', 'hours', 900], ['1,234', 'minutes', 74_040], ['90', 'minutes', 5400], ['01:30', 'hours', 5400], ['25:00:30', 'minutes', 90_030]] as const)('reads %s %s as a length of time', (text, unit, seconds) => expect(writtenDuration(text, unit)).toBe(seconds * 1000));
  it.each(['', '-1', 'due ore', '1:2'])('takes "%s" for no length of time', (text) => expect(writtenDuration(text, 'hours')).toBeNull());
  it.each(['', 'N/A', '1.2.3', 'due'])('leaves %s alone', (text) => expect(writtenNumber(text)).toBeNull());
  it('reads counts, ratings and flags', () => {
    expect([writtenCount('12.4K'), writtenCount(''), writtenCount('-1'), writtenCount('0')]).toEqual([12_400, null, null, 0]);
    expect([writtenRating('4,5'), writtenRating('FIVE'), writtenRating('★★★☆☆'), writtenRating('4/5'), writtenRating('bello')]).toEqual([4.5, 5, 3, 4, null]);
    expect([writtenFlag('Vero'), writtenFlag('False'), writtenFlag('sì'), writtenFlag('forse')]).toEqual([true, false, true, null]);
  });
  it('sees ids that a spreadsheet rounded', () => expect(['5.70306E+17', '570306133677760513', '5,7E+17'].map(isDamagedId)).toEqual([true, false, true]));
});

describe('headers', () => {
  it('knows English and Italian names', () => {
    expect(['Testo', 'Autore', 'Data', 'Mi piace', 'Risposte', 'ID genitore'].map(fieldOfHeader)).toEqual(['text', 'author', 'createdAt', 'likes', 'replies', 'parentId']);
    expect(['Company', 'Azienda', 'Ragione sociale', 'Organization Name'].map(fieldOfHeader)).toEqual(['company', 'company', 'company', 'company']);
    expect(['author/company', 'customer/organization', 'items/company'].map(fieldOfPath)).toEqual(['company', 'company', null]);
    expect(['in_response_to_tweet_id', 'created_at', 'likesCount', 'responseFromOwnerText', 'Business Reply Date (UTC)', 'qualcosa'].map(fieldOfHeader)).toEqual(['parentId', 'createdAt', 'likes', 'responseText', 'responseAt', null]);
  });
  it('knows inverted flags and durations', () => {
    expect([saysOutbound('authorIsChannelOwner'), saysOutbound('inbound')]).toEqual([true, false]);
    expect([durationUnit('First reply time in minutes'), durationUnit('First response time (in hrs)'), durationUnit('responseFromOwnerDate')]).toEqual(['minutes', 'hours', null]);
  });
});

describe('texts', () => {
  it('decodes entities once', () => expect(withoutEntities('caff&egrave; &amp;lt; &#8364; &#x1F600; &unknown; &')).toBe('caffè &lt; € 😀 &unknown; &'));
  it('finds handles, not addresses', () => {
    expect(mentionsIn('@a.b, @C hi me@d.it @e_1. (@f) @A.B')).toEqual([{ handle: 'a.b', leading: true }, { handle: 'C', leading: true }, { handle: 'e_1', leading: false }, { handle: 'f', leading: false }]);
    expect(mentionsIn('no one')).toEqual([]);
  });
});

describe('ages', () => {
  it.each([['2 years ago', 2, 'year'], ['2 anni fa', 2, 'year'], ['un mese fa', 1, 'month'], ["un'ora fa", 1, 'hour'], ['18h', 18, 'hour'], ['3 giorni fa (modificato)', 3, 'day'], ['a week ago', 1, 'week'], ['ieri', 1, 'day']])('reads %s', (text, count, unit) => {
    expect(writtenAge(text)).toEqual({ count, unit });
  });
  it('counts back by the calendar', () => {
    const collected = Date.UTC(2026, 2, 31, 9, 30);
    expect(new Date(timeOfAge({ count: 1, unit: 'month' }, collected)).toISOString()).toBe('2026-02-28T09:30:00.000Z');
    expect(new Date(timeOfAge({ count: 2, unit: 'year' }, collected)).toISOString()).toBe('2024-03-31T09:30:00.000Z');
    expect(timeOfAge({ count: 3, unit: 'day' }, collected)).toBe(collected - 3 * 86_400_000);
  });
  it('leaves other texts alone', () => expect(['domani', '2 anni', 'an apple', 'x ago'].map(writtenAge)).toEqual([null, { count: 2, unit: 'year' }, null, null]));
});

describe('times as written', () => {
  it.each([
    ['Tue Oct 31 22:10:47 +0000 2017', 'twitter', '2017-10-31T22:10:47.000Z', 's'],
    ['2026-03-02T10:00:00.123+01:00', 'iso', '2026-03-02T09:00:00.123Z', 'ms'],
    ['2021-03-01 12:00:00 EST', 'iso', '2021-03-01T17:00:00.000Z', 's'],
    ['2026-03-02T10:00:00.000Z', 'iso', '2026-03-02T10:00:00.000Z', 's'],
    ['1709287200', 'epoch-seconds', '2024-03-01T10:00:00.000Z', 's'],
    ['1709287200123', 'epoch-milliseconds', '2024-03-01T10:00:00.123Z', 'ms'],
  ] as const)('reads %s', (text, order, iso, precision) => {
    const read = writtenTime(text, order);
    expect(read).toEqual({ form: 'zoned', ms: Date.parse(iso), precision });
  });
  it.each([
    ['31/12/2025 14:05', 'day-first', '2025-12-31T14:05:00Z', 'min'],
    ['12/31/2025 2:05 PM', 'month-first', '2025-12-31T14:05:00Z', 'min'],
    ['12/31/25, 12:05 a. m.', 'month-first', '2025-12-31T00:05:00Z', 'min'],
    ['31 ottobre 2017, 22:10', 'day-first', '2017-10-31T22:10:00Z', 'min'],
    ['March 29, 2011 at 2:06 pm', 'month-first', '2011-03-29T14:06:00Z', 'min'],
    ['mar 29 marzo 2011 14:06', 'day-first', '2011-03-29T14:06:00Z', 'min'],
    ['Oct 31, 2017 10:10:11 PM', 'month-first', '2017-10-31T22:10:11Z', 's'],
    ['2026/03/02', 'year-first', '2026-03-02T00:00:00Z', 'day'],
  ] as const)('reads %s as wall time', (text, order, iso, precision) => {
    expect(writtenTime(text, order)).toEqual({ form: 'wall', ms: Date.parse(iso), precision });
  });
  it('refuses days and hours that do not exist', () => {
    expect(['31/02/2026', '10/10/2026 25:00', '13/13/2026'].map((text) => writtenTime(text, 'day-first'))).toEqual([null, null, null]);
  });
});

describe('zones', () => {
  it('moves times out of the hour that spring skips, and takes the first of the autumn twins', () => {
    const rome = createZoneReader('Europe/Rome');
    expect(new Date(rome(Date.UTC(2026, 2, 29, 2, 30))).toISOString()).toBe('2026-03-29T01:30:00.000Z');
    expect(new Date(rome(Date.UTC(2026, 2, 29, 3, 30))).toISOString()).toBe('2026-03-29T01:30:00.000Z');
    expect(new Date(rome(Date.UTC(2026, 9, 25, 2, 30))).toISOString()).toBe('2026-10-25T00:30:00.000Z');
    expect(new Date(rome(Date.UTC(2026, 9, 25, 3, 0))).toISOString()).toBe('2026-10-25T02:00:00.000Z');
  });
  it('refuses unknown names', () => {
    expect(() => createZoneReader('Mars/Olympus')).toThrow('unknown time zone: Mars/Olympus');
    expect([isTimeZone('UTC'), isTimeZone('Europe/Rome'), isTimeZone('')]).toEqual([true, true, false]);
  });
});

describe('columns of times', () => {
  it('lets one part above 12 decide for all', () => expect(timeColumn(['03/04/2026', '25/04/2026'])).toMatchObject({ order: 'day-first', ambiguous: false, zoneNeeded: true }));
  it('finds month first', () => expect(timeColumn(['03/04/2026', '03/25/2026'])).toMatchObject({ order: 'month-first', ambiguous: false }));
  it('asks where both fit', () => expect(timeColumn(['03/04/2026', '05/02/2026', '01/06/2026'])).toMatchObject({ order: 'day-first', ambiguous: true }));
  it('lets the order of the file decide', () => {
    expect(timeColumn(['01/05/2026', '02/05/2026', '03/04/2026', '03/05/2026'])).toMatchObject({ order: 'month-first', ambiguous: false });
  });
  it('does not ask where both readings agree', () => expect(timeColumn(['05/05/2026', '06/06/2026'])).toMatchObject({ order: 'day-first', ambiguous: false }));
  it('sees days written as midnights', () => expect(timeColumn(['2026-03-01T00:00:00Z', '2026-03-02T00:00:00Z', '2026-03-02T00:00:00Z']).onlyDays).toBe(true));
  it('sees times computed from ages', () => {
    const computed = Array.from({ length: 12 }, (_, day) => new Date(Date.UTC(2026, 1, day + 1, 9, 41, 7)).toISOString());
    const column = timeColumn([...computed, '2026-02-03T11:11:11Z']);
    expect(column.repeatedTimeOfDayMs).toBe(((9 * 60 + 41) * 60 + 7) * 1000);
    const read = createTimeReader({ order: 'iso', timeZone: 'UTC', collectedAtMs: null, column });
    expect(read('2026-02-05T09:41:07.000Z')?.precision).toBe('relative');
    expect(read('2026-02-03T11:11:11Z')?.precision).toBe('s');
  });
  it('sees single times counted back from the collection', () => {
    const collected = Date.UTC(2026, 2, 10, 9, 41, 7);
    expect(isCountedBack(Date.UTC(2024, 2, 10, 9, 41, 7), collected)).toBe(true);
    expect(isCountedBack(Date.UTC(2024, 2, 10, 9, 41, 8), collected)).toBe(false);
    expect(isCountedBack(collected, collected)).toBe(false);
  });
  it('gives ages a time only with a collection time', () => {
    const column = timeColumn(['2 years ago', '3 months ago']);
    expect(column.order).toBe('relative');
    expect(createTimeReader({ order: 'relative', timeZone: 'UTC', collectedAtMs: null, column })('2 years ago')).toEqual({ ms: null, precision: 'none' });
    expect(createTimeReader({ order: 'relative', timeZone: 'UTC', collectedAtMs: Date.UTC(2026, 0, 5), column })('2 years ago')).toEqual({ ms: Date.UTC(2024, 0, 5), precision: 'relative' });
  });
});
