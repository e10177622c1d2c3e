import fc from 'fast-check';
import model from 'wink-eng-lite-web-model';
import winkNLP from 'wink-nlp';
import { describe, expect, it } from 'vitest';
import { englishTagger, type TaggedWord } from '../../../src/text/english-tagger.ts';

// wink-nlp itself is the reference: one instance a text, since it remembers every word it has met
interface Column { readonly out: (helper: unknown) => unknown }
interface Tagger {
  readonly readDoc: (text: string) => Column & { readonly tokens: () => Column; readonly sentences: () => Column };
  readonly its: Readonly<Record<string, unknown>>;
}
let entities: unknown = null;
const once = { ...model, metaCER: () => (entities ??= (model.metaCER as () => unknown)()) };

const byWink = (text: string): object => {
  const nlp = winkNLP(once, ['sbd', 'negation', 'sentiment', 'pos']) as unknown as Tagger;
  const document = nlp.readDoc(text);
  const tokens = document.tokens();
  return {
    values: tokens.out(nlp.its['value']), negated: tokens.out(nlp.its['negationFlag']), partsOfSpeech: tokens.out(nlp.its['pos']),
    sentences: document.sentences().out(nlp.its['span']), polarity: Number(document.out(nlp.its['sentiment'])) || 0,
  };
};

const tagger = englishTagger();
const byTagger = (text: string): object => {
  const words: TaggedWord[] = [];
  const spaced: boolean[] = [];
  for (const match of text.matchAll(/( *)([^ ]+)/gu)) {
    tagger.split(match[2] ?? '').forEach((word, place) => {
      words.push(word);
      spaced.push(place === 0 && match[1] !== '');
    });
  }
  const { negated, sentences, polarity, partsOfSpeech } = tagger.tag(words, spaced, true);
  return { values: words.map(({ value }) => value), negated: words.map((_, at) => negated[at] ?? false), partsOfSpeech, sentences: sentences.map(([first, last]) => [first, last]), polarity };
};

const TEXTS = [
  "I don't like this at all, and I'm not coming back. Never again!", 'Not bad. Not good, but the staff were very kind (really).', "Mr. Smith can't see Dr. Who at 5 p.m. on the 3rd.",
  'Where is my parcel?? It said U.S.A. to U.K. in 2-3 days... still nothing', 'gr8 service m8, cannot fault it', 'No problem at all: no wait, no fuss.', "We'll look into it; you shouldn't have been charged $12.50.",
  'the well-known state-of-the-art co-op is non-refundable', 'hardly ever works, without any help, neither here nor there', "it's the best café i've visited", 'ok', '...', 'a.b.c@d.com and/or x/y',
];

describe('the tagger of English', () => {
  it.each(TEXTS)('tags as wink-nlp does: %s', (text) => {
    expect(byTagger(text)).toEqual(byWink(text));
  });

  it('tags stretches whose shape tells their tokens as wink-nlp does', () => {
    // each with a word of its own, known or not: wink-nlp splits some words otherwise once it has met them
    const words = ['zorblat', 'Quizzle', 'FLIMSY', 'train', 'Mr', 'cannot', 'don', 'ok', '12', '10.30', '2017', 'etc', 'gonna', 'a', '7', 'parcel', 'Sunday', 'vs', 'IT', 'frobnic'];
    const before = ['', '(', '[', '"', "'", '-', '--'];
    const after = ['', '.', '..', '...', '....', '!', '!!', '?!', ',', ':', "'", "'s", '-', '--', '."', '!)', ').', '"', ')'];
    for (let turn = 0; turn < 7; turn += 1) {
      const text = words.map((word, at) => `${before[(at + turn) % before.length] ?? ''}${word}${after[(at * 3 + turn * 5) % after.length] ?? ''}`).join(' ');
      expect(byTagger(text)).toEqual(byWink(text));
    }
  }, 60_000);

  it('splits a stretch the same way whatever it split before', () => {
    const stretches = ['zorblat-fizz', 'zorblat', 'fizz.zorblat', 'Zorblat,', "zorblat's"];
    const fresh = stretches.map((stretch) => englishTagger().split(stretch).map(({ value }) => value));
    expect(stretches.map((stretch) => tagger.split(stretch).map(({ value }) => value))).toEqual(fresh);
    expect(stretches.toReversed().map((stretch) => tagger.split(stretch).map(({ value }) => value)).toReversed()).toEqual(fresh);
  }, 60_000);

  it('tags words in any order without failing, with spans inside the text', () => {
    const word = fc.constantFrom('not', 'never', 'good', 'bad', 'happy', 'no', 'one', 'but', 'ever', 'the', 'train', 'late', '.', '?', '!', ',', 'as', 'much', 'hardly', 'lot', 'of', 'fun', 'quzzle');
    fc.assert(fc.property(fc.array(word, { minLength: 1, maxLength: 12 }), (words) => {
      const { sentences, polarity } = byTagger(words.join(' ')) as { sentences: number[][]; polarity: number };
      expect(Math.abs(polarity)).toBeLessThanOrEqual(1.5);
      for (const [first = -1, last = -1] of sentences) {
        expect(first).toBeGreaterThanOrEqual(0);
        expect(last).toBeGreaterThanOrEqual(first);
      }
    }));
  });
});
