import type { Chance } from './chance.ts';
import type { Bindings } from './grammar.ts';
import { agreeing, textKey, writtenFrom } from './grammar.ts';
import type { Language, LibraryEntry, TextGroup } from './library.ts';
import { libraryEntries, nameLists, slotValues, textGroups } from './library.ts';
import type { Person } from './people.ts';
import { typedBy } from './voice.ts';

/** Files of comments; each exists in Italian and in English, `promises` in Italian only. */
export type Theme = 'purchase' | 'information' | 'trouble' | 'idea' | 'decision' | 'praise' | 'recommendation' | 'warning' | 'opinion' | 'instagram' | 'youtube' | 'promises';

/** A text and the group it came from, whose answers fit it. */
export interface Composed {
  readonly text: string;
  readonly group: TextGroup;
  readonly bindings: Bindings;
}

/** Writes every text of the sample and never the same comment twice if it can be helped. */
export interface Composer {
  /** A comment of a theme in a person's hand. */
  readonly comment: (theme: Theme, author: Person, section?: string) => Composed;
  /** A line of a section of a side file (`social`, `brand`, `reviews`, `posts`), in a person's hand when one is given. */
  readonly line: (path: string, section: string, options: { language: Language; author?: Person | undefined; bindings?: Bindings }) => string;
  /** One of some templates, typed by a person. */
  readonly reply: (templates: readonly string[], author: Person, bindings: Bindings, tone?: 'plain' | 'sour' | 'helping') => string;
  /** One of some templates in the brand's voice: greeting and signature bound to the asker and the person on duty. */
  readonly answer: (templates: readonly string[], asker: Person, bindings: Bindings) => string;
  /** The templates of a section of a side file. */
  readonly templates: (path: string, section: string, language: Language) => readonly string[];
  readonly bindings: () => Bindings;
}

const GREETINGS: Readonly<Record<Language, readonly string[]>> = {
  it: ['Ciao $nome', 'Ciao $nome', 'Ciao $nome', 'Buongiorno $nome', '$nome', 'Eccoci $nome', 'Ehi $nome', 'Buongiorno'],
  en: ['Hi $nome', 'Hello $nome', '$nome', 'Hi there', 'Hey $nome'],
};

/** What people put before and after a piece of advice. */
const DRESSING: Readonly<Record<Language, readonly [string, string]>> = {
  it: ['{||||guarda, |allora, |ciao! |per me |se può servire: |te lo dico io: |rispondo al volo: |provato: |scusa se mi intrometto, |occhio, |dunque, |eh, }', '{|||||, almeno da me|, poi vedi tu| 👍|, parola mia|, ci ho messo un po\' a capirlo|. fammi sapere|, io faccio così da anni| 😉|. prova e dimmi|, così risolvi|, garantito}'],
  en: ['{||||hi, |well, |for me: |quick one: |honestly, |been there: }', '{|||||, at least here| 👍|, promise|, your call|. let me know|, works every time}'],
};

function dressed(templates: readonly string[], language: Language): string[] {
  const [before, after] = DRESSING[language];
  return templates.map((template) => `${before}${template}${after}`);
}

/** A composer over the text library. Identical texts are avoided by redrawing up to 60 times, least used templates first. */
export function composerFrom(chance: Chance): Composer {
  const slots: Record<Language, Map<string, readonly string[]>> = { it: slotValues('it'), en: slotValues('en') };
  const names = nameLists();
  const pools = new Map<string, LibraryEntry[]>();
  const written = new Set<string>();

  const friend = (): string => `${chance.one(names('nomi')).toLowerCase()}${chance.one(['.', '_', ''])}${chance.one(names('soprannomi')).toLowerCase()}${chance.happens(0.4) ? chance.whole(1, 99) : ''}`;
  const bindings = (): Bindings => new Map([['ord', `#${chance.whole(41_000, 89_999)}`], ['amico', friend()], ['amico2', friend()]]);
  const pool = (path: string, section?: string): LibraryEntry[] => {
    const key = `${path} ${section ?? ''}`;
    const known = pools.get(key);
    if (known !== undefined) return known;
    const entries = libraryEntries(textGroups(path), section);
    if (entries.length === 0) throw new RangeError(`empty text pool: ${key}`);
    pools.set(key, entries);
    return entries;
  };
  const leastUsed = (entries: readonly LibraryEntry[]): LibraryEntry => {
    const candidates = Array.from({ length: 5 }, () => chance.one(entries));
    return candidates.reduce((best, entry) => (entry.taken / entry.breadth < best.taken / best.breadth ? entry : best));
  };
  const fresh = (entries: readonly LibraryEntry[], language: Language, bound: () => Bindings): Composed => {
    let last: Composed | null = null;
    for (let attempt = 0; attempt < 60; attempt += 1) {
      const entry = leastUsed(entries);
      const own = bound();
      const text = writtenFrom(entry.template, { chance, slots: slots[language], bindings: own });
      last = { text, group: entry.group, bindings: own };
      entry.taken += 1;
      if (!written.has(textKey(text))) break;
    }
    if (last === null) throw new RangeError('empty text pool');
    written.add(textKey(last.text));
    return last;
  };
  const fromTemplates = (templates: readonly string[], language: Language, bound: Bindings): string => {
    let text = '';
    for (let attempt = 0; attempt < 20; attempt += 1) {
      text = writtenFrom(chance.one(templates), { chance, slots: slots[language], bindings: new Map(bound) });
      if (!written.has(textKey(text))) break;
    }
    written.add(textKey(text));
    return text;
  };
  const typed = (author: Person, text: string, tone: { sour: boolean }): string =>
    typedBy(author.habit, author.language === 'it' ? agreeing(text, author.ending) : text, { chance, language: author.language, ...tone });
  return {
    bindings,
    templates: (path, section, language) => pool(`${language}/${path}`, section).map((entry) => entry.template),
    comment: (theme, author, section) => {
      const composed = fresh(pool(`${author.language}/${theme}`, section), author.language, bindings);
      return { ...composed, text: typed(author, composed.text, { sour: theme === 'trouble' || theme === 'warning' || section?.endsWith('trouble') === true }) };
    },
    line: (path, section, { language, author, bindings: bound }) => {
      const { text } = fresh(pool(`${language}/${path}`, section), language, () => (bound === undefined ? bindings() : new Map(bound)));
      return author === undefined ? text : typed(author, text, { sour: false });
    },
    reply: (templates, author, bound, tone = 'plain') => typed(author, fromTemplates(tone === 'helping' ? dressed(templates, author.language) : templates, author.language, bound), { sour: tone === 'sour' }),
    answer: (templates, asker, bound) => {
      const own = new Map(bound).set('nome', asker.firstName).set('firma', chance.one(names(asker.language === 'it' ? 'firme' : 'firme-en')));
      own.set('saluto', chance.one(GREETINGS[asker.language]).replace('$nome', asker.firstName));
      return fromTemplates(templates, asker.language, own);
    },
  };
}
