import { conditionsOf, type TribeRule } from '../../domain/model/tribe-rule.ts';
import type { TribeWord } from '../../store/tribe-queries.ts';
import { READ_LANGUAGES } from '../../text/lexicon.ts';
import { termReader } from '../../text/terms.ts';

/** The words that a rule asks for, as written. */
export function wordsOfRule(rule: TribeRule | null): string[] {
  return rule === null ? [] : conditionsOf(rule).flatMap((condition) => (condition.op === 'words' ? condition.is : []));
}

/** The words that tell a tribe apart without those of its own rule, which are there by construction. */
export function withoutRuleWords(words: readonly TribeWord[], rule: TribeRule | null): readonly TribeWord[] {
  const asked = wordsOfRule(rule);
  if (asked.length === 0 || words.length === 0) return words;
  const readers = READ_LANGUAGES.map(termReader);
  const stems = (text: string): string[] => readers.flatMap((reader, language) => reader.termsOf(text).map(({ stem }) => `${language} ${stem}`));
  const own = new Set(asked.flatMap(stems));
  return words.filter(({ word }) => !stems(word).some((stem) => own.has(stem)));
}
