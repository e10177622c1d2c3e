/** Score of labels on held-back themes. */
export interface ThemeScore {
  readonly n: number;
  readonly macroF1: number;
  readonly each: Readonly<Record<string, number>>;
  /** Expected calibration error of the label said, ten bins. */
  readonly calibration: number;
}

/** F1 of each class and their mean, of one label a text; classes that occur nowhere are left out of the mean. */
export function themeScore(pairs: readonly { readonly truth: string; readonly said: string; readonly probability: number }[], codes: readonly string[]): ThemeScore {
  const each: Record<string, number> = {};
  for (const code of codes) {
    const both = pairs.filter(({ truth, said }) => truth === code && said === code).length;
    const either = pairs.filter(({ truth }) => truth === code).length + pairs.filter(({ said }) => said === code).length;
    if (either > 0) each[code] = Math.round((2000 * both) / either) / 1000;
  }
  const values = Object.values(each);
  const bins = Array.from({ length: 10 }, () => ({ n: 0, right: 0, sure: 0 }));
  for (const { truth, said, probability } of pairs) {
    const bin = bins[Math.min(9, Math.floor(probability * 10))];
    if (bin === undefined) continue;
    bin.n += 1;
    bin.right += truth === said ? 1 : 0;
    bin.sure += probability;
  }
  const calibration = bins.reduce((sum, { n, right, sure }) => sum + (n === 0 ? 0 : Math.abs(right - sure)), 0) / Math.max(1, pairs.length);
  return { n: pairs.length, macroF1: Math.round((1000 * values.reduce((a, b) => a + b, 0)) / Math.max(1, values.length)) / 1000, each, calibration: Math.round(calibration * 1000) / 1000 };
}

const LEAST_THRESHOLD = 0.25;
const MOST_THRESHOLD = 0.6;

/** F1 within this distance of the largest is as good: which of such thresholds wins is chance. */
const AS_GOOD = 0.005;

/**
 * The middle of the thresholds, in hundredths between a quarter and six tenths, whose weighted F1 is the largest or as
 * good; 0.5 without a text that is on.
 */
export function bestThreshold(cases: readonly { readonly isOn: boolean; readonly probability: number; readonly weight: number }[]): number {
  const tried: { readonly threshold: number; readonly f1: number }[] = [];
  for (let threshold = LEAST_THRESHOLD; threshold <= MOST_THRESHOLD + 1e-9; threshold += 0.01) {
    let [hit, said, on] = [0, 0, 0];
    for (const { isOn, probability, weight } of cases) {
      if (isOn) on += weight;
      if (probability >= threshold) said += weight;
      if (isOn && probability >= threshold) hit += weight;
    }
    tried.push({ threshold, f1: on + said === 0 ? 0 : (2 * hit) / (on + said) });
  }
  const best = Math.max(...tried.map(({ f1 }) => f1));
  if (best <= 0) return 0.5;
  const good = tried.filter(({ f1 }) => f1 >= best - AS_GOOD);
  return Math.round((100 * good.reduce((sum, { threshold }) => sum + threshold, 0)) / good.length) / 100;
}
