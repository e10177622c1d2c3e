import { YEAR_END_MS, YEAR_START_MS, instantOfRome, localMidnight, romeClock } from './calendar.ts';
import type { SampleMessage } from './sample-message.ts';
import type { World } from './world.ts';
import { added } from './world.ts';

/** A post of the brand and how many comments it draws against others. */
export interface PagePost {
  readonly message: SampleMessage;
  readonly section: string;
  readonly pull: number;
}

/** First and last day of the contest "Vinci una fornitura", in Rome. */
export const CONTEST = { startMs: Date.UTC(2026, 1, 8, 23), endMs: Date.UTC(2026, 1, 22, 23) } as const;

const SEASONS: Readonly<Record<number, string>> = { 0: 'inverno', 1: 'inverno', 2: 'primavera', 3: 'primavera', 4: 'primavera', 5: 'estate', 6: 'estate', 7: 'estate', 8: 'autunno', 9: 'autunno', 10: 'autunno', 11: 'natale' };
const SECTIONS = ['prodotto', 'prodotto', 'macchina', 'ricetta', 'bottega', 'bottega', 'promo', 'promo', 'filiera', 'capsule', 'storia', 'chiedi'] as const;

function sectionOf(world: World, atMs: number): string {
  if (atMs >= CONTEST.startMs && atMs < CONTEST.endMs && world.chance.happens(0.55)) return 'concorso';
  const clock = romeClock(atMs);
  const season = SEASONS[clock.getUTCMonth()] ?? 'inverno';
  if (season === 'natale' && clock.getUTCDate() > 24) return 'inverno';
  return world.chance.happens(0.2) ? season : world.chance.one(SECTIONS);
}

/** About six posts a week over the year, in the morning or after work, in Italian, each with its pull on commenters. */
export function pagePosts(world: World): PagePost[] {
  const { chance, composer } = world;
  const posts: PagePost[] = [];
  for (let midnight = localMidnight(YEAR_START_MS); midnight < localMidnight(YEAR_END_MS); midnight += 86_400_000) {
    const weekday = new Date(midnight).getUTCDay();
    if (!chance.happens(weekday === 0 ? 0.35 : weekday === 6 ? 0.6 : 0.97)) continue;
    const hour = chance.happens(0.72) ? 7.5 + 4 * chance.unit() : 17 + 2.5 * chance.unit();
    const atMs = instantOfRome(midnight + hour * 3_600_000);
    const section = sectionOf(world, atMs);
    const text = composer.line('posts', section, { language: 'it', bindings: composer.bindings() });
    const promoted = section === 'promo' || section === 'concorso';
    const message = added(world, {
      network: 'facebook', kind: 'post', parent: null, post: null, person: null, atMs, text,
      likes: Math.floor(chance.logNormal(promoted ? 140 : 70, 0.8)), truth: { intents: [], language: 'it', act: promoted ? 'promotion' : 'content' },
    });
    if (message !== null) posts.push({ message, section, pull: chance.logNormal(1, 0.7) });
  }
  return posts;
}
