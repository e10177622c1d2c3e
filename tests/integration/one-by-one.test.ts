import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OperationInput, OperationName, OperationValue } from '../../src/contract/operations.ts';
import type { Outcome } from '../../src/contract/outcome.ts';
import { createEngine, type Engine } from '../../src/engine/engine.ts';
import { testSettings } from '../support/test-engine.ts';

const DAY_MS = 86_400_000;
const START_MS = Date.UTC(2025, 0, 6, 9);
const DEALT_MS = START_MS + 130 * DAY_MS;

const stamp = (atMs: number): string => {
  const [, day, month, year, time] = /(\d+) (\w+) (\d+) ([\d:]+)/.exec(new Date(atMs).toUTCString()) ?? [];
  return `${new Date(atMs).toUTCString().slice(0, 3)} ${month} ${day} ${time} +0000 ${year}`;
};

interface Said { readonly customer: number; readonly day: number; readonly text: string; readonly answered?: boolean }

/** A twcs export; ids begin at `base`, so that two exports share none. */
function exportOf(said: readonly Said[], base: number): string {
  const rows = ['tweet_id,author_id,inbound,created_at,text,response_tweet_id,in_response_to_tweet_id'];
  for (const [place, { customer, day, text, answered = false }] of said.entries()) {
    const id = base + place * 2;
    const atMs = START_MS + day * DAY_MS + ((place * 37) % 20_000) * 1000;
    rows.push(`${id},${customer},True,${stamp(atMs)},"@Aurora ${text}",${answered ? id + 1 : ''},`);
    if (answered) rows.push(`${id + 1},Aurora,False,${stamp(atMs + 1_800_000)},"@${customer} Apriamo alle otto, la trova in negozio.",,${id}`);
  }
  return `${rows.join('\n')}\n`;
}

/** Two hundred people who ask and propose, every second question answered; and one who proposed six times and is owed no answer. */
const BEFORE: readonly Said[] = Array.from({ length: 200 }, (_, person) => [
  { customer: 1000 + person, day: 45 + (person % 60), text: `A che ora apre il negozio numero ${String(person)}?`, answered: person % 2 === 0 },
  { customer: 1000 + person, day: 57 + (person % 60), text: `Sarebbe bello avere la miscela ${String(person)} anche in cialde`, answered: true },
]).flat().concat(Array.from({ length: 6 }, (_, place) => ({ customer: 3000, day: 60 + place * 5, text: `Sarebbe bello avere il bicchiere ${String(place)} in vetro riciclato`, answered: true })));

let folder: string;
let nowMs = DEALT_MS;
let engine: Engine;
const bugs: string[] = [];

async function ask<Name extends OperationName>(operation: Name, input: OperationInput<Name>): Promise<OperationValue<Name>> {
  // the engine answers unknown because its door is one for all operations; it has checked the reply against this very type
  const outcome = await engine.call(operation, input) as Outcome<OperationValue<Name>>;
  if (!outcome.ok) throw new Error(`${operation}: ${outcome.failure.code}: ${outcome.failure.message}`);
  return outcome.value;
}

async function imported(name: string, text: string): Promise<void> {
  writeFileSync(join(folder, name), text);
  await ask('import.run', { files: [{ file: await engine.registerFile(join(folder, name), name) }], ownBrand: { name: 'Aurora', accounts: ['Aurora'] } });
  await ask('analyse.run', {});
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tribuna-one-by-one-'));
  engine = createEngine(testSettings(folder), { now: () => nowMs, onBug: (line) => void bugs.push(line) });
  await ask('project.create', { name: 'one by one' });
  await imported('before.csv', exportOf(BEFORE, 10_000));
});

afterAll(async () => {
  await engine.close();
  rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  expect(bugs).toEqual([]);
});

describe('one by one', () => {
  it('deals one list a day, in the order of the open requests, with why and a draft', async () => {
    expect(await ask('oneByOne.list', {})).toMatchObject({ dealtMs: null, entries: [], days: [], holdBack: { on: false, untilMs: null } });
    const dealt = await ask('oneByOne.deal', {});
    expect(dealt).toMatchObject({ held: 0, already: false });
    expect(dealt.names).toBeLessThanOrEqual(20);
    expect(await ask('oneByOne.deal', {})).toMatchObject({ already: true, names: dealt.names });
    const { entries, today, day, days } = await ask('oneByOne.list', {});
    expect(day).toBe(today);
    expect(days).toEqual([{ day, names: dealt.names, done: 0, skipped: 0, held: 0 }]);
    const backlog = await ask('response.backlog', { size: 20 });
    const toAnswer = entries.filter(({ kind }) => kind === 'answer');
    expect(toAnswer.length).toBeGreaterThanOrEqual(10);
    expect(toAnswer.map(({ messageIds }) => messageIds[0])).toEqual(backlog.requests.slice(0, toAnswer.length).map(({ messageId }) => messageId));
    expect(toAnswer[0]).toMatchObject({ about: 'information', state: 'open', language: 'it', points: backlog.requests[0]?.points, waitedSeconds: backlog.requests[0]?.waitedSeconds });
    expect(toAnswer[0]?.drafts.informal).toContain('A che ora apre il negozio numero');
    expect(toAnswer[0]?.drafts.formal).toMatch(/^Buongiorno,/u);
    const [surprised] = entries.filter(({ kind }) => kind === 'surprise');
    expect(surprised).toMatchObject({ name: '3000', about: null, text: null, language: 'it', waitedSeconds: null });
    expect(surprised?.messageIds).toHaveLength(6);
    expect(surprised?.drafts.informal).toContain('[il gesto]');
  });

  it('marks a name, takes the mark back, and never lists again what was done', async () => {
    const { entries, day } = await ask('oneByOne.list', {});
    const [first, second] = entries;
    expect(await ask('oneByOne.mark', { day, key: first?.key ?? '', state: 'done' })).toEqual({ changed: true });
    expect(await ask('oneByOne.mark', { day, key: first?.key ?? '', state: 'done' })).toEqual({ changed: false });
    await ask('oneByOne.mark', { day, key: second?.key ?? '', state: 'skipped' });
    expect((await ask('oneByOne.list', {})).days[0]).toMatchObject({ done: 1, skipped: 1 });
    await ask('history.undo', {});
    expect((await ask('oneByOne.list', {})).entries[1]).toMatchObject({ key: second?.key, state: 'open' });
    nowMs += DAY_MS;
    await ask('oneByOne.deal', {});
    const next = await ask('oneByOne.list', {});
    expect(next.day).not.toBe(day);
    expect(next.entries.map(({ key }) => key)).not.toContain(first?.key);
    expect(next.entries.map(({ key }) => key)).toContain(second?.key);
    expect((await ask('oneByOne.list', { day })).entries[0]).toMatchObject({ key: first?.key, state: 'done' });
    await ask('history.undo', {});
    nowMs -= DAY_MS;
  });

  it('stays the same when its messages are undone and imported again', async () => {
    const before = await ask('oneByOne.list', {});
    await ask('history.undo', {});
    await ask('history.undo', {});
    await ask('history.undo', {});
    expect((await ask('project.summary', {})).messages).toBe(0);
    await ask('history.redo', {});
    await ask('history.redo', {});
    await ask('history.redo', {});
    await ask('analyse.run', {});
    expect((await ask('oneByOne.list', {})).entries.map(({ key, state, text }) => [key, state, text])).toEqual(before.entries.map(({ key, state, text }) => [key, state, text]));
  });

  it('keeps a draft that was typed, gives it back by undo, and forgets it when the prepared one is wanted again', async () => {
    const { day, entries: [entry] } = await ask('oneByOne.list', {});
    const key = entry?.key ?? '';
    const shown = async () => (await ask('oneByOne.list', {})).entries.find((one) => one.key === key);
    expect(entry?.typed).toBeNull();
    expect(await ask('oneByOne.draft', { day, key, text: 'Buongiorno, apriamo alle otto.' })).toEqual({ changed: true });
    expect(await ask('oneByOne.draft', { day, key, text: 'Buongiorno, apriamo alle otto.' })).toEqual({ changed: false });
    await ask('oneByOne.draft', { day, key, text: 'Buongiorno, apriamo alle otto e mezza.' });
    expect(await shown()).toMatchObject({ typed: 'Buongiorno, apriamo alle otto e mezza.', drafts: entry?.drafts });
    await ask('history.undo', {});
    expect((await shown())?.typed).toBe('Buongiorno, apriamo alle otto.');
    await ask('history.redo', {});
    await ask('oneByOne.mark', { day, key, state: 'done' });
    expect(await shown()).toMatchObject({ state: 'done', typed: 'Buongiorno, apriamo alle otto e mezza.' });
    await ask('history.undo', {});
    await ask('oneByOne.draft', { day, key, text: null });
    expect((await shown())?.typed).toBeNull();
    for (let changes = 0; changes < 3; changes += 1) await ask('history.undo', {});
    expect((await shown())?.typed).toBeNull();
  });

  it('holds a random half back: listed apart, never in a queue, the same in every list of the period', async () => {
    await ask('oneByOne.holdBack', { on: true, seed: 'drawn once' });
    const [queued, heldBack] = [new Set<string>(), new Set<string>()];
    for (let day = 1; day <= 3; day += 1) {
      nowMs = DEALT_MS + day * DAY_MS;
      await ask('oneByOne.deal', {});
      const list = await ask('oneByOne.list', {});
      expect(list.holdBack).toEqual({ on: true, untilMs: DEALT_MS + 90 * DAY_MS });
      for (const { accountId } of list.entries) queued.add(String(accountId));
      for (const { accountId } of list.held) {
        expect(heldBack.has(String(accountId))).toBe(false);
        heldBack.add(String(accountId));
      }
      for (const { key } of list.entries) await ask('oneByOne.mark', { day: list.day, key, state: 'done' });
    }
    expect([...heldBack].filter((id) => queued.has(id))).toEqual([]);
    expect(Math.min(heldBack.size, queued.size)).toBeGreaterThanOrEqual(30);
    const { day, held } = await ask('oneByOne.list', {});
    if (held[0] !== undefined) expect(await engine.call('oneByOne.mark', { day, key: held[0].key, state: 'done' })).toMatchObject({ ok: false, failure: { code: 'not-found' } });
  });

  it('calls what came of a draw an effect with its limits, once the data reach far enough, and counts alone before', async () => {
    const early = await ask('oneByOne.effect', {});
    expect(early.randomised).toMatchObject({ back: null, points: null, first: { back: { n: 0 } } });
    expect(early.randomised.first.people).toBeGreaterThanOrEqual(30);
    const listed = new Set<number>();
    for (let day = 1; day <= 3; day += 1) {
      const list = await ask('oneByOne.list', { day: new Date(DEALT_MS + day * DAY_MS).toISOString().slice(0, 10) });
      for (const { name } of list.entries) listed.add(Number(name));
    }
    // those written to come back with a proposal, the others do not; somebody writes much later, so that the data reach far enough
    const back: Said[] = [...listed].map((customer, place) => ({ customer, day: 140 + (place % 20), text: `Vorrei proporre la tazza ${String(customer)} in ceramica`, answered: true }));
    await imported('after.csv', exportOf([...back, { customer: 5000, day: 260, text: 'A che ora aprite domani mattina?' }], 500_000));
    const { randomised, matched, least } = await ask('oneByOne.effect', {});
    expect(randomised.first.back.n).toBe(early.randomised.first.people);
    expect(randomised.first.back.k).toBeGreaterThan(randomised.first.back.n * 0.9);
    expect(randomised.second.back.k).toBeLessThan(randomised.second.back.n * 0.1);
    expect(randomised.back?.low).toBeGreaterThan(0.5);
    expect(randomised.points?.low).toBeGreaterThan(0);
    expect(matched.done).toBeLessThan(least);
    expect([matched.back, matched.points]).toEqual([null, null]);
    expect(await ask('oneByOne.effect', {})).toEqual(await ask('oneByOne.effect', { seed: 1 }));
  });

  it('calls it a difference where nobody was held back, against others who were like them', async () => {
    nowMs = DEALT_MS;
    await ask('project.create', { name: 'nobody held back' });
    await imported('again.csv', exportOf(BEFORE, 10_000));
    const written = new Set<number>();
    for (let day = 0; day < 2; day += 1) {
      nowMs = DEALT_MS + day * DAY_MS;
      await ask('oneByOne.deal', {});
      const list = await ask('oneByOne.list', {});
      expect(list.held).toEqual([]);
      for (const { key, name } of list.entries) {
        await ask('oneByOne.mark', { day: list.day, key, state: 'done' });
        written.add(Number(name));
      }
    }
    // not all of them: a difference that never varies would have no limits
    const back: Said[] = [...written].slice(4).map((customer, place) => ({ customer, day: 140 + (place % 20), text: `Vorrei proporre la tazza ${String(customer)} in ceramica`, answered: true }));
    await imported('after-all.csv', exportOf([...back, { customer: 5000, day: 260, text: 'A che ora aprite domani mattina?' }], 500_000));
    const { randomised, matched } = await ask('oneByOne.effect', {});
    expect(randomised.first.people).toBe(0);
    expect(matched.done).toBe(written.size);
    expect(matched.sets + matched.unmatched).toBe(matched.done);
    expect(matched.sets).toBeGreaterThanOrEqual(30);
    expect(matched.back?.low).toBeGreaterThan(0.6);
    expect(matched.points?.low).toBeGreaterThan(0);
    expect(matched.second.back.k).toBe(0);
  });
});
