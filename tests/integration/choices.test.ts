import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OperationInput, OperationValue } from '../../src/contract/operations.ts';
import { suiteEngine } from '../support/suite-engine.ts';

// Monday 2 March 2026, nine in the morning in Rome.
const START_MS = Date.parse('2026-03-02T08:00:00Z');
const DAY_MS = 86_400_000;

/** A line of a conversation: who, hours after the start, what, and the number of the line it answers. */
type Line = readonly [author: string, hours: number, text: string, answers: number | null];

const people = (prefix: string, count: number, from = 0): string[] => Array.from({ length: count }, (_, at) => `${prefix}${String(from + at)}`);

/** Seven moments of choice: the brand first, the brand after a peer, peers alone, nobody, twice the same asker, the brand beside it only, the brand itself asked; then a fact that is asked, and a desk that asks what somebody uses. */
const MOMENTS: readonly (readonly Line[])[] = [
  [['anna', 0, 'Ragazzi, meglio la moka o le capsule?', null], ['Aurora', 1, 'Ciao Anna, per casa la moka.', 0], ['bruno', 3, 'Concordo, Aurora ha ragione', 0]],
  [['carla', 10, 'Secondo voi vale la pena comprare Aurora?', null], ['dario', 11, 'Aurora è pessima, non compratela', 0], ['Aurora', 14, 'Ciao Carla, dipende da quanti caffè bevi.', 0]],
  [['elena', 20, 'Qualcuno mi consiglia una macchina da caffè?', null], ['fabio', 21, 'Io ho una manuale', 0], ['gina', 22, 'Anche io', 0]],
  [['hugo', 30, 'Voi preferite la moka o le capsule per il caffè?', null]],
  [['ivo', 40, 'Cosa mi consigliate per iniziare?', null], ['ivo', 41, 'Ma quale mi consigliate, la grande o la piccola?', 0], ['Aurora', 45, 'Ciao Ivo, la piccola.', 1]],
  [['lia', 50, 'Che bella giornata', null], ['mara', 51, 'Voi quale prendereste tra le due?', 0], ['Aurora', 53, 'Ciao Lia, buona giornata a te!', 0]],
  [['olga', 56, '@Aurora quale mi consigliate per la moka?', null], ['Aurora', 57, 'Ciao Olga, il Levante.', 0]],
  [['nino', 60, '@Aurora a che ora aprite domani?', null], ['Aurora', 61, 'Alle otto.', 0]],
  [['AltroDesk', 70, '@piero voi quale prendereste tra le due?', null]],
];

/** Twenty-four people who name the brand with taste and say other things elsewhere; as many who never name it; twelve who ask the same. */
const ABOUT: readonly (readonly Line[])[] = [
  ...people('fan', 24).flatMap((who, at): Line[][] => [
    [[who, 100 + at, at % 2 === 0 ? 'Aurora ha un aroma tostato che mi piace tantissimo' : 'Adoro aroma tostato di Aurora', null]],
    [[who, 140 + at, 'Ieri sono andato al mercato con gli amici in bicicletta', null]], [[who, 180 + at, 'Domani vado al mercato con la bicicletta nuova', null]],
  ]),
  ...people('altro', 24).map((who, at): Line[] => [[who, 220 + at, 'Sono andato al mercato in bicicletta con gli amici', null]]),
  ...people('fan', 6).map((who, at): Line[] => [[who, 300 + at, '@Aurora quando riapre il negozio di Lecco?', null], ...(at < 3 ? [['Aurora', 301 + at, 'Riapre lunedì.', 0] as const] : [])]),
  ...people('altro', 6).map((who, at): Line[] => [[who, 320 + at, '@Aurora quando riapre il negozio di Lecco?', null]]),
];

function exported(): string {
  const rows = ['tweet_id,author_id,inbound,created_at,text,response_tweet_id,in_response_to_tweet_id'];
  const dated = (atMs: number): string => {
    const [, day, month, year, time] = /(\d+) (\w+) (\d+) ([\d:]+)/.exec(new Date(atMs).toUTCString()) ?? [];
    return `${new Date(atMs).toUTCString().slice(0, 3)} ${month} ${day} ${time} +0000 ${year}`;
  };
  [...MOMENTS, ...ABOUT].forEach((lines, thread) => lines.forEach(([author, hours, text, answers], line) => {
    rows.push([100 * (thread + 1) + line, author, author === 'Aurora' || author.endsWith('Desk') ? 'False' : 'True', dated(START_MS + hours * 3_600_000), `"${text}"`, '', answers === null ? '' : 100 * (thread + 1) + answers].join(','));
  }));
  return `${rows.join('\n')}\n`;
}

const suite = suiteEngine({ nowMs: START_MS + 30 * DAY_MS });
const folder = mkdtempSync(join(tmpdir(), 'tribuna-choices-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const ids = new Map<string, string>();
const tribeOf = (name: string): string => ids.get(name) ?? '';

beforeAll(async () => {
  const path = join(folder, 'choices.csv');
  writeFileSync(path, exported());
  await suite.ask('project.create', { name: 'Choices' });
  await suite.ask('import.run', { files: [{ file: await suite.engine().registerFile(path, 'choices.csv') }], ownBrand: { name: 'Aurora', accounts: ['Aurora'] } });
  await suite.ask('analyse.run', {});
  const tribes: readonly (readonly [string, string])[] = [['Amici', 'tostato'], ['Ciclisti', 'bicicletta'], ['Lecco', 'lecco'], ['Solitari', 'giornata']];
  for (const [name, word] of tribes) ids.set(name, (await suite.ask('tribes.save', { name, rule: { op: 'words', is: [word], least: 1 } })).id);
}, 60_000);

const decisions = (input: OperationInput<'response.decisions'> = {}): Promise<OperationValue<'response.decisions'>> => suite.ask('response.decisions', { size: 50, ...input });

describe('moments of choice', () => {
  it('are found, merged and told by who came', async () => {
    const found = await decisions();
    expect(found.brand).toBe('Aurora');
    expect(found.moments).toBe(7);
    // whoever begins with the brand's name asks the brand: its presence there would say nothing
    expect(found.unseen).toEqual([{ reason: 'asked-brand', moments: 1 }]);
    expect(found.list.find(({ unseen }) => unseen === 'asked-brand')?.text).toBe('@Aurora quale mi consigliate per la moka?');
    expect(found.list.map(({ authorName }) => authorName)).not.toContain('AltroDesk');
    expect(found.presence).toMatchObject({ n: 6, people: 6, present: { k: 3, n: 6, estimate: null }, order: { before: 1, after: 1, alone: 1, unknown: 0 }, peers: { k: 3 }, nobody: { k: 2 }, competitor: { k: 0 } });
    const merged = found.list.find(({ mergedIds }) => mergedIds.length > 0);
    expect(merged?.text).toBe('Cosa mi consigliate per iniziare?');
    expect(found.list.map(({ text }) => text)).not.toContain('@Aurora a che ora aprite domani?');
    expect(found.arrival).toMatchObject({ n: 6, tooFew: true, steps: [] });
  });

  it('open the questions behind every number, and the list by what is asked of it', async () => {
    const found = await decisions();
    expect(found.messageIds.present).toHaveLength(found.presence.present.k);
    expect(found.messageIds.nobody).toHaveLength(found.presence.nobody.k);
    expect((await decisions({ show: 'present' })).total).toBe(3);
    expect((await decisions({ show: 'absent' })).total).toBe(3);
    expect((await decisions({ show: 'unseen' })).total).toBe(1);
    expect((await decisions({ size: 2, page: 1 })).list).toHaveLength(2);
  });

  it('tell what those who answer say of the brand, without numbers under five people', async () => {
    const { about } = await decisions();
    expect(about.messages).toBe(2);
    expect(about.tone).toMatchObject({ n: 2, tooFew: true, negative: { k: 0, estimate: null } });
  });

  it('follow a label by hand, and its undoing', async () => {
    const line = (await decisions()).list.find(({ text }) => text.startsWith('Voi preferite'));
    await suite.ask('labels.set', { labels: [{ messageId: line?.messageId ?? 0, intents: ['other'] }] });
    expect((await decisions()).moments).toBe(6);
    await suite.ask('history.undo', {});
    await suite.ask('analyse.run', {});
    expect((await decisions()).moments).toBe(7);
  });
});

describe('the brand in the minds of tribes', () => {
  it('is told by what they say of it and not elsewhere', async () => {
    const { entries, brands } = await suite.ask('tribes.associations', { tribe: tribeOf('Ciclisti') });
    expect(brands).toEqual(['Aurora']);
    const [entry] = entries;
    expect(entry).toMatchObject({ brand: 'Aurora', state: 'told', basis: 'meant', language: 'it' });
    expect(entry?.about.people).toBeGreaterThanOrEqual(24);
    const words = entry?.terms.map(({ term }) => term) ?? [];
    expect(words.some((word) => word.includes('aroma') || word.includes('tostato'))).toBe(true);
    expect(words.some((word) => word.includes('bicicletta') || word.includes('aurora'))).toBe(false);
    for (const { messages, messageIds, low, logOdds, q, quarters } of entry?.terms ?? []) {
      expect(messageIds).toHaveLength(messages);
      expect(low).toBeLessThan(logOdds);
      expect(q).toBeLessThan(0.05);
      expect(quarters.reduce((sum, { k }) => sum + (k ?? 0), 0)).toBeGreaterThan(0);
    }
    expect(entry?.messageIds).toHaveLength(entry?.about.messages ?? -1);
  });

  it('says so of a tribe under five people, and knows no tribe that is not there', async () => {
    const { entries } = await suite.ask('tribes.associations', { tribe: tribeOf('Solitari') });
    expect(entries[0]).toMatchObject({ state: 'tribe', basis: null, terms: [], tone: null, about: { people: 0, messages: 0 } });
    const unknown = await suite.engine().call('tribes.associations', { tribe: 'own:nobody' });
    expect(unknown.ok).toBe(false);
  });
});

describe('needs by tribe', () => {
  it('count people, what became of it, and hide cells under five people', async () => {
    const found = await suite.ask('tribes.needs', { lens: 'roles', size: 50 });
    const need = found.needs.find(({ text }) => text.includes('Lecco'));
    expect(need).toMatchObject({ kind: 'question', people: 12, answered: { k: 3, n: 12, estimate: null }, entered: { k: 0, n: 12 }, changed: { k: 0, n: 12 } });
    const cell = (name: string): { people: number | null } | undefined => need?.cells.find(({ tribe }) => tribe === tribeOf(name));
    expect(cell('Lecco')).toMatchObject({ people: 12 });
    expect(cell('Ciclisti')).toMatchObject({ people: 12 });
    expect(cell('Amici')).toMatchObject({ people: 6, answered: { k: 3, n: 6 } });
    // who asks for it is in several of these tribes because the tribes share people
    expect(need?.beyondChance).toBe(false);
    expect(need?.messageIds).toHaveLength(need?.messages ?? -1);
    expect(await suite.ask('tribes.needs', { lens: 'roles', size: 50 })).toEqual(found);
  });
});
