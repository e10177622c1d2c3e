import { describe, expect, it } from 'vitest';
import { chanceFrom } from '../../../scripts/make-sample/chance.ts';
import { agreeing, textKey, writtenFrom } from '../../../scripts/make-sample/grammar.ts';

const written = (template: string, bound: readonly (readonly [string, string])[] = []): string =>
  writtenFrom(template, { chance: chanceFrom(3), slots: new Map([['caffe', ['Alba']]]), bindings: new Map(bound) });

describe('writing from a template', () => {
  it('takes alternatives, nested too, and leaves plain text alone', () => {
    expect(['a', 'b c', 'b d']).toContain(written('{a|b {c|d}}'));
    expect(written("dov'è il bar?")).toBe("dov'è il bar?");
  });

  it('binds a slot once and elides the article before it', () => {
    expect(written('il $caffe e del $caffe e nel $caffe')).toBe("l'Alba e dell'Alba e nell'Alba");
    expect(written('$saluto, eccolo.', [['saluto', 'Ciao Ada']])).toBe('Ciao Ada, eccolo.');
    expect(() => written('$ignoto')).toThrow('unknown slot: ignoto');
  });

  it('tidies what empty alternatives leave behind', () => {
    expect(written('bello {|}, {|}.')).toBe('bello.');
    expect(written('quanto costa?{|}.')).toBe('quanto costa?');
  });

  it('compares texts without case, accents, stops and leading mentions', () => {
    expect(textKey('@ele.nina Perché NO?!')).toBe(textKey('perche no'));
    expect(textKey('ok ☕')).not.toBe(textKey('ok'));
  });
});

describe('what people say of themselves', () => {
  it('agrees with the person and leaves things alone', () => {
    expect(agreeing('sono arrivato tardi e il pacco arrivato è rotto', 'a')).toBe('sono arrivata tardi e il pacco arrivato è rotto');
    expect(agreeing('Interessata, vivo da sola', 'o')).toBe('Interessato, vivo da solo');
  });
});
