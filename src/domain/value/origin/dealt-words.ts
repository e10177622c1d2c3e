import type { RandomStream } from '../../stats/seeded-random.ts';

/** Tries for each word held when words are dealt anew. */
const TRIES = 10;

/**
 * Deals the words of texts anew: every text keeps how many words it has, every word keeps how many texts hold it, and words stay
 * within their language; only which go together is chance. Changes `texts` and gives it back. 10 x words tries of exchanging
 * two. Source: Maslov & Sneppen 2002, Science 296:910-913 (swaps that keep both degrees).
 */
export function dealWords(texts: Set<number>[], languages: Int32Array, random: RandomStream): Set<number>[] {
  const owners: number[] = [];
  const words: number[] = [];
  texts.forEach((held, text) => {
    for (const word of held) {
      owners.push(text);
      words.push(word);
    }
  });
  for (let attempt = 0; attempt < TRIES * words.length; attempt += 1) {
    const [one, other] = [Math.floor(random() * words.length), Math.floor(random() * words.length)];
    const [first, second] = [words[one] ?? 0, words[other] ?? 0];
    const [firstText, secondText] = [texts[owners[one] ?? 0], texts[owners[other] ?? 0]];
    if (firstText === undefined || secondText === undefined || firstText === secondText || first === second || languages[first] !== languages[second]) continue;
    if (firstText.has(second) || secondText.has(first)) continue;
    firstText.delete(first);
    firstText.add(second);
    secondText.delete(second);
    secondText.add(first);
    words[one] = second;
    words[other] = first;
  }
  return texts;
}
