import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Act, Intent } from '../../src/domain/model/codes.ts';
import { jensenShannonDistance } from '../../src/domain/stats/jensen-shannon.ts';
import { suiteEngine } from '../support/suite-engine.ts';

const START_MS = Date.parse('2025-09-01T08:00:00Z');
const DAY_MS = 86_400_000;
const NOW_MS = START_MS + 330 * DAY_MS;
const suite = suiteEngine({ nowMs: NOW_MS });

/** A message: its number, who, days after the start, what, the number it answers, and what a person says it is. */
type Line = readonly [id: number, author: string, days: number, text: string, answers: number | null, label: { readonly acts?: readonly Act[]; readonly intents?: readonly Intent[] }];

const SYLLABLES = ['ba', 'co', 'di', 'fu', 'ge', 'lo', 'mi', 'nu', 'pa', 're', 'si', 'tu'];
/** Words that nothing else holds; two numbers never give the same. */
const word = (at: number): string => `${SYLLABLES[at % 12] ?? ''}${SYLLABLES[Math.floor(at / 12) % 12] ?? ''}rmo`;
const three = (at: number): string => `il ${word(3 * at)} con il ${word(3 * at + 1)} e il ${word(3 * at + 2)}`;
const asked = (id: number, author: string, days: number, at: number): Line => [id, author, days, `Aurora, sarebbe bello avere anche ${three(at)} nel bar sotto casa`, null, { intents: ['idea'] }];
const told = (id: number, days: number, at: number): Line => [id, 'Aurora', days, `Da oggi nei nostri bar arriva ${three(at)} per tutti`, null, { acts: ['content'] }];

const LINES: readonly Line[] = [
  // somebody asks at the very beginning, so that the data reach back
  asked(1, 'primo', 0, 46),
  // eight ideas of which two people spoke before the brand did, ten days apart
  ...Array.from({ length: 8 }, (_, at) => [asked(100 + at, `anna${String(at)}`, 95 + 4 * at, at), asked(120 + at, `bruno${String(at)}`, 100 + 4 * at, at), told(200 + at, 130 + 4 * at, at)]).flat(),
  // four that people spoke of after the brand alone; one of them below the announcement itself, as an echo
  ...Array.from({ length: 4 }, (_, at) => [told(220 + at, 140 + 5 * at, 10 + at), asked(140 + at, `carla${String(at)}`, 180 + 5 * at, 10 + at)]).flat(),
  [150, 'eco', 141, `Bella idea, sarebbe bello avere ${three(10)} subito`, 220, { intents: ['idea'] }] satisfies Line,
  // twelve announcements and ten ideas about nothing in common
  ...Array.from({ length: 12 }, (_, at) => told(240 + at, 150 + 7 * at, 20 + at)),
  ...Array.from({ length: 10 }, (_, at) => asked(160 + at, `dario${String(at)}`, 120 + 6 * at, 34 + at)),
  // the first announcement once more, nearly word for word
  told(260, 200, 0),
];

let folder = '';
const idOf = new Map<string, number>();
afterAll(() => rmSync(folder, { recursive: true, force: true }));

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tribuna-origins-'));
  const path = join(folder, 'export.csv');
  writeFileSync(path, ['id,network,container,author,created_at,text,parent_id', ...LINES.map(([id, author, days, text, answers]) => `${String(id)},facebook,Pagina,${author},${new Date(START_MS + days * DAY_MS + id * 17_000).toISOString()},"${text}",${answers === null ? '' : String(answers)}`)].join('\n'));
  await suite.ask('project.create', { name: 'origins' });
  await suite.ask('import.run', {
    files: [{ file: await suite.engine().registerFile(path, 'export.csv'), format: 'csv', timeZone: 'Europe/Rome', collectedAtMs: NOW_MS, mapping: { columns: { id: 'id', network: 'network', container: 'container', author: 'author', created_at: 'createdAt', text: 'text', parent_id: 'parentId' } } }],
    ownBrand: { name: 'Aurora', accounts: ['Aurora'], containers: ['Pagina'] },
  });
  await suite.ask('analyse.run', {});
  for (const { nativeId, messageId } of (await suite.ask('messages.list', { size: 1000 })).messages) idOf.set(nativeId, messageId);
  await suite.ask('labels.set', { labels: LINES.map(([id, , , , , { acts, intents }]) => ({ messageId: idOf.get(String(id)) ?? 0, ...(acts === undefined ? {} : { acts: [...acts] }), ...(intents === undefined ? {} : { intents: [...intents] }) })) });
  await suite.ask('analyse.run', {});
}, 90_000);

const message = (id: number): number => idOf.get(String(id)) ?? 0;

describe('who said it first', () => {
  it('finds what was planted, credits who asked first, and leaves the rest unknown', async () => {
    const origins = await suite.ask('value.origins', { size: 100 });
    expect(origins).toMatchObject({ announcements: 24, copies: 1, tooFew: false, sides: { audience: 8, brand: 4, early: 0, unknown: 12 } });
    expect(origins.share).toMatchObject({ k: 8, n: 12, estimate: null });
    expect(origins.matched).toMatchObject({ pairs: 12, same: 0, different: 0 });
    expect(origins.matched.expected).toBeLessThan(1);
    const first = origins.list.find(({ messageId }) => messageId === message(200));
    expect(first).toMatchObject({ side: 'audience', before: 2, after: 0, copies: [message(260)] });
    expect(first?.people.map(({ name }) => name)).toEqual(['anna0', 'bruno0']);
    expect(origins.credits.filter(({ first: times }) => times === 1).map(({ name }) => name).sort()).toEqual(Array.from({ length: 8 }, (_, at) => `anna${String(at)}`));
    expect(origins.list.filter(({ side }) => side === 'brand').every(({ before, after }) => before === 0 && after === 1)).toBe(true);
    expect((await suite.ask('value.origins', { side: 'brand' })).total).toBe(4);
    expect(await suite.ask('value.origins', { size: 100 })).toEqual(origins);
  });

  it('lets a person rule over the match, takes it back, and holds it by content', async () => {
    const judge = (verdict: 'same' | 'different' | null, announcementId = message(200), demandId = message(100)): Promise<{ changed: number }> => suite.ask('value.judgeOrigin', { announcementId, demandId, verdict });
    expect(await judge('different')).toEqual({ changed: 1 });
    expect(await judge('different')).toEqual({ changed: 0 });
    expect((await suite.ask('value.origins', {})).sides).toMatchObject({ audience: 7, unknown: 13 });
    expect((await suite.ask('value.origins', { size: 100 })).list.find(({ messageId }) => messageId === message(200))?.demands).toMatchObject([{ verdict: 'different', people: 2 }]);
    await suite.ask('history.undo', {});
    expect((await suite.ask('value.origins', {})).sides).toMatchObject({ audience: 8, unknown: 12 });
    await suite.ask('history.redo', {});
    expect((await suite.ask('value.origins', {})).sides.audience).toBe(7);
    expect(await judge(null)).toEqual({ changed: 1 });
    // an announcement and an idea without a word in common
    await judge('same', message(251), message(160));
    const origins = await suite.ask('value.origins', { size: 100 });
    expect(origins.sides).toMatchObject({ audience: 9, unknown: 11 });
    expect(origins.list.find(({ messageId }) => messageId === message(251))?.demands).toMatchObject([{ messageId: message(160), q: null, verdict: 'same' }]);
    // what is derived is made anew after other labels, the word stands
    await suite.ask('labels.set', { labels: [{ messageId: message(169), intents: ['praise'] }] });
    await suite.ask('analyse.run', {});
    expect((await suite.ask('value.origins', {})).matched).toMatchObject({ same: 1, different: 0 });
    await judge(null, message(251), message(160));
    expect(await suite.engine().call('value.judgeOrigin', { announcementId: 99_999, demandId: message(160), verdict: 'same' })).toMatchObject({ ok: false, failure: { code: 'not-found' } });
  });
});

describe('listening to change', () => {
  it('draws nothing that is not known, and tells who was told after a declared change', async () => {
    await suite.ask('lost.setRequesters', { requesters: 2 });
    const before = await suite.ask('value.changes', { size: 100 });
    expect(before).toMatchObject({ requesters: 2, demands: 8, declared: 0, told: { k: 0, n: 0 } });
    expect(before.list.every(({ doneMs, toldBackMs, told: who }) => doneMs === null && toldBackMs === null && who === null)).toBe(true);
    await suite.ask('lost.route', { subjects: [{ messageId: message(100), piece: 'idea', scope: 'group' }], state: 'done', stateAtMs: START_MS + 130 * DAY_MS });
    const { list, told } = await suite.ask('value.changes', { only: 'changed' });
    expect(list).toMatchObject([{ requesters: 2, doneMs: START_MS + 130 * DAY_MS, told: { n: 2, k: 0, untold: [{ name: 'anna0' }, { name: 'bruno0' }] } }]);
    expect(told).toMatchObject({ k: 0, n: 2, estimate: null });
    expect(await suite.ask('value.tellBack', { messageIds: [message(120)], told: true })).toEqual({ changed: 1 });
    expect((await suite.ask('value.changes', { only: 'changed' })).list[0]?.told).toMatchObject({ k: 1, byHand: 1, seen: 0, untold: [{ name: 'anna0' }] });
    await suite.ask('history.undo', {});
    expect((await suite.ask('value.changes', { only: 'changed' })).told.k).toBe(0);
    await suite.ask('history.redo', {});
  });

  it('takes what was said and done of declared changes alone, in words that lead to nobody', async () => {
    const write = (messageId: number, youSaid: string, weDid: string): Promise<unknown> => suite.engine().call('value.writeSaidDid', { messageId, youSaid, weDid });
    expect(await write(message(101), 'Un nuovo gusto', 'È nel menù')).toMatchObject({ ok: false, failure: { code: 'invalid-input', message: 'no change is declared for this demand: mark it as done first' } });
    expect(await write(message(100), `Chi chiede ${three(0)}`, 'È nel menù')).toMatchObject({ ok: false, failure: { code: 'invalid-input' } });
    expect(await write(message(100), 'Un gusto in più la mattina', '')).toMatchObject({ ok: false });
    expect(await write(message(120), 'Un gusto in più la mattina', 'Da marzo è nel menù')).toMatchObject({ ok: true, value: { changed: 1 } });
    expect(await suite.ask('value.saidDid', {})).toMatchObject({ declared: 1, changes: [{ youSaid: 'Un gusto in più la mattina', weDid: 'Da marzo è nel menù', requesters: 2, told: { k: 1, n: 2 }, state: 'shown' }] });
    await suite.ask('history.undo', {});
    expect((await suite.ask('value.saidDid', {})).changes).toEqual([]);
  });
});

describe('sameness', () => {
  it('says with one brand that there is nothing to compare with', async () => {
    const { brands, pairs, few } = await suite.ask('strategy.sameness', {});
    expect(pairs).toEqual([]);
    expect(brands).toEqual([]);
    expect(few).toEqual([{ brand: 'Aurora', messages: 25 }]);
  });

  it('compares two brands where both are, and finds what is told through every channel', async () => {
    /** A post: brand, network, its number, and whether it promotes. */
    const posts: readonly (readonly [author: string, network: string, at: number, promotes: boolean])[] = [
      ...Array.from({ length: 40 }, (_, at) => ['Aurora', 'facebook', at, at < 30] as const),
      // the first twelve once more, word for word, on a network where the other brand is not
      ...Array.from({ length: 12 }, (_, at) => ['Aurora', 'instagram', at, true] as const),
      ...Array.from({ length: 36 }, (_, at) => ['Bottega', 'facebook', 60 + at, at < 9] as const),
    ];
    const path = join(folder, 'two.csv');
    writeFileSync(path, ['id,network,container,author,created_at,text', ...posts.map(([author, network, at], id) => `${String(id + 1)},${network},${author},${author},${new Date(START_MS + (at % 20) * DAY_MS + id * 41_000).toISOString()},"Nelle nostre botteghe oggi si trova anche ${three(at % 40)} ${author}"`)].join('\n'));
    await suite.ask('project.create', { name: 'two' });
    await suite.ask('import.run', {
      files: [{ file: await suite.engine().registerFile(path, 'two.csv'), format: 'csv', timeZone: 'Europe/Rome', collectedAtMs: NOW_MS, mapping: { columns: { id: 'id', network: 'network', container: 'container', author: 'author', created_at: 'createdAt', text: 'text' } } }],
      ownBrand: { name: 'Aurora', accounts: ['Aurora'] }, competitors: [{ name: 'Bottega', accounts: ['Bottega'] }],
    });
    await suite.ask('analyse.run', {});
    const here = new Map((await suite.ask('messages.list', { size: 1000 })).messages.map(({ nativeId, messageId }) => [nativeId, messageId]));
    await suite.ask('labels.set', { labels: posts.map(([, , , promotes], id) => ({ messageId: here.get(String(id + 1)) ?? 0, acts: [promotes ? 'promotion' as const : 'content' as const] })) });
    await suite.ask('analyse.run', {});
    const { of, brands, pairs } = await suite.ask('strategy.sameness', {});
    expect(of).toBe('posts');
    expect(brands).toMatchObject([{ brand: 'Aurora', own: true, messages: 52, networks: 2, elsewhere: { share: { k: 24, n: 52 } } }, { brand: 'Bottega', own: false, messages: 36, networks: 1, elsewhere: { share: { k: 0, n: 36 } }, others: { share: { k: 0 } } }]);
    const [pair] = pairs;
    expect(pair).toMatchObject({ one: 'Aurora', other: 'Bottega', n: [40, 36], apart: [12, 0] });
    // 30 of 40 against 9 of 36
    expect(pair?.distance.estimate).toBeCloseTo(jensenShannonDistance([30, 10], [9, 27]) ?? NaN, 12);
    expect(pair?.distance.differs).toBe(true);
    expect(pair?.gaps[0]).toMatchObject({ act: 'promotion', difference: 0.5 });
  }, 60_000);
});
