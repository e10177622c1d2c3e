import type { RoleSignal } from './role-signal.ts';

/** What an account does in one place. `others` are distinct people it replied to; `placeReplies` all replies of the place. */
export interface PlaceBehaviour {
  readonly messages: number;
  readonly replies: number;
  readonly others: number;
  /** Its messages there that ask the brand for something. */
  readonly requests: number;
  readonly posts: number;
  readonly placePosts: number;
  readonly placeReplies: number;
  /** Replies of those looked at that close with initials or a first name. */
  readonly signed: number;
  readonly lookedAt: number;
}

const MANY_PEOPLE = 10;
const FEW_PEOPLE = 5;
const REPLIES_SHARE = 0.6;
const REQUEST_SHARE = 0.05;
const PLACE_SHARE = 0.2;
const SIGNED_SHARE = 0.5;
const POSTS_SHARE = 0.8;
const LEAST_POSTS = 3;

type Behaved = Pick<RoleSignal, 'rule' | 'confidence' | 'figures'> & { readonly supports?: boolean };

/**
 * Signs that an account speaks for whoever owns a place: it answers many people there (ten or more), gives a fifth of the
 * place's replies and asks for nothing; it opens nearly all of its posts and answers people under them; it signs its
 * replies, which supports the others and proves nothing alone. Helpful regulars of a forum answer many as well: they
 * give few of all replies, ask now and then, and open no posts. Empty when nothing points to it.
 */
export function voiceBehaviour({ messages, replies, others, requests, posts, placePosts, placeReplies, signed, lookedAt }: PlaceBehaviour): Behaved[] {
  const found: Behaved[] = [];
  const asks = messages === 0 ? 0 : requests / messages;
  if (others >= MANY_PEOPLE && replies / Math.max(1, messages) >= REPLIES_SHARE && asks <= REQUEST_SHARE && replies / Math.max(1, placeReplies) >= PLACE_SHARE) {
    found.push({ rule: 'answers-many', confidence: replies / placeReplies >= 2 * PLACE_SHARE ? 0.65 : 0.55, figures: { replies, people: others, requests, placeReplies } });
  }
  if (posts >= LEAST_POSTS && posts / Math.max(1, placePosts) >= POSTS_SHARE && others >= FEW_PEOPLE && asks <= REQUEST_SHARE) {
    found.push({ rule: 'opens-the-posts', confidence: 0.7, figures: { posts, placePosts, people: others } });
  }
  if (lookedAt >= FEW_PEOPLE && signed / lookedAt >= SIGNED_SHARE) found.push({ rule: 'signs-replies', confidence: 0.5, figures: { signed, replies: lookedAt }, supports: true });
  return found;
}

// initials or a first name behind a sign, or after a closing word, at the very end
const SIGNATURE = /(?:[\^~*–—-]\s?|\/)\p{Lu}[\p{L}.]{0,14}\s*$|(?:[Ll]o staff|[Ii]l team|[Tt]he team|your team|[Aa] presto|[Cc]heers|[Ss]aluti)[,\s]+\p{Lu}\p{L}{1,14}\.?\s*$/u;

/**
 * Whether a reply closes with a signature.
 * @example isSigned('We are looking into it. ^AB') // true
 */
export function isSigned(text: string): boolean {
  return SIGNATURE.test(text.slice(-60));
}
