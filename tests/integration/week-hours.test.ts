import { beforeAll, describe, expect, it } from 'vitest';
import type { OperationValue } from '../../src/contract/operations.ts';
import { suiteEngine } from '../support/suite-engine.ts';

const suite = suiteEngine({ nowMs: Date.parse('2026-07-20T09:00:00Z') });
type Heat = OperationValue<'response.heat'>;
const busiest = ({ cells }: Heat): Heat['cells'][number] => cells.reduce((most, cell) => (cell.requests > most.requests ? cell : most));

beforeAll(async () => {
  await suite.ask('project.openSample', {});
}, 240_000);

describe('weekdays and hours as filters', () => {
  it('keep of the map what stood in the hour, and nothing of any other', async () => {
    const whole = await suite.ask('response.heat', {});
    const { weekday, hour, requests } = busiest(whole);
    expect(requests).toBeGreaterThan(1);
    const one = await suite.ask('response.heat', { filters: { weekdays: [weekday], hours: [hour] } });
    expect(one.requests).toBe(requests);
    expect(one.cells.filter((cell) => cell.requests > 0)).toEqual([expect.objectContaining({ weekday, hour, requests })]);
  });

  it('deal the messages of known hour out without rest', async () => {
    const count = async (filters: object): Promise<number> => (await suite.ask('messages.list', { filters, size: 1 })).total;
    const week = await Promise.all([1, 2, 3, 4, 5, 6, 7].map((weekday) => count({ weekdays: [weekday] })));
    const day = await Promise.all(Array.from({ length: 24 }, (_, hour) => count({ hours: [hour] })));
    const sum = (counts: readonly number[]): number => counts.reduce((total, one) => total + one, 0);
    expect(sum(week)).toBe(sum(day));
    expect(sum(week)).toBe(await count({ weekdays: [1, 2, 3, 4, 5, 6, 7] }));
    expect(sum(week)).toBeLessThanOrEqual(await count({}));
    expect(await count({ weekdays: [1], hours: [9, 10] })).toBe((await count({ weekdays: [1], hours: [9] })) + (await count({ weekdays: [1], hours: [10] })));
  });

  it('are hours of the zone in which the project counts', async () => {
    const filters = { hours: [9] };
    const inRome = await suite.ask('messages.list', { filters, size: 200 });
    const hourIn = (timeZone: string) => ({ atMs }: { readonly atMs: number | null }): number => Number(new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', hourCycle: 'h23' }).format(atMs ?? NaN));
    expect(new Set(inRome.messages.map(hourIn('Europe/Rome')))).toEqual(new Set([9]));
    await suite.ask('counting.setZone', { timeZone: 'America/New_York' });
    const inNewYork = await suite.ask('messages.list', { filters, size: 200 });
    expect(inNewYork.total).toBeGreaterThan(0);
    expect(new Set(inNewYork.messages.map(hourIn('America/New_York')))).toEqual(new Set([9]));
    await suite.ask('history.undo', {});
    expect((await suite.ask('messages.list', { filters, size: 1 })).total).toBe(inRome.total);
  });
});
