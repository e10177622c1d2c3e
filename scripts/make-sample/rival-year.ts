import type { Intent } from '../../src/domain/model/codes.ts';
import { YEAR_END_MS } from './calendar.ts';
import type { Theme } from './composer.ts';
import type { SampleMessage } from './sample-message.ts';
import type { World } from './world.ts';
import { RIVAL, anyone, commentTime } from './world.ts';

const START_MS = Date.UTC(2026, 0, 9, 23);

const MIX: readonly { theme: Theme; share: number; intents: readonly Intent[] }[] = [
  { theme: 'purchase', share: 0.2, intents: ['purchase'] }, { theme: 'information', share: 0.18, intents: ['information'] }, { theme: 'trouble', share: 0.22, intents: ['trouble'] },
  { theme: 'praise', share: 0.2, intents: ['praise'] }, { theme: 'opinion', share: 0.12, intents: ['other'] }, { theme: 'idea', share: 0.05, intents: ['idea'] }, { theme: 'warning', share: 0.03, intents: ['recommendation'] },
];

/** The rival sells other things under other names. */
const RENAMED: readonly (readonly [RegExp, string])[] = [
  [/\b((?:de|ne|su|a)l)?l'aurora uno\b/gi, '$1la Mini'], [/\b((?:de|ne|su|a)l)?l'aurora leva\b/gi, '$1la Vela'],
  [/\b(la|della|alla|sulla|nella) Leva\b/g, '$1 Vela'], [/\bLeva\b/g, 'Vela'], [/\bleva\b/g, 'vela'], [/\bLEVA\b/g, 'VELA'], [/\b(LA|DELLA|ALLA|SULLA|NELLA) UNO\b/g, '$1 MINI'], [/\b(la|della|alla|sulla|nella) uno\b/g, '$1 mini'], [/\b(la|della|alla|sulla|nella|Uno|quella) Uno\b/g, '$1 Mini'], [/\bAurora Uno\b/gi, 'Mini'], [/\bla uno\b/g, 'la mini'],
  [/\bl'(alba|aurora)\b/gi, 'il Classico'], [/\b(de|ne|su|a)ll'(alba)\b/gi, '$1l Classico'], [/\bAlba\b/g, 'Classico'], [/\balba\b/g, 'classico'], [/\bMeriggio\b/gi, 'Vespro'], [/\bNotte\b/g, 'Forte'], [/\b(il|del|nel|sul|al|di|fra|tra) notte\b/gi, '$1 forte'], [/\bNOTTE\b/g, 'FORTE'], [/\bALBA\b/g, 'CLASSICO'], [/\bBrina\b/gi, 'Deca'],
  [/\bLevante\b/gi, 'Sidamo'], [/\bPonente\b/gi, 'Santos'], [/\bSolstizio\b/gi, 'Riserva'], [/\bAURORA(?: UNO| LEVA)?\b/g, 'TRAMONTO'], [/aurora(?=10)/g, 'tramonto'], [/AURORA/g, 'TRAMONTO'], [/\bAurora\b/gi, 'Tramonto'],
];

/** Comments under a competitor's posts, half a year of them; its own posts and replies were not collected. */
export function rivalYear(world: World, count: number): SampleMessage[] {
  const { chance, composer } = world;
  const posts: SampleMessage[] = Array.from({ length: 58 }, (_, index) => ({
    id: `${RIVAL.accountId}_77${String(100_000 + index * 1_733).padStart(9, '0')}`, network: 'facebook', kind: 'post', parent: null, post: null, person: null,
    atMs: START_MS + ((index + chance.unit()) * (YEAR_END_MS - START_MS - 6 * 86_400_000)) / 58, text: '', likes: 0, likedByBrand: false, truth: { intents: [], language: 'it' },
  }));
  const comments: SampleMessage[] = [];
  while (comments.length < count) {
    const post = chance.one(posts);
    const author = chance.happens(0.14) ? anyone(world) : chance.weighted(world.rivals, (person) => person.weight);
    const kind = chance.weighted(MIX, (candidate) => candidate.share);
    const composed = composer.comment(kind.theme, author);
    const atMs = Math.floor(commentTime(world, post.atMs, { medianHours: 8, officeShare: 0.45 }) / 1000) * 1000;
    if (atMs >= YEAR_END_MS) continue;
    const text = RENAMED.reduce((written, [pattern, put]) => written.replace(pattern, put), composed.text);
    comments.push({ id: `${post.id.split('_')[1] ?? ''}_66${String(world.nextId()).padStart(9, '0')}`, network: 'facebook', kind: 'comment', parent: post, post, person: author, atMs, text, likes: chance.happens(0.6) ? 0 : chance.whole(1, 9), likedByBrand: false, truth: { intents: kind.intents, language: author.language } });
  }
  return comments;
}
