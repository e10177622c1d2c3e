import { createWriteStream } from 'node:fs';
import { once } from 'node:events';
import { pathToFileURL } from 'node:url';

const WORDS = 'order train delay phone battery screen update thanks please help today again still waiting number message account card price store late broken lovely idea would like can you tell me when where how much is the my your this that with from about very really never always service team bag flight line app login password refund parcel coffee cup size colour'.split(' ');
const BRANDS = ['AuroraHelp', 'NordLineCare', 'FastParcelUK', 'TeleVivaIT', 'BlueRailInfo', 'CasaBancaHelp', 'PixelPhoneAsk', 'SunAirSupport'];
const DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** The number of the first tweet of a made-up file. */
export const FIRST_ID = 1_000_000;

/** Seeded generator of numbers in [0, 1) (mulberry32): the same seed gives the same file on every machine. */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

function twitterDate(ms: number): string {
  const at = new Date(ms);
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${DAYS[at.getUTCDay()] ?? ''} ${MONTHS[at.getUTCMonth()] ?? ''} ${two(at.getUTCDate())} ${two(at.getUTCHours())}:${two(at.getUTCMinutes())}:${two(at.getUTCSeconds())} +0000 ${String(at.getUTCFullYear())}`;
}

/**
 * Rows in the shape of twcs.csv, header first, without line ends: threads of 1 to 7 tweets between a customer and a
 * brand, newest first inside a thread as in the original, so that replies come before what they answer. Tweets are numbered
 * from `firstId` on, so that a second file can bring further ones. O(1) memory.
 */
export function* madeUpTwcsRows(rows: number, seed = 1, firstId = FIRST_ID): Generator<string> {
  const random = randomFrom(seed);
  const below = (limit: number): number => Math.floor(random() * limit);
  const words = (): string => Array.from({ length: 6 + below(20) }, () => WORDS[below(WORDS.length)] ?? '').join(' ');
  yield 'tweet_id,author_id,inbound,created_at,text,response_tweet_id,in_response_to_tweet_id';
  for (let made = 0; made < rows; ) {
    const length = Math.min(1 + below(7), rows - made);
    const brand = BRANDS[below(BRANDS.length)] ?? '';
    const customer = String(115_712 + below(Math.max(1000, rows / 3)));
    const startMs = Date.UTC(2017, 9, 1) + below(60 * 86_400) * 1000;
    for (let position = length - 1; position >= 0; position -= 1) {
      const id = firstId + made + position;
      const inbound = position % 2 === 0;
      const text = `@${inbound ? brand : customer} ${words()}${random() < 0.2 ? ', "quoted"' : ''}${random() < 0.05 ? '\nsecond line' : ''}`;
      const cell = /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
      yield `${String(id)},${inbound ? customer : brand},${inbound ? 'True' : 'False'},${twitterDate(startMs + position * (60 + below(7200)) * 1000)},${cell},${position < length - 1 ? String(id + 1) : ''},${position > 0 ? String(id - 1) : ''}`;
    }
    made += length;
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
