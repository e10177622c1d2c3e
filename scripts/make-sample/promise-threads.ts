import { YEAR_END_MS, afterOpenSeconds, awake, instantOfRome, nextOpenHours, promiseDueMs, romeClock } from './calendar.ts';
import type { Intent } from '../../src/domain/model/codes.ts';
import type { PagePost } from './facebook-posts.ts';
import type { Person } from './people.ts';
import type { PlannedPromise } from './sample-message.ts';
import type { World } from './world.ts';
import { added, commentTime } from './world.ts';

/** The month in which promises are broken, in Rome. */
export const BROKEN_MONTH = { fromMs: Date.UTC(2025, 9, 31, 23), untilMs: Date.UTC(2025, 10, 30, 23), name: '2025-11' } as const;

const KINDS: readonly { section: string; intent: Intent; public: boolean; words: readonly string[] }[] = [
  { section: 'ricarica purchase', intent: 'purchase', public: true, words: ['entro venerdì', 'entro venerdì', 'domani', 'in giornata', 'entro 24 ore', 'entro lunedì'] },
  { section: 'chiamata trouble', intent: 'trouble', public: false, words: ['domani', 'domani', 'in giornata', 'entro venerdì', 'entro 24 ore'] },
  { section: 'pacco trouble', intent: 'trouble', public: false, words: ['domani', 'in giornata', 'entro venerdì'] },
  { section: 'rimborso trouble', intent: 'trouble', public: false, words: ['entro venerdì', 'domani', 'entro 24 ore'] },
  { section: 'elenco information', intent: 'information', public: true, words: ['entro venerdì', 'domani', 'in giornata'] },
];

function plannedState(world: World, kind: (typeof KINDS)[number], madeAtMs: number): PlannedPromise['state'] {
  const draw = world.chance.unit();
  if (madeAtMs >= BROKEN_MONTH.fromMs && madeAtMs < BROKEN_MONTH.untilMs) return draw < 0.8 ? 'broken' : draw < 0.92 ? 'kept' : 'late';
  return draw < (kind.public ? 0.88 : 0.82) ? 'kept' : draw < 0.92 ? 'late' : draw < 0.94 ? 'broken' : 'unverifiable';
}

/** A moment between the promise and its due time when the team is at work; the middle of what is left if none is. */
function workingMomentBefore(world: World, fromMs: number, dueMs: number): number {
  const hours = nextOpenHours(fromMs + 1_800_000);
  const start = Math.max(instantOfRome(hours[0]), fromMs + 1_800_000);
  const end = Math.min(instantOfRome(hours[1]), dueMs - 600_000);
  return end > start ? start + world.chance.unit() * (end - start) : fromMs + (dueMs - fromMs) / 2;
}

function promiseThread(world: World, post: PagePost, asker: Person): void {
  const { chance, composer } = world;
  const kind = chance.weighted(KINDS, (candidate) => (candidate.section.startsWith('ricarica') ? 3 : candidate.section.startsWith('chiamata') ? 2.4 : 1));
  const composed = composer.comment('promises', asker, kind.section);
  const askedAtMs = commentTime(world, post.message.atMs, { medianHours: 5, officeShare: 0.6 });
  const inMonth = (atMs: number): boolean => atMs >= BROKEN_MONTH.fromMs && atMs < BROKEN_MONTH.untilMs;
  const answeredAtMs = afterOpenSeconds(askedAtMs, chance.logNormal(kind.intent === 'purchase' ? 1_500 : kind.intent === 'trouble' ? 30_000 : 9_000, 0.7));
  if (answeredAtMs > YEAR_END_MS - 8 * 86_400_000 || inMonth(answeredAtMs) !== inMonth(post.message.atMs)) return;
  const asked = added(world, { network: 'facebook', kind: 'comment', parent: post.message, post: post.message, person: asker, atMs: askedAtMs, text: composed.text, truth: { intents: [kind.intent], language: 'it' } });
  if (asked === null) return;
  const late = romeClock(answeredAtMs).getUTCHours() >= 17;
  const words = chance.one(late ? kind.words.filter((word) => word !== 'in giornata') : kind.words);
  const bound = new Map(composed.bindings).set('quando', words);
  const made = added(world, { network: 'facebook', kind: 'reply', parent: asked, post: post.message, person: null, atMs: answeredAtMs, text: composer.answer(composed.group.answers, asker, bound), truth: { intents: [], language: 'it', act: 'promise' } });
  if (made === null) return;
  const dueMs = promiseDueMs(words, made.atMs);
  const state = plannedState(world, kind, made.atMs);
  world.promises.push({ message: made, words, dueMs, state });
  if (state === 'kept' || state === 'late') {
    const atMs = state === 'kept' ? workingMomentBefore(world, made.atMs, dueMs) : afterOpenSeconds(dueMs, chance.logNormal(28_000, 0.6));
    const kept = added(world, { network: 'facebook', kind: 'reply', parent: asked, post: post.message, person: null, atMs, text: composer.answer(composed.group.kept, asker, bound), truth: { intents: [], language: 'it', act: 'kept-promise' } });
    if (kept !== null && chance.happens(0.45)) added(world, { network: 'facebook', kind: 'reply', parent: kept, post: post.message, person: asker, atMs: awake(kept.atMs + chance.logNormal(7_200, 1) * 1000), text: composer.reply(composed.group.confirmed, asker, bound), truth: { intents: ['praise'], language: 'it' } });
  }
  if (state === 'broken') {
    added(world, { network: 'facebook', kind: 'reply', parent: made, post: post.message, person: asker, atMs: awake(dueMs + chance.logNormal(50_000, 0.6) * 1000), text: composer.reply(composed.group.broken, asker, bound, 'sour'), truth: { intents: ['trouble'], language: 'it' } });
  }
}

/** About six promises a month with a due time, kept in public nearly always; in November 2025 more of them, mostly broken. */
export function promiseThreads(world: World, posts: readonly PagePost[]): void {
  const { chance } = world;
  const askers = world.ordinary.filter((person) => person.language === 'it').slice(40, 700);
  const inBrokenMonth = posts.filter((post) => post.message.atMs >= BROKEN_MONTH.fromMs && post.message.atMs < BROKEN_MONTH.untilMs);
  const others = posts.filter((post) => !inBrokenMonth.includes(post));
  for (let made = 0; made < 30; made += 1) promiseThread(world, chance.one(inBrokenMonth), chance.one(askers));
  for (let made = 0; made < 78; made += 1) promiseThread(world, chance.one(others), chance.one(askers));
}
