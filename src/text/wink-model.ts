import model from 'wink-eng-lite-web-model';
import type { MachineHit } from './token-machine.ts';

// What is used of wink-nlp 2.4.0 beyond its own types: the model's parts and the document that it hands to them.

/** Numbers that the model's setters are handed: entries a token, and the flag of a negated one. */
export const CONSTANTS = { tkSize: 4, negationFlag: 2 ** 31 } as const;
type WinkConstants = typeof CONSTANTS;
/** Place of a token among spans; between two of them a half. */
export type SpanSearch = (token: number, spans: readonly (readonly (number | string)[])[]) => number;

/** The vocabulary: lexemes by number, with what the model knows of each. */
export interface WinkCache {
  readonly lookup: (text: string) => readonly number[] | null;
  readonly value: (lexeme: number) => string;
  readonly normal: (lexeme: number) => number;
  readonly nox: (word: number) => number;
  readonly property: (lexeme: number, name: string) => number | string;
  readonly posOf: (lexeme: number) => number;
  readonly mappedSpelling: (lexeme: number) => number;
  readonly isMemberPOS: (lexeme: number, pos: number) => boolean;
  readonly valueOf: (feature: string, index: number) => string;
  readonly intrinsicSize: () => number;
}
/** A text as the model’s machines read and mark it. */
export interface WinkDocument {
  readonly cache: WinkCache;
  /** Four numbers a token: lexeme, blanks before it with the normal of a contraction's part, part of speech, negation. */
  readonly tokens: number[];
  readonly sentences: [first: number, last: number, negated: number, sentiment: number][];
  readonly document: [number, number, number, number];
  numOfTokens: number;
  numOfSentences: number;
}
/** The symbol that a machine sees in the place of a lexeme. */
type Transform = (symbol: number, cache: WinkCache, tokens: readonly number[], at: number) => number;
/** Writes what a machine found into the document. */
type Setter = (hits: MachineHit[], document: WinkDocument, constants?: WinkConstants, search?: SpanSearch) => void;
/** One task of the model: its machines as text, what they see, and what is made of their hits. */
export interface WinkPart {
  readonly machines: readonly string[];
  readonly transformers: readonly Transform[];
  readonly setter: Setter;
}
/** The lexicon as the library keeps it. */
export interface WinkCore {
  readonly packing: { readonly config: unknown };
  readonly features: { readonly lexeme: { readonly hash: Record<string, number>; readonly list: readonly string[] } };
}
/** What the model says of a word by its form. */
interface WinkFeatures {
  readonly pos: (word: string, category: number, cache: Pick<WinkCache, 'lookup' | 'intrinsicSize' | 'posOf'>) => number;
}
interface WinkModel {
  readonly featureFn: (config: unknown) => WinkFeatures;
  readonly core: () => WinkCore;
  readonly sbd: () => WinkPart;
  readonly negation: () => WinkPart;
  readonly sa: () => WinkPart;
  readonly pos: () => WinkPart;
  readonly metaCER: () => unknown;
}

/** The model of English, by its parts. */
export const WINK = model as unknown as WinkModel;
