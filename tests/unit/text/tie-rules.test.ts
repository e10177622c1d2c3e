import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { INTENTS, type Intent } from '../../../src/domain/model/codes.ts';
import type { Evidence } from '../../../src/text/evidence.ts';
import type { IntentReading } from '../../../src/text/intent-rules.ts';
import { settledIntents } from '../../../src/text/tie-rules.ts';

const chancesOf = (values: readonly number[]): Record<Intent, number> => Object.fromEntries(INTENTS.map((code, at) => [code, values[at] ?? 0])) as Record<Intent, number>;
const list = (): fc.Arbitrary<number[]> => fc.array(fc.double({ min: 0, max: 0.9999, noNaN: true }), { minLength: INTENTS.length, maxLength: INTENTS.length });

describe('intents that cannot stand side by side', () => {
  it('are settled within certainty, whatever the models and rules say', () => {
    const themes = ['placed-order', 'contest', 'purchase', 'rhetorical', 'trouble'];
    fc.assert(fc.property(list(), list(), fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 5, maxLength: 5 }), fc.boolean(), (model, rules, strengths, sarcastic) => {
      const evidence = { theme: (code: string) => strengths[themes.indexOf(code)] ?? 0, denied: () => false } as unknown as Evidence;
      const byRule = { probabilities: chancesOf(rules), sarcastic } as unknown as IntentReading;
      const settled = settledIntents(chancesOf(model), { evidence, byRule, isOn: (_, probability) => probability >= 0.5 });
      for (const code of INTENTS) expect(settled[code]).toSatisfy((value: number) => value >= 0 && value <= 1);
    }), { numRuns: 500, seed: 5 });
  });
  it('put the trouble of an order that was placed above its question, near certainty as well', () => {
    const evidence = { theme: (code: string) => (code === 'placed-order' ? 1 : 0), denied: () => false } as unknown as Evidence;
    const chances = { ...chancesOf([]), information: 0.999, trouble: 0.4 };
    const settled = settledIntents(chances, { evidence, byRule: { probabilities: { ...chancesOf([]), trouble: 0.8 }, sarcastic: false } as unknown as IntentReading, isOn: (_, probability) => probability >= 0.5 });
    expect(settled.trouble).toBe(1);
    expect(settled.trouble).toBeGreaterThan(settled.information);
  });
});
