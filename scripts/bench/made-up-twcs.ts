import { createWriteStream } from 'node:fs';
import { once } from 'node:events';
import { pathToFileURL } from 'node:url';
import { randomFrom, talkFrom, type MadeUpPerson, type Talk, type Turn } from './made-up-talk.ts';
import type { MadeUpBrand } from './made-up-words.ts';

const DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const DAY_MS = 86_400_000;

/** The number of the first tweet of a made-up file. */
export const FIRST_ID = 1_000_000;

const two = (value: number): string => (value < 10 ? `0${String(value)}` : String(value));

function twitterDate(ms: number): string {
  const at = new Date(ms);
  return `${DAYS[at.getUTCDay()] ?? ''} ${MONTHS[at.getUTCMonth()] ?? ''} ${two(at.getUTCDate())} ${two(at.getUTCHours())}:${two(at.getUTCMinutes())}:${two(at.getUTCSeconds())} +0000 ${String(at.getUTCFullYear())}`;
}

const nameOf = (person: MadeUpPerson | null, { handle }: MadeUpBrand): string => (person === null ? handle : String(person.number));
const cell = (text: string): string => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

interface Tweet {
  /** Null: the brand. */
  readonly person: MadeUpPerson | null;
  readonly turn: Turn;
  /** The place of what it answers among the tweets of the thread; null for the first. */
  readonly answers: number | null;
  readonly atMs: number;
}

/** One conversation of so many tweets: somebody asks a brand, which answers or does not; people answer each other. */
function thread({ person, brandOf }: Talk, random: () => number, { length, people }: { readonly length: number; readonly people: number }): { readonly brand: MadeUpBrand; readonly tweets: readonly Tweet[] } {
  const asker = person(people);
  const brand = brandOf(asker);
  const isAnswered = random() < brand.answers;
  // more is written by day than by night
  let atMs = Date.UTC(2017, 9, 1) + Math.floor(random() * 60) * DAY_MS + Math.floor((random() + random()) * (DAY_MS / 2));
  const tweets: Tweet[] = [{ person: asker, turn: 'asks', answers: null, atMs }];
  for (let position = 1; position < length; position += 1) {
    const answers = random() < 0.65 ? position - 1 : Math.floor(random() * position);
    const before = tweets[answers]?.person ?? null;
    // most answers come within the hour, some after days
    atMs += Math.min(3 * DAY_MS, 30_000 + Math.floor(400_000 * ((1 - random()) ** -0.8 - 1)));
    const chance = random();
    if (before === null) tweets.push(chance < 0.75 ? { person: asker, turn: 'goesOn', answers, atMs } : { person: person(people, asker.language), turn: 'peers', answers, atMs });
    else if (isAnswered && chance < 0.6) tweets.push({ person: null, turn: 'answers', answers, atMs });
    else if (before !== asker && chance < 0.8) tweets.push({ person: asker, turn: 'goesOn', answers, atMs });
    else tweets.push({ person: person(people, asker.language), turn: 'peers', answers, atMs });
  }
  return { brand, tweets };
}

/**
 * Rows in the shape of twcs.csv, header first, without line ends. Conversations have a heavy tail (four tweets on average,
 * some above a hundred) and branch; brands answer some, people answer each other; who writes and which words follow Zipf's
 * law, with new words in every file; most people write English or Italian. Newest first inside a conversation as in the
 * original, so that replies come before what they answer. Tweets are numbered from `firstId` on, so that a second file can
 * bring further ones. Memory: one conversation.
 */
export function* madeUpTwcsRows(rows: number, seed = 1, firstId = FIRST_ID): Generator<string> {
  const random = randomFrom(seed);
  const talk = talkFrom(random);
  const people = Math.max(1000, Math.floor(rows / 2));
  yield 'tweet_id,author_id,inbound,created_at,text,response_tweet_id,in_response_to_tweet_id';
  for (let made = 0; made < rows; ) {
    const { brand, tweets } = thread(talk, random, { length: Math.min(talk.threadLength(), rows - made), people });
    const language = tweets[0]?.person?.language;
    if (language === undefined) return;
    const first = firstId + made;
    const replies: (string | undefined)[] = [];
    tweets.forEach(({ answers }, position) => {
      if (answers !== null) replies[answers] = replies[answers] === undefined ? String(first + position) : `${replies[answers] ?? ''},${String(first + position)}`;
    });
    for (let position = tweets.length - 1; position >= 0; position -= 1) {
      const tweet = tweets[position];
      if (tweet === undefined) continue;
      const { person, turn, answers, atMs } = tweet;
      const named = answers === null ? brand.handle : nameOf(tweets[answers]?.person ?? null, brand);
      const text = `@${named} ${talk.text(person?.language ?? language, turn)}${random() < 0.05 ? ', "quoted"' : ''}${random() < 0.05 ? '\nsecond line' : ''}`;
      const answered = replies[position] ?? '';
      yield `${String(first + position)},${nameOf(person, brand)},${person === null ? 'False' : 'True'},${twitterDate(atMs)},${cell(text)},${cell(answered)},${answers === null ? '' : String(first + answers)}`;
    }
    made += tweets.length;
  }
}

/** Writes a made-up twcs file of `rows` rows, holding only one block of it at a time. */
export async function writeMadeUpTwcs(path: string, rows: number, seed = 1, firstId = FIRST_ID): Promise<void> {
  const file = createWriteStream(path);
  let block: string[] = [];
  for (const row of madeUpTwcsRows(rows, seed, firstId)) {
    block.push(row);
    if (block.length < 2000) continue;
    if (!file.write(`${block.join('\n')}\n`)) await once(file, 'drain');
    block = [];
  }
  file.end(block.length === 0 ? '' : `${block.join('\n')}\n`);
  await once(file, 'finish');
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [path, rows = '1000000', seed = '1'] = process.argv.slice(2);
  if (path === undefined) throw new Error('usage: made-up-twcs.ts FILE [ROWS] [SEED]');
  await writeMadeUpTwcs(path, Number(rows), Number(seed));
}
