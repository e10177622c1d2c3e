import type { Intent } from '../../src/domain/model/codes.ts';
import { afterOpenSeconds, awake } from './calendar.ts';
import type { Theme } from './composer.ts';
import type { PagePost } from './facebook-posts.ts';
import { CONTEST } from './facebook-posts.ts';
import { foreignLines } from './foreign-lines.ts';
import type { Person } from './people.ts';
import type { SampleMessage } from './sample-message.ts';
import type { World } from './world.ts';
import { added, anyone, commentTime } from './world.ts';

const DAY_MS = 86_400_000;

/** What is said without asking anything: theme, how often, how often the page answers with a nod of words. */
const TALK: readonly { theme: Theme; count: number; intents: readonly Intent[]; acknowledged: number; giverShare: number; baristaShare: number; against?: boolean }[] = [
  { theme: 'praise', count: 350, intents: ['praise'], acknowledged: 0.5, giverShare: 0.1, baristaShare: 0.04 },
  { theme: 'recommendation', count: 84, intents: ['recommendation'], acknowledged: 0.25, giverShare: 0.45, baristaShare: 0.04 },
  { theme: 'warning', count: 44, intents: ['recommendation'], acknowledged: 0.06, giverShare: 0, baristaShare: 0, against: true },
  { theme: 'opinion', count: 200, intents: ['other'], acknowledged: 0.02, giverShare: 0, baristaShare: 0.06 },
];

function acknowledge(world: World, said: SampleMessage, author: Person, section: 'cenno' | 'concorso' | 'concorsorisposta'): void {
  const { chance, composer } = world;
  const atMs = afterOpenSeconds(said.atMs, chance.logNormal(1_300, 0.9));
  const text = composer.answer(composer.templates('brand', section, author.language), author, composer.bindings());
  added(world, { network: 'facebook', kind: 'reply', parent: said, post: said.post, person: null, atMs, text, truth: { intents: [], language: author.language, act: section === 'concorsorisposta' ? 'answer' : 'acknowledge' } });
}

/** Praise, advice, warnings, opinions, bare emoji and tags, discount takers and other languages, spread over the posts. */
export function talk(world: World, postFor: (sections: readonly string[]) => PagePost): void {
  const { chance, composer } = world;
  const comment = (post: PagePost, author: Person, said: { text: string; intents: readonly Intent[]; language?: 'fr' | 'de' | 'es'; against?: boolean }): SampleMessage | null =>
    added(world, {
      network: 'facebook', kind: 'comment', parent: post.message, post: post.message, person: author, text: said.text,
      atMs: commentTime(world, post.message.atMs, { medianHours: 6, officeShare: 0.45 }),
      truth: { intents: said.intents, language: said.language ?? author.language, ...(said.against === true ? { against: true } : {}) },
    });
  for (const kind of TALK) {
    for (let made = 0; made < kind.count; made += 1) {
      const giver = chance.happens(kind.giverShare);
      const author = giver ? chance.one(world.givers) : chance.happens(kind.baristaShare) ? chance.one(world.baristas) : anyone(world);
      const said = comment(postFor([]), author, { text: composer.comment(kind.theme, author).text, intents: kind.intents, against: kind.against === true });
      if (said !== null && chance.happens(kind.acknowledged)) acknowledge(world, said, author, 'cenno');
    }
  }
  for (let made = 0; made < 110; made += 1) {
    const author = anyone(world);
    const section = made < 65 ? 'emoji' : 'tag';
    comment(postFor([]), author, { text: composer.line('social', section, { language: author.language, bindings: composer.bindings() }), intents: section === 'emoji' ? ['other'] : ['recommendation'] });
  }
  for (let made = 0; made < 60; made += 1) {
    const author = anyone(world);
    comment(postFor(['promo']), author, { text: composer.line('social', 'sconto', { language: author.language, author }), intents: ['praise'] });
  }
  for (const line of foreignLines().slice(0, 20)) comment(postFor([]), anyone(world), { ...line, intents: [] });
}

/** Two weeks of "Vinci una fornitura": hundreds who tag friends and mostly never come back. */
export function contest(world: World, posts: readonly PagePost[]): void {
  const { chance, composer } = world;
  const own = posts.filter((post) => post.section === 'concorso');
  const entry = (author: Person): SampleMessage | null => {
    const post = chance.weighted(own, (candidate) => candidate.pull);
    const atMs = Math.min(awake(post.message.atMs + chance.logNormal(14, 1) * 3_600_000), CONTEST.endMs - chance.whole(60, 40_000) * 1000);
    const asks = chance.happens(0.05);
    const text = composer.line('social', asks ? 'concorsodomanda' : 'concorso', { language: author.language, author });
    const said = added(world, { network: 'facebook', kind: 'comment', parent: post.message, post: post.message, person: author, atMs: Math.max(atMs, post.message.atMs + 60_000), text, truth: { intents: ['contest'], language: author.language, contest: true } });
    if (said !== null && chance.happens(asks ? 0.7 : 0.05)) acknowledge(world, said, author, asks ? 'concorsorisposta' : 'concorso');
    return said;
  };
  for (const author of world.entrants) {
    entry(author);
    if (chance.happens(0.12)) entry(author);
  }
  for (const author of world.baristas) for (let turn = 0; turn < 2; turn += 1) if (chance.happens(0.85)) entry(author);
  for (const author of world.ordinary.slice(0, 60)) if (chance.happens(0.5)) entry(author);
  const later = posts.filter((post) => post.message.atMs > CONTEST.endMs);
  for (const author of world.entrants) {
    if (!chance.happens(0.075)) continue;
    const post = chance.one(later);
    const theme = chance.happens(0.6) ? 'praise' : 'opinion';
    added(world, { network: 'facebook', kind: 'comment', parent: post.message, post: post.message, person: author, atMs: awake(post.message.atMs + chance.logNormal(6, 1) * 3_600_000), text: composer.comment(theme, author).text, truth: { intents: [theme === 'praise' ? 'praise' : 'other'], language: author.language } });
  }
}

/** Home baristas answering each other under comments of other home baristas: the ties of the tribe. */
export function baristaTalk(world: World, turns: number): void {
  const { chance, composer } = world;
  const openers = world.messages.filter((message) => message.network === 'facebook' && message.person?.cohort === 'barista' && message.kind === 'comment' && ['information', 'decision', 'purchase'].includes(message.truth.intents[0] ?? ''));
  for (let made = 0; made < turns;) {
    let parent = chance.one(openers);
    const chain = chance.whole(1, 2);
    for (let turn = 0; turn < chain; turn += 1) {
      const others = world.baristas.filter((person) => person !== parent.person && person.language === parent.person?.language);
      if (others.length === 0) break;
      const author = turn === 1 && parent.parent?.person?.cohort === 'barista' && parent.parent.person !== parent.person ? parent.parent.person : chance.one(others);
      if (author.language !== parent.person?.language) break;
      const text = composer.line('social', 'bando', { language: author.language, author });
      const said = added(world, { network: 'facebook', kind: 'reply', parent, post: parent.post, person: author, atMs: awake(parent.atMs + chance.logNormal(3, 1) * 3_600_000), text, truth: { intents: ['other'], language: author.language } });
      made += 1;
      if (said === null) break;
      parent = said;
    }
  }
  for (let made = 0; made < 16; made += 1) {
    const opener = chance.one(world.messages.filter((message) => message.network === 'facebook' && message.kind === 'comment' && message.person?.cohort === 'ordinary' && message.truth.intents[0] === 'information'));
    const author = chance.one(world.baristas.filter((person) => person.language === opener.person?.language));
    added(world, { network: 'facebook', kind: 'reply', parent: opener, post: opener.post, person: author, atMs: awake(opener.atMs + chance.logNormal(5, 1) * 3_600_000), text: composer.line('social', 'benvenuto', { language: author.language, author }), truth: { intents: ['other'], language: author.language } });
  }
}

/** Some people paste the same request under a second post within a day: one request by definition, the first. */
export function pastedAgain(world: World, posts: readonly PagePost[], count: number): void {
  const { chance } = world;
  const asked = world.messages.filter((message) => message.network === 'facebook' && message.kind === 'comment' && message.person?.cohort === 'ordinary' && ['trouble', 'purchase', 'information'].includes(message.truth.intents[0] ?? ''));
  for (let made = 0; made < count; made += 1) {
    const first = chance.one(asked);
    const others = posts.filter((post) => post.message !== first.post && post.message.atMs < first.atMs && first.atMs - post.message.atMs < 12 * DAY_MS);
    if (others.length === 0) continue;
    const post = chance.one(others).message;
    added(world, { network: 'facebook', kind: 'comment', parent: post, post, person: first.person, atMs: first.atMs + chance.whole(40, 20_000) * 1000, text: first.text, truth: first.truth });
  }
}
