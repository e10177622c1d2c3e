import { READ_LANGUAGES, type ReadLanguage } from '../../../src/text/lexicon.ts';
import { promiseFound } from './answers.ts';
import { MEASURES } from './scores.ts';
import { linesOf, textOf, together } from './set-files.ts';
import { linedTexts } from './sentiment-sets.ts';
import { plainLanguage } from './plain-lexicon.ts';
import type { EvaluationSet, LabelledText, Task } from './task.ts';

const COMMISSIVE = '4';

/** Turns of the dialogues with the number of their act. */
function turns(folder: string, language: ReadLanguage): LabelledText[] | null {
  return together(['dev', 'test'].map((part) => linesOf(folder, `xdailydialog/${language}_${part}_human.txt`)?.flatMap((line, dialogue) => {
    const [words = '', , acts = ''] = line.split('\t');
    const act = acts.trim().split(/\s+/u);
    return words.split('__eou__').map((text) => text.trim()).filter((text) => text !== '').map((text, at) => ({ id: `${part} ${dialogue + 1}.${at + 1}`, text, language, truth: act[at] ?? '' }));
  }) ?? null));
}

/** Sentences said to an assistant. */
function commands(folder: string, language: ReadLanguage): LabelledText[] | null {
  return together(['test', 'valid'].map((part) => {
    const text = textOf(folder, `it-xsid/${language}.${part}.conll`);
    return text === null ? null : [...text.matchAll(/^# text = (?<words>.+)$/gmu)].map(({ groups }, at) => ({ id: `${part} ${at + 1}`, text: groups?.['words'] ?? '', language, truth: language }));
  }));
}

const goldTexts = (folder: string, language: ReadLanguage): LabelledText[] | null => linesOf(folder, `gold/${language}.jsonl`)?.map((line) => {
  const { id = '', text = '' } = JSON.parse(line) as Readonly<Record<string, string>>;
  return { id, text, language, truth: language };
}) ?? null;

const tweets = (folder: string, language: ReadLanguage): LabelledText[] | null =>
  together(['train', 'val', 'test'].map((split) => linedTexts(folder, `umsab-xlmt/${language === 'it' ? 'italian' : 'english'}`, split, language)));

/** Fewer words than these say little of a language. */
const LEAST_WORDS = 5;

/** Words of a text: pieces with a letter that are no link, name of an account or hashtag. */
export function wordCount(text: string): number {
  return text.split(/\s+/u).filter((piece) => /\p{L}/u.test(piece) && !/^(?:[@#]|https?:|www\.)/u.test(piece)).length;
}

const SOURCES = { xsid: commands, xdailydialog: turns, gold: goldTexts, umsab: tweets };

const functionWords = plainLanguage();

function languageTask(subject: string, language: ReadLanguage, sources: readonly (keyof typeof SOURCES)[], bar?: number): Task {
  return {
    subject, language, direction: 'inbound', languageTold: false, measure: () => MEASURES.accuracy, ...(bar === undefined ? {} : { bar }),
    rows: (folder) => together(sources.map((source) => SOURCES[source](folder, language)))?.filter(({ text }) => wordCount(text) >= LEAST_WORDS).map((row) => ({ ...row, truth: language })) ?? null,
    answer: (reading) => ({ code: reading.language, probability: 1 }), plain: ({ text }) => functionWords(text),
  };
}

const languageSet = (language: ReadLanguage): EvaluationSet => ({
  id: `language-${language}`, origin: 'reference', usedForTraining: false,
  tasks: [
    languageTask('language, all texts', language, ['xsid', 'xdailydialog', 'gold', 'umsab'], 0.97),
    languageTask('language, xsid', language, ['xsid']),
    languageTask('language, xdailydialog', language, ['xdailydialog']),
    languageTask('language, gold', language, ['gold']),
    languageTask('language, umsab', language, ['umsab']),
  ],
});

const commissiveSet = (language: ReadLanguage): EvaluationSet => ({
  id: `xdailydialog-${language}`, origin: 'reference', usedForTraining: false,
  tasks: [{
    subject: 'promise in commissives', language, direction: 'outbound', languageTold: true, measure: () => MEASURES.recall('yes'),
    rows: (folder) => turns(folder, language)?.filter(({ truth }) => truth === COMMISSIVE).map((row) => ({ ...row, truth: 'yes' })) ?? null,
    answer: promiseFound, plain: ({ text }, plain) => ({ code: plain.promises(text) ? 'yes' : 'no', probability: 1 }),
  }],
});

/** Telling Italian and English, and a rough recall of promises in spoken turns. */
export const dialogueSets: readonly EvaluationSet[] = [...READ_LANGUAGES.map(languageSet), ...READ_LANGUAGES.map(commissiveSet)];
