import type { Chance } from './chance.ts';
import type { Language } from './library.ts';

/** How a person types; fixed for life, so that two comments of one hand look alike. */
export interface TypingHabit {
  readonly lowerCase: boolean;
  readonly capitals: boolean;
  readonly accents: 'right' | 'apostrophe' | 'none' | 'wrong';
  readonly shortens: boolean;
  readonly dropsStop: boolean;
  readonly exclaims: boolean;
  readonly dots: boolean;
  readonly slips: number;
  readonly emoji: readonly string[];
}

const EMOJI_SETS: readonly (readonly string[])[] = [['☕'], ['😂', '🤣'], ['❤️', '😍'], ['🙏'], ['😊', '☕'], ['🥲', '😅'], ['👏', '🔝'], ['🙃'], ['💛', '✨'], ['🤔', '👀']];

const SHORT_FORMS: readonly (readonly [RegExp, string])[] = [
  [/\bcomunque\b/g, 'cmq'], [/\bnon\b/g, 'nn'], [/\bper\b/g, 'x'], [/\bperché\b/g, 'xké'], [/\banche\b/g, 'anke'], [/\bqualcuno\b/g, 'qlc1'],
  [/\bche\b/g, 'ke'], [/\btutto\b/g, 'tt'], [/\bquando\b/g, 'qnd'], [/\bsono\b/g, 'sn'], [/\bprossimo\b/g, 'prox'],
];
const SHORT_FORMS_EN: readonly (readonly [RegExp, string])[] = [[/\byou\b/g, 'u'], [/\bare\b/g, 'r'], [/\bplease\b/g, 'pls'], [/\bthanks\b/g, 'thx'], [/\byour\b/g, 'ur']];

/** Emoji that fit a complaint. */
const SOUR = new Set(['🥲', '😅', '🙃', '🤔']);

/** Emoji that fit a question. */
const ASKING = new Set(['🙏', '😊', '☕', '😅', '🤔', '👀', '🥲']);

/** A person's habit, drawn once. */
export function typingHabit(chance: Chance, language: Language): TypingHabit {
  const accents = chance.unit();
  return {
    lowerCase: chance.happens(0.42),
    capitals: chance.happens(0.02),
    accents: accents < 0.6 ? 'right' : accents < 0.75 ? 'apostrophe' : accents < 0.87 ? 'none' : 'wrong',
    shortens: chance.happens(language === 'it' ? 0.09 : 0.08),
    dropsStop: chance.happens(0.55),
    exclaims: chance.happens(0.12),
    dots: chance.happens(0.14),
    slips: chance.happens(0.18) ? 0.3 : 0.04,
    emoji: chance.happens(0.4) ? chance.one(EMOJI_SETS) : [],
  };
}

function withAccents(text: string, habit: TypingHabit): string {
  if (habit.accents === 'apostrophe') return text.replace(/([àèéìòù])(?![\p{L}])/gu, (letter) => `${letter.normalize('NFD').slice(0, 1)}'`);
  if (habit.accents === 'none') return text.replace(/[àèéìòù]/g, (letter) => letter.normalize('NFD').slice(0, 1));
  return habit.accents === 'wrong' ? text.replace(/é\b|é(?=\s|$|[,.?!])/g, 'è').replace(/\bpo' /g, 'pò ') : text;
}

/** One slip of the finger in a word of six letters or more that holds no accent: swapped, lost or doubled letters. */
function withSlip(text: string, chance: Chance): string {
  const words = [...text.matchAll(/(?<![@#/.\w])[a-z]{6,}(?![\w@/.])/g)];
  if (words.length === 0) return text;
  const word = chance.one(words);
  const at = word.index + chance.whole(1, word[0].length - 3);
  const [first = '', second = ''] = [text[at], text[at + 1]];
  const slip = chance.unit();
  const put = slip < 0.45 ? second + first : slip < 0.75 ? second : first + first + second;
  return text.slice(0, at) + put + text.slice(at + 2);
}

/** A text as this person would type it. */
export function typedBy(habit: TypingHabit, text: string, parts: { chance: Chance; language: Language; sour?: boolean }): string {
  const { chance, language } = parts;
  const fitting = parts.sour === true ? SOUR : text.endsWith('?') ? ASKING : null;
  const emoji = habit.emoji.filter((sign) => fitting === null || fitting.has(sign));
  let typed = text;
  if (habit.shortens) for (const [pattern, short] of language === 'it' ? SHORT_FORMS : SHORT_FORMS_EN) if (chance.happens(0.5)) typed = typed.replace(pattern, short);
  if (language === 'it') typed = withAccents(typed, habit);
  if (habit.lowerCase) typed = typed.toLowerCase();
  else if (chance.happens(0.7)) typed = typed.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
  if (chance.happens(habit.slips)) typed = withSlip(typed, chance);
  if (habit.dropsStop) typed = typed.replace(/\.$/, '');
  if (habit.dots && chance.happens(0.5)) typed = typed.replace(/[.,] /, '... ');
  if (habit.exclaims && /[\p{L}\p{N}]\.?$/u.test(typed) && chance.happens(0.6)) typed = typed.replace(/\.?$/, chance.one(['!', '!!', '!!!']));
  if (habit.exclaims && typed.endsWith('?') && chance.happens(0.4)) typed += chance.one(['?', '??', '!']);
  if (emoji.length > 0 && chance.happens(0.3) && !/\p{Extended_Pictographic}\uFE0F?$/u.test(typed)) typed += ` ${chance.one(emoji)}`;
  return habit.capitals && typed.length < 160 ? typed.toUpperCase() : typed;
}
