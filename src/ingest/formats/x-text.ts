import { listOf, textAt } from '../json-values.ts';
import { withoutEntities } from '../plain-text.ts';

/** A shortened address of a tweet and what it stands for; `full` null when it shows something else of the tweet, such as its picture. */
export interface TweetLink {
  readonly short: string;
  readonly full: string | null;
}

/** Links of one tweet that are written out; no true tweet has as many. */
const MOST_LINKS = 200;
const STATUS = /^https?:\/\/(?:(?:www|mobile)\.)?(?:twitter|x)\.com\/(?:[^/?#]{1,50}|i\/web)\/status(?:es)?\/(\d{1,20})(?:\/(photo|video)\/\d{1,2})?/i;

/** The id of the tweet that an address shows; null for any other address and for a picture of a tweet. */
export function tweetOfAddress(address: string): string | null {
  const match = STATUS.exec(address);
  return match === null || match[2] !== undefined ? null : (match[1] ?? null);
}

/** The handle in the address of a tweet or of its picture; null for any other address and for addresses without one. */
export function handleOfAddress(address: string): string | null {
  const handle = STATUS.test(address) ? (address.split('/')[3] ?? null) : null;
  return handle === 'i' ? null : handle;
}

/**
 * Links of a tweet's `entities`: those of all versions of the API, of the archive and of its long texts. Pictures and films
 * have links of their own, which stand for nothing a person reads.
 */
export function tweetLinks(...entities: readonly unknown[]): TweetLink[] {
  const links: TweetLink[] = [];
  for (const entity of entities) {
    for (const key of ['urls', 'media']) {
      for (const url of listOf(typeof entity === 'object' && entity !== null ? (entity as Record<string, unknown>)[key] : null)) {
        const short = textAt(url, 'url') ?? textAt(url, 'shortUrl');
        const full = textAt(url, 'expanded_url') ?? textAt(url, 'expandedUrl');
        if (short === null) continue;
        const isMedia = key === 'media' || textAt(url, 'media_key') !== null || (full !== null && STATUS.exec(full)?.[2] !== undefined);
        links.push({ short, full: isMedia ? null : (full ?? short) });
      }
    }
  }
  return links;
}

/**
 * A tweet's text as people read it: entities decoded once, `t.co` addresses written out, links to its own pictures and to
 * the tweets in `unseen` (itself, the one it quotes) left out. Positions of entities are not used: sources count them in
 * different units.
 * @example tweetText('Guarda &amp; dimmi https://t.co/a1', [{ short: 'https://t.co/a1', full: 'https://x.it/a?b=1&c=2' }], []) // 'Guarda & dimmi https://x.it/a?b=1&c=2'
 */
export function tweetText(written: string, links: readonly TweetLink[], unseen: readonly (string | null)[]): string {
  let text = withoutEntities(written);
  // the longer first: one short address may begin another
  for (const { short, full } of links.slice(0, MOST_LINKS).sort((one, other) => other.short.length - one.short.length)) {
    const shown = full === null ? null : tweetOfAddress(full);
    text = text.replaceAll(short, () => (full === null || (shown !== null && unseen.includes(shown)) ? '' : full));
  }
  return text.trim();
}
