import type { Intent } from '../../src/domain/model/codes.ts';
import { COLLECTED_MS, YEAR_END_MS, YEAR_START_MS, afterOpenSeconds, awake } from './calendar.ts';
import type { Person } from './people.ts';
import type { SampleMessage } from './sample-message.ts';
import type { Table } from './table.ts';
import type { World } from './world.ts';
import { BRAND, added, anyone } from './world.ts';

const VIDEOS = [
  'La moka perfetta in sei regole', 'Aurora Leva: primo avvio', 'Decalcificare la Uno in otto minuti', 'Dentro la torrefazione di Parma', 'Cold brew fatto in casa',
  'Macinatura: quanto fine?', 'Latte art per principianti', 'Uno o Leva? Tre mattine a confronto', 'Levante: dal raccolto alla tazza', 'Come si buttano le capsule compostabili', 'Pulire il macinino', 'Affogato, la ricetta di Marta',
] as const;

/** A comment under a video, with what the scraper writes about the video. */
interface YoutubeComment {
  readonly message: SampleMessage;
  readonly video: number;
}

function intentsOf(text: string): Intent[] {
  if (/costa|a quanto|how much|la vendete|si compra/i.test(text)) return ['purchase'];
  if (/potreste|could you|sarebbe utile/i.test(text)) return ['idea'];
  if (/perde|spia|leaks|light won/i.test(text)) return ['trouble'];
  if (/\?/.test(text)) return ['information'];
  return /grazie|thanks|utilissimo|bravi|like|spot on|great/i.test(text) ? ['praise'] : ['other'];
}

/** Comments of twelve videos over the year, with some replies of the channel's owner and of other viewers. */
export function youtubeYear(world: World): YoutubeComment[] {
  const { chance, composer } = world;
  const comments: YoutubeComment[] = [];
  const english = world.ordinary.filter((person) => person.language === 'en');
  const add = (video: number, draft: { person: Person | null; parent: SampleMessage | null; atMs: number; text: string; intents: readonly Intent[]; language: 'it' | 'en' }): SampleMessage | null => {
    const message = added(world, { network: 'youtube', kind: draft.parent === null ? 'comment' : 'reply', parent: draft.parent, post: null, person: draft.person, atMs: draft.atMs, text: draft.text, truth: { intents: draft.intents, language: draft.language } });
    if (message !== null) comments.push({ message, video });
    return message;
  };
  for (let video = 0; video < VIDEOS.length; video += 1) {
    const uploadedMs = YEAR_START_MS + ((video + chance.unit() * 0.8) * (YEAR_END_MS - YEAR_START_MS)) / (VIDEOS.length + 1);
    for (let made = 0; made < chance.whole(16, 34); made += 1) {
      const author = chance.happens(0.14) ? chance.one(english) : chance.happens(0.12) ? chance.one(world.baristas) : anyone(world);
      const theme = chance.weighted(['youtube', 'information', 'praise', 'trouble', 'opinion'] as const, (candidate) => ({ youtube: 6, information: 2, praise: 2, trouble: 0.7, opinion: 1 })[candidate]);
      const composed = composer.comment(theme, author);
      const intents = theme === 'youtube' ? intentsOf(composed.text) : [theme === 'opinion' ? 'other' : theme] as const;
      const atMs = awake(uploadedMs + Math.min(chance.logNormal(160, 1.5) * 3_600_000, YEAR_END_MS - uploadedMs - 3_600_000));
      const said = add(video, { person: author, parent: null, atMs, text: composed.text, intents, language: author.language });
      if (said === null) continue;
      if ((intents[0] === 'praise' || composed.group.answers.length > 0) && chance.happens(intents[0] === 'praise' ? 0.35 : 0.45)) {
        const templates = composed.group.answers.length > 0 ? composed.group.answers : composer.templates('brand', 'cenno', author.language);
        add(video, { person: null, parent: said, atMs: afterOpenSeconds(said.atMs, chance.logNormal(30_000, 1)), text: composer.answer(templates, author, composed.bindings), intents: [], language: author.language });
      }
      if (composed.group.peers.length > 0 && chance.happens(0.25)) {
        const helper = chance.one(world.baristas.filter((person) => person.language === author.language));
        if (helper !== author) add(video, { person: helper, parent: said, atMs: awake(said.atMs + chance.logNormal(30, 1) * 3_600_000), text: composer.reply(composed.group.peers, helper, composed.bindings, 'helping'), intents: ['help'], language: author.language });
      }
    }
  }
  return comments;
}

/** How long ago, as the site words it: the largest whole unit. */
export function timeAgo(atMs: number, nowMs: number): string {
  const days = Math.floor((nowMs - atMs) / 86_400_000);
  const [count, unit] = days >= 365 ? [Math.floor(days / 365), 'year'] : days >= 30 ? [Math.floor(days / 30), 'month'] : days >= 7 ? [Math.floor(days / 7), 'week'] : [Math.max(1, days), 'day'];
  return `${count} ${unit}${count === 1 ? '' : 's'} ago`;
}

/** The comments in the columns of an Apify scraper: relative times only. */
export function youtubeTable(world: World, comments: readonly YoutubeComment[]): Table {
  const { chance } = world;
  const codes = VIDEOS.map((_, index) => `aur${String(index).padStart(2, '0')}Smp${chance.whole(100, 999)}`);
  const counts = VIDEOS.map((_, index) => comments.filter((comment) => comment.video === index).length);
  const rows = comments.map(({ message, video }) => [
    `Ugx${message.id}`, message.text, `@${message.person?.handle ?? BRAND.handle}`, String(message.likes), String(comments.filter((other) => other.message.parent === message).length),
    message.parent === null ? '' : `Ugx${message.parent.id}`, message.parent === null ? 'comment' : 'reply', `${timeAgo(message.atMs, COLLECTED_MS)}${chance.happens(0.03) ? ' (edited)' : ''}`,
    String(chance.happens(0.05)), String(message.person === null), String(counts[video] ?? 0), `https://www.youtube.com/watch?v=${codes[video] ?? ''}`, VIDEOS[video] ?? '', BRAND.name,
  ]);
  return { columns: ['cid', 'comment', 'author', 'voteCount', 'replyCount', 'replyToCid', 'type', 'publishedTimeText', 'hasCreatorHeart', 'authorIsChannelOwner', 'commentsCount', 'pageUrl', 'title', 'channelTitle'], rows };
}
