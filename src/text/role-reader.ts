import type { BrandNames } from '../domain/roles/brand-names.ts';
import { folded } from '../domain/roles/written-name.ts';
import type { Analysis, Token } from './analysis.ts';
import { READ_LANGUAGES } from './lexicon.ts';
import { phraseMatcher, type PhraseMatcher } from './phrase-matcher.ts';
import { phrasePatterns, type PhrasePattern } from './phrase-pattern.ts';
import { roleLexicon, type RoleText, type RoleWordRule } from './role-lexicon.ts';

/** A rule that a text meets; `brandIds` are the brands that the words of the match or the text itself name. */
export interface RoleHit {
  readonly rule: RoleWordRule;
  /** The brand inside the matched words. */
  readonly namedBrandId: number | null;
  /** Brands named anywhere in the text, in order. */
  readonly brandIds: readonly number[];
}

/** Reads roles from texts and profiles in every language at once. Never throws on text. */
export interface RoleReader {
  readonly read: (text: string, on: RoleText) => RoleHit[];
}

/** Longest beginning of a text that is looked at, in UTF-16 units. */
const MOST_UNITS = 2000;
const REACH_OF_NEGATION = 3;
/** Words of this length are also found with one letter missing, added, changed or swapped, the last two letters apart: those inflect. */
const SHORTEST_CORRECTED = 7;
const ENDING = 2;
const LONGEST_CORRECTED = 24;
const MOST_LOOKED = 50_000;
const BRAND = '{brand}';
const CLOSING: ReadonlySet<string> = new Set(['.', '!', '?', ';', '\n']);
const ASCII = /^[\u0000-\u007f]*$/u;
const WORDS = /https?:\/\/\S+|[#@]?[\p{L}\p{N}_]+|[.!?;\n]/gu;
const ASCII_WORDS = /https?:\/\/\S+|[#@]?\w+|[.!?;\n]/g;
const HASH = 35;
const AT = 64;
/** Words that a pattern of bounded kind starts a sentence with after a negation without being denied. */
const STOPS = new Set(['ma', 'pero', 'but', 'however', 'ed', 'mentre']);

/** The rules of all languages, ready to be matched. */
interface Rules {
  readonly matcher: PhraseMatcher;
  /** By the theme that the matcher knows them under. */
  readonly rules: ReadonlyMap<string, RoleWordRule>;
  readonly spellings: ReadonlyMap<string, readonly string[]>;
  readonly negators: ReadonlySet<string>;
  readonly corrections: ReadonlyMap<string, string>;
  /** Corrections looked up before: a text's words are mostly those of others. */
  readonly looked: Map<string, string>;
  /** A word of every pattern, the least common one: a text without any of them meets no rule. */
  readonly anchors: ReadonlySet<string>;
}

const identity = (word: string): string => word;

/** Every form of a word with one letter left out, and the word: two words that share one are one slip apart. */
function shortened(word: string): string[] {
  return [word, ...Array.from({ length: word.length }, (_, position) => word.slice(0, position) + word.slice(position + 1))];
}

function correctionsOf(rules: readonly RoleWordRule[]): Map<string, string> {
  const words = new Set(rules.flatMap(({ patterns }) => patterns.flatMap((line) => line.split(/[\s|[\]]+/u))).filter((word) => word.length >= SHORTEST_CORRECTED && /^\p{L}+$/u.test(word)));
  const corrections = new Map<string, string>();
  for (const word of words) for (const form of shortened(word)) if (!corrections.has(form)) corrections.set(form, word);
  for (const word of words) corrections.set(word, word);
  return corrections;
}

/** The longest of a pattern's words stands for the rarest; its shortest alternative counts. */
function anchorForms({ slots }: PhrasePattern): readonly string[] {
  const lengthOf = (forms: readonly string[]): number => Math.min(...forms.map((form) => (form === BRAND ? 1 : form.length)));
  const plain = slots.flatMap((slot) => (slot.kind === 'word' && slot.forms.size > 0 && slot.prefixes.length + slot.suffixes.length === 0 ? [[...slot.forms]] : []));
  return plain.reduce<readonly string[]>((best, forms) => (best.length === 0 || lengthOf(forms) > lengthOf(best) ? forms : best), []);
}

function allRules(): Rules {
  const lexicons = READ_LANGUAGES.map(roleLexicon);
  const negators = new Set(lexicons.flatMap((lexicon) => [...lexicon.negators]));
  const rules = lexicons.flatMap((lexicon) => lexicon.rules);
  const themeOf = ({ language, rule }: RoleWordRule): string => `${language} ${rule}`;
  const patterns = rules.flatMap((rule) => rule.patterns.flatMap((line) => phrasePatterns(themeOf(rule), 1, line, identity, negators)));
  return {
    matcher: phraseMatcher(patterns), rules: new Map(rules.map((rule) => [themeOf(rule), rule])), negators, corrections: correctionsOf(rules), looked: new Map(),
    spellings: new Map(lexicons.flatMap((lexicon) => [...lexicon.spellings])), anchors: new Set(patterns.flatMap(anchorForms)),
  };
}

interface Piece {
  readonly form: string;
  readonly start: number;
  readonly end: number;
  readonly brandId: number | null;
}

/** The words of a text, with brands' names made one word each. */
function piecesOf(text: string, brands: BrandNames): Piece[] {
  const lower = folded(text.slice(0, MOST_UNITS)).replaceAll('’', "'");
  // an n't is a word of its own, so that it denies what follows
  const source = lower.includes("n't") ? lower.replaceAll(/n't\b/gu, ' not') : lower;
  const plain: Piece[] = [];
  const bare: string[] = [];
  const words = ASCII.test(source) ? ASCII_WORDS : WORDS;
  words.lastIndex = 0;
  for (let match = words.exec(source); match !== null; match = words.exec(source)) {
    const [form] = match;
    if (form.length > 4 && form.startsWith('http') && form.includes('/')) continue;
    plain.push({ form, start: match.index, end: match.index + form.length, brandId: null });
    const first = form.charCodeAt(0);
    bare.push(first === HASH || first === AT ? form.slice(1).replaceAll('_', '') : form);
  }
  const spans = brands.spans(bare);
  if (spans.length === 0) return plain;
  const pieces: Piece[] = [];
  let at = 0;
  for (const { first, end, brandId } of spans) {
    pieces.push(...plain.slice(at, first), { form: BRAND, start: plain[first]?.start ?? 0, end: plain[end - 1]?.end ?? 0, brandId });
    at = end;
  }
  return [...pieces, ...plain.slice(at)];
}

function corrected(form: string, { corrections, looked }: Rules): string {
  if (form.length < SHORTEST_CORRECTED - 1 || form.length > LONGEST_CORRECTED) return form;
  const known = looked.get(form);
  if (known !== undefined) return known;
  const found = correction(form, corrections);
  if (looked.size >= MOST_LOOKED) looked.clear();
  looked.set(form, found);
  return found;
}

function correction(form: string, corrections: ReadonlyMap<string, string>): string {
  if (corrections.get(form) === form) return form;
  for (const shorter of shortened(form)) {
    const word = corrections.get(shorter);
    if (word !== undefined && Math.abs(word.length - form.length) <= 1 && word[0] === form[0] && word.slice(-ENDING) === form.slice(-ENDING)) return word;
  }
  return form;
}

type Word = Pick<Piece, 'start' | 'end' | 'brandId'> & { readonly form: string; readonly closes: boolean };

/** Words as rules know them: short spellings written out, slips corrected, ends of sentences told apart. */
function wordsOf(pieces: readonly Piece[], rules: Rules): Word[] {
  return pieces.flatMap(({ form, start, end, brandId }): Word[] => {
    if (form.length === 1 && CLOSING.has(form)) return [{ form, start, end, brandId, closes: true }];
    const forms = brandId === null ? rules.spellings.get(form) : undefined;
    if (forms !== undefined) return forms.map((written) => ({ form: written, start, end, brandId, closes: false }));
    return [{ form: brandId === null ? corrected(form, rules) : form, start, end, brandId, closes: false }];
  });
}

function analysisOf(words: readonly Word[], { negators }: Rules): { analysis: Analysis; brandOf: (first: number, end: number) => number | null } {
  const tokens: Token[] = [];
  const brandIds: (number | null)[] = [];
  const sentences: { first: number; end: number; question: boolean }[] = [];
  let first = 0;
  let reach = 0;
  const close = (question: boolean): void => {
    if (tokens.length > first) sentences.push({ first, end: tokens.length, question });
    first = tokens.length;
    reach = 0;
  };
  for (const { form, start, end, brandId, closes } of words) {
    if (closes) {
      close(form === '?');
      continue;
    }
    if (STOPS.has(form)) reach = 0;
    tokens.push({ form, stem: form, kind: 'word', negated: reach > 0, elongated: false, partOfSpeech: null, start, end });
    brandIds.push(brandId);
    reach = negators.has(form) ? REACH_OF_NEGATION : reach - 1;
  }
  close(false);
  return {
    analysis: { tokens, sentences, polarity: 0 },
    brandOf: (from, to) => brandIds.slice(from, to).find((brandId) => brandId !== null) ?? null,
  };
}

/**
 * Builds the reader of roles for the brands of a project. The phrases of both languages are looked for in every text, since
 * those of one mean nothing in the other; accents, capitals, common short spellings and one slip in a long word do not
 * matter. What is denied ("non sono un giornalista") or supposed ("se fossi cliente") is left alone. Cost is linear in
 * words; most texts hold no word that any rule needs and cost their division into words.
 */
export function createRoleReader(brands: BrandNames): RoleReader {
  const rules = allRules();
  return {
    read(text, on) {
      const pieces = piecesOf(text, brands);
      const words = wordsOf(pieces, rules);
      if (!words.some(({ form }) => rules.anchors.has(form))) return [];
      const { analysis, brandOf } = analysisOf(words, rules);
      const brandIds = [...new Set(pieces.flatMap(({ brandId }) => brandId ?? []))];
      const found = new Map<string, RoleHit>();
      for (const hit of rules.matcher.hits(analysis)) {
        const rule = rules.rules.get(hit.theme);
        if (rule === undefined || hit.negated || !rule.on.includes(on)) continue;
        const sentence = analysis.sentences[hit.sentence];
        const before = sentence === undefined || sentence.first === hit.first ? undefined : analysis.tokens[hit.first - 1]?.form;
        const after = sentence === undefined || sentence.end <= hit.end ? undefined : analysis.tokens[hit.end]?.form;
        if ((before !== undefined && rule.guard.has(before)) || (after !== undefined && rule.followers.has(after))) continue;
        const namedBrandId = brandOf(hit.first, hit.end);
        const known = found.get(rule.rule);
        if (known === undefined || (known.namedBrandId === null && namedBrandId !== null)) found.set(rule.rule, { rule, namedBrandId, brandIds });
      }
      return [...found.values()];
    },
  };
}
