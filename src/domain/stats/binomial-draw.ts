import { gammaDraw } from './gamma-draw.ts';
import type { RandomStream } from './seeded-random.ts';

/** Trials up to which each is drawn by itself: below it the order statistic costs more. */
const SINGLE_TRIALS = 24;

/**
 * A draw from the binomial distribution: successes among `trials` independent trials of chance `share`. Exact: the middle of
 * the ordered uniforms is drawn as a beta, which halves the trials that are left, until few enough remain to be tried one by
 * one. Throws RangeError `invalid trials: -1` and `invalid share: 2`. O(log trials) gamma draws.
 * Source: Relles 1972, JASA 67(339):612-613; Devroye 1986, Non-Uniform Random Variate Generation, section X.4.3.
 */
export function binomialDraw(trials: number, share: number, random: RandomStream): number {
  if (!(Number.isSafeInteger(trials) && trials >= 0)) throw new RangeError(`invalid trials: ${trials}`);
  if (!(share >= 0 && share <= 1)) throw new RangeError(`invalid share: ${share}`);
  let successes = 0;
  let left = trials;
  let chance = share;
  while (left > SINGLE_TRIALS && chance > 0 && chance < 1) {
    const place = 1 + Math.floor(left / 2);
    const below = gammaDraw(place, random);
    const middle = below / (below + gammaDraw(left + 1 - place, random));
    if (middle >= chance) {
      left = place - 1;
      chance = Math.min(1, chance / middle);
    } else {
      successes += place;
      left -= place;
      chance = Math.max(0, (chance - middle) / (1 - middle));
    }
  }
  if (chance === 0) return successes;
  if (chance === 1) return successes + left;
  for (; left > 0; left -= 1) if (random() < chance) successes += 1;
  return successes;
}
