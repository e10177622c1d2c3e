import type { Reading } from '../../../src/domain/model/reading.ts';
import type { Answer } from './task.ts';

/** Which of the two sides a text takes; both for a mixed one, none for a neutral one. */
export interface Polarity {
  readonly positive: boolean;
  readonly negative: boolean;
}

/** How a reading becomes two sides: to be given to the evaluation by whoever reads mixed feelings out of the probabilities. */
export type PolarityOf = (reading: Reading) => Polarity;

/** The likeliest sentiment alone: positive on when it is positive, negative on when it is negative, never both. */
export const likeliestPolarity: PolarityOf = ({ sentiment }) => ({ positive: sentiment === 'positive', negative: sentiment === 'negative' });

/** Two sides as the code of the official polarity: positive first. */
export const polarityCode = ({ positive, negative }: Polarity): string => `${positive ? 1 : 0}${negative ? 1 : 0}`;

/** The answer of a reading in the codes of the official polarity, as probable as the sides it takes. */
export function polarityAnswer(reading: Reading, polarityOf: PolarityOf): Answer {
  const sides = polarityOf(reading);
  const { negative = 0, neutral = 1, positive = 0 } = reading.sentiments ?? {};
  const probability = sides.positive && sides.negative ? Math.min(positive, negative) : Math.max(sides.positive ? positive : 0, sides.negative ? negative : 0, sides.positive || sides.negative ? 0 : neutral);
  return { code: polarityCode(sides), probability };
}
