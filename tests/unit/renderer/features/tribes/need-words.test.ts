import { describe, expect, it } from 'vitest';
import { chanceWords, needsSentence, needsTable, shade, type Need, type Needs } from '../../../../../src/renderer/features/tribes/need-words.ts';
import { voiceOf } from '../../charts/voice.ts';

const italian = voiceOf('it');
const english = voiceOf('en');
const share = { k: 7, n: 22, estimate: null, low: null, high: null };
const need = (change: Partial<Need> = {}): Need => ({ group: 'g', kind: 'idea', text: 'Un negozio a Lecco', words: ['negozio'], typicalId: 1, people: 22, messages: 25, messageIds: [], tribes: 3, expected: 1.44, p: 0.001, q: 0.004, beyondChance: true, answered: share, entered: share, changed: share, cells: [{ tribe: 'role:customer', people: 6, answered: share, messageIds: [] }, { tribe: 'role:talent', people: null, answered: null, messageIds: [] }], ...change });
const tribe = (id: string, name: string): Needs['tribes'][number] => ({ id, lens: 'roles', name, title: null, color: 0, shape: 'circle', hidden: false, origin: 'ruled', sensitive: null, size: 30, asking: 12 });
const needs = (change: Partial<Needs> = {}): Needs => ({ lens: 'roles', left: 0, brand: 'Aurora', tribes: [tribe('role:customer', 'customer'), tribe('role:talent', 'talent')], people: 80, unassigned: 5, total: 1, tested: 1, draws: 1999, beyondChance: 1, needs: [need()], ...change });

describe('sentences over the map of needs', () => {
  it('announce a need beyond chance, and say so where there is none or too little', () => {
    expect(needsSentence(needs(), italian)).toBe('«Un negozio a Lecco» lo chiedono 3 tribù insieme, più di quante ne darebbe il caso');
    expect(needsSentence(needs({ beyondChance: 4 }), english)).toContain('is among 4 needs');
    expect(needsSentence(needs({ beyondChance: 0, needs: [need({ beyondChance: false })] }), english)).toBe('No need unites more tribes than chance would give');
    expect(needsSentence(needs({ tested: 0, beyondChance: 0, needs: [need({ beyondChance: false, expected: null })] }), italian)).toBe('Nessun bisogno arriva a cinque persone in due tribù');
    expect(needsSentence(needs({ total: 0, needs: [] }), english)).toBe('Too few people ask for the same thing for a map');
  });

  it('write a need against chance, and hide cells under five people in the table too', () => {
    expect(chanceWords(need(), italian)).toBe('3 (per caso 1,4), più del caso');
    expect(chanceWords(need({ expected: null }), english)).toBe('fewer than two tribes');
    expect(needsTable(needs(), 'x', english).rows[0]).toEqual(['Un negozio a Lecco', '22', '6', '', '3 (by chance 1.4), beyond chance', '7 of 22', '7 of 22', '7 of 22']);
    expect(shade(0, 10)).toBe('8%');
    expect(shade(10, 10)).toBe('42%');
  });
});
