import { YEAR_END_MS, YEAR_START_MS, afterOpenSeconds, awake } from './calendar.ts';
import type { Language } from './library.ts';
import type { Table } from './table.ts';
import type { World } from './world.ts';
import { anyone } from './world.ts';

const SHOPS = ['Parma', 'Bologna', 'Torino', 'Padova', 'Bari'] as const;
const STARS: readonly (readonly [string, number])[] = [['5', 0.55], ['4', 0.19], ['3', 0.08], ['2', 0.05], ['1', 0.13]];

/** Reviews of the five shops: four in ten are stars alone, six in ten without a name, three in ten of those with words answered. */
export function reviewTable(world: World, count: number): Table {
  const { chance, composer } = world;
  const english = world.ordinary.filter((person) => person.language === 'en');
  const moments = Array.from({ length: count }, () => awake(YEAR_START_MS + chance.unit() * (YEAR_END_MS - YEAR_START_MS - 86_400_000))).sort((a, b) => b - a);
  const rows = moments.map((atMs, index) => {
    const author = chance.happens(0.16) ? chance.one(english) : anyone(world);
    const shop = chance.one(SHOPS);
    const [stars] = chance.weighted(STARS, ([, share]) => share);
    const language: Language = author.language;
    const bindings = composer.bindings().set('bottega', shop).set('citta', shop);
    const text = chance.happens(stars === '5' ? 0.48 : 0.3) ? '' : composer.line('reviews', stars, { language, author, bindings });
    const answers = text !== '' && chance.happens(stars === '5' ? 0.42 : stars === '1' || stars === '2' ? 0.25 : 0.3);
    const answeredMs = afterOpenSeconds(atMs, chance.logNormal(60_000, 0.9));
    const answered = answers && answeredMs < YEAR_END_MS;
    const named = chance.happens(0.4);
    return [
      `ChdSMPL${String(1_000_000 + index * 37 + chance.whole(0, 30))}`, named ? author.name : '', stars, text, '', new Date(Math.floor(atMs)).toISOString(),
      answered ? composer.line('reviews', Number(stars) >= 3 ? 'risposta5' : 'risposta1', { language, bindings }) : '', answered ? new Date(Math.floor(answeredMs)).toISOString() : '', `Caffè Aurora - Bottega di ${shop}`,
    ];
  });
  return { columns: ['reviewId', 'name', 'stars', 'text', 'textTranslated', 'publishedAtDate', 'responseFromOwnerText', 'responseFromOwnerDate', 'title'], rows };
}
