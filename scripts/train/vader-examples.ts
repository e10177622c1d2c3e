import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Sentiment } from '../../src/domain/model/codes.ts';

/** A text with the tone that twenty raters gave it. */
export interface TonedText {
  readonly theme: string;
  readonly text: string;
  readonly sentiment: Sentiment;
  readonly weight: number;
}

const FILE = 'tweets_GroundTruth.txt';
const WEIGHT = 1.2;
/** Mean ratings within this distance of 0 (of -4 to 4) are neutral; the band beyond it up to CLEAR is left out. */
const NEUTRAL = 0.6;
const CLEAR = 0.8;

/**
 * English tweets with a tone from VADER's ground truth (Hutto & Gilbert 2014, MIT licence): mean ratings of twenty people.
 * Throws when the folder named by TRIBUNA_REFERENCE_DATA is not there: a model trained without would be another model.
 */
export function vaderExamples(): TonedText[] {
  const folder = join(process.env['TRIBUNA_REFERENCE_DATA'] ?? '', 'vader');
  if (!existsSync(folder)) throw new Error('train: the English tone needs VADER\'s ground truth; set TRIBUNA_REFERENCE_DATA to the folder that holds vader/');
  const lines = readFileSync(join(folder, FILE), 'utf8').split('\n');
  const texts = lines.flatMap((line, position): TonedText[] => {
    const [, rating = '', ...rest] = line.split('\t');
    const mean = Number(rating);
    const text = rest.join(' ').trim();
    if (text === '' || !Number.isFinite(mean)) return [];
    const sentiment = Math.abs(mean) <= NEUTRAL ? 'neutral' : mean >= CLEAR ? 'positive' : mean <= -CLEAR ? 'negative' : null;
    // ten parts, so that no fold holds the whole of it
    return sentiment === null ? [] : [{ theme: `vader ${String(position % 10)}`, text, sentiment, weight: WEIGHT }];
  });
  // a third of the weight to each tone: few of the tweets are neutral, and a tweet is no sign of feeling
  const counts = new Map<Sentiment, number>();
  for (const { sentiment } of texts) counts.set(sentiment, (counts.get(sentiment) ?? 0) + 1);
  return texts.map((text) => ({ ...text, weight: (WEIGHT * texts.length) / (counts.size * (counts.get(text.sentiment) ?? 1)) }));
}
