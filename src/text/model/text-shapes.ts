import type { Analysis, PreparedText } from '../analysis.ts';

const CAPITAL = 1;
const LETTER = 2;
/** Letters and capitals among the first characters of Unicode, by code. */
const CLASSES = Uint8Array.from({ length: 0x250 }, (_, code) => (/\p{Lu}/u.test(String.fromCharCode(code)) ? CAPITAL : 0) | (/\p{L}/u.test(String.fromCharCode(code)) ? LETTER : 0));

/** Whether a text of eight letters or more is mostly written in capitals. */
const isShouted = (clean: string): boolean => {
  let capitals = 0;
  let letters = 0;
  for (let at = 0; at < clean.length; at += 1) {
    const code = clean.charCodeAt(at);
    if (code < 0x250) {
      const kind = CLASSES[code] ?? 0;
      if ((kind & CAPITAL) !== 0) capitals += 1;
      if ((kind & LETTER) !== 0) letters += 1;
      continue;
    }
    const character = String.fromCodePoint(clean.codePointAt(at) ?? 0);
    if (/\p{Lu}/u.test(character)) capitals += 1;
    if (/\p{L}/u.test(character)) letters += 1;
    at += character.length - 1;
  }
  return letters >= 8 && capitals > letters * 0.6;
};

const named = (name: string, count: number): readonly string[] => Array.from({ length: count }, (_, number) => `${name}-${String(number)}`);
// written once, so that a name need not be put together for every text
const LENGTHS = named('length', 8);
const MENTIONS = named('mentions', 4);
const HASHTAGS = named('hashtags', 4);

/** What is seen beside the words: how a text is written and what was set aside before reading; at most some twenty names. */
export function textShapes(prepared: PreparedText, analysis: Analysis): string[] {
  const shapes: string[] = [];
  const { clean } = prepared;
  if (prepared.startsWithMention) shapes.push('mention-first');
  if (prepared.mentions > 0) shapes.push(MENTIONS[Math.min(3, prepared.mentions)] ?? '');
  if (prepared.links > 0) shapes.push('link');
  if (prepared.hashtags.length > 0) shapes.push(HASHTAGS[Math.min(3, prepared.hashtags.length)] ?? '');
  if (clean.includes('!')) shapes.push(/!\s*!/u.test(clean) ? 'marks' : 'mark');
  if (clean.includes('?')) shapes.push(/\?\s*[!?]/u.test(clean) ? 'questions' : 'question');
  if (clean.includes('..') || clean.includes('…')) shapes.push('dots');
  if (clean.includes('"') || clean.includes('“') || clean.includes('«')) shapes.push('quotes');
  if (isShouted(clean)) shapes.push('shouted');
  for (let at = 0; at < prepared.emoji.length && at < 6; at += 1) shapes.push(`emoji ${prepared.emoji[at] ?? ''}`);
  shapes.push(LENGTHS[Math.min(7, Math.floor(Math.log2(1 + analysis.tokens.length)))] ?? '');
  return shapes;
}
