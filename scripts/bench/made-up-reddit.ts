import { createWriteStream } from 'node:fs';
import { once } from 'node:events';

const WORDS = 'quando aprite domenica il corriere non arriva da giorni grazie mille vorrei sapere se la miscela nuova si trova anche in negozio my order arrived late and nobody answered how much is shipping love this place you should offer oat milk'.split(' ');

/** A small generator of its own, so that the same size gives the same file. */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/**
 * Writes comments as the dumps of Reddit hold them, one JSON object a line, until the file has `bytes` bytes. Every
 * twelfth opens a thread, the others answer one of the last fifty. Returns how many were written.
 */
export async function writeMadeUpReddit(path: string, bytes: number): Promise<number> {
  const random = randomFrom(7);
  const file = createWriteStream(path, { highWaterMark: 1 << 22 });
  let written = 0;
  let count = 0;
  while (written < bytes) {
    let block = '';
    while (block.length < 1 << 20) {
      count += 1;
      const body = Array.from({ length: 8 + Math.floor(random() * 40) }, () => WORDS[Math.floor(random() * WORDS.length)]).join(' ');
      const root = Math.floor(count / 12) * 12;
      const parent = count % 12 === 0 ? `t3_p${root.toString(36)}` : `t1_c${Math.max(root, count - 1 - Math.floor(random() * 50)).toString(36)}`;
      const author = `reader_${Math.floor(random() * 400_000).toString(36)}`;
      block += `${JSON.stringify({ id: `c${count.toString(36)}`, name: `t1_c${count.toString(36)}`, author, author_fullname: `t2_${author}`, body, created_utc: 1_700_000_000 + count * 7, link_id: `t3_p${root.toString(36)}`, parent_id: parent, score: Math.floor(random() * 90), subreddit: 'caffeaurora', subreddit_id: 't5_aurora', permalink: `/r/caffeaurora/comments/p${root.toString(36)}/_/c${count.toString(36)}/`, retrieved_on: 1_760_000_000, distinguished: null, edited: false, stickied: false })}\n`;
    }
    written += block.length;
    if (!file.write(block)) await once(file, 'drain');
  }
  file.end();
  await once(file, 'finish');
  return count;
}
