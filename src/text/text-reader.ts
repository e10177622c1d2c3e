import type { Act, Intent, Sentiment } from '../domain/model/codes.ts';
import type { PromiseFound, ReadableText, Tone } from '../domain/model/reading.ts';
import { actProbabilities } from './act-rules.ts';
import type { Analysis, PreparedText } from './analysis.ts';
import type { Evidence } from './evidence.ts';
import { intentReading } from './intent-rules.ts';
import type { LanguageReader } from './language-reader.ts';
import type { ReadLanguage } from './lexicon.ts';
import { INBOUND_EVIDENCE, inboundEvidence } from './model/inbound-evidence.ts';
import type { LinearModel } from './model/linear-model.ts';
import { modelOf } from './model/model-files.ts';
import { inboundReader, outboundReader, strongestPulls, type LayerShift, type ModelReader, type InboundChances, type OutboundChances, type Pull } from './model/model-reader.ts';
import type { InboundSight } from './model/inbound-evidence.ts';
import { featureMaker } from './model/ngram-features.ts';
import { OUTBOUND_EVIDENCE, outboundEvidence, type OutboundSight } from './model/outbound-evidence.ts';
import { MODELLED_ACTS } from './model/reading-models.ts';
import { promisedShare, promisesIn } from './promise-finder.ts';
import { sentimentProbabilities } from './sentiment-rules.ts';
import { settledActs, settledIntents, settledSentiments } from './tie-rules.ts';
import { textValence } from './valence.ts';

/** A rule of the project's own that a text meets: the code is on or off, whatever the reader finds. */
export interface OwnRuleHit {
  readonly rule: string;
  readonly code: Intent | Act;
  readonly on: boolean;
  readonly start: number;
  readonly end: number;
}

/** The project's own rules, ready to be laid over texts. */
export interface OwnRules {
  readonly hits: (analysis: Analysis, language: ReadLanguage, direction: 'inbound' | 'outbound') => readonly OwnRuleHit[];
}

/** Everything that the reading of one text rests on. */
export interface ReadText {
  readonly analysis: Analysis;
  readonly evidence: Evidence;
  readonly intents: Readonly<Record<Intent, number>> | null;
  readonly acts: Readonly<Record<Act, number>> | null;
  readonly sentiments: Readonly<Record<Sentiment, number>>;
  /** Probability that the text means the contrary of what it says; 0 for a brand's texts. */
  readonly irony: number;
  readonly tone: Tone | null;
  readonly promises: readonly PromiseFound[];
  readonly recommendationSign: 1 | -1 | null;
  readonly thanks: boolean;
  readonly contact: boolean;
  readonly ownRules: readonly OwnRuleHit[];
  /** Whether a probability of this code passes its threshold. */
  readonly isOn: (code: Intent | Act, probability: number) => boolean;
  /** Where the words stand that pull most towards a code; none for a code that is not modelled. */
  readonly words: (code: Intent | Act | Sentiment) => readonly { readonly start: number; readonly end: number }[];
  /** The strongest reasons of a code in the model, for and against. Made when asked for. */
  readonly pulls: (code: Intent | Act | Sentiment | 'irony') => readonly Pull[];
}

/** Reads texts of one language whose language is known. */
export interface TextReader {
  readonly read: (text: ReadableText, prepared: PreparedText) => ReadText;
  readonly recycle: () => void;
}

interface Extras {
  readonly rules?: OwnRules;
  readonly layer?: (direction: 'inbound' | 'outbound') => LayerShift | undefined;
}

// What a rule of the project says is as sure as the reader ever is.
const RULED_ON = 0.99;
const RULED_OFF = 0.01;
const TONED = 0.5;
const MOSTLY_PROMISED = 0.5;
const UNMODELLED_THRESHOLD = 0.5;

const ruled = <Code extends string>(probabilities: Readonly<Record<Code, number>>, hits: readonly OwnRuleHit[]): Readonly<Record<Code, number>> => {
  const own = hits.filter(({ code }) => code in probabilities);
  if (own.length === 0) return probabilities;
  return { ...probabilities, ...Object.fromEntries(own.map(({ code, on }) => [code, on ? RULED_ON : RULED_OFF])) };
};

const toneOf = ({ emotional, informative }: OutboundChances): Tone | null => {
  if (emotional >= TONED && informative >= TONED) return 'both';
  if (emotional < TONED && informative < TONED) return null;
  return emotional > informative ? 'emotional' : 'informative';
};

/** A reader of one language: analysis, rules, model, the project's own rules and layer, in this order. */
export function textReader(language: ReadLanguage, reader: LanguageReader, extras: Extras): TextReader {
  const maker = featureMaker();
  const models: Partial<Record<'inbound' | 'outbound', LinearModel>> = {};
  let inbound: ModelReader<InboundSight, InboundChances> | null = null;
  let outbound: ModelReader<OutboundSight, OutboundChances> | null = null;
  const model = (direction: 'inbound' | 'outbound'): LinearModel => (models[direction] ??= modelOf(language, direction));

  const passing: Partial<Record<'inbound' | 'outbound', ReadText['isOn']>> = {};
  const passes = (direction: 'inbound' | 'outbound'): ReadText['isOn'] => {
    const known = passing[direction];
    if (known !== undefined) return known;
    const { outputs, thresholds } = model(direction);
    const leasts = new Map(outputs.map((output, at) => [output, thresholds[at] ?? UNMODELLED_THRESHOLD]));
    return (passing[direction] = (code, probability) => probability >= (leasts.get(code) ?? UNMODELLED_THRESHOLD));
  };

  const wordsWith = (direction: 'inbound' | 'outbound', analysis: Analysis): ReadText['words'] => (code) => {
    const { outputs, weights } = model(direction);
    const output = outputs.indexOf(code);
    if (output < 0) return [];
    return maker.strongest(analysis, weights, outputs.length, output).map(({ first, end }) => ({ start: analysis.tokens[first]?.start ?? 0, end: analysis.tokens[end - 1]?.end ?? 0 }));
  };

  const pullsWith = (direction: 'inbound' | 'outbound', text: string, analysis: Analysis, prepared: PreparedText, fill: () => Float64Array) => (code: string): readonly Pull[] => {
    const used = model(direction);
    if (!used.outputs.includes(code)) return [];
    return strongestPulls(used, code, { named: maker.named(analysis), features: maker.features(analysis, prepared), evidence: fill(), analysis, text });
  };

  const readInbound = (text: ReadableText, prepared: PreparedText): ReadText => {
    const analysis = reader.analyse(prepared);
    const evidence = reader.evidence(analysis, prepared, 'inbound');
    const byRule = intentReading(evidence, prepared, language, analysis.polarity);
    const sight: InboundSight = {
      evidence, intents: byRule, analysis, prepared, valence: textValence(analysis, reader.lexicon.valences),
      sentiments: sentimentProbabilities(evidence, byRule, language, analysis.polarity),
    };
    inbound ??= inboundReader(model('inbound'));
    const chances = inbound.chances(sight, maker.features(analysis, prepared, model('inbound')), extras.layer?.('inbound'));
    const ownRules = extras.rules?.hits(analysis, language, 'inbound') ?? [];
    const isOn = passes('inbound');
    const intents = settledIntents(chances.intents, { evidence, byRule, isOn });
    const sentiments = settledSentiments(chances.sentiments, byRule);
    return {
      analysis, evidence, isOn, intents: ruled(intents, ownRules), acts: null, sentiments, irony: byRule.sarcastic ? Math.max(0.9, chances.irony) : chances.irony, tone: null,
      promises: [], recommendationSign: byRule.recommendationSign ?? (sentiments.negative > sentiments.positive ? -1 : 1), thanks: byRule.thanks, contact: evidence.theme('contact-me') > 0, ownRules,
      words: wordsWith('inbound', analysis),
      pulls: pullsWith('inbound', text.text, analysis, prepared, () => inboundEvidence(sight, new Float64Array(INBOUND_EVIDENCE.length))),
    };
  };

  const readOutbound = (text: ReadableText, prepared: PreparedText): ReadText => {
    const analysis = reader.analyse(prepared);
    const evidence = reader.evidence(analysis, prepared, 'outbound');
    const promises = promisesIn({ text: text.text, analysis, hits: reader.promiseHits(analysis), lexicon: reader.lexicon, atMs: text.atMs, timeZone: text.timeZone });
    const promised = promisedShare(promises, prepared);
    const sight: OutboundSight = { evidence, acts: actProbabilities(evidence, prepared, promised), promised, promises: promises.length, analysis, prepared };
    outbound ??= outboundReader(model('outbound'));
    const chances = outbound.chances(sight, maker.features(analysis, prepared, model('outbound')), extras.layer?.('outbound'));
    const ownRules = extras.rules?.hits(analysis, language, 'outbound') ?? [];
    const acts = ruled(settledActs(chances.acts, evidence, sight.acts), ownRules);
    // an act that commits and a commitment found are one fact: the finder has the last word on whether there is one
    const { outputs, thresholds } = model('outbound');
    const threshold = thresholds[outputs.indexOf('promise')] ?? UNMODELLED_THRESHOLD;
    // a commitment is what the message mainly does only where little else is said
    const others = Math.max(...MODELLED_ACTS.map((act) => (act === 'promise' ? 0 : acts[act])));
    const most = promised < MOSTLY_PROMISED && others >= threshold ? Math.max(threshold, others - 0.01) : 1;
    const committed = promises.length > 0 ? Math.min(most, Math.max(acts.promise, threshold)) : Math.min(acts.promise, threshold - 0.01);
    return {
      analysis, evidence, isOn: passes('outbound'), intents: null, acts: { ...acts, promise: ownRules.some(({ code }) => code === 'promise') ? acts.promise : committed }, sentiments: sentimentProbabilities(evidence, null, language, analysis.polarity), irony: 0,
      tone: acts.content >= TONED || acts.promotion >= TONED ? toneOf(chances) : null,
      promises, recommendationSign: null, thanks: evidence.theme('thanks') > 0, contact: false, ownRules,
      words: wordsWith('outbound', analysis),
      pulls: pullsWith('outbound', text.text, analysis, prepared, () => outboundEvidence(sight, new Float64Array(OUTBOUND_EVIDENCE.length))),
    };
  };

  return {
    read: (text, prepared) => (text.direction === 'inbound' ? readInbound(text, prepared) : readOutbound(text, prepared)),
    recycle: () => {
      reader.recycle();
      maker.recycle();
    },
  };
}
