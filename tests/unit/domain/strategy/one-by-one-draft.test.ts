import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { REQUEST_INTENTS } from '../../../../src/domain/model/codes.ts';
import { DRAFT_MANNERS } from '../../../../src/domain/model/one-by-one.ts';
import { PIECE_KINDS } from '../../../../src/domain/model/value-piece.ts';
import { oneByOneDraft, type DraftReason } from '../../../../src/domain/strategy/one-by-one-draft.ts';
import { textSubject } from '../../../../src/domain/strategy/text-subject.ts';

const REASONS: DraftReason[] = [
  ...REQUEST_INTENTS.map((about) => ({ kind: 'answer' as const, about })), { kind: 'answer', about: null },
  ...PIECE_KINDS.filter((about) => about !== 'question').map((about) => ({ kind: 'thank' as const, about })), { kind: 'surprise', about: null },
];

describe('what a message is about', () => {
  it('is the sentence that asks, in its own words', () => {
    expect(textSubject('@Aurora Buongiorno. A che ora aprite domenica? Grazie')).toBe('A che ora aprite domenica?');
    expect(textSubject('Ciao! La carta non funziona da ieri. https://t.co/x')).toBe('La carta non funziona da ieri');
    expect(textSubject('Ottimo.')).toBe('Ottimo');
    expect(textSubject('"Bello" «davvero»')).toBe('Bello davvero');
  });

  it('is cut after a word and null where nothing is said', () => {
    const cut = textSubject(`${'parola '.repeat(30)}fine`);
    expect(cut).toMatch(/parola…$/u);
    expect(cut?.length).toBeLessThanOrEqual(81);
    expect(textSubject('x'.repeat(200))).toHaveLength(81);
    for (const empty of ['', '   ', '@Aurora', 'https://t.co/x', '?!', '🙂']) expect(textSubject(empty)).toBeNull();
  });

  it('never breaks a character, whatever is written', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
      const subject = textSubject(text);
      return subject === null || (!/\p{Surrogate}/u.test(subject) && subject.length <= 81 && !/[«»“”"]/u.test(subject));
    }));
  });
});

describe('a draft', () => {
  it('greets, quotes the question and leaves to the person what only a person knows', () => {
    const it = { language: 'it', name: 'Marta Rossi', text: 'A che ora aprite domenica?' };
    expect(oneByOneDraft({ kind: 'answer', about: 'information' }, { ...it, manner: 'informal' })).toBe('Ciao [Marta Rossi],\n\ngrazie per la domanda («A che ora aprite domenica?»). [la risposta, con quando e dove] Se resta un dubbio, scrivici qui.\n\n[firma]');
    expect(oneByOneDraft({ kind: 'answer', about: 'information' }, { ...it, manner: 'formal' })).toMatch(/^Buongiorno Marta Rossi,\n\ngrazie per la Sua domanda/u);
    for (const [name, hello] of [['Marta', 'Ciao Marta,'], ['Renzo P.', 'Ciao Renzo,'], ['noemi papavero', 'Ciao,'], ['coffee_lover92', 'Ciao,'], ['Anna-Maria', 'Ciao Anna-Maria,']] as const) expect(oneByOneDraft({ kind: 'answer', about: 'trouble' }, { language: 'it', manner: 'informal', name, text: null })?.split('\n')[0]).toBe(hello);
    expect(oneByOneDraft({ kind: 'thank', about: 'idea' }, { language: 'en', manner: 'formal', name: 'coffee_lover92', text: 'You should add oat milk' })).toBe('Good morning,\n\nThank you for your suggestion (“You should add oat milk”). [why it is useful and what comes of it]\n\n[signature]');
  });

  it('of every kind holds brackets to fill, no number, no exclamation mark and no promise of its own', () => {
    for (const reason of REASONS) {
      for (const language of ['it', 'en']) {
        for (const manner of DRAFT_MANNERS) {
          const draft = oneByOneDraft(reason, { language, manner, name: null, text: null }) ?? '';
          expect(draft.match(/\[[^\]]+\]/gu)?.length ?? 0).toBeGreaterThanOrEqual(2);
          expect(draft).not.toMatch(/[0-9!]|\{|entro domani|we will|provvederemo|rimborso|refund/iu);
        }
      }
    }
  });

  it('keeps a person’s words as they are and has none in other languages', () => {
    expect(oneByOneDraft({ kind: 'answer', about: 'purchase' }, { language: 'en', manner: 'informal', name: null, text: 'Is it $& or $1?' })).toContain('(“Is it $& or $1?”)');
    expect(oneByOneDraft({ kind: 'answer', about: 'purchase' }, { language: 'de', manner: 'informal', name: null, text: 'Wie viel?' })).toBeNull();
    expect(oneByOneDraft({ kind: 'surprise', about: null }, { language: 'it', manner: 'informal', name: null, text: 'Non citare questo' })).not.toContain('citare');
  });
});
