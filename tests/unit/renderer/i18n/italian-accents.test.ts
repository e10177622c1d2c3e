import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { METRICS } from '../../../../src/domain/metrics/metric-definitions.ts';
import { italian } from '../../../../src/renderer/i18n/catalogue.ts';
import { ROOT } from '../../../support/root.ts';

/** Words that end in an accent in Italian and are no words without it. */
const WITHOUT = [
  'piu', 'perche', 'cosi', 'tribu', 'citta', 'difficolta', 'puo', 'gia', 'cio', 'pero', 'cioe', 'finche', 'poiche', 'benche', 'affinche', 'giacche', 'purche', 'anziche', 'nonche', 'giu', 'lassu', 'laggiu', 'cosicche', 'perlopiu', 'tuttavia\'',
  'lunedi', 'martedi', 'mercoledi', 'giovedi', 'venerdi', 'qualita', 'quantita', 'attivita', 'novita', 'realta', 'verita', 'comunita', 'possibilita', 'probabilita', 'velocita', 'pubblicita', 'priorita', 'identita', 'parita', 'utilita', 'varieta', 'densita',
  'fedelta', 'liberta', 'societa', 'opportunita', 'visibilita', 'responsabilita', 'necessita', 'intensita', 'reciprocita', 'fragilita', 'stabilita', 'gravita', 'entita', 'meta\'', 'sara', 'avra', 'potra', 'dovra', 'verra', 'andra', 'fara', 'dira', 'terra\'', 'virtu', 'caffe',
] as const;
const PATTERN = new RegExp(`(?<![\\p{L}\\p{N}@#/.{-])(?:${WITHOUT.join('|')})(?![\\p{L}\\p{N}}])|(?<![\\p{L}])(?:e|E|piu|perche|puo|gia|cosi|sara|citta|tribu)['\`](?=[\\s.,;:!?)]|$)`, 'giu');

/** Italian written without its accents, or with an apostrophe in their place. */
const bare = (text: string): string[] => [...text.replaceAll(/\{\{\w+\}\}/gu, '').matchAll(PATTERN)].map(([word]) => word);

function texts(node: unknown, path: string): [string, string][] {
  if (typeof node === 'string') return [[path, node]];
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([key, value]) => texts(value, `${path}.${key}`));
}

async function everythingIn(folder: string): Promise<[string, string][]> {
  const files = readdirSync(join(ROOT, folder)).filter((name) => name.endsWith('.ts'));
  const modules = await Promise.all(files.map(async (name) => [name, (await import(pathToFileURL(join(ROOT, folder, name)).href)) as object] as const));
  return modules.flatMap(([name, module]) => texts(module, name));
}

test('words without their accents are found, words that need none are left alone', () => {
  expect(bare('Perche la tribu e\' piu grande, cosi puo gia bastare')).toEqual(['Perche', 'tribu', 'e\'', 'piu', 'cosi', 'puo', 'gia']);
  expect(bare('Perché la tribù è più grande: un’e, l’unita e la meta, e poi {{gia}} #citta')).toEqual([]);
  expect(bare('Sara')).toEqual(['Sara']);
});

test('no Italian text of the window, the reports and the definitions lacks an accent', async () => {
  const all = [...texts(italian, ''), ...(await everythingIn('src/domain/wording/it')), ...(await everythingIn('src/present/words/it')), ...METRICS.flatMap((metric) => texts(metric, metric.id).filter(([path]) => path.endsWith('.it')))];
  expect(all.length).toBeGreaterThan(3000);
  expect(all.flatMap(([path, text]) => bare(text).map((word) => `${path}: ${word}`))).toEqual([]);
});
