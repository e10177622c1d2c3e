import { ACTS, INTENTS } from '../domain/model/codes.ts';
import { RULE_LIMITS, type ExampleFault, type OwnRule, type RuleFault } from '../domain/model/own-rule.ts';
import type { Analyser, Analysis, Token } from './analysis.ts';
import { englishAnalyser } from './english-analyser.ts';
import { italianAnalyser, type WordKnowledge } from './italian-analyser.ts';
import { languageIdentifier } from './language-identifier.ts';
import { lexiconOf, otherLanguageWords, READ_LANGUAGES, type ReadLanguage } from './lexicon.ts';
import { compiledLine, type WordTokens } from './own-rule-line.ts';
import { ruleMatcher, type RuleMatches, type RulePattern } from './own-rule-matcher.ts';
import { preparedText } from './prepared-text.ts';
import type { OwnRuleHit, OwnRules } from './text-reader.ts';

/** `template` is seen by comparing a brand's replies; no single text can show it. */
const UNSEEN_ACT = 'template';

const analyserOf = (language: ReadLanguage): Analyser => {
  const { spellings, negators, negationStops, functionWords } = lexiconOf(language);
  const knowledge: WordKnowledge = { spellings, negators, negationStops, known: (form) => functionWords.has(form) };
  return language === 'it' ? italianAnalyser(knowledge) : englishAnalyser(knowledge);
};

const wordTokens = (analyser: Analyser): WordTokens => {
  const known = new Map<string, readonly Token[]>();
  return (word) => {
    const before = known.get(word);
    if (before !== undefined) return before;
    const { tokens } = analyser.analyse(preparedText(word));
    known.set(word, tokens);
    return tokens;
  };
};

interface CompiledRules {
  readonly patterns: readonly RulePattern[];
  readonly faults: readonly RuleFault[];
}

const compiledRules = (rules: readonly OwnRule[], language: ReadLanguage, tokens: WordTokens): CompiledRules => {
  const patterns: RulePattern[] = [];
  const faults: RuleFault[] = [];
  let slots = 0;
  rules.forEach((rule, place) => {
    if (rule.language !== 'any' && rule.language !== language) return;
    rule.lines.forEach((written, line) => {
      if (slots > RULE_LIMITS.slots) return;
      const compiled = compiledLine(written, tokens);
      if (compiled.fault !== null) {
        faults.push({ rule: rule.id, line, code: compiled.fault, detail: compiled.detail });
        return;
      }
      slots += compiled.patterns.reduce((sum, pattern) => sum + pattern.length, 0);
      if (slots > RULE_LIMITS.slots) faults.push({ rule: rule.id, line, code: 'too-large', detail: String(RULE_LIMITS.slots) });
      else for (const pattern of compiled.patterns) patterns.push({ rule: place, slots: pattern });
    });
  });
  return { patterns, faults };
};

// A rule that takes a label away is an exception to those that give it: it comes last, and the last word counts.
const hitsOf = (rules: readonly OwnRule[], { found }: RuleMatches, { tokens }: Analysis): OwnRuleHit[] =>
  found.flatMap(({ rule, first, end }): OwnRuleHit[] => {
    const own = rules[rule];
    const [from, to] = [tokens[first], tokens[end - 1]];
    return own === undefined || from === undefined || to === undefined ? [] : [{ rule: own.id, code: own.code, on: own.effect === 'on', start: from.start, end: to.end }];
  }).sort((a, b) => Number(b.on) - Number(a.on) || a.start - b.start);

/**
 * A project's own rules, compiled once per language and direction, with its first text. Where rules of one label
 * disagree on a text, the one that takes the label away wins. Lines that do not compile find nothing: they are refused
 * before a set is kept.
 */
export function ownRules(rules: readonly OwnRule[]): OwnRules {
  const matchers = new Map<string, { readonly used: readonly OwnRule[]; readonly match: ReturnType<typeof ruleMatcher> }>();
  return {
    hits: (analysis, language, direction) => {
      const key = `${language} ${direction}`;
      let compiled = matchers.get(key);
      if (compiled === undefined) {
        const used = rules.filter((rule) => rule.direction === direction && (rule.language === 'any' || rule.language === language));
        // the analyser is needed for the words of the rules alone, and given up after them
        compiled = { used, match: ruleMatcher(used.length === 0 ? [] : compiledRules(used, language, wordTokens(analyserOf(language))).patterns) };
        matchers.set(key, compiled);
      }
      return compiled.used.length === 0 ? [] : hitsOf(compiled.used, compiled.match(analysis), analysis);
    },
  };
}

/** What rules find in a text on its own. */
export interface FoundInText {
  /** The language the text is in, as the reader tells it. */
  readonly language: string;
  readonly hits: readonly OwnRuleHit[];
}

/** Where rules are tried before they are kept; holds one analyser a language. */
export interface RuleBench {
  /** Everything wrong with rules and lines, in their order. */
  readonly faults: (rules: readonly OwnRule[]) => readonly RuleFault[];
  /** Examples that do not hold. Rules with faults are tried with the lines that compile. */
  readonly failing: (rules: readonly OwnRule[]) => readonly ExampleFault[];
  /** What rules of any direction find in a text; nothing when it is in a language that is not read. */
  readonly found: (rules: readonly OwnRule[], text: string) => FoundInText;
}

const headFaults = (rules: readonly OwnRule[]): RuleFault[] => {
  const seen = new Set<string>();
  return rules.flatMap(({ id, name, code, direction, lines }): RuleFault[] => {
    const fault = (faultCode: RuleFault['code'], detail: string): RuleFault => ({ rule: id, line: null, code: faultCode, detail });
    const vocabulary: readonly string[] = direction === 'inbound' ? INTENTS : ACTS;
    const faults = [
      ...(seen.has(id) ? [fault('same-id', id)] : []),
      ...(name.trim() === '' ? [fault('no-name', '')] : []),
      ...(lines.length === 0 ? [fault('no-lines', '')] : []),
      ...(code === UNSEEN_ACT ? [fault('code-unseen', code)] : vocabulary.includes(code) ? [] : [fault('code-direction', code)]),
    ];
    seen.add(id);
    return faults;
  });
};

/** Makes a bench. Analysers load with their first use, some tens of milliseconds each. */
export function ruleBench(): RuleBench {
  const analysers = new Map<ReadLanguage, { readonly analyser: Analyser; readonly tokens: WordTokens }>();
  const tools = (language: ReadLanguage): { readonly analyser: Analyser; readonly tokens: WordTokens } => {
    const known = analysers.get(language);
    if (known !== undefined) return known;
    const analyser = analyserOf(language);
    const made = { analyser, tokens: wordTokens(analyser) };
    analysers.set(language, made);
    return made;
  };
  const identifier = languageIdentifier({ it: lexiconOf('it').functionWords, en: lexiconOf('en').functionWords }, otherLanguageWords());
  const languageOf = (text: string): string => identifier.identify(preparedText(text), undefined);
  const isRead = (language: string): language is ReadLanguage => READ_LANGUAGES.some((known) => known === language);
  const finder = (rules: readonly OwnRule[]): ((text: string, language: ReadLanguage) => OwnRuleHit[]) => {
    const matchers = new Map(READ_LANGUAGES.filter((language) => rules.some((rule) => rule.language === 'any' || rule.language === language))
      .map((language) => [language, ruleMatcher(compiledRules(rules, language, tools(language).tokens).patterns)] as const));
    return (text, language) => {
      const match = matchers.get(language);
      if (match === undefined) return [];
      const analysis = tools(language).analyser.analyse(preparedText(text));
      return hitsOf(rules, match(analysis), analysis);
    };
  };
  return {
    faults: (rules) => {
      const lineFaults = READ_LANGUAGES.flatMap((language) => compiledRules(rules, language, tools(language).tokens).faults);
      const once = new Map(lineFaults.map((fault) => [`${fault.rule} ${String(fault.line)}`, fault]));
      const place = new Map(rules.map(({ id }, at) => [id, at]));
      return [...headFaults(rules), ...once.values()].sort((a, b) => (place.get(a.rule) ?? 0) - (place.get(b.rule) ?? 0) || (a.line ?? -1) - (b.line ?? -1));
    },
    failing: (rules) => rules.flatMap((rule) => {
      const find = finder([rule]);
      const finds = (text: string): boolean => {
        const language = rule.language === 'any' ? languageOf(text) : rule.language;
        // too short to tell: either language will do
        return (isRead(language) ? [language] : READ_LANGUAGES).some((one) => find(text, one).length > 0);
      };
      const side = (name: ExampleFault['side'], wanted: boolean): ExampleFault[] =>
        rule[name].flatMap((text, example) => (finds(text) === wanted ? [] : [{ rule: rule.id, side: name, example }]));
      return [...side('matches', true), ...side('rejects', false)];
    }),
    found: (rules, text) => {
      const language = languageOf(text);
      return { language, hits: isRead(language) ? finder(rules)(text, language) : [] };
    },
  };
}
