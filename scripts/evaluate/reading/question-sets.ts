import { readFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { read, utils } from '@e965/xlsx';
import type { Intent } from '../../../src/domain/model/codes.ts';
import { intentOn } from './answers.ts';
import { MEASURES } from './scores.ts';
import { csvRecords, csvRows, linesOf, textOf, together } from './set-files.ts';
import type { EvaluationSet, LabelledText, Task } from './task.ts';

/** Yes when one of the intents is on, scored as recall or F1 of yes; plain: the intent with most phrases is one of them. */
const onTask = (task: Pick<Task, 'subject' | 'language' | 'rows' | 'measure'>, intents: readonly Intent[]): Task => ({
  ...task, direction: 'inbound', languageTold: true, answer: intentOn(intents),
  plain: ({ text }, plain) => ({ code: intents.some((intent) => intent === plain.intent(text).code) ? 'yes' : 'no', probability: 1 }),
});

const faqRows: Task['rows'] = (folder) => linesOf(folder, 'it-qa4faq/qa4faq_question')?.map((line) => {
  const [id = '', text = ''] = line.split('\t');
  return { id, text, language: 'it', truth: 'yes' };
}) ?? null;

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** The user's turns (their ids hold `_U`) of both parts; the machine's turns are no messages of a person. */
const dialogueRows: Task['rows'] = (folder) => together(['training', 'test_gold'].map((part) => {
  const text = textOf(folder, `it-ilisten2018/${part}.xml`);
  return text === null ? null : [...text.matchAll(/<speechAct (?<attributes>[^>]*)>(?<words>[^<]*)<\/speechAct>/gu)].flatMap(({ groups }): LabelledText[] => {
    const attribute = (name: string): string => new RegExp(`\\b${name}="([^"]*)"`, 'u').exec(groups?.['attributes'] ?? '')?.[1] ?? '';
    const words = (groups?.['words'] ?? '').replaceAll(/&(\w+);/gu, (entity, name: string) => ENTITIES[name] ?? entity);
    return attribute('id').includes('_U') ? [{ id: `${part} ${attribute('id')}`, text: words, language: 'it', truth: attribute('act') === 'INFO-REQUEST' ? 'yes' : 'no' }] : [];
  });
}));

const WORKBOOK = 'purchase-intent-adidas/All_twitts_v02.xlsx';

/** Tweets whose author wants to buy (2) against those who do not (0); those between are left out. */
const purchaseRows: Task['rows'] = (folder) => {
  if (!existsSync(join(folder, WORKBOOK))) return null;
  const book = read(readFileSync(join(folder, WORKBOOK)));
  const sheet = book.Sheets[book.SheetNames[0] ?? ''];
  if (sheet === undefined) return null;
  return utils.sheet_to_json<Readonly<Record<string, unknown>>>(sheet).flatMap((row, at): LabelledText[] => {
    const intent = Number(row['intent']);
    return intent === 0 || intent === 2 ? [{ id: `row ${at + 2}`, text: typeof row['text'] === 'string' ? row['text'] : '', language: 'en', truth: String(intent) }] : [];
  });
};

const tweetActRows = (act: string): Task['rows'] => (folder) => csvRows(folder, 'tweet-acts/TWEET_DATA.csv')?.map(([text = '', label], at) => ({
  id: `tweet ${at + 1}`, text, language: 'en', truth: label === act ? 'yes' : 'no',
})) ?? null;

const bankingRows: Task['rows'] = (folder) => csvRecords(folder, 'banking77/test.csv')?.map((row, at) => ({ id: `row ${at + 2}`, text: row['text'] ?? '', language: 'en', truth: 'yes' })) ?? null;

const recallOfYes: Task['measure'] = () => MEASURES.recall('yes');
const f1OfYes: Task['measure'] = () => MEASURES.f1('yes');

/** Questions, requests and the wish to buy. */
export const questionSets: readonly EvaluationSet[] = [
  {
    id: 'qa4faq', origin: 'reference', usedForTraining: false,
    tasks: [
      onTask({ subject: 'information on', language: 'it', rows: faqRows, measure: recallOfYes }, ['information']),
      onTask({ subject: 'information, purchase or trouble on', language: 'it', rows: faqRows, measure: recallOfYes }, ['information', 'purchase', 'trouble']),
    ],
  },
  {
    id: 'ilisten', origin: 'reference', usedForTraining: false,
    tasks: [onTask({ subject: 'request for information', language: 'it', rows: dialogueRows, measure: f1OfYes }, ['information'])],
  },
  {
    id: 'adidas', origin: 'reference', usedForTraining: false,
    tasks: [{
      subject: 'purchase, 2 against 0', language: 'en', direction: 'inbound', languageTold: true, rows: purchaseRows, measure: () => MEASURES.area('2'),
      answer: ({ intents }) => ({ code: '2', probability: intents?.purchase ?? 0 }), plain: ({ text }, plain) => ({ code: '2', probability: plain.count(text, 'purchase') }),
    }],
  },
  {
    id: 'tweet-acts', origin: 'reference', usedForTraining: false,
    tasks: [
      onTask({ subject: 'question', language: 'en', rows: tweetActRows('QUE'), measure: f1OfYes }, ['information', 'decision']),
      onTask({ subject: 'suggestion', language: 'en', rows: tweetActRows('SUG'), measure: f1OfYes }, ['idea', 'recommendation']),
    ],
  },
  {
    id: 'banking77', origin: 'reference', usedForTraining: false,
    tasks: [onTask({ subject: 'information or trouble on, test', language: 'en', rows: bankingRows, measure: recallOfYes }, ['information', 'trouble'])],
  },
];
