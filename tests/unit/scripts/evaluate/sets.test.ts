import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Reading } from '../../../../src/domain/model/reading.ts';
import { createReader } from '../../../../src/text/reader.ts';
import { intentOn, promiseFound, sameDueWords, timeNamed } from '../../../../scripts/evaluate/reading/answers.ts';
import { annotatorRows } from '../../../../scripts/evaluate/reading/complaint-sets.ts';
import { wordCount } from '../../../../scripts/evaluate/reading/dialogue-sets.ts';
import { createJudge, measuredTask, scoreReadAgain, taskKey, taskRows } from '../../../../scripts/evaluate/reading/measured.ts';
import { inboundLines, outboundLines } from '../../../../scripts/evaluate/reading/own-sets.ts';
import { plainLanguage, plainLexicon } from '../../../../scripts/evaluate/reading/plain-lexicon.ts';
import { polarityAnswer } from '../../../../scripts/evaluate/reading/polarity.ts';
import { cohenKappa, confusionTable } from '../../../../scripts/evaluate/reading/scores.ts';
import { csvRecords, decodedText } from '../../../../scripts/evaluate/reading/set-files.ts';
import { linedTexts } from '../../../../scripts/evaluate/reading/sentiment-sets.ts';
import { evaluationSets } from '../../../../scripts/evaluate/reading/sets.ts';
import type { EvaluationSet, LabelledText, Task } from '../../../../scripts/evaluate/reading/task.ts';
import { referenceData } from '../../../support/reference-data.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

function folderWith(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = temporaryFolder();
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
}

const setOf = (id: string, options: Parameters<typeof evaluationSets>[0] = {}): EvaluationSet => evaluationSets(options).find((set) => set.id === id)!;
const rowsOf = (id: string, subject: string, folder: string): readonly LabelledText[] | string => {
  const set = setOf(id);
  return taskRows(set, set.tasks.find((task) => task.subject === subject)!, { own: folder, reference: folder });
};
const summary = (rows: readonly LabelledText[] | string): string[] => (typeof rows === 'string' ? [rows] : rows.map(({ truth, text, other }) => [truth, text, other].filter((part) => part !== undefined).join(' / ')));

const unread = createReader().read({ id: '1', text: '', direction: 'inbound' });
const reading = (changes: Partial<Reading>): Reading => ({ ...unread, language: 'en', textKind: 'text', sentiment: 'neutral', sentiments: { negative: 0.1, neutral: 0.7, positive: 0.2 }, ...changes });
const promise = (dueText: string | null): Reading['promises'][number] => ({ start: 0, end: 4, text: 'x', dueText, dueAfterSeconds: null });

describe('files of sets', () => {
  it('are read line by line as UTF-8 or Windows-1252, without a byte-order mark', () => {
    expect(decodedText(Uint8Array.from([...Buffer.from('\uFEFFperché\n'), 0x93, 0x62, 0x69, 0x67, 0x94, 0x85, 0x0a, ...Buffer.from('è')]))).toBe('perché\n“big”…\nè');
  });

  it('give records by their header, quoted line breaks kept, and null when absent', () => {
    const folder = folderWith({ 'a.csv': 'id,text\r\n1,"two\nlines, one ""quote"""\r\n2,\r\n' });
    expect(csvRecords(folder, 'a.csv')).toEqual([{ id: '1', text: 'two\nlines, one "quote"' }, { id: '2', text: '' }]);
    expect(csvRecords(folder, 'b.csv')).toBeNull();
  });

  it('with texts and labels in two files must have as many of both', () => {
    const folder = folderWith({ 'x/val_text.txt': 'a\nb\n', 'x/val_labels.txt': '2\n0\n', 'y/val_text.txt': 'a\nb', 'y/val_labels.txt': '1\n' });
    expect(summary(linedTexts(folder, 'x', 'val', 'en')!)).toEqual(['positive / a', 'negative / b']);
    expect(() => linedTexts(folder, 'y', 'val', 'en')).toThrow(new RangeError('invalid set: y/val has 2 texts and 1 labels'));
    expect(linedTexts(folder, 'z', 'val', 'en')).toBeNull();
  });
});

describe('the sets of the project', () => {
  const files = {
    'it.inbound.tsv': '# casa\ntrouble+information\tn\tirony+contact\tcomplimenti per il ritardo, quando arriva\npraise\tp\t-\tbello\n',
    'it.outbound.tsv': 'care\t-\tCiao Anna, [[ti ricontattiamo {{entro domani}}]].\npromise+care\t-\t{{Entro sera}} [[sistemiamo]] e [[ti scriviamo]]\npromotion\te\tsconto {{oggi}}\n',
    'en.inbound.tsv': 'trouble\tn\t-\n', 'en.purchase.tsv': 'complaint\tn\t-\tx\n', 'en.outbound.tsv': 'answer\t-\tOn Monday, as ever\n',
  };

  it('hold intents, sentiment, flags and text', () => {
    const folder = folderWith(files);
    expect(inboundLines(folder, 'it.inbound.tsv')).toEqual([
      { id: 'it.inbound.tsv:2', intents: ['trouble', 'information'], sentiment: 'negative', flags: ['irony', 'contact'], text: 'complimenti per il ritardo, quando arriva' },
      { id: 'it.inbound.tsv:3', intents: ['praise'], sentiment: 'positive', flags: [], text: 'bello' },
    ]);
    expect(summary(rowsOf('own-it-inbound', 'sentiment', folder))).toEqual(['negative / complimenti per il ritardo, quando arriva', 'positive / bello']);
    expect(rowsOf('own-it-purchase', 'purchase', folder)).toBe('not there');
  });

  it('mark promises and their times inside the text; a time outside a promise is no due time', () => {
    const folder = folderWith(files);
    expect(outboundLines(folder, 'it.outbound.tsv')?.map(({ text, promises, dues }) => ({ text, promises, dues }))).toEqual([
      { text: 'Ciao Anna, ti ricontattiamo entro domani.', promises: ['ti ricontattiamo entro domani'], dues: ['entro domani'] },
      { text: 'Entro sera sistemiamo e ti scriviamo', promises: ['sistemiamo', 'ti scriviamo'], dues: ['Entro sera'] },
      { text: 'sconto oggi', promises: [], dues: ['oggi'] },
    ]);
    expect(summary(rowsOf('own-it-outbound', 'promise', folder)).map((row) => row.split(' ')[0])).toEqual(['yes', 'yes', 'no']);
    expect(summary(rowsOf('own-it-outbound', 'due words exact', folder)).map((row) => row.split(' / ')[2])).toEqual(['entro domani', 'Entro sera']);
  });

  it('are refused with their line when a column or a code is wrong', () => {
    const folder = folderWith(files);
    expect(() => inboundLines(folder, 'en.inbound.tsv')).toThrow(new RangeError('invalid line: en.inbound.tsv:1 has 3 columns, not 4'));
    expect(() => inboundLines(folder, 'en.purchase.tsv')).toThrow(new RangeError('unknown code: complaint in en.purchase.tsv:1'));
  });

  it('are scored: a score, its interval, the word count, confusion and errors', () => {
    const folder = folderWith(files);
    const set = setOf('own-it-inbound');
    const result = measuredTask(set, set.tasks[1]!, { own: folder, reference: null }, createJudge());
    expect(result).toMatchObject({ key: 'own-it-inbound: sentiment', rows: 2, measure: 'macro-F1', score: null, missing: 'too few rows for this measure' });
    const outbound = setOf('own-it-outbound');
    const folders = { own: folder, reference: null };
    const found = measuredTask(outbound, outbound.tasks[1]!, folders, createJudge());
    expect(found).toMatchObject({ rows: 3, measure: 'F1', score: 1, missing: null, errors: [] });
    expect(found.confusion).toEqual({ codes: ['yes', 'no'], counts: [[2, 0], [0, 1]] });
    expect(scoreReadAgain(outbound, outbound.tasks[1]!, folders, createJudge())).toBe(found.half);
  });
});

describe('reference sets', () => {
  it('say what is absent, and which part', () => {
    const set = setOf('umsab-it');
    expect(taskRows(set, set.tasks[0]!, { own: '', reference: null })).toBe('not measured: reference data absent');
    expect(taskRows(set, set.tasks[0]!, { own: '', reference: folderWith({}) })).toBe('not measured: this part is not among the reference data');
  });

  it('gold: agreed rows are scored, disputed ones stand apart', () => {
    const lines = [{ id: '1', text: 'a', intentA: 'trouble', intentB: 'trouble', sentimentA: 'negative', sentimentB: 'neutral' }, { id: '2', text: 'b', intentA: 'idea', intentB: 'other', sentimentA: 'neutral', sentimentB: 'neutral' }];
    const folder = folderWith({ 'gold/it.jsonl': lines.map((line) => JSON.stringify(line)).join('\n') });
    expect(summary(rowsOf('gold-it', 'intent', folder))).toEqual(['trouble / a']);
    expect(summary(rowsOf('gold-it', 'intent in dispute, one of both', folder))).toEqual(['one of both / b / idea other']);
    expect(summary(rowsOf('gold-it', 'sentiment', folder))).toEqual(['neutral / b']);
  });

  it('mixed tweets have both sides; the sides a reading takes can be chosen from outside', () => {
    const folder = folderWith({ 'it-sentipolc2016/gold2000_clean.csv': 'idtwitter,subj,opos,oneg,iro,lpos,lneg,top,text\n1,1,1,1,0,1,1,0,misto\n2,0,0,0,0,0,0,0,neutro\n' });
    expect(summary(rowsOf('sentipolc-2016', 'polarity, gold', folder))).toEqual(['11 / misto', '00 / neutro']);
    const mixed = reading({ sentiments: { negative: 0.45, neutral: 0.1, positive: 0.45 }, sentiment: 'positive' });
    expect(polarityAnswer(mixed, () => ({ positive: true, negative: true }))).toEqual({ code: '11', probability: 0.45 });
    const [task] = setOf('sentipolc-2016', { polarityOf: ({ sentiments }) => ({ positive: (sentiments?.positive ?? 0) > 0.3, negative: (sentiments?.negative ?? 0) > 0.3 }) }).tasks;
    const codeOf = (answer: Task['answer'] | undefined): string => (typeof answer === 'function' ? answer(mixed, { id: '1', text: '', language: 'it', truth: '11' }).code : '');
    expect(codeOf(task?.answer)).toBe('11');
    expect(codeOf(setOf('sentipolc-2016').tasks[0]?.answer)).toBe('10');
  });

  it('dialogues: the user\'s turns alone, commissive turns alone, headerless suggestions', () => {
    const folder = folderWith({
      'it-ilisten2018/test_gold.xml': '<speechAct act="QUESTION" actId="12" id="T_1_S1">mangi?</speechAct>\n<speechAct act="INFO-REQUEST" actId="1" id="T_1_U1">cos&apos;è?</speechAct>\n<speechAct act="STATEMENT" actId="5" id="T_1_U2">poco</speechAct>',
      'xdailydialog/it_dev_human.txt': 'Ciao__eou__Ti chiamo domani__eou__\t1\t1 4\t0 0\n',
      'semeval2019-task9-suggestions/SubtaskA_EvaluationData_labeled.csv': '9566,"add it, please",1\n9567,no,0\n',
    });
    expect(summary(rowsOf('ilisten', 'request for information', folder))).toEqual(["yes / cos'è?", 'no / poco']);
    expect(summary(rowsOf('xdailydialog-it', 'promise in commissives', folder))).toEqual(['yes / Ti chiamo domani']);
    expect(summary(rowsOf('suggestions-a', 'suggestion, evaluation part', folder))).toEqual(['yes / add it, please', 'no / no']);
  });

  it('no two tasks share a key, and a set used for training has tasks that could be scored', () => {
    const keys = evaluationSets().flatMap((set) => set.tasks.map((task) => taskKey(set, task)));
    expect(new Set(keys).size).toBe(keys.length);
    expect(evaluationSets().filter(({ usedForTraining }) => usedForTraining).map(({ id, tasks }) => [id, tasks.length > 0])).toEqual([['vader', true]]);
  });

  it.skipIf(referenceData() === null).each([['airlines_set1', 0.651], ['airlines_set2', 0.619], ['telecom_set1', 0.605], ['telecom_set2', 0.577]])('the annotators of %s agree as published: kappa %f', (file, kappa) => {
    const rows = annotatorRows([file])(referenceData() ?? '')!;
    expect(cohenKappa(confusionTable(rows.map(({ truth }) => truth), rows.map(({ other = '' }) => other)))).toBeCloseTo(kappa, 2);
  });
});

describe('answers of the reader', () => {
  it('an intent is on when its label is; an unread text says no', () => {
    const intents = { information: 0.4, trouble: 0.6, idea: 0, purchase: 0, praise: 0, recommendation: 0, help: 0, decision: 0, contest: 0, other: 0.1 };
    expect(intentOn(['trouble'])(reading({ intents, labels: ['trouble'] }))).toEqual({ code: 'yes', probability: 0.6 });
    expect(intentOn(['information', 'idea'])(reading({ intents, labels: ['trouble'] }))).toEqual({ code: 'no', probability: 0.6 });
    expect(intentOn(['trouble'])(reading({}))).toEqual({ code: 'no', probability: 1 });
  });

  it('promises, their times, and the very words of these', () => {
    expect(promiseFound(reading({ promises: [promise(null)] })).code).toBe('yes');
    expect(timeNamed(reading({ promises: [promise(null)] })).code).toBe('none');
    expect(timeNamed(reading({ promises: [promise(null), promise('soon')] })).code).toBe('named');
    expect(sameDueWords(reading({ promises: [promise('Within  24 hours.')] }), 'within 24 hours').code).toBe('same');
    expect(sameDueWords(reading({ promises: [promise('24 hours')] }), 'within 24 hours').code).toBe('different');
    expect(sameDueWords(reading({ promises: [promise('oggi')] }), 'oggi | domani').code).toBe('different');
  });
});

describe('plain word counts', () => {
  it('know words and no rule: a negation turns nothing', () => {
    const plain = plainLexicon('en');
    expect(plain.sentiment('what a wonderful, excellent day').code).toBe('positive');
    expect(plain.sentiment("this isn't a wonderful day").code).toBe('positive');
    expect(plain.sentiment('terrible but excellent').code).toBe('neutral');
    expect(plain.intent('zzz qqq').code).toBe('other');
    expect(plain.suggests('You should add a dark theme')).toBe(true);
    expect(plain.suggests('I added a dark theme')).toBe(false);
    expect(plainLexicon('it').suggests('perché non mettete il tema scuro')).toBe(true);
  });

  it('tell a language by its function words', () => {
    const language = plainLanguage();
    expect(language('il treno non arriva mai in questa città').code).toBe('it');
    expect(language('the train is never here when I need it').code).toBe('en');
    expect(language('xyz').code).toBe('unknown');
  });

  it('count words without links, names and hashtags', () => {
    expect(wordCount('@anna guarda qui https://t.co/x #bello 12 che bel sole')).toBe(5);
  });
});
