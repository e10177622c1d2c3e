import { describe, expect, it } from 'vitest';
import type { LabelDonor } from '../../../../src/domain/reading-check/label-imputation.ts';
import { seededRandom } from '../../../../src/domain/stats/seeded-random.ts';
import { correctedTrustParts, type CountedRequest } from '../../../../src/domain/trust/corrected-parts.ts';
import { episode } from '../response/episode-sample.ts';

const LABELS = ['information', 'trouble', 'purchase', 'idea', 'other'];
const DAY = 86_400;

/** Messages read as questions or trouble. Those read as questions are none in `wrong` of the cases, the others hardly ever: true ones are answered in six of ten cases, what is no request never. */
function made(count: number, wrong: number) {
  const random = seededRandom(9);
  return Array.from({ length: count }, (_, at) => {
    const said = at % 2 === 0 ? 'information' : 'trouble';
    const real = random() >= (said === 'information' ? wrong : 0.04);
    const answered = real && random() < 0.6;
    const request = episode({ messageId: at + 1, askerId: at, intents: [said], waitedSeconds: answered ? Math.round(random() * 3 * DAY) : 30 * DAY, censored: !answered });
    const counted: CountedRequest = { messageId: at + 1, accountId: at, answered, watched: true, caredFor: answered };
    const donor: LabelDonor = { said, truthAll: [real ? 'information' : 'other'], weight: 1 };
    return { request, counted, donor };
  });
}
const EVERYBODY = [{ key: 'all', belongs: () => true }];

function corrected(all: ReturnType<typeof made>, { donors, decided = new Set<number>() }: { readonly donors: number; readonly decided?: ReadonlySet<number> }) {
  return correctedTrustParts(
    { requests: all.map(({ request }) => request), counted: all.map(({ counted }) => counted), groups: EVERYBODY },
    { donors: all.slice(0, donors).map(({ donor }) => donor), labels: LABELS, decided, seed: 4 },
  ).get('all');
}

describe('parts of trust corrected for what the reader mistakes', () => {
  it('take out what was no request: care and reciprocity come back to those of the true ones, wider than as read', () => {
    const all = made(600, 0.6);
    const asRead = all.filter(({ counted }) => counted.answered).length / all.length;
    const found = corrected(all, { donors: 200 });
    expect(asRead).toBeLessThan(0.45);
    for (const figure of [found?.reciprocity, found?.care]) {
      expect(figure?.low).toBeLessThan(0.6);
      expect(figure?.high).toBeGreaterThan(0.6);
      expect(figure?.low).toBeGreaterThan(asRead);
      expect(figure?.addedShare).toBeGreaterThan(0.05);
    }
  });

  it('stay as read where a person gave every label', () => {
    const all = made(600, 0.4);
    const answered = all.filter(({ counted }) => counted.answered).length;
    const found = corrected(all, { donors: 200, decided: new Set(all.map(({ request }) => request.messageId)) });
    expect(found?.reciprocity?.estimate).toBeCloseTo(answered / 600, 12);
    expect(found?.care?.estimate).toBeCloseTo((1 + answered) / 602, 12);
    expect(found?.care?.addedShare).toBeCloseTo(0, 12);
  });

  it('give no figure that some set cannot carry, and the same for the same seed', () => {
    expect(corrected(made(24, 0.4), { donors: 20 })).toEqual({ reciprocity: null, care: null });
    expect(corrected([], { donors: 0 })).toEqual({ reciprocity: null, care: null });
    const all = made(120, 0.3);
    expect(corrected(all, { donors: 60 })).toEqual(corrected(all, { donors: 60 }));
  });
});
