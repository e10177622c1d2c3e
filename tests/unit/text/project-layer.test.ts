import { describe, expect, it } from 'vitest';
import { INTENTS } from '../../../src/domain/model/codes.ts';
import { modelOf } from '../../../src/text/model/model-files.ts';
import { layerShifts, trainedLayer, type LayerExample, type ProjectLayer } from '../../../src/text/project-layer.ts';
import { createReader } from '../../../src/text/reader.ts';
import { ridgeShift } from '../../../src/text/ridge-shift.ts';
import reference from '../../reference/reading-check.json' with { type: 'json' };

type Taught = readonly [text: string, intents: readonly string[], sentiment?: string];

/** What a reader sees of texts, with the labels that a person gave them. */
function examples(texts: readonly Taught[], language: 'it' | 'en' = 'it'): LayerExample[] {
  let seen: Pick<LayerExample, 'words' | 'logits'> | null = null;
  const reader = createReader({ layer: () => ({ words, wordCount }, logits) => void (seen = { words: words.slice(0, wordCount), logits: logits.slice() }) });
  return texts.flatMap(([text, intents, sentiment]) => {
    seen = null;
    reader.read({ id: '1', text, direction: 'inbound', sourceLanguage: language });
    const found = seen as Pick<LayerExample, 'words' | 'logits'> | null;
    const targets = new Map<string, boolean>(INTENTS.map((code) => [code, intents.includes(code)]));
    if (sentiment !== undefined) for (const code of ['negative', 'neutral', 'positive']) targets.set(code, code === sentiment);
    return found === null ? [] : [{ ...found, language, direction: 'inbound' as const, targets }];
  });
}
const read = (text: string, layer: ProjectLayer | null) => createReader(layer === null ? {} : { layer: layerShifts(layer) }).read({ id: '1', text, direction: 'inbound', sourceLanguage: 'it' });

describe('ridge regression over given logits', () => {
  it('finds what SciPy finds: one output, and three that compete', () => {
    for (const { exclusive, words, logits, truth, buckets, bias, weights } of reference.ridge) {
      const outputs = exclusive ? 3 : 1;
      const found = ridgeShift(words.map((own, text) => ({
        words: Int32Array.from(own), logits: Float64Array.from(logits[text] ?? []), targets: Array.from({ length: outputs }, (_, output) => (exclusive ? truth[text] === output : truth[text] === 1)),
      })), { outputs, exclusive: exclusive ? [0, 1, 2] : [] });
      expect([...found.buckets]).toEqual(buckets);
      found.shifts.forEach((shift, output) => {
        expect(shift.bias).toBeCloseTo(bias[output] ?? Number.NaN, 2);
        shift.weights.forEach((weight, at) => expect(weight).toBeCloseTo(weights[output]?.[at] ?? Number.NaN, 2));
      });
    }
  });

  it('learns nothing from nothing, nor of outputs that nobody decided', () => {
    expect(ridgeShift([], { outputs: 2, exclusive: [] })).toEqual({ buckets: [], shifts: [{ bias: 0, weights: new Float64Array(0) }, { bias: 0, weights: new Float64Array(0) }] });
    const open = Array.from({ length: 9 }, () => ({ words: Int32Array.of(4), logits: Float64Array.of(0, 0), targets: [null, true] as const }));
    const [silent, told] = ridgeShift(open, { outputs: 2, exclusive: [] }).shifts;
    expect(silent).toEqual({ bias: 0, weights: new Float64Array(1) });
    expect(told?.weights[0]).toBeGreaterThan(0.5);
  });
});

describe("a project's layer", () => {
  // a word of the trade that the model cannot know: in this project a "giro" is what people complain about
  const taught = Array.from({ length: 12 }, (_, at): Taught => [`oggi altro giro a vuoto al banco ${String.fromCodePoint(97 + at)}lba`, ['trouble'], 'negative']);
  const others = Array.from({ length: 12 }, (_, at): Taught => [`passo da voi domani mattina con ${String.fromCodePoint(97 + at)}nna e la mamma`, ['other'], 'neutral']);
  const text = 'ancora un giro a vuoto, che dire';
  const before = read(text, null);
  const layer = trainedLayer(examples([...taught, ...others]));

  it('turns texts of the kind that was corrected and leaves others nearly as they were', () => {
    const after = read(text, layer);
    const logit = (chance = Number.NaN): number => Math.log(chance / (1 - chance));
    expect(logit(after.intents?.trouble) - logit(before.intents?.trouble)).toBeGreaterThan(0.3);
    expect(after.sentiments?.negative).toBeGreaterThan(before.sentiments?.negative ?? 1);
    const far = 'quanto costa la macchina nera?';
    const [plain, shifted] = [read(far, null), read(far, layer)];
    expect(shifted.intent).toBe(plain.intent);
    for (const code of INTENTS) expect(Math.abs((shifted.intents?.[code] ?? 0) - (plain.intents?.[code] ?? 0))).toBeLessThan(0.1);
  });

  it('is the same whatever the order of the labels, and after a journey through a file', () => {
    const turned = trainedLayer(examples([...taught, ...others].reverse()));
    expect(turned.parts[0]?.buckets).toEqual(layer.parts[0]?.buckets);
    turned.parts[0]?.weights.forEach((row, at) => row.forEach((weight, output) => expect(Math.abs(weight - (layer.parts[0]?.weights[at]?.[output] ?? 0))).toBeLessThan(30)));
    expect(trainedLayer(examples([...taught, ...others]))).toEqual(layer);
    expect(read(text, JSON.parse(JSON.stringify(layer)) as ProjectLayer)).toEqual(read(text, layer));
  });

  it('holds no word: only buckets and numbers', () => {
    expect(JSON.stringify(layer)).not.toMatch(/giro|vuoto|banco/u);
    expect(layer.parts.map(({ language, direction, outputs }) => [language, direction, outputs])).toEqual([['it', 'inbound', [...modelOf('it', 'inbound').outputs]]]);
  });

  it('does nothing to languages and directions it was not taught, nor with outputs that the model no longer has', () => {
    expect(layerShifts(layer)('en', 'inbound')).toBeUndefined();
    const renamed: ProjectLayer = { parts: layer.parts.map((part) => ({ ...part, outputs: part.outputs.map((output) => `old ${output}`) })) };
    expect(read(text, renamed)).toEqual(before);
    expect(trainedLayer([])).toEqual({ parts: [] });
  });

  it('learns from what was decided alone', () => {
    const tones = trainedLayer(examples([...taught, ...others]).map((example) => ({ ...example, targets: new Map([...example.targets].filter(([code]) => !(INTENTS as readonly string[]).includes(code))) })));
    expect(read(text, tones).intents).toEqual(before.intents);
    expect(read(text, tones).sentiments?.negative).toBeGreaterThan(before.sentiments?.negative ?? 1);
  });
});
