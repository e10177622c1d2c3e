import { stemmer as italianStem } from '@orama/stemmers/italian';
import type { Analyser, Analysis, PatternPlace, PreparedText } from './analysis.ts';
import { englishAnalyser } from './english-analyser.ts';
import { englishStem } from './english-stem.ts';
import { evidenceOf, type Evidence } from './evidence.ts';
import { italianAnalyser, type WordKnowledge } from './italian-analyser.ts';
import type { Lexicon, ReadLanguage, ThemeLines } from './lexicon.ts';
import { phraseMatcher, type PhraseHit, type PhraseMatcher } from './phrase-matcher.ts';
import { phrasePatterns } from './phrase-pattern.ts';

/** Everything needed to read one language: its analyser and the patterns of both directions. */
export interface LanguageReader {
  readonly lexicon: Lexicon;
  readonly analyse: (prepared: PreparedText) => Analysis;
  readonly evidence: (analysis: Analysis, prepared: PreparedText, direction: 'inbound' | 'outbound') => Evidence;
  readonly promiseHits: (analysis: Analysis) => PhraseHit[];
  readonly recycle: () => void;
}

// Themes of the inbound lexicon that a brand's own text needs too.
const SHARED_THEMES = ['positive', 'negative', 'thanks', 'solved', 'economic-tie'] as const;

/** The words of a slot that asks for a part of speech (`like|likes/VERB`). */
function taggedForms(slot: string): string[] {
  const match = /^(.+)\/[A-Z]+$/u.exec(slot);
  return match === null ? [] : (match[1] ?? '').split('|');
}

/** Compiles a lexicon and builds the analyser of its language. Takes some tens of milliseconds. */
export function languageReader(language: ReadLanguage, lexicon: Lexicon, emoji: ReadonlyMap<string, 1 | -1>): LanguageReader {
  const stem = language === 'it' ? italianStem : englishStem;
  const compiled = (themes: ThemeLines, place: PatternPlace): PhraseMatcher => phraseMatcher([...themes].flatMap(([theme, groups]) =>
    groups.flatMap(({ weight, lines }) => lines.flatMap((line) => phrasePatterns(theme, weight, line, stem, lexicon.negators)))), place);
  const shared = new Map(SHARED_THEMES.map((theme) => [theme, lexicon.inbound.get(theme) ?? []] as const));
  const inbound = compiled(lexicon.inbound, 'inbound');
  const outbound = compiled(new Map([...lexicon.outbound, ...shared]), 'outbound');
  const promises = compiled(lexicon.promises.themes, 'promises');
  const tagged = new Set([...lexicon.inbound.values(), ...lexicon.outbound.values(), ...lexicon.promises.themes.values()].flatMap((groups) => groups.flatMap(({ lines }) => lines.flatMap((line) => line.split(' ').flatMap(taggedForms)))));
  const knowledge: WordKnowledge = {
    spellings: lexicon.spellings, negators: lexicon.negators, negationStops: lexicon.negationStops,
    known: (form) => inbound.knows(form) || outbound.knows(form) || lexicon.functionWords.has(form),
    needsTags: (text) => {
      const lower = text.toLowerCase();
      return /^[a-z]+$/u.test(lower) ? tagged.has(lower) : (lower.match(/\p{L}+/gu) ?? []).some((word) => tagged.has(word));
    },
  };
  const analyser: Analyser = language === 'it' ? italianAnalyser(knowledge) : englishAnalyser(knowledge);
  return {
    lexicon,
    analyse: analyser.analyse,
    evidence: (analysis, prepared, direction) => evidenceOf((direction === 'inbound' ? inbound : outbound).hits(analysis), analysis, prepared, emoji),
    promiseHits: promises.hits,
    recycle: analyser.recycle,
  };
}
