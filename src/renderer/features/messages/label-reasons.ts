import type { OperationValue } from '../../../contract/operations.ts';
import type { ChartVoice } from '../../charts/chart-voice.ts';
import { reading } from '../../i18n/it/reading.ts';
import { labelKey } from './MessageText.tsx';

/** What `reading.explain` answers. */
export type Explanation = OperationValue<'reading.explain'>;
/** One label of an explanation. */
export type ExplainedLabel = Explanation['labels'][number];

/** One reason for a label or against it, in words, with the words of the message that it rests on. */
export interface LabelReason {
  readonly key: string;
  readonly text: string;
  readonly words: readonly string[];
  /** Null where a rule of the project decides, which has no degrees. */
  readonly strength: 'strong' | 'medium' | 'weak' | null;
}

/** A stretch of the message's text. */
export interface Place {
  readonly start: number;
  readonly end: number;
}

const STRONG = 1;
const MEDIUM = 0.4;
const LEAST = 0.1;
/** What a theme's weight in the lexicon comes to beside the model's: its own share where the model gives none. */
const THEME_SHARE = 0.25;
const MOST_EACH = 6;

const isIn = (table: object, name: string): boolean => Object.hasOwn(table, name);

// a rule's own verdict on the label in question is said as one
function ruleWords(name: string, code: string, weight: number, voice: ChartVoice): string | null {
  const key = name === `rule ${code}` ? labelKey(code) : null;
  return key === null ? null : voice.text(weight > 0 ? 'reading.evidence.ruleSees' : 'reading.evidence.ruleSeesNot', { label: voice.text(key) });
}

/** What a sign the reader looks at is called, in the reader's language; a sign of a newer version has a general name. */
export function evidenceWords(name: string, voice: ChartVoice): string {
  const [kind, ...rest] = name.split(' ');
  const what = rest.join(' ');
  const key = labelKey(what);
  if (kind === 'rule' && key !== null) return voice.text('reading.evidence.rule', { label: voice.text(key) });
  if (kind === 'theme' && isIn(reading.evidence.theme, what)) return voice.text(`reading.evidence.theme.${what}`);
  return isIn(reading.evidence.shape, name) ? voice.text(`reading.evidence.shape.${name}`) : voice.text('reading.evidence.other');
}

/** How likely, in a word. */
export function chanceWord(probability: number): keyof typeof reading.explain.sure {
  if (probability >= 0.9) return 'certain';
  if (probability >= 0.7) return 'likely';
  if (probability >= 0.5) return 'fair';
  return probability >= 0.25 ? 'weak' : 'slight';
}

/** Where in the text a label comes from: its stretches, and those of rules and themes that speak for it; none for a label that rests on the text as a whole. */
export function labelPlaces({ spans, rules, themes }: ExplainedLabel, text: string): readonly Place[] {
  const own = rules.filter(({ on }) => on);
  if (own.length > 0) return own;
  const places = [...spans, ...themes.flatMap((theme) => theme.places)];
  return places.filter(({ start, end }) => end - start < text.trimEnd().length * 0.9 || places.length > 1);
}

const EDGES = new Set([' ', '\n', '\t', ',', '.', ';', ':']);

/** Words without the commas and stops around them; a lone stop stays. */
function bareWords(written: string): string {
  let [from, to] = [0, written.length];
  while (from < to && EDGES.has(written[from] ?? '')) from += 1;
  while (to > from && EDGES.has(written[to - 1] ?? '')) to -= 1;
  return from === to ? written : written.slice(from, to);
}

interface Weighed extends LabelReason {
  /** Above 0 for the label, below 0 against it. */
  readonly weight: number;
}

/** The reasons of a label, the strongest first, those for it and those against it; at most six each. */
export function labelReasons(label: ExplainedLabel, text: string, voice: ChartVoice): { readonly for: readonly LabelReason[]; readonly against: readonly LabelReason[] } {
  const quoted = (places: readonly Place[]): string[] => [...new Set(places.map(({ start, end }) => text.slice(start, end).trim()).filter((words) => words !== ''))];
  const strengthOf = (weight: number): LabelReason['strength'] => (Math.abs(weight) >= STRONG ? 'strong' : Math.abs(weight) >= MEDIUM ? 'medium' : 'weak');
  const evidence = new Map(label.pulls.filter(({ kind }) => kind === 'evidence').map((pull) => [pull.name, pull]));
  const rules = [...new Map(label.rules.map((hit) => [hit.rule, hit])).values()].map(({ rule, name, on }): Weighed => ({
    key: `own ${rule}`, text: voice.text(on ? 'reading.explain.ownRuleOn' : 'reading.explain.ownRuleOff', { name }), words: quoted(label.rules.filter((hit) => hit.rule === rule)), strength: null, weight: on ? Infinity : -Infinity,
  }));
  const finder: Weighed[] = label.code === 'promise' && label.spans.length > 0 ? [{ key: 'finder', text: voice.text('reading.explain.finder'), words: quoted(label.spans), strength: 'strong', weight: 99 }] : [];
  const themes = label.themes.map(({ theme, weight, places }): Weighed => {
    const pulled = evidence.get(`theme ${theme}`)?.weight ?? weight * THEME_SHARE;
    return { key: `theme ${theme}`, text: evidenceWords(`theme ${theme}`, voice), words: quoted(places), strength: strengthOf(pulled), weight: pulled };
  });
  const told = new Set(themes.map(({ key }) => key));
  // one word with and without the comma behind it is one reason
  const words = new Map<string, { readonly quote: string; readonly weight: number }>();
  for (const { kind, name, weight } of label.pulls) {
    if (kind !== 'words') continue;
    const quote = bareWords(name);
    words.set(quote.toLowerCase(), { quote, weight: weight + (words.get(quote.toLowerCase())?.weight ?? 0) });
  }
  const pulls = [
    ...[...words.values()].map(({ quote, weight }): Weighed => ({ key: `words ${quote}`, text: '', words: [quote], strength: strengthOf(weight), weight })),
    ...[...evidence.values()].filter(({ name }) => !told.has(name)).map(({ name, weight }): Weighed => ({ key: name, text: ruleWords(name, label.code, weight, voice) ?? evidenceWords(name, voice), words: [], strength: strengthOf(weight), weight })),
  ].filter(({ weight }) => Math.abs(weight) >= LEAST);
  const all = [...rules, ...finder, ...themes, ...pulls].sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight));
  const side = (sign: 1 | -1): LabelReason[] => all.filter(({ weight }) => weight * sign > 0).slice(0, MOST_EACH).map(({ key, text: said, words: quotes, strength }) => ({ key, text: said, words: quotes, strength }));
  return { for: side(1), against: side(-1) };
}
