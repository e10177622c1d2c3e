import { describe, expect, it } from 'vitest';
import { trustFacts, type PersonTrust } from '../../../../../src/renderer/features/people/person-trust-words.ts';
import { voiceOf } from '../../charts/voice.ts';

const NOBODY: PersonTrust = {
  accountId: 1, name: 'p1', network: 'twitter',
  promises: { open: 0, kept: 0, late: 0, broken: 0, unverifiable: 0, messageIds: [] }, requests: { n: 0, answered: 0, messageIds: [] }, care: { watched: 0, answered: 0, thanked: 0 },
  among: { addressed: 0, addressedBy: 0, both: 0, scoredTies: 0, medianStrength: null }, brand: null, advocacy: { active: false, recommends: false, warns: false }, cannot: [],
};

describe('trust of one person in words', () => {
  it('says of every empty part that it is empty, in both languages', () => {
    for (const language of ['it', 'en'] as const) {
      const facts = trustFacts(NOBODY, voiceOf(language));
      expect(facts.map(({ key }) => key)).toEqual(['requests', 'care', 'promises', 'advocacy', 'among']);
      expect(facts.every(({ words }) => words !== '' && !/\d/u.test(words.replace(/sette|seven/u, '')))).toBe(true);
    }
  });

  it('tells counts and states, never a share', () => {
    const facts = trustFacts({ ...NOBODY, requests: { n: 3, answered: 2, messageIds: [1, 2, 3] }, promises: { ...NOBODY.promises, kept: 1, broken: 2, messageIds: [4] }, advocacy: { active: true, recommends: true, warns: true } }, voiceOf('it'));
    const of = (key: string): string => facts.find((fact) => fact.key === key)?.words ?? '';
    expect(of('requests')).toBe('3 richieste, con risposta: 2');
    expect(of('promises')).toBe('3 promesse: mantenuta 1, non mantenuta 2');
    expect(of('advocacy')).toBe('lo ha consigliato e anche sconsigliato');
  });
});
