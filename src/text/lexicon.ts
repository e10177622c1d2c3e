import emojiFile from '../../resources/lexicons/emoji.json' with { type: 'json' };
import englishInbound from '../../resources/lexicons/en/inbound.json' with { type: 'json' };
import englishOutbound from '../../resources/lexicons/en/outbound.json' with { type: 'json' };
import englishPromises from '../../resources/lexicons/en/promises.json' with { type: 'json' };
import englishValence from '../../resources/lexicons/en/valence.json' with { type: 'json' };
import englishWords from '../../resources/lexicons/en/words.json' with { type: 'json' };
import italianInbound from '../../resources/lexicons/it/inbound.json' with { type: 'json' };
import italianOutbound from '../../resources/lexicons/it/outbound.json' with { type: 'json' };
import italianPromises from '../../resources/lexicons/it/promises.json' with { type: 'json' };
import italianValence from '../../resources/lexicons/it/valence.json' with { type: 'json' };
import italianWords from '../../resources/lexicons/it/words.json' with { type: 'json' };
import otherLanguagesFile from '../../resources/lexicons/other-languages.json' with { type: 'json' };
import { foldedForm } from './folded-form.ts';

/** Languages that the reader reads; all others are recognised, counted and left without labels. */
export const READ_LANGUAGES = ['it', 'en'] as const;
export type ReadLanguage = (typeof READ_LANGUAGES)[number];

/** Pattern lines by theme and weight, as written in a lexicon file. */
export type ThemeLines = ReadonlyMap<string, readonly { readonly weight: number; readonly lines: readonly string[] }[]>;

const UNITS = ['minute', 'hour', 'day', 'week', 'month', 'year'] as const;

/** Words of time and of commitment in one language. Weekdays start on Monday, months in January. */
export interface PromiseWords {
  readonly themes: ThemeLines;
  readonly units: ReadonlyMap<string, (typeof UNITS)[number]>;
  readonly business: ReadonlySet<string>;
  readonly numbers: ReadonlyMap<string, number>;
  readonly weekdays: readonly string[];
  readonly months: readonly string[];
  /** Before a length that counts from now. */
  readonly within: ReadonlySet<string>;
  /** Everything that may stand between the beginning of a time expression and its first number, day or hour. */
  readonly deadlineWords: ReadonlySet<string>;
  /** Of those, what never begins one. */
  readonly neverFirst: ReadonlySet<string>;
  /** What may stand between a day and an hour of one expression. */
  readonly joining: ReadonlySet<string>;
  readonly before: ReadonlySet<string>;
  readonly after: ReadonlySet<string>;
  /** After a length: it lies in the past; it counts from something else. Before one: it lasts so long. */
  readonly ago: ReadonlySet<string>;
  readonly relative: ReadonlySet<string>;
  readonly lasting: ReadonlySet<string>;
  /** What leads to a year, to the number of a day, to an hour; the article of an hour, after one of the deadline words. */
  readonly toYear: ReadonlySet<string>;
  readonly toDate: ReadonlySet<string>;
  readonly toHour: ReadonlySet<string>;
  readonly articleOfHour: ReadonlySet<string>;
  readonly toSpelledHour: ReadonlySet<string>;
  readonly spelledHours: ReadonlySet<string>;
  /** What makes a bare number or a weekday with its article a deadline. */
  readonly surely: ReadonlySet<string>;
  readonly and: ReadonlySet<string>;
  /** Where the words of an event end. */
  readonly clauseStops: ReadonlySet<string>;
  /** What may follow the number of a day. */
  readonly afterDay: ReadonlySet<string>;
  /** Beside a weekday: gone by, never today, every one. */
  readonly past: ReadonlySet<string>;
  readonly coming: ReadonlySet<string>;
  readonly habitual: ReadonlySet<string>;
  /** The last hour that may mean the other half of the day. */
  readonly loosestHour: number;
}

/** Everything that the rules know of one language. */
export interface Lexicon {
  readonly inbound: ThemeLines;
  readonly outbound: ThemeLines;
  readonly promises: PromiseWords;
  readonly spellings: ReadonlyMap<string, string>;
  readonly negators: ReadonlySet<string>;
  readonly negationStops: ReadonlySet<string>;
  readonly functionWords: ReadonlySet<string>;
  /** How a word feels, -4 to 4, by folded form; a word that is not there feels nothing. */
  readonly valences: ReadonlyMap<string, number>;
}

type Shape = Readonly<Record<string, unknown>>;

const isShape = (value: unknown): value is Shape => typeof value === 'object' && value !== null && !Array.isArray(value);

const shapeAt = (value: unknown, path: string): Shape => {
  if (!isShape(value)) throw new TypeError(`invalid lexicon: ${path} is not an object`);
  return value;
};

const wordsAt = (value: unknown, path: string): string[] => {
  if (!Array.isArray(value) || !value.every((item): item is string => typeof item === 'string' && item !== '')) throw new TypeError(`invalid lexicon: ${path} is not a list of words`);
  return value;
};

const themesAt = (value: unknown, path: string): ThemeLines => {
  const themes = new Map<string, { weight: number; lines: readonly string[] }[]>();
  for (const [theme, groups] of Object.entries(shapeAt(value, path))) {
    themes.set(theme, Object.entries(shapeAt(groups, `${path}.${theme}`)).map(([weight, lines]) => {
      const parsed = Number(weight);
      if (!Number.isFinite(parsed)) throw new TypeError(`invalid lexicon: weight ${weight} in ${path}.${theme}`);
      return { weight: parsed, lines: wordsAt(lines, `${path}.${theme}.${weight}`) };
    }));
  }
  return themes;
};

const valencesAt = (value: unknown, path: string): ReadonlyMap<string, number> => new Map(Object.entries(shapeAt(value, path)).map(([word, valence]) => {
  const parsed = Number(valence);
  if (!(Math.abs(parsed) <= 4)) throw new TypeError(`invalid lexicon: valence ${String(valence)} of ${word} in ${path}`);
  return [foldedForm(word), parsed];
}));

// What commits by itself, only beside a time, in the future or the present tense, what weakens or refuses it, and what the customer has to do.
const COMMITMENT_THEMES = ['commitment', 'commitment-when-due', 'vow', 'future', 'weak-future', 'present', 'present-own', 'weak-present', 'not-commitment', 'wish', 'routine', 'customer-move', 'customer-condition', 'purpose'] as const;

const promiseWordsAt = (value: unknown, path: string): PromiseWords => {
  const shape = shapeAt(value, path);
  const units = shapeAt(shape['units'], `${path}.units`);
  const themes = new Map(themesAt(Object.fromEntries(COMMITMENT_THEMES.map((theme) => [theme, shape[theme]])), path));
  const time = shapeAt(shape['time'], `${path}.time`);
  const timeWords = (name: string): ReadonlySet<string> => new Set(wordsAt(time[name], `${path}.time.${name}`));
  for (const [code, lines] of Object.entries(shapeAt(shape['due'], `${path}.due`))) themes.set(`due:${code}`, [{ weight: 1, lines: wordsAt(lines, `${path}.due.${code}`) }]);
  return {
    themes,
    units: new Map(UNITS.flatMap((unit) => wordsAt(units[unit], `${path}.units.${unit}`).map((word) => [word, unit] as const))),
    business: new Set(wordsAt(units['business'], `${path}.units.business`)),
    numbers: new Map(Object.entries(shapeAt(shape['numbers'], `${path}.numbers`)).map(([word, number]) => [word, Number(number)])),
    weekdays: wordsAt(shape['weekdays'], `${path}.weekdays`),
    months: wordsAt(shape['months'], `${path}.months`),
    within: new Set(wordsAt(shape['within'], `${path}.within`)),
    deadlineWords: new Set(wordsAt(shapeAt(shape['deadline-word'], `${path}.deadline-word`)['1'], `${path}.deadline-word`).flatMap((line) => line.split('|'))),
    neverFirst: timeWords('never-first'), joining: timeWords('joining'), before: timeWords('before'), after: timeWords('after'),
    ago: timeWords('ago'), relative: timeWords('relative'), lasting: timeWords('lasting'),
    toYear: timeWords('to-year'), toDate: timeWords('to-date'), toHour: timeWords('to-hour'), articleOfHour: timeWords('article-of-hour'), toSpelledHour: timeWords('to-spelled-hour'), spelledHours: timeWords('spelled-hours'), surely: timeWords('surely'), and: timeWords('and'), clauseStops: timeWords('clause-stops'), afterDay: timeWords('after-day'),
    past: timeWords('past'), coming: timeWords('coming'), habitual: timeWords('habitual'), loosestHour: Number(time['loosest-hour']),
  };
};

/**
 * Checks the shape of a language's files once and turns them into look-ups. Throws TypeError `invalid lexicon: ...`
 * naming the place when a file is not as expected.
 */
export function parsedLexicon(files: { readonly inbound: unknown; readonly outbound: unknown; readonly promises: unknown; readonly words: unknown; readonly valence: unknown }, name: string): Lexicon {
  const words = shapeAt(files.words, `${name}.words`);
  return {
    inbound: themesAt(files.inbound, `${name}.inbound`),
    outbound: themesAt(files.outbound, `${name}.outbound`),
    promises: promiseWordsAt(files.promises, `${name}.promises`),
    spellings: new Map(Object.entries(shapeAt(words['spellings'], `${name}.spellings`)).map(([from, to]) => [from, String(to)])),
    negators: new Set(wordsAt(words['negators'], `${name}.negators`)),
    negationStops: new Set(wordsAt(words['negation-stops'], `${name}.negation-stops`)),
    functionWords: new Set(wordsAt(words['function-words'], `${name}.function-words`).map(foldedForm)),
    valences: valencesAt(shapeAt(files.valence, `${name}.valence`)['valences'], `${name}.valence`),
  };
}

/** The lexicon of a language that the reader reads. Parsing takes a few milliseconds: keep the result. */
export function lexiconOf(language: ReadLanguage): Lexicon {
  return language === 'it'
    ? parsedLexicon({ inbound: italianInbound, outbound: italianOutbound, promises: italianPromises, words: italianWords, valence: italianValence }, 'it')
    : parsedLexicon({ inbound: englishInbound, outbound: englishOutbound, promises: englishPromises, words: englishWords, valence: englishValence }, 'en');
}

/** Polarity of emoji and emoticons: +1, -1; absent ones carry none. */
export function emojiPolarities(): ReadonlyMap<string, 1 | -1> {
  const file = shapeAt(emojiFile, 'emoji');
  return new Map([
    ...wordsAt(file['positive'], 'emoji.positive').map((sign) => [sign, 1] as const),
    ...wordsAt(file['negative'], 'emoji.negative').map((sign) => [sign, -1] as const),
  ]);
}

/** Frequent words of neighbouring languages, which speak against Italian and English in short texts. */
export function otherLanguageWords(): ReadonlySet<string> {
  return new Set(wordsAt(shapeAt(otherLanguagesFile, 'other-languages')['words'], 'other-languages.words'));
}
