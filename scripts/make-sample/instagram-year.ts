import type { Intent } from '../../src/domain/model/codes.ts';
import { YEAR_END_MS, YEAR_START_MS } from './calendar.ts';
import { foreignLines } from './foreign-lines.ts';
import type { Person } from './people.ts';
import type { SampleMessage } from './sample-message.ts';
import type { Table } from './table.ts';
import type { World } from './world.ts';
import { added, anyone, commentTime } from './world.ts';

/** Comments of the own profile by post, as the scraper gives them: no replies, and never more than a fixed number a post. */
interface InstagramComment {
  readonly message: SampleMessage;
  readonly shortcode: string;
  /** Replies the network declares and the file does not hold. */
  readonly declaredReplies: number;
}

/** Comments collected a post at most: what makes many posts stop at the same round number. */
const CAP = 25;

const MIX: readonly { theme: 'emoji' | 'tag' | 'instagram' | 'purchase' | 'information' | 'praise' | 'trouble' | 'opinion' | 'idea' | 'recommendation'; share: number; intents: readonly Intent[]; replied: number }[] = [
  { theme: 'emoji', share: 0.17, intents: ['other'], replied: 0.02 },
  { theme: 'tag', share: 0.1, intents: ['recommendation'], replied: 0.1 },
  { theme: 'instagram', share: 0.21, intents: ['other'], replied: 0.1 },
  { theme: 'purchase', share: 0.14, intents: ['purchase'], replied: 0.85 },
  { theme: 'information', share: 0.1, intents: ['information'], replied: 0.55 },
  { theme: 'praise', share: 0.14, intents: ['praise'], replied: 0.4 },
  { theme: 'trouble', share: 0.06, intents: ['trouble'], replied: 0.3 },
  { theme: 'opinion', share: 0.04, intents: ['other'], replied: 0.1 },
  { theme: 'idea', share: 0.02, intents: ['idea'], replied: 0.05 },
  { theme: 'recommendation', share: 0.02, intents: ['recommendation'], replied: 0.2 },
];

function commentBy(world: World, author: Person, kind: (typeof MIX)[number]): string {
  const { composer } = world;
  if (kind.theme === 'emoji' || kind.theme === 'tag') return composer.line('social', kind.theme, { language: author.language, bindings: composer.bindings() });
  return composer.comment(kind.theme, author).text;
}

/** A year of the profile: some 46 posts, most of them with exactly as many comments as the scraper was told to take. */
export function instagramYear(world: World): InstagramComment[] {
  const { chance } = world;
  const english = world.ordinary.filter((person) => person.language === 'en');
  const comments: InstagramComment[] = [];
  const posts = 44;
  const foreign = foreignLines().slice(20);
  for (let index = 0; index < posts; index += 1) {
    const postMs = YEAR_START_MS + ((index + chance.unit()) * (YEAR_END_MS - YEAR_START_MS - 5 * 86_400_000)) / posts;
    const shortcode = `DSmp${String(index).padStart(2, '0')}${chance.whole(100_000, 999_999)}`;
    const count = chance.happens(0.62) ? CAP : chance.whole(6, 22);
    for (let made = 0; made < count; made += 1) {
      const author = chance.happens(0.26) ? chance.one(english) : anyone(world);
      const kind = chance.weighted(MIX, (candidate) => candidate.share);
      const other = chance.happens(0.02) ? foreign.shift() : undefined;
      const message = added(world, {
        network: 'instagram', kind: 'comment', parent: null, post: null, person: author, atMs: commentTime(world, postMs, { medianHours: 5, officeShare: 0.4 }),
        text: other?.text ?? commentBy(world, author, kind), truth: { intents: other === undefined ? kind.intents : [], language: other?.language ?? author.language },
      });
      if (message !== null) comments.push({ message, shortcode, declaredReplies: chance.happens(kind.replied) ? chance.whole(1, 3) : 0 });
    }
  }
  return comments;
}

/** The comments in the flattened columns of an Apify scraper; times in UTC with milliseconds. */
export function instagramTable(comments: readonly InstagramComment[]): Table {
  return {
    columns: ['id', 'text', 'ownerUsername', 'timestamp', 'likesCount', 'repliesCount', 'postUrl'],
    rows: comments.map(({ message, shortcode, declaredReplies }) => [
      message.id, message.text, message.person?.handle ?? '', new Date(message.atMs).toISOString(), String(message.likes), String(declaredReplies), `https://www.instagram.com/p/${shortcode}/`,
    ]),
  };
}
