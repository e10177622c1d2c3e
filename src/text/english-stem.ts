// Patterns built once. [C] is a run of consonants, [V] one of vowels; a stem is [C](VC){m}[V], m its measure. A letter
// beyond the basic plane is two units, so that it ends no short stem and doubles nothing.
const CONSONANTS = '[^aeiou][^aeiouy]*';
const VOWEL = '[aeiouy]';
const VOWELS = `${VOWEL}[aeiou]*`;
const MEASURE_ABOVE_0 = new RegExp(`^(?:${CONSONANTS})?${VOWELS}${CONSONANTS}`, 'u');
const MEASURE_1 = new RegExp(`^(?:${CONSONANTS})?${VOWELS}${CONSONANTS}(?:${VOWELS})?$`, 'u');
const MEASURE_ABOVE_1 = new RegExp(`^(?:${CONSONANTS})?${VOWELS}${CONSONANTS}${VOWELS}${CONSONANTS}`, 'u');
const HAS_VOWEL = new RegExp(`^(?:${CONSONANTS})?${VOWEL}`, 'u');
const SHORT = new RegExp(`^${CONSONANTS}${VOWEL}[^aeiouwxy\\u{10000}-\\u{10ffff}]$`, 'u');
const DOUBLED = /([^aeiouylsz\u{10000}-\u{10ffff}])\1$/u;

/** Endings with what takes their place, by their last letter, each list from long to short. */
type Endings = ReadonlyMap<string, readonly (readonly [string, string])[]>;

const byLastLetter = (endings: readonly (readonly [string, string])[]): Endings => {
  const lists = new Map<string, (readonly [string, string])[]>();
  for (const ending of endings) {
    const last = ending[0].slice(-1);
    lists.set(last, [...(lists.get(last) ?? []), ending]);
  }
  return lists;
};

const STEP_2 = byLastLetter([
  ['ational', 'ate'], ['iveness', 'ive'], ['fulness', 'ful'], ['ousness', 'ous'], ['ization', 'ize'], ['tional', 'tion'], ['biliti', 'ble'], ['ousli', 'ous'], ['entli', 'ent'], ['ation', 'ate'],
  ['alism', 'al'], ['aliti', 'al'], ['iviti', 'ive'], ['enci', 'ence'], ['anci', 'ance'], ['izer', 'ize'], ['alli', 'al'], ['ator', 'ate'], ['logi', 'log'], ['bli', 'ble'], ['eli', 'e'],
]);
const STEP_3 = byLastLetter([['icate', 'ic'], ['ative', ''], ['alize', 'al'], ['iciti', 'ic'], ['ical', 'ic'], ['ness', ''], ['ful', '']]);
const STEP_4 = byLastLetter(['ement', 'ance', 'ence', 'able', 'ible', 'ment', 'ant', 'ent', 'ism', 'ate', 'iti', 'ous', 'ive', 'ize', 'al', 'er', 'ic', 'ou'].map((ending) => [ending, ''] as const));

/** The longest ending of a list, which goes from long to short, that leaves something of a word. */
const endingOf = (word: string, endings: Endings): readonly [string, string] | undefined =>
  endings.get(word.charAt(word.length - 1))?.find(([ending]) => word.length > ending.length && word.endsWith(ending));

const replaced = (word: string, endings: Endings): string => {
  const found = endingOf(word, endings);
  if (found === undefined) return word;
  const stem = word.slice(0, -found[0].length);
  return MEASURE_ABOVE_0.test(stem) ? stem + found[1] : word;
};

const withoutPlural = (word: string): string => {
  if (word.length > 4 && word.endsWith('sses')) return word.slice(0, -2);
  if (word.length > 3 && word.endsWith('ies')) return word.slice(0, -2);
  return word.endsWith('s') && word.charAt(word.length - 2) !== 's' ? word.slice(0, -1) : word;
};

const withoutPast = (word: string): string => {
  if (word.length > 3 && word.endsWith('eed')) return MEASURE_ABOVE_0.test(word.slice(0, -3)) ? word.slice(0, -1) : word;
  const cut = word.length > 2 && word.endsWith('ed') ? 2 : word.length > 3 && word.endsWith('ing') ? 3 : 0;
  const stem = word.slice(0, word.length - cut);
  if (cut === 0 || !HAS_VOWEL.test(stem)) return word;
  if (stem.endsWith('at') || stem.endsWith('bl') || stem.endsWith('iz')) return `${stem}e`;
  if (DOUBLED.test(stem)) return stem.slice(0, -1);
  return SHORT.test(stem) ? `${stem}e` : stem;
};

const withoutSuffix = (word: string): string => {
  const found = endingOf(word, STEP_4);
  // the letter before "ion" goes with it, as in @orama/stemmers, which the lexicons and models were made with
  const cut = found !== undefined ? found[0].length : word.length > 4 && (word.endsWith('sion') || word.endsWith('tion')) ? 4 : 0;
  return cut > 0 && MEASURE_ABOVE_1.test(word.slice(0, -cut)) ? word.slice(0, -cut) : word;
};

const withoutE = (word: string): string => {
  const stem = word.slice(0, -1);
  if (!word.endsWith('e') || stem === '') return word;
  return MEASURE_ABOVE_1.test(stem) || (MEASURE_1.test(stem) && !SHORT.test(stem)) ? stem : word;
};

/**
 * The stem of an English word in lower case: Porter's steps exactly as `@orama/stemmers` takes them, which builds its patterns
 * anew for every word. Words under three units come back unchanged. O(length).
 * Source: Porter 1980, Program 14(3):130-137.
 * @example englishStem('deliveries') // 'deliveri'
 */
export function englishStem(word: string): string {
  if (word.length < 3) return word;
  // "y" at the beginning is a consonant
  const begins = word.startsWith('y');
  let stem = withoutPast(withoutPlural(begins ? `Y${word.slice(1)}` : word));
  if (stem.length > 1 && stem.endsWith('y') && HAS_VOWEL.test(stem.slice(0, -1))) stem = `${stem.slice(0, -1)}i`;
  stem = withoutE(withoutSuffix(replaced(replaced(stem, STEP_2), STEP_3)));
  if (stem.endsWith('ll') && MEASURE_ABOVE_1.test(stem)) stem = stem.slice(0, -1);
  return begins ? `y${stem.slice(1)}` : stem;
}
