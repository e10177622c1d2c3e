import { distinctiveWords, type DistinctiveWord, type WordAuthors } from './distinctive-words.ts';
import { plainWords } from './plain-words.ts';

/** Counts, word by word, how many people use it, in all and per tribe. */
export interface WordCensus {
  /** All texts of one person at once, with the tribes the person belongs to. */
  readonly add: (texts: readonly string[], tribes: readonly string[]) => void;
  readonly wordsOf: (tribe: string) => DistinctiveWord[];
}

/** An empty census. Memory grows with the vocabulary, one counter per word and tribe that uses it. */
export function createWordCensus(): WordCensus {
  const everybody = new Map<string, number>();
  const byTribe = new Map<string, Map<string, number>>();
  const count = (counts: Map<string, number>, word: string): void => void counts.set(word, (counts.get(word) ?? 0) + 1);
  return {
    add(texts, tribes) {
      const words = texts.length === 1 ? plainWords(texts[0] ?? '') : new Set(texts.flatMap(plainWords));
      for (const word of words) count(everybody, word);
      for (const tribe of tribes) {
        let counts = byTribe.get(tribe);
        if (counts === undefined) byTribe.set(tribe, (counts = new Map<string, number>()));
        for (const word of words) count(counts, word);
      }
    },
    wordsOf(tribe) {
      const counts = byTribe.get(tribe);
      if (counts === undefined) return [];
      // a word that fewer than five people use cannot be told from chance and only costs time
      const words: WordAuthors[] = [];
      for (const [word, all] of everybody) if (all >= 5) words.push({ word, tribe: counts.get(word) ?? 0, everybody: all });
      return distinctiveWords(words);
    },
  };
}
