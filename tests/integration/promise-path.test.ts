import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OperationValue } from '../../src/contract/operations.ts';
import { suiteEngine } from '../support/suite-engine.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const START_MS = Date.parse('2025-01-07T08:00:00Z');
const ASKED_DAY = 120;
const KEPT = 40;
const BROKEN = 32;

/**
 * Forty people to whom the parcel was promised and came, and 32 to whom it did not. Of the forty, twenty pay a compliment twenty days
 * later and eight of these recommend the brand forty days later; ten others paid theirs thirty days before. Of the 32, four do.
 */
function exported(): string {
  const rows: { readonly id: number; readonly author: string; readonly atMs: number; readonly text: string; readonly answers: number | null }[] = [];
  const add = (author: string, atMs: number, text: string, answers: number | null = null): number => {
    const id = rows.length + 1;
    rows.push({ id, author, atMs, text, answers });
    return id;
  };
  for (let person = 0; person < KEPT + BROKEN; person += 1) {
    const name = `p${String(person)}`;
    const askedMs = START_MS + ASKED_DAY * DAY_MS + (person % 40) * HOUR_MS;
    const isKept = person < KEPT;
    for (const day of [-110, -40, 70]) add(name, askedMs + day * DAY_MS, 'Che bella giornata oggi a Lecco');
    const asked = add(name, askedMs, 'Il mio pacco non è arrivato, quando arriva?');
    const made = add('Aurora', askedMs + HOUR_MS, 'Il pacco riparte entro 24 ore.', asked);
    if (isKept) add('Aurora', askedMs + 6 * HOUR_MS, 'Come promesso, il pacco è ripartito stamattina.', asked);
    else add(name, askedMs + 60 * HOUR_MS, 'Non è arrivato ancora niente, che vergogna', made);
    const praisedDay = isKept ? (person < 20 ? 20 : person < 30 ? -30 : null) : person < KEPT + 4 ? 20 : null;
    if (praisedDay !== null) add(name, askedMs + praisedDay * DAY_MS, '@Aurora grazie mille, siete bravissimi, servizio eccellente!');
    if (person < 8) add(name, askedMs + 40 * DAY_MS, 'Comprate da Aurora, lo consiglio a tutti, provatelo!');
  }
  add('nessuno', START_MS + 400 * DAY_MS, 'Saluti da Como');
  const dated = (atMs: number): string => {
    const [, day, month, year, time] = /(\d+) (\w+) (\d+) ([\d:]+)/.exec(new Date(atMs).toUTCString()) ?? [];
    return `${new Date(atMs).toUTCString().slice(0, 3)} ${month} ${day} ${time} +0000 ${year}`;
  };
  return `tweet_id,author_id,inbound,created_at,text,response_tweet_id,in_response_to_tweet_id\n${rows.map(({ id, author, atMs, text, answers }) => [id, author, author === 'Aurora' ? 'False' : 'True', dated(atMs), `"${text}"`, '', answers ?? ''].join(',')).join('\n')}\n`;
}

const suite = suiteEngine({ nowMs: START_MS + 420 * DAY_MS });
const folder = mkdtempSync(join(tmpdir(), 'tribuna-promise-path-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

beforeAll(async () => {
  const path = join(folder, 'path.csv');
  writeFileSync(path, exported());
  await suite.ask('project.create', { name: 'Path', file: await suite.engine().registerFile(join(folder, 'path.tribuna'), 'path.tribuna') });
  await suite.ask('import.run', { files: [{ file: await suite.engine().registerFile(path, 'path.csv') }], ownBrand: { name: 'Aurora', accounts: ['Aurora'] } });
  await suite.ask('analyse.run', {});
}, 60_000);

type Side = OperationValue<'promises.path'>['sides'][number];
const sideOf = ({ sides }: OperationValue<'promises.path'>, which: Side['side']): Side => {
  const found = sides.find(({ side }) => side === which);
  if (found === undefined) throw new Error('no such side');
  return found;
};

describe('from a kept promise to a recommendation', () => {
  it('finds what was planted, with the three messages of each', async () => {
    const path = await suite.ask('promises.path', {});
    const [kept, broken] = [sideOf(path, 'kept'), sideOf(path, 'broken')];
    expect(kept).toMatchObject({ people: KEPT, early: 0, praise: { k: 20, n: 40, estimate: 0.5 }, before: { k: 10, n: 40, estimate: 0.25 }, praiseEarly: 0, advice: { k: 8, n: 20, estimate: null } });
    expect(broken).toMatchObject({ people: BROKEN, early: 0, praise: { k: 4, n: 32, estimate: 0.125 }, advice: { k: 0, n: 4 } });
    expect(path.difference?.estimate).toBeCloseTo(0.375, 12);
    expect(path.difference?.low).toBeGreaterThan(0.1);
    expect(kept.paths).toHaveLength(8);
    const { messages } = await suite.ask('messages.list', { messageIds: kept.paths[0]?.messageIds ?? [], page: 0, size: 10, orderBy: 'oldest' });
    expect(messages.map(({ text }) => text)).toEqual(['Il pacco riparte entro 24 ore.', '@Aurora grazie mille, siete bravissimi, servizio eccellente!', 'Comprate da Aurora, lo consiglio a tutti, provatelo!']);
  });

  it('holds it against the same people’s words in any order', async () => {
    const { chance } = await suite.ask('promises.path', {});
    expect(chance).toMatchObject({ draws: 1000, movable: 30, reason: null });
    // messages within the window of all that a person wrote: two of four (12 people), one of four (10), three of five (8), none of ten others praises
    expect(Math.abs((chance.praise?.mean ?? 0) - (12 * (2 / 4) + 10 * (1 / 4) + 8 * (3 / 5)) / KEPT)).toBeLessThan(0.01);
    expect(chance.praise?.high).toBeLessThanOrEqual(0.5);
    expect(await suite.ask('promises.path', { seed: 1 })).toEqual(await suite.ask('promises.path', { seed: 1 }));
  });

  it('follows the window that is asked for, and says so where nobody is watched', async () => {
    const short = await suite.ask('promises.path', { days: 15 });
    expect(sideOf(short, 'kept').praise).toMatchObject({ k: 0, n: 40, estimate: 0 });
    expect(short.chance.reason).toBe('few-movable');
    const long = await suite.ask('promises.path', { days: 365 });
    expect(sideOf(long, 'kept')).toMatchObject({ people: KEPT, early: KEPT, praise: { k: 0, n: 0, estimate: null } });
    const none = await suite.ask('promises.path', { filters: { toMs: START_MS } });
    expect([sideOf(none, 'kept').people, none.difference, none.chance.reason]).toEqual([0, null, 'few-people']);
  });
});
