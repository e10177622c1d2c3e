import type { RandomStream } from '../../src/domain/stats/seeded-random.ts';

const NEIGHBOURS: Readonly<Record<string, string>> = { a: 's', e: 'r', i: 'o', o: 'p', n: 'm', r: 't', s: 'd', t: 'y', l: 'k', c: 'v', u: 'y', m: 'n', d: 'f', p: 'o' };
const CHAT: Readonly<Record<'it' | 'en', readonly (readonly [RegExp, string])[]>> = {
  it: [[/\bnon\b/giu, 'nn'], [/\bperché\b/giu, 'xke'], [/\bper\b/giu, 'x'], [/\bche\b/giu, 'ke'], [/\bcomunque\b/giu, 'cmq'], [/\bgrazie\b/giu, 'grz'], [/\bsono\b/giu, 'sn'], [/\bquando\b/giu, 'qnd'], [/\bcome\b/giu, 'cm'], [/\btutto\b/giu, 'tt']],
  en: [[/\byou\b/giu, 'u'], [/\byour\b/giu, 'ur'], [/\bplease\b/giu, 'pls'], [/\bthanks\b/giu, 'thx'], [/\bare\b/giu, 'r'], [/\bbecause\b/giu, 'bc'], [/\bpeople\b/giu, 'ppl'], [/\bto\b/giu, '2'], [/\band\b/giu, '&'], [/\bwith\b/giu, 'w/']],
};

/** Letters that fall, double, change places or slip to the next key: one in `every` words. */
function typos(text: string, every: number, random: RandomStream): string {
  return text.replaceAll(/\p{L}{4,}/gu, (word) => {
    if (random() > 1 / every) return word;
    const at = 1 + Math.floor(random() * (word.length - 2));
    const kind = Math.floor(random() * 4);
    const letter = word[at] ?? '';
    if (kind === 0) return word.slice(0, at) + word.slice(at + 1);
    if (kind === 1) return word.slice(0, at) + letter + word.slice(at);
    if (kind === 2) return word.slice(0, at) + (word[at + 1] ?? '') + letter + word.slice(at + 2);
    return word.slice(0, at) + (NEIGHBOURS[letter.toLowerCase()] ?? letter) + word.slice(at + 1);
  });
}

/**
 * A message as somebody more careless would have typed it: accents and apostrophes lost, capitals lost or everywhere,
 * marks lost, chat spellings, typos, stretched vowels. Which of these, and where, depends on the stream alone.
 */
export function carelessText(text: string, language: 'it' | 'en', random: RandomStream): string {
  let written = text;
  if (random() < 0.4) written = written.normalize('NFD').replaceAll(/\p{M}/gu, '');
  if (random() < 0.35) written = written.replaceAll(/['’]/gu, random() < 0.5 ? '' : ' ');
  if (random() < 0.35) for (const [pattern, short] of CHAT[language]) if (random() < 0.5) written = written.replaceAll(pattern, short);
  if (random() < 0.5) written = typos(written, 9, random);
  if (random() < 0.3) written = written.replaceAll(/[.,;:]/gu, random() < 0.5 ? '' : ' ');
  if (random() < 0.2) written = written.replaceAll('?', '');
  if (random() < 0.1) written = written.replace(/([aeiou])(?=\p{P}*$)/u, (vowel) => vowel.repeat(4));
  const letters = random();
  if (letters < 0.35) written = written.toLowerCase();
  else if (letters < 0.42) written = written.toUpperCase();
  return written;
}
