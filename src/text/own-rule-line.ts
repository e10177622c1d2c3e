import { RULE_LIMITS, type RuleFaultCode } from '../domain/model/own-rule.ts';
import type { Token } from './analysis.ts';
import { foldedForm } from './folded-form.ts';
import { phrasePatterns, type Slot } from './phrase-pattern.ts';

/** The tokens of a word as texts of the language show them: "DON'T" gives "do" and "not". */
export type WordTokens = (word: string) => readonly Token[];

/** A line compiled to its patterns, or what is wrong with it. */
export type CompiledLine = { readonly fault: null; readonly patterns: readonly (readonly Slot[])[] } | { readonly fault: RuleFaultCode; readonly detail: string };

class LineFault extends Error {
  readonly code: RuleFaultCode;
  readonly detail: string;
  constructor(code: RuleFaultCode, detail: string) {
    super(code);
    this.code = code;
    this.detail = detail;
  }
}

const SHORTEST_PREFIX = 3;
const WRITTEN = /^[\p{L}\p{N}]+$/u;
// What the pattern syntax, or a wider one that people know, gives a meaning to.
const SIGNS = /[\^$*=[\](){}<>\\|]|\/(?!\p{N})/u;
const NO_NEGATORS: ReadonlySet<string> = new Set();

const wordForms = (word: string, tokens: WordTokens): readonly string[] => {
  const sign = SIGNS.exec(word)?.[0];
  if (sign !== undefined) throw new LineFault('sign', sign);
  const forms = tokens(word).map(({ form }) => form);
  if (forms.length === 0) throw new LineFault('set-aside', word);
  return forms;
};

const oneForm = (word: string, tokens: WordTokens): string => {
  const [form, ...more] = wordForms(word, tokens);
  if (form === undefined || more.length > 0) throw new LineFault('many-words', word);
  return form;
};

const choiceForms = (choice: string, tokens: WordTokens): string =>
  choice.split('|').map((alternative) => {
    if (alternative === '') throw new LineFault('choice-empty', choice);
    if (alternative.startsWith('=')) return `=${oneForm(alternative.slice(1), tokens)}`;
    if (!alternative.endsWith('*')) return oneForm(alternative, tokens);
    const prefix = foldedForm(alternative.slice(0, -1));
    if (!WRITTEN.test(prefix)) throw new LineFault('sign', alternative);
    if (prefix.length < SHORTEST_PREFIX) throw new LineFault('prefix-short', alternative);
    return `${prefix}*`;
  }).join('|');

const partsOf = (written: string, tokens: WordTokens): string[] => {
  const parts: string[] = [];
  for (const part of written.split(/\s+/u).filter((word) => word !== '')) {
    if (part.startsWith('..')) {
      if (!/^\.\.[1-6]$/u.test(part)) throw new LineFault('gap', part);
      parts.push(part);
    } else if (part.startsWith('[') || part.endsWith(']')) {
      const inner = /^\[([^[\]]+)\]$/u.exec(part)?.[1];
      if (inner === undefined) throw new LineFault('bracket', part);
      parts.push(`[${choiceForms(inner, tokens)}]`);
    } else if (/[|]|^=|.\*$/u.test(part)) parts.push(choiceForms(part, tokens));
    else parts.push(...wordForms(part, tokens));
  }
  return parts;
};

const checkedParts = (parts: readonly string[]): readonly string[] => {
  const gaps = parts.filter((part) => /^\.\.\d$/u.test(part));
  if (parts.length === 0) throw new LineFault('empty', '');
  if (gaps.length > RULE_LIMITS.gaps) throw new LineFault('gap-many', String(RULE_LIMITS.gaps));
  if (parts.filter((part) => part.startsWith('[')).length > RULE_LIMITS.optionals) throw new LineFault('optional-many', String(RULE_LIMITS.optionals));
  if (/^\.\.\d$/u.test(parts.at(-1) ?? '')) throw new LineFault('gap-last', parts.at(-1) ?? '');
  const led = parts.findIndex((part) => !part.startsWith('['));
  if (led < 0 || /^\.\.\d$/u.test(parts[led] ?? '')) throw new LineFault('gap-first', '');
  return parts;
};

/**
 * Compiles one line of a rule. Slots are separated by blanks: `word`, `prefix*` (three letters or more), `=stem`, `a|b|c`,
 * `[optional]`, `..3` (up to that many words of any kind, 1 to 6); nothing else has a meaning. Words are brought to the
 * form that texts show, so that accents, capitals, elisions and contractions may be written or not. Whatever is wrong with
 * a line comes back as a fault; nothing is thrown.
 */
export function compiledLine(written: string, tokens: WordTokens): CompiledLine {
  try {
    const parts = checkedParts(partsOf(written, tokens));
    const stem = (word: string): string => tokens(word)[0]?.stem ?? word;
    return { fault: null, patterns: phrasePatterns('own', 1, parts.join(' '), stem, NO_NEGATORS).map(({ slots }) => slots) };
  } catch (error) {
    if (error instanceof LineFault) return { fault: error.code, detail: error.detail };
    if (error instanceof RangeError) return { fault: 'not-understood', detail: error.message };
    throw error;
  }
}
