import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ACTS, INTENTS, type Act, type Intent, type Sentiment } from '../../src/domain/model/codes.ts';
import type { ReadLanguage } from '../../src/text/lexicon.ts';

/** A message written for training or for the check of it, with what a careful reader says of it. */
export interface InboundExample {
  readonly theme: string;
  readonly text: string;
  /** The primary one first. */
  readonly intents: readonly Intent[];
  readonly sentiment: Sentiment;
  readonly flags: readonly string[];
}

/** A brand's message with its acts, its tone and the promises marked in it. */
export interface OutboundExample {
  readonly theme: string;
  /** Without marks. */
  readonly text: string;
  readonly acts: readonly Act[];
  readonly tone: 'e' | 'i' | 'b' | null;
  readonly promises: readonly MarkedPromise[];
}

/** Offsets into the text without marks; the words that name the time, null where none are named. */
export interface MarkedPromise {
  readonly start: number;
  readonly end: number;
  readonly due: string | null;
}

const FLAGS = ['irony', 'tie', 'contact', 'avoid', 'thanks'];
const SENTIMENT_LETTERS: Readonly<Record<string, Sentiment>> = { n: 'negative', u: 'neutral', p: 'positive' };

const fail = (place: string, what: string): never => {
  throw new TypeError(`invalid corpus: ${place}: ${what}`);
};

const codesAt = <Code extends string>(written: string, known: readonly Code[], place: string): Code[] =>
  written.split('+').map((code) => known.find((one) => one === code) ?? fail(place, `unknown code ${code}`));

/** The lines of a file without comments and blank ones, each with where it stands. */
const linesOf = (file: string): { readonly cells: readonly string[]; readonly place: string }[] =>
  readFileSync(file, 'utf8').split('\n').flatMap((line, index) => (line.trim() === '' || line.startsWith('#') ? [] : [{ cells: line.split('\t'), place: `${file}:${String(index + 1)}` }]));

/** Takes the marks of promises out of a text: `[[` and `]]` around the commitment, `{{` and `}}` around its time. */
export function withoutMarks(marked: string, place = 'text'): { readonly text: string; readonly promises: readonly MarkedPromise[] } {
  let text = '';
  const promises: { start: number; end: number; due: string | null }[] = [];
  const dues: { at: number; words: string }[] = [];
  let open: number | null = null;
  let dueFrom: number | null = null;
  for (const piece of marked.split(/(\[\[|\]\]|\{\{|\}\})/u)) {
    if (piece === '[[') open = text.length;
    else if (piece === ']]') {
      promises.push({ start: open ?? fail(place, 'a commitment closes before it opens'), end: text.length, due: null });
      open = null;
    } else if (piece === '{{') dueFrom = text.length;
    else if (piece === '}}') {
      dues.push({ at: dueFrom ?? fail(place, 'a time closes before it opens'), words: text.slice(dueFrom ?? 0) });
      dueFrom = null;
    } else text += piece;
  }
  if (open !== null || dueFrom !== null) fail(place, 'a mark does not close');
  for (const { at, words } of dues) {
    const owner = promises.find(({ start, end }) => at >= start && at < end) ?? promises.toSorted((a, b) => Math.abs(a.start - at) - Math.abs(b.start - at))[0];
    if (owner !== undefined) owner.due ??= words;
  }
  return { text, promises };
}

/** Inbound examples of one file. Throws TypeError `invalid corpus: FILE:LINE: ...`. */
export function inboundExamples(file: string, theme: string): InboundExample[] {
  return linesOf(file).map(({ cells, place }) => {
    if (cells.length !== 4) fail(place, `${String(cells.length)} columns instead of 4`);
    const [intents = '', sentiment = '', flags = '', text = ''] = cells;
    const read = flags === '-' || flags === '' ? [] : flags.split('+');
    for (const flag of read) if (!FLAGS.includes(flag)) fail(place, `unknown flag ${flag}`);
    return { theme, text, intents: codesAt(intents, INTENTS, place), sentiment: SENTIMENT_LETTERS[sentiment] ?? fail(place, `unknown sentiment ${sentiment}`), flags: read };
  });
}

/** Outbound examples of one file. Throws TypeError `invalid corpus: FILE:LINE: ...`. */
export function outboundExamples(file: string, theme: string): OutboundExample[] {
  return linesOf(file).map(({ cells, place }) => {
    if (cells.length !== 3) fail(place, `${String(cells.length)} columns instead of 3`);
    const [acts = '', tone = '', marked = ''] = cells;
    if (!['e', 'i', 'b', '-'].includes(tone)) fail(place, `unknown tone ${tone}`);
    return { theme, ...withoutMarks(marked, place), acts: codesAt(acts, ACTS, place), tone: tone === '-' ? null : (tone as 'e' | 'i' | 'b') };
  });
}

/** Every example of a language under a folder, in the order of its files. */
export function corpusOf(folder: string, language: ReadLanguage): { readonly inbound: readonly InboundExample[]; readonly outbound: readonly OutboundExample[] } {
  const files = readdirSync(join(folder, language)).toSorted();
  const themed = (kind: string): { file: string; theme: string }[] => files.filter((name) => name.endsWith(`.${kind}.tsv`)).map((name) => ({ file: join(folder, language, name), theme: name.slice(0, -`.${kind}.tsv`.length) }));
  return {
    inbound: themed('inbound').flatMap(({ file, theme }) => inboundExamples(file, theme)),
    outbound: themed('outbound').flatMap(({ file, theme }) => outboundExamples(file, theme)),
  };
}
