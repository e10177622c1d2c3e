import type { Chance } from './chance.ts';
import type { Language } from './library.ts';
import { nameLists } from './library.ts';
import type { TypingHabit } from './voice.ts';
import { typingHabit } from './voice.ts';

/** Groups the sample plants: the close-knit home baristas, people who mostly give, contest entrants, everybody else. */
type Cohort = 'barista' | 'giver' | 'entrant' | 'ordinary' | 'rival';

/** A made-up person. Names join a first name with a fancy word, an initial or a town, so that they point to nobody. */
export interface Person {
  readonly accountId: string;
  readonly handle: string;
  readonly name: string;
  readonly firstName: string;
  /** The ending of what this person says of themself in Italian. */
  readonly ending: 'o' | 'a';
  readonly language: Language;
  readonly cohort: Cohort;
  /** How much this person writes against others of the cohort. */
  readonly weight: number;
  readonly habit: TypingHabit;
}

const TOWNS = ['Imola', 'Fano', 'Ivrea', 'Chieri', 'Cento', 'Lodi', 'Jesi', 'Fermo', 'Crema', 'Nardò', 'Erba', 'Schio', 'Bra', 'Alghero', 'Sora'];

/** Women's names of the list that do not end in a. */
const FEMININE = new Set(['Titti', 'Irene', 'Noemi', 'Miriam', 'Vale', 'Manu', 'Stefy', 'Emma', 'Chloe']);

/** A source of people without two alike: account ids, handles and names are all different. */
export function populationFrom(chance: Chance): (cohort: Cohort, options: { count: number; englishShare: number }) => Person[] {
  const lists = nameLists();
  const taken = new Set<string>();
  let serial = 0;
  const handleOf = (first: string, word: string): string => {
    const plain = `${first}${word}`.normalize('NFD').replace(/[^a-zA-Z]/g, '').toLowerCase();
    const base = first.normalize('NFD').replace(/[^a-zA-Z]/g, '').toLowerCase();
    return chance.one([`${base}.${plain.slice(base.length)}`, plain, `${plain.slice(base.length)}_${base}`, `${base}${plain.slice(base.length)}${chance.whole(60, 99)}`, `la_${plain}`, `${base}.${plain.slice(base.length)}.${chance.whole(1, 9)}`]);
  };
  const person = (cohort: Cohort, rank: number, language: Language): Person => {
    for (;;) {
      const first = chance.one(lists(language === 'it' ? 'nomi' : 'nomi-en'));
      const word = chance.one(lists(language === 'it' ? 'soprannomi' : 'soprannomi-en'));
      const initial = String.fromCharCode(65 + chance.whole(0, 20));
      const forms = [`${first} ${word}`, `${first} ${initial}.`, `${first} ${initial}. ${word}`, `${first.toLowerCase()} ${word.toLowerCase()}`, `${word} ${first}`];
      const name = language === 'it' && chance.happens(0.12) ? `${first} da ${chance.one(TOWNS)}` : chance.one(forms);
      const handle = handleOf(first, word);
      if (taken.has(name) || taken.has(handle)) continue;
      taken.add(name).add(handle);
      serial += 1;
      return { accountId: `9900${String(10_000_000_000 + serial * 7_919 + chance.whole(0, 7_000)).slice(0, 11)}`, handle, name, firstName: first, ending: first.endsWith('a') || FEMININE.has(first) ? 'a' : 'o', language, cohort, weight: 1 / (rank + 12) ** 0.75, habit: typingHabit(chance, language) };
    }
  };
  return (cohort, { count, englishShare }) => Array.from({ length: count }, (_, rank) => person(cohort, rank, chance.happens(englishShare) ? 'en' : 'it'));
}
