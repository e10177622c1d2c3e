/** A message of a place where nothing says what answers what. */
export interface UnlinkedMessage {
  readonly id: number;
  readonly nativeId: string;
  /** Where it stands: the thread of its post where the source names one, else the whole place. */
  readonly placeId: number;
  readonly authorId: number | null;
  readonly atMs: number;
  /** It is written in a brand's name. */
  readonly isVoice: boolean;
  /** The text as compared; null without one. */
  readonly key: string | null;
  /** Accounts whose handle stands in it. */
  readonly mentionedIds: readonly number[];
  /** The author's name as written, compared; null when unknown or too short to be told from a word. */
  readonly authorName: string | null;
}

/** A guess at what a message answers. */
export interface InferredParent {
  readonly id: number;
  readonly parentId: number;
  /** 0 to 1. */
  readonly confidence: number;
  readonly reason: 'quote' | 'mention' | 'brand-names-asker';
}

/** A message older than this is no longer taken to be what an answer means. */
export const INFERRED_PARENT_WITHIN_MS = 48 * 3_600_000;
/** Messages looked back at. */
const LOOK_BACK = 400;
const QUOTED_WORDS = 4;

function wordCount(text: string): number {
  return text.split(' ').length;
}

/** True when a text holds another as whole words. */
function holds(text: string, part: string): boolean {
  const at = text.indexOf(part);
  if (at < 0) return false;
  const isLetter = (character: string | undefined): boolean => character !== undefined && /[\p{L}\p{N}]/u.test(character);
  return !isLetter(text[at - 1]) && !isLetter(text[at + part.length]);
}

function guess(message: UnlinkedMessage, before: readonly UnlinkedMessage[]): InferredParent | null {
  const { id, key } = message;
  const others = before.filter(({ authorId }) => authorId === null || authorId !== message.authorId);
  // 1. a text repeated inside another
  if (key !== null) {
    const quoted = others.find((other) => other.key !== null && wordCount(other.key) >= QUOTED_WORDS && key.length > other.key.length && holds(key, other.key));
    if (quoted !== undefined) return { id, parentId: quoted.id, confidence: 0.9, reason: 'quote' };
  }
  // 2. a handle: the latest message of that account; less sure the more it wrote
  for (const accountId of message.mentionedIds) {
    const written = others.filter(({ authorId }) => authorId === accountId);
    const latest = written[0];
    if (latest !== undefined) return { id, parentId: latest.id, confidence: written.length === 1 ? 0.8 : 0.6, reason: message.isVoice ? 'brand-names-asker' : 'mention' };
  }
  // 3. a brand that writes somebody's whole name
  if (!message.isVoice || key === null) return null;
  const named = others.filter((other) => !other.isVoice && other.authorName !== null && holds(key, other.authorName));
  const latest = named[0];
  if (latest === undefined || named.some(({ authorId }) => authorId !== latest.authorId)) return null;
  return { id, parentId: latest.id, confidence: named.length === 1 ? 0.7 : 0.5, reason: 'brand-names-asker' };
}

/**
 * What messages likely answer in places without a single reply link: the text they quote (four words and more), the latest
 * message of the account they name, and for a brand's messages the latest of the person whose whole name they write, all
 * within 48 hours and in one thread or place. At most one parent each, always earlier, so no circle; nobody answers
 * themself. Confidence is a rule's, not a measured share. O(n x 400).
 */
export function inferredParents(messages: readonly UnlinkedMessage[]): InferredParent[] {
  const places = new Map<number, UnlinkedMessage[]>();
  for (const message of messages) {
    const place = places.get(message.placeId);
    if (place === undefined) places.set(message.placeId, [message]);
    else place.push(message);
  }
  const found: InferredParent[] = [];
  for (const place of places.values()) {
    place.sort((one, other) => one.atMs - other.atMs || (one.nativeId < other.nativeId ? -1 : 1));
    place.forEach((message, position) => {
      const before: UnlinkedMessage[] = [];
      for (let at = position - 1; at >= 0 && before.length < LOOK_BACK; at -= 1) {
        const earlier = place[at];
        if (earlier === undefined || message.atMs - earlier.atMs > INFERRED_PARENT_WITHIN_MS) break;
        before.push(earlier);
      }
      const parent = before.length === 0 ? null : guess(message, before);
      if (parent !== null) found.push(parent);
    });
  }
  return found;
}
