import { SENTIMENTS } from '../../../src/domain/model/codes.ts';
import type { ReadLanguage } from '../../../src/text/lexicon.ts';
import { likeliestSentiment } from './answers.ts';
import { polarityAnswer, polarityCode, type PolarityOf } from './polarity.ts';
import { MEASURES } from './scores.ts';
import { csvRecords, linesOf, textOf, together } from './set-files.ts';
import type { EvaluationSet, LabelledText, Task } from './task.ts';

const macroF1: Task['measure'] = () => MEASURES.macroF1(SENTIMENTS);
const told = { direction: 'inbound', languageTold: true } as const;

/** Texts and labels (0 negative, 1 neutral, 2 positive) in two files of as many lines. */
export function linedTexts(folder: string, path: string, split: string, language: ReadLanguage): LabelledText[] | null {
  const labels = linesOf(folder, `${path}/${split}_labels.txt`);
  const texts = textOf(folder, `${path}/${split}_text.txt`)?.replace(/\n$/u, '').split('\n');
  if (labels === null || texts === undefined) return null;
  if (labels.length !== texts.length) throw new RangeError(`invalid set: ${path}/${split} has ${texts.length} texts and ${labels.length} labels`);
  return texts.map((text, at) => ({ id: `${split} ${at + 1}`, text, language, truth: SENTIMENTS[Number(labels[at])] ?? 'neutral' }));
}

const classTask = (subject: string, language: ReadLanguage, rows: Task['rows'], measure: Task['measure'], bar?: number): Task => ({
  ...told, subject, language, rows, measure, ...(bar === undefined ? {} : { bar }), answer: likeliestSentiment, plain: ({ text }, plain) => plain.sentiment(text),
});

function umsab(language: ReadLanguage, name: string, bar?: number): EvaluationSet {
  const part = (split: string) => (folder: string): LabelledText[] | null => linedTexts(folder, `umsab-xlmt/${name}`, split, language);
  return {
    id: `umsab-${language}`, origin: 'reference', usedForTraining: false,
    tasks: [
      classTask('sentiment, test', language, part('test'), macroF1, bar),
      classTask('sentiment, all parts there', language, (folder) => together(['train', 'val', 'test'].map((split) => part(split)(folder))), macroF1, bar),
    ],
  };
}

const isOn = (cell: string | undefined): boolean => cell === '1' || cell === 'TRUE';

function polarityRows(path: string, { text, positive, negative, id }: Readonly<Record<'text' | 'positive' | 'negative' | 'id', string>>): Task['rows'] {
  return (folder) => csvRecords(folder, path)?.map((row) => ({
    id: row[id] ?? '', text: row[text] ?? '', language: 'it', truth: polarityCode({ positive: isOn(row[positive]), negative: isOn(row[negative]) }),
  })) ?? null;
}

function sentipolc(polarityOf: PolarityOf): EvaluationSet[] {
  const task = (subject: string, rows: Task['rows'], bar?: number): Task => ({
    ...told, subject, language: 'it', rows, measure: () => MEASURES.officialPolarity, ...(bar === undefined ? {} : { bar }),
    answer: (reading) => polarityAnswer(reading, polarityOf),
    plain: ({ text }, plain) => {
      const { positive, negative } = plain.polarity(text);
      return { code: polarityCode({ positive: positive > negative, negative: negative > positive }), probability: 1 };
    },
  });
  const official = { id: 'idtwitter', text: 'text', positive: 'opos', negative: 'oneg' };
  return [
    {
      id: 'sentipolc-2016', origin: 'reference', usedForTraining: false,
      tasks: [
        task('polarity, gold', polarityRows('it-sentipolc2016/gold2000_clean.csv', official), 0.65),
        task('polarity, training part', polarityRows('it-sentipolc2016/sentipolc16_officialdistrib_train.csv', official)),
      ],
    },
    {
      id: 'sentipolc-2014', origin: 'reference', usedForTraining: false,
      tasks: [task('polarity, training part', polarityRows('it-sentipolc2014/train.csv', { id: 'id', text: 'tweet', positive: 'positivo', negative: 'negativo' }))],
    },
  ];
}

/** TweetEval keeps the sentiment files in the set's folder or in one of their own. */
const tweetEval = (split: string) => (folder: string): LabelledText[] | null =>
  linedTexts(folder, 'tweeteval-sentiment', split, 'en') ?? linedTexts(folder, 'tweeteval-sentiment/sentiment', split, 'en');

const MASTODON_SENTIMENTS: Readonly<Record<string, string>> = { '-': 'negative', '*': 'neutral', '+': 'positive' };

const mastodonRows: Task['rows'] = (folder) => csvRecords(folder, 'mastodon-dialog-acts-sentiment/mastodon_joint.csv')?.map((row, at) => ({
  id: `post ${at + 1}`, text: row['text'] ?? '', language: 'en', truth: MASTODON_SENTIMENTS[row['sentiment'] ?? ''] ?? 'neutral',
})) ?? null;

const airlineRows: Task['rows'] = (folder) => csvRecords(folder, 'us-airline-sentiment/Tweets.csv')?.map((row) => ({
  id: row['tweet_id'] ?? '', text: row['text'] ?? '', language: 'en', truth: row['airline_sentiment'] ?? '',
})) ?? null;

/** Mean ratings within this distance of 0 are neutral, as the makers of the lexicon have it. */
const NEUTRAL_RATING = 0.05;

const vaderRows: Task['rows'] = (folder) => linesOf(folder, 'vader/tweets_GroundTruth.txt')?.map((line) => {
  const [id = '', rating = '0', text = ''] = line.split('\t');
  const sided = Number(rating) > 0 ? 'positive' : 'negative';
  return { id, text, language: 'en', truth: Math.abs(Number(rating)) < NEUTRAL_RATING ? 'neutral' : sided };
}) ?? null;

/** Sentiment and polarity of tweets and posts. `polarityOf` says which sides a reading takes. */
export function sentimentSets(polarityOf: PolarityOf): readonly EvaluationSet[] {
  return [
    umsab('it', 'italian', 0.6),
    umsab('en', 'english'),
    ...sentipolc(polarityOf),
    {
      id: 'tweeteval', origin: 'reference', usedForTraining: false,
      tasks: ['val', 'test'].map((split) => classTask(`sentiment, ${split}`, 'en', tweetEval(split), () => MEASURES.macroRecall(SENTIMENTS), 0.62)),
    },
    { id: 'us-airlines', origin: 'reference', usedForTraining: false, tasks: [classTask('sentiment', 'en', airlineRows, macroF1)] },
    { id: 'mastodon', origin: 'reference', usedForTraining: false, tasks: [classTask('sentiment', 'en', mastodonRows, macroF1)] },
    { id: 'vader', origin: 'reference', usedForTraining: true, tasks: [classTask('sentiment, tweets', 'en', vaderRows, macroF1)] },
  ];
}
