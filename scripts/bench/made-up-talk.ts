import { BRANDS, LANGUAGES, type MadeUpBrand, type MadeUpLanguage } from './made-up-words.ts';

/** Whose turn a made-up message is. */
export type Turn = 'asks' | 'answers' | 'goesOn' | 'peers';

/** Somebody who writes; the language follows from the number, so that a person always writes in the same one. */
export interface MadeUpPerson {
  readonly number: number;
  readonly language: MadeUpLanguage;
}

/** The first number that a person of a made-up export has. */
export const FIRST_PERSON = 115_712;
/** Words a language has beyond its common ones. A file of any size meets new ones. */
const VOCABULARY = 2_000_000;
/** Function words lead the common ones; what people talk about comes after so many. */
const FUNCTION_WORDS = 50;
/** The higher, the evener the shares of those who write most (Mandelbrot's shift of Zipf's law). */
const EVENNESS = 50;
/** People looked at for one of a language. */
const MOST_DRAWN = 8;
/** Words put together once and kept: the commoner ones. */
const KEPT_WORDS = 20_000;

/** Seeded generator of numbers in [0, 1) (mulberry32): the same seed gives the same file on every machine. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Of twenty people eleven write English, seven Italian, two another language. */
function languageOf(number: number): MadeUpLanguage {
  const place = Math.imul(number, 0x9e3779b1) >>> 0;
  const of = place % 20;
  if (of < 11) return LANGUAGES.en;
  if (of < 18) return LANGUAGES.it;
  return [LANGUAGES.es, LANGUAGES.fr, LANGUAGES.de][(place >>> 8) % 3] ?? LANGUAGES.es;
}

/** The word of a rank beyond the common ones: two to five syllables that its number chooses. */
function rareWord({ syllables }: MadeUpLanguage, rank: number): string {
  let left = Math.imul(rank, 0x85ebca6b) >>> 0;
  let word = '';
  for (let count = 2 + (left % 4); count > 0; count -= 1) {
    left = (Math.imul(left ^ (left >>> 13), 0xc2b2ae35) + count) >>> 0;
    word += syllables[left % syllables.length] ?? '';
  }
  return word;
}

/** What made-up exports are written with: who writes, to whom, and what. Draws come from one source of numbers. */
export interface Talk {
  /** From 1 up, with a tail that falls as a power: 4 on average, one in a hundred above 30. */
  readonly threadLength: () => number;
  /** One of so many people: the share of each falls as one over the rank, shifted so that nobody writes more than some thousandths. Of a language where one is given, nearly always. */
  readonly person: (people: number, language?: MadeUpLanguage) => MadeUpPerson;
  readonly brandOf: (person: MadeUpPerson) => MadeUpBrand;
  readonly text: (language: MadeUpLanguage, turn: Turn) => string;
}

/** Talk drawn from a source of numbers in [0, 1). */
export function talkFrom(random: () => number): Talk {
  const below = (limit: number): number => Math.floor(random() * limit);
  const kept = new Map<MadeUpLanguage, string[]>();
  // four in ten are among the hundred commonest, one in five beyond the twenty thousandth
  const word = (language: MadeUpLanguage): string => {
    const rank = Math.floor(4 * (VOCABULARY / 4) ** (random() ** 1.6)) - 4;
    const common = language.common[rank];
    if (common !== undefined) return common;
    if (rank >= KEPT_WORDS) return rareWord(language, rank);
    let known = kept.get(language);
    if (known === undefined) kept.set(language, (known = []));
    return (known[rank] ??= rareWord(language, rank));
  };
  const thing = (language: MadeUpLanguage): string => (random() < 0.2 ? word(language) : (language.common[Math.floor(FUNCTION_WORDS + (language.common.length - FUNCTION_WORDS) * random() ** 2)] ?? ''));
  const phrase = (language: MadeUpLanguage, turn: Turn): string => (language[turn][below(language[turn].length)] ?? '').replace('{}', () => thing(language));
  return {
    threadLength: () => Math.min(250, 1 + Math.floor(2 * ((1 - random()) ** -0.6 - 1) + 0.6)),
    person: (people, language) => {
      for (let drawn = 1; ; drawn += 1) {
        const number = FIRST_PERSON + Math.min(people - 1, Math.floor(EVENNESS * ((people + EVENNESS) / EVENNESS) ** random() - EVENNESS));
        const own = languageOf(number);
        if (language === undefined || own === language || drawn === MOST_DRAWN) return { number, language: own };
      }
    },
    brandOf: ({ language }) => {
      const own = BRANDS.filter(({ isItalian }) => isItalian === (language === LANGUAGES.it));
      let left = random();
      return own.find(({ share }) => (left -= share) < 0) ?? own[0] ?? { handle: '', isItalian: false, answers: 0, share: 0 };
    },
    text: (language, turn) => {
      let text = phrase(language, turn);
      // brands keep to their phrases; people go on, most of them for a few words, some for sixty
      const more = turn === 'answers' ? below(2) * below(4) : Math.min(60, Math.floor(7 * ((1 - random()) ** -0.55 - 1)));
      for (let position = 0; position < more; position += 1) text += position === 0 && more > 3 ? `. ${word(language)}` : ` ${word(language)}`;
      if (turn !== 'answers' && random() < 0.15) text += ['!', '!!', ' 😡', ' 😊', '...', ' #help'][below(6)] ?? '';
      return text;
    },
  };
}
