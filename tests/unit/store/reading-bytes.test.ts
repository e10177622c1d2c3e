import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ACTS, INTENTS, SENTIMENTS } from '../../../src/domain/model/codes.ts';
import { chancesIn, packedChances, packedSpans, spansIn } from '../../../src/store/reading-bytes.ts';

const span = fc.record({ code: fc.constantFrom(...INTENTS, ...ACTS, ...SENTIMENTS), start: fc.nat(70_000), length: fc.nat(70_000) }).map(({ code, start, length }) => ({ code, start, end: start + length }));

describe('probabilities as bytes', () => {
  it('come back in thousandths, without those under .005', () => {
    expect(chancesIn(packedChances({ information: 0.0049, trouble: 0.96943, idea: 0.005, other: 1 }, 'inbound'))).toEqual({ trouble: 0.969, idea: 0.005, other: 1 });
    expect(chancesIn(packedChances({ answer: 0.127, personal: 0.128 }, 'outbound'))).toEqual({ answer: 0.127, personal: 0.128 });
    expect(packedChances({ trouble: 0.969 }, 'inbound')).toEqual(Uint8Array.of(1, 0, 0xc9, 7, 0, 0, 0, 0, 0, 0, 0, 0));
  });
  it('come back whole, whatever they were', () => {
    fc.assert(fc.property(fc.constantFrom('inbound' as const, 'outbound' as const), fc.array(fc.integer({ min: 5, max: 1000 }), { maxLength: 10 }), (direction, thousandths) => {
      const codes: readonly string[] = direction === 'inbound' ? INTENTS : ACTS;
      const chances = Object.fromEntries(thousandths.map((each, place) => [codes[place] ?? '', each / 1000]));
      expect(chancesIn(packedChances(chances, direction))).toEqual(chances);
    }));
  });
  it('are none without bytes, in bytes of another kind, and where bytes end early', () => {
    expect([chancesIn(null), chancesIn(Uint8Array.of()), chancesIn(Uint8Array.of(9, 100, 100))]).toEqual([{}, {}, {}]);
    expect(chancesIn(Uint8Array.of(1, 100))).toEqual({ information: 0.1 });
  });
});

describe('spans as bytes', () => {
  it('come back in their order', () => {
    fc.assert(fc.property(fc.array(span), (spans) => {
      expect(spansIn(packedSpans(spans))).toEqual(spans);
    }));
    expect(packedSpans([{ code: 'trouble', start: 135, end: 141 }])).toHaveLength(4);
  });
  it('are none without bytes; a code that is none of ours is left out', () => {
    expect(spansIn(null)).toEqual([]);
    expect(spansIn(Uint8Array.of(120, 1, 1, 0, 2, 3))).toEqual([{ code: 'information', start: 2, end: 5 }]);
  });
});
