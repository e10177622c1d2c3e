import { describe, expect, it } from 'vitest';
import { typedBorder } from '../../../../src/renderer/features/tribes/border-typed.ts';
import { compareTitle, shiftCell, type ComparedGroup } from '../../../../src/renderer/features/tribes/compare-marks.ts';
import { daysOf, periodsOfDays, placedSpan, presetPeriods } from '../../../../src/renderer/features/tribes/compare-periods.ts';
import { divisionOf, groupFilters, groupName, markAt, periodName, type TrailGroup } from '../../../../src/renderer/features/tribes/map-groups.ts';
import { voiceOf } from '../charts/voice.ts';

const [italian, english] = [voiceOf('it'), voiceOf('en')];

const zone: TrailGroup = { id: 'value:even', kind: 'zone', name: 'even', title: null, color: 1, shape: 'diamond', size: 12, points: [] };
const placed = { people: 6, bookings: 20, created: 3, consumed: 1, log2Balance: 1, low: 0.5, high: 1.5 };
const thin = { people: 3, bookings: 4, created: null, consumed: null, log2Balance: null, low: null, high: null };
const compared = (verdict: ComparedGroup['verdict'], title: string): ComparedGroup => ({ ...zone, title, before: placed, after: verdict === 'too-few' ? thin : placed, shift: verdict === 'too-few' ? null : 1, low: verdict === 'too-few' ? null : 0.5, high: verdict === 'too-few' ? null : 2, verdict });

describe('groups of the map', () => {
  it('are called as people called them, else by their codes, and lead to their messages', () => {
    expect([zone, { ...zone, title: 'In pari' }, { ...zone, id: 'network:x', kind: 'network' as const, name: 'facebook' }, { ...zone, id: 'role:customer', kind: 'role' as const, name: 'customer' }, { ...zone, id: 'community:7', kind: 'tribe' as const, name: '' }].map((group) => groupName(group, italian))).toEqual(['Alla pari', 'In pari', 'Facebook', 'Clienti', 'gruppo 7']);
    expect(groupFilters({ ...zone, id: 'network:facebook', kind: 'network', name: 'facebook' })).toEqual({ networks: ['facebook'] });
    expect(groupFilters(zone)).toEqual({ tribes: ['value:even'] });
    expect([divisionOf('lens', 'roles'), divisionOf('network', 'roles')]).toEqual([{ by: 'tribe', lens: 'roles' }, { by: 'network' }]);
  });

  it('have a mark only where they have a place', () => {
    expect(markAt(zone, thin, italian, () => undefined)).toBeNull();
    expect(markAt(zone, undefined, italian, () => undefined)).toBeNull();
    expect(markAt(zone, placed, italian, () => undefined)).toMatchObject({ size: 6, label: 'Alla pari', lines: ['6 profili attivi su 12', '20 tracce', 'rapporto 2 (tra 1,41 e 2,83)', 'in media creati 3, consumati 1 punti'] });
  });

  it('tell months and quarters in words', () => {
    expect([periodName('2026-03', italian), periodName('2026-Q3', italian), periodName('2026-Q3', english)]).toEqual(['marzo 2026', '3° trimestre 2026', 'Q3 2026']);
  });
});

describe('two periods', () => {
  it('say which way each group went, or that it is not clear', () => {
    expect(compareTitle({ draws: 1, seed: 1, groups: [compared('towards-giving', 'A'), compared('unclear', 'B')] }, italian)).toBe('Danno di più, in rapporto a quanto ricevono, che nel primo periodo: «A»');
    expect(compareTitle({ draws: 1, seed: 1, groups: [compared('towards-giving', 'A'), compared('towards-receiving', 'B')] }, english)).toBe('Towards giving: “A”. Towards receiving: “B”');
    expect(compareTitle({ draws: 1, seed: 1, groups: [compared('unclear', 'A'), compared('unclear', 'B'), compared('too-few', 'C')] }, italian)).toBe('Per nessuna delle 2 tribù confrontate la direzione è chiara');
    expect(compareTitle({ draws: 1, seed: 1, groups: [compared('too-few', 'A')] }, italian)).toBe('Nessuna tribù ha abbastanza persone in entrambi i periodi');
    expect([shiftCell(compared('unclear', 'A'), italian), shiftCell(compared('too-few', 'A'), italian)]).toEqual(['× 2 (tra 1,41 e 4)', '–']);
  });

  it('are halves that meet at the start of a day, years of the calendar, or days by hand', () => {
    const span = { fromMs: new Date(2025, 6, 1, 9).getTime(), toMs: new Date(2026, 6, 2, 18).getTime() };
    const halves = presetPeriods('halves', span, 'Europe/Rome');
    expect(halves?.before.toMs).toBe(halves?.after.fromMs);
    expect(new Date(halves?.after.fromMs ?? 0).getHours()).toBe(0);
    expect(presetPeriods('years', span, 'Europe/Rome')?.before).toEqual({ fromMs: new Date(2025, 0, 1).getTime(), toMs: new Date(2026, 0, 1).getTime() });
    expect(presetPeriods('years', { fromMs: new Date(2026, 1, 1).getTime(), toMs: span.toMs }, 'Europe/Rome')).toBeNull();
    const days = { beforeFrom: '2025-10-01', beforeTo: '2025-10-31', afterFrom: '2026-03-01', afterTo: '2026-03-31' };
    const periods = periodsOfDays(days, 'Europe/Rome');
    expect(periods === null ? null : daysOf(periods, 'Europe/Rome')).toEqual(days);
    expect(periodsOfDays({ ...days, beforeTo: '2025-09-01' }, 'Europe/Rome')).toBeNull();
    expect(periodsOfDays({ ...days, afterTo: '' }, 'Europe/Rome')).toBeNull();
  });
});

describe('the border as typed', () => {
  it('is a number between a quarter of a doubling and three', () => {
    expect(['1', '0,25', '3', ' 1.505 ', '0,2', '3,1', '', 'due'].map(typedBorder)).toEqual([1, 0.25, 3, 1.51, null, null, null, null]);
  });
});

describe('the span that halves are cut from', () => {
  const data = { fromMs: 10, toMs: 1000 };

  it('leaves out a message of long ago, as the slider of the map does', () => {
    expect(placedSpan(data, [{ startMs: 900, endMs: 950 }, { startMs: 950, endMs: 1200 }], {})).toEqual({ fromMs: 900, toMs: 1000 });
    expect(placedSpan(data, [{ startMs: 900, endMs: 950 }], {})).toEqual({ fromMs: 900, toMs: 949 });
  });

  it('stays within the filters, and is the data themselves without a map', () => {
    expect(placedSpan(data, [], {})).toEqual(data);
    expect(placedSpan(data, [{ startMs: 100, endMs: 2000 }], { fromMs: 300, toMs: 400 })).toEqual({ fromMs: 300, toMs: 399 });
    expect(placedSpan(data, [], { fromMs: 2000 })).toBeNull();
    expect(placedSpan({ fromMs: null, toMs: null }, [], {})).toBeNull();
  });
});
