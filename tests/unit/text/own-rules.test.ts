import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { RULE_LIMITS, type OwnRule } from '../../../src/domain/model/own-rule.ts';
import type { Token } from '../../../src/text/analysis.ts';
import { compiledLine } from '../../../src/text/own-rule-line.ts';
import { ruleMatcher, type RulePattern } from '../../../src/text/own-rule-matcher.ts';
import { ownRules, ruleBench } from '../../../src/text/own-rules.ts';
import { createReader } from '../../../src/text/reader.ts';

const rule = (part: Partial<OwnRule>): OwnRule => ({ id: 'r1', name: 'Spedizioni', language: 'it', direction: 'inbound', code: 'trouble', effect: 'on', lines: ['pacco'], matches: [], rejects: [], ...part });
const bench = ruleBench();
const finds = (part: Partial<OwnRule>, text: string): string[] => bench.found([rule({ language: 'any', ...part })], text).hits.map(({ start, end }) => text.slice(start, end));

describe('what a line finds', () => {
  test.each([
    ['pacco', 'Il mio PACCO non si trova da nessuna parte', ['PACCO']],
    ['perché', 'Non capisco perche non mi rispondete mai', ['perche']],
    ['spedi*', 'Quando spedite i pacchi? La spedizione è ferma da giorni', ['spedite', 'spedizione']],
    ['=spedire', 'Non avete ancora spedito niente, quando spedirete il resto?', ['spedito', 'spedirete']],
    ['tessera|carta ..2 punti', 'La mia carta non ha punti, la tessera dei miei punti sì', ['carta non ha punti', 'tessera dei miei punti']],
    ['dove [è|sono] ..1 pacco', 'Scusate, dove sono il pacco e gli altri? E dov\'è il pacco?', ['dove sono il pacco', 'dov\'è il pacco']],
    ["l'ordine", 'Ho annullato l’ordine di ieri e non mi avete risposto', ['l’ordine']],
    ["don't work", 'These things do not work and they don\'t work on my phone', ['do not work', 'don\'t work']],
    ['24/7', 'Your help desk is not really open 24/7 as you say', ['24/7']],
    ['50%', 'Lo sconto del 50% non è stato applicato alla cassa', ['50%']],
    ['non ..2 arriva*', 'Non. Arriva domani il corriere che aspetto da una settimana', []],
  ])('%s in "%s"', (line, text, expected) => {
    expect(finds({ lines: [line] }, text)).toEqual(expected);
  });

  test('a rule of one language leaves the other alone', () => {
    expect(bench.found([rule({ language: 'en', lines: ['taxi'] })], 'Ho preso il taxi per venire da voi ieri sera').hits).toEqual([]);
    expect(bench.found([rule({ language: 'it', lines: ['taxi'] })], 'Ho preso il taxi per venire da voi ieri sera').hits).toHaveLength(1);
  });

  test('a text in a language that is not read holds nothing, and says which language it is', () => {
    expect(bench.found([rule({ language: 'any', lines: ['taxi'] })], 'Ich habe gestern Abend ein Taxi genommen und nicht bezahlt')).toEqual({ language: 'de', hits: [] });
  });
});

describe('what is wrong with a line', () => {
  test.each([
    ['', 'empty', ''], ['pacco [rotto', 'bracket', '[rotto'], ['[]', 'bracket', '[]'], ['pacco ..9 rotto', 'gap', '..9'], ['pacco ... rotto', 'gap', '...'],
    ['..2 pacco', 'gap-first', ''], ['[mio]', 'gap-first', ''], ['pacco ..2', 'gap-last', '..2'], ['a ..1 b ..1 c ..1 d ..1 e', 'gap-many', '3'],
    ['a [b] [c] [d] [e]', 'optional-many', '3'], ['sp*', 'prefix-short', 'sp*'], ['*zione', 'sign', '*'], ['^pacco', 'sign', '^'], ['pacco$', 'sign', '$'], ['pacco/NOUN', 'sign', '/'],
    ['(a|b)', 'sign', '('], ['a||b', 'choice-empty', 'a||b'], ["dov'è|quando", 'many-words', "dov'è"], ["=l'ordine", 'many-words', "l'ordine"], ['@aurora', 'set-aside', '@aurora'], ['🙂', 'set-aside', '🙂'],
  ])('%j: %s', (line, code, detail) => {
    expect(bench.faults([rule({ lines: ['pacco', line] })])).toEqual([{ rule: 'r1', line: 1, code, detail }]);
  });

  test('and with a rule', () => {
    expect(bench.faults([rule({ lines: [] }), rule({ code: 'care' }), rule({ id: 'r2', direction: 'outbound', code: 'template' })]).map(({ rule: id, line, code }) => [id, line, code])).toEqual([
      ['r1', null, 'no-lines'], ['r1', null, 'same-id'], ['r1', null, 'code-direction'], ['r2', null, 'code-unseen'],
    ]);
  });

  test('a set whose words would fill the memory is refused at the line where it grows too large', () => {
    const line = Array.from({ length: 60 }, (_, place) => `a${String(place % 10)}`).join(' ').slice(0, RULE_LIMITS.lineLength);
    const rules = Array.from({ length: RULE_LIMITS.rules }, (_, place) => rule({ id: `r${String(place)}`, lines: Array.from({ length: RULE_LIMITS.lines }, () => line) }));
    const faults = bench.faults(rules);
    expect(faults).toHaveLength(1);
    expect(faults[0]).toMatchObject({ code: 'too-large' });
  });

  test('no text in place of a line throws', () => {
    fc.assert(fc.property(fc.oneof(fc.string({ unit: 'binary', maxLength: 60 }), fc.string({ unit: fc.constantFrom('a', 'bb', ' ', '|', '[', ']', '=', '*', '.', '2', '^', '$', '/', 'è', "'"), maxLength: 40 })), fc.constantFrom('it', 'en', 'any'), (line, language) => {
      for (const fault of bench.faults([rule({ language, lines: [line] })])) expect(fault.rule).toBe('r1');
    }), { numRuns: 400, seed: 5 });
  });
});

describe('examples', () => {
  test('those that do not hold are named one by one', () => {
    const shipping = rule({ lines: ['pacco ..3 arriva*'], matches: ['il pacco non arriva', 'dove sta il pacco?'], rejects: ['arriva il pacco', 'il pacco mi è arrivato ieri'] });
    expect(bench.failing([shipping, rule({ id: 'r2', matches: ['il pacco'] })])).toEqual([{ rule: 'r1', side: 'matches', example: 1 }, { rule: 'r1', side: 'rejects', example: 1 }]);
  });

  test('a rule for both languages is tried in the language of each example', () => {
    expect(bench.failing([rule({ language: 'any', lines: ['refund|rimborso'], matches: ['I am still waiting for the refund you promised', 'Sto ancora aspettando il rimborso promesso', 'refund'], rejects: ['Ho comprato le scarpe e mi piacciono molto'] })])).toEqual([]);
  });
});

describe('rules laid over the reader', () => {
  const text = { id: '1', text: 'Complimenti per il nuovo sapore al pistacchio, lo adoro', direction: 'inbound' as const };

  test('a label is on where a rule finds its words, with their place as its evidence', () => {
    const reader = createReader({ rules: ownRules([rule({ code: 'idea', lines: ['nuovo sapore'] })]) });
    const { labels, spans } = reader.read(text);
    expect(labels).toContain('idea');
    expect(spans.filter(({ code }) => code === 'idea').map(({ start, end }) => text.text.slice(start, end))).toEqual(['nuovo sapore']);
    expect(createReader().read(text).labels).not.toContain('idea');
  });

  test('a rule that takes a label away wins over one that gives it, in whatever order', () => {
    const [on, off] = [rule({ id: 'on', code: 'praise', lines: ['sapore'] }), rule({ id: 'off', code: 'praise', effect: 'off', lines: ['pistacchio'] })];
    for (const rules of [[on, off], [off, on]]) expect(createReader({ rules: ownRules(rules) }).read(text).labels).not.toContain('praise');
    expect(createReader({ rules: ownRules([on]) }).read(text).labels).toContain('praise');
  });

  test('rules for what the brand writes leave alone what people write', () => {
    expect(createReader({ rules: ownRules([rule({ direction: 'outbound', code: 'promotion', lines: ['sapore'] })]) }).explain(text)?.ownRules).toEqual([]);
  });

  test('a text that a rule labels is not left without a label, however high the threshold', () => {
    const doubtful = { ...text, text: 'Boh, quel coso lì' };
    expect(createReader({ abstainBelow: 0.97 }).read(doubtful).abstained).toBe(true);
    expect(createReader({ abstainBelow: 0.97, rules: ownRules([rule({ code: 'other', lines: ['coso'] })]) }).read(doubtful)).toMatchObject({ abstained: false, labels: ['other'] });
  });
});

describe('cost', () => {
  const token = (form: string, place: number): Token => ({ form, stem: form, kind: 'word', negated: false, elongated: false, partOfSpeech: null, start: place * 2, end: place * 2 + 1 });
  const analysisOf = (forms: readonly string[]): { tokens: Token[]; sentences: { first: number; end: number; question: boolean }[]; polarity: number } => ({ tokens: forms.map(token), sentences: [{ first: 0, end: forms.length, question: false }], polarity: 0 });
  const part = fc.oneof({ weight: 4, arbitrary: fc.constantFrom('a', 'b', 'a|b', '=a', 'aaa*', 'aaa') }, { weight: 3, arbitrary: fc.constantFrom('..1', '..6') }, { weight: 2, arbitrary: fc.constantFrom('[a]', '[b]', '[a|b]') });
  const line = fc.array(part, { minLength: 1, maxLength: 30 }).map((parts) => ['a', ...parts].join(' '));
  const words = fc.array(fc.constantFrom('a', 'aaa', 'b'), { minLength: 1, maxLength: 40 });
  const patternsOf = (lines: readonly string[]): RulePattern[] => lines.flatMap((written, at) => {
    const compiled = compiledLine(written, (word) => [token(word, 0)]);
    return compiled.fault === null ? compiled.patterns.map((slots) => ({ rule: at, slots })) : [];
  });
  /** The most that a set may cost for one token: a pattern's slots, each at every place its gaps can have led to; three ways to look a pattern up. */
  const most = (patterns: readonly RulePattern[]): number => patterns.reduce((sum, { slots }) => sum + 3 * slots.length * (1 + slots.reduce((gaps, slot) => gaps + (slot.kind === 'gap' ? slot.most : 0), 0)), 0);

  test('no set of rules and no text takes more comparisons than tokens times the size of the set', () => {
    fc.assert(fc.property(fc.array(line, { minLength: 1, maxLength: 12 }), words, (lines, forms) => {
      const patterns = patternsOf(lines);
      expect(ruleMatcher(patterns)(analysisOf(forms)).comparisons).toBeLessThanOrEqual(forms.length * most(patterns));
    }), { numRuns: 500, seed: 3 });
  });

  test('twice the text costs at most twice as much and what lies over the seam', () => {
    fc.assert(fc.property(fc.array(line, { minLength: 1, maxLength: 12 }), words, (lines, forms) => {
      const patterns = patternsOf(lines);
      const match = ruleMatcher(patterns);
      const [once, twice] = [match(analysisOf(forms)).comparisons, match(analysisOf([...forms, ...forms])).comparisons];
      const reach = Math.max(0, ...patterns.map(({ slots }) => slots.reduce((sum, slot) => sum + (slot.kind === 'gap' ? slot.most : 1), 0)));
      expect(twice).toBeLessThanOrEqual(2 * once + Math.min(reach, forms.length) * most(patterns));
    }), { numRuns: 500, seed: 4 });
  });

  test('gaps behind gaps, the worst that may be written, stay small', () => {
    const patterns = patternsOf(['a ..6 a ..6 a ..6 b']);
    const found = ruleMatcher(patterns)(analysisOf(Array.from({ length: 2000 }, () => 'a')));
    expect(found.found).toEqual([]);
    expect(found.comparisons).toBeLessThan(2000 * 60);
  });
});
