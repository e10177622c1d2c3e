import { textKey } from '../response/text-key.ts';
import { promiseAct } from './promise-signals.ts';
import { promiseVerdict, type PageMessage, type PromiseSequel, type PromiseVerdict } from './promise-verdict.ts';

/** A commitment as the reader found it. */
export interface FoundPromise {
  readonly start: number;
  readonly end: number;
  readonly dueText: string | null;
  readonly dueAfterSeconds: number | null;
}

/** A message of a conversation, as the following of promises needs it. */
export interface ThreadMessage {
  readonly messageId: number;
  readonly parentId: number | null;
  /** The person, not the profile, where profiles were joined. */
  readonly personId: number | null;
  /** The brand it was written for, or null. */
  readonly brandId: number | null;
  /** By a program, not by hand. */
  readonly automatic: boolean;
  readonly atMs: number;
  readonly onlyDay: boolean;
  readonly text: string;
  readonly thanks: boolean;
  readonly trouble: boolean;
  readonly answers: boolean;
  /** Who is named in it. */
  readonly mentionedIds: readonly number[];
  readonly promises: readonly FoundPromise[];
}

/** A promise with whom it was made to and what became of it. */
export interface FollowedPromise extends FoundPromise {
  readonly messageId: number;
  readonly brandId: number;
  readonly personId: number | null;
  readonly atMs: number;
  readonly verdict: PromiseVerdict;
}

/** What is known beyond the conversation. */
export interface PromiseSurroundings<Message extends ThreadMessage> {
  readonly endMs: (message: Message) => number;
  /** What the brand posted later on the page, outside the conversation; null where the source does not show it. Asked for acts that a page would show only. */
  readonly page: (message: Message) => readonly PageMessage[] | null;
}

const MOST_STEPS = 50;
const WEEK_MS = 604_800_000;
const SAME_DUE_MS = 60_000;
// What a brand writes within a minute of a promise belongs to it: long answers come in pieces.
const SAME_BREATH_MS = 60_000;
const TO_SOMEBODY = /^[\s.]*@/u;

/** The people that a message of a brand speaks to: up its chain past the brand's own messages, else whom it names. */
function addressees(message: ThreadMessage, byId: ReadonlyMap<number, ThreadMessage>): readonly number[] {
  let above = message.parentId === null ? undefined : byId.get(message.parentId);
  for (let step = 0; above !== undefined && step < MOST_STEPS; step += 1) {
    if (above.brandId !== message.brandId) return above.personId === null ? [] : [above.personId];
    above = above.parentId === null ? undefined : byId.get(above.parentId);
  }
  return message.mentionedIds;
}

interface Made<Message extends ThreadMessage> extends FoundPromise {
  readonly message: Message;
  readonly personId: number | null;
  readonly words: string;
}

const dueMs = ({ message, dueAfterSeconds }: Made<ThreadMessage>): number | null => (dueAfterSeconds === null ? null : message.atMs + dueAfterSeconds * 1000);

/** The same promise said again to the same person: in the same words, or of the same act for the same moment. */
function repeats(later: Made<ThreadMessage>, earlier: Made<ThreadMessage>): boolean {
  if (later.message.brandId !== earlier.message.brandId || later.personId !== earlier.personId || later.message.messageId === earlier.message.messageId) return false;
  if (promiseAct(later.words) !== promiseAct(earlier.words)) return false;
  const [due, before] = [dueMs(later), dueMs(earlier)];
  if (due === null || before === null) return due === before && later.message.atMs - earlier.message.atMs < WEEK_MS;
  return Math.abs(due - before) < SAME_DUE_MS || (textKey(later.words) === textKey(earlier.words) && due === before);
}

/**
 * Follows every promise of a conversation, messages in time order. What counts as a sequel: a later message of the same
 * brand that reaches the person by its chain of replies or names them, and a later message of the person; what others
 * write, and the brand to others or within a minute of the promise, does not. In the same second only the person's reply
 * to the promise itself comes after it. A
 * promise said again is followed once, from the first time.
 */
export function threadPromises<Message extends ThreadMessage>(messages: readonly Message[], around: PromiseSurroundings<Message>): FollowedPromise[] {
  const byId = new Map(messages.map((message) => [message.messageId, message]));
  const spokenTo = new Map(messages.flatMap((message) => (message.brandId === null ? [] : [[message.messageId, addressees(message, byId)] as const])));
  const made: Made<Message>[] = [];
  for (const message of messages) {
    if (message.brandId === null) continue;
    const personId = spokenTo.get(message.messageId)?.[0] ?? null;
    for (const promise of message.promises) {
      const one: Made<Message> = { ...promise, message, personId, words: message.text.slice(promise.start, promise.end) };
      if (!made.some((earlier) => repeats(one, earlier))) made.push(one);
    }
  }
  const sequelOf = ({ message, personId }: Made<Message>): PromiseSequel[] => messages.flatMap((later): PromiseSequel[] => {
    if (later.messageId === message.messageId || later.atMs < message.atMs) return [];
    if (later.atMs === message.atMs && later.parentId !== message.messageId) return [];
    const common = { messageId: later.messageId, atMs: later.atMs, text: later.text };
    if (later.brandId === message.brandId) {
      const reaches = personId !== null && spokenTo.get(later.messageId)?.includes(personId) === true;
      const anew = later.promises.filter(({ dueAfterSeconds }) => dueAfterSeconds !== null).map(({ start, end }) => later.text.slice(start, end));
      return reaches && !later.automatic && later.atMs - message.atMs > SAME_BREATH_MS ? [{ ...common, by: 'brand', thanks: false, trouble: false, answers: later.answers, promisesAnew: anew }] : [];
    }
    return personId !== null && later.personId === personId ? [{ ...common, by: 'asker', thanks: later.thanks, trouble: later.trouble, answers: false, promisesAnew: [] }] : [];
  });
  const toEverybody = ({ brandId, atMs: fromMs }: Message): PageMessage[] => messages
    .filter((later) => later.brandId === brandId && later.atMs > fromMs && spokenTo.get(later.messageId)?.length === 0 && !TO_SOMEBODY.test(later.text))
    .map(({ messageId, atMs, text, promises }) => ({ messageId, atMs, text, promises: promises.length > 0 }));
  return made.map((one): FollowedPromise => {
    const { message, personId, words, start, end, dueText, dueAfterSeconds } = one;
    const act = promiseAct(words);
    const shown = act === 'publish' || act === 'open';
    const posts = shown ? around.page(message) : null;
    const page = shown ? [...(posts ?? []), ...toEverybody(message)].toSorted((a, b) => a.atMs - b.atMs) : [];
    const verdict = promiseVerdict({ text: words, atMs: message.atMs, dueAfterSeconds, onlyDay: message.onlyDay, endMs: around.endMs(message), sequel: sequelOf(one), page, posts: posts !== null });
    return { messageId: message.messageId, brandId: message.brandId ?? 0, personId, atMs: message.atMs, start, end, dueText, dueAfterSeconds, verdict };
  });
}
