import { ACTS, INTENTS, SENTIMENTS } from '../../src/domain/model/codes.ts';
import type { RandomStream } from '../../src/domain/stats/seeded-random.ts';
import type { Analysis, PreparedText } from '../../src/text/analysis.ts';
import { actProbabilities } from '../../src/text/act-rules.ts';
import { intentReading } from '../../src/text/intent-rules.ts';
import { languageReader, type LanguageReader } from '../../src/text/language-reader.ts';
import { emojiPolarities, lexiconOf, type ReadLanguage } from '../../src/text/lexicon.ts';
import { evidenceSigns } from '../../src/text/model/evidence-signs.ts';
import { INBOUND_EVIDENCE, inboundEvidence } from '../../src/text/model/inbound-evidence.ts';
import { featureMaker } from '../../src/text/model/ngram-features.ts';
import { OUTBOUND_EVIDENCE, outboundEvidence } from '../../src/text/model/outbound-evidence.ts';
import { INBOUND_OUTPUTS, OUTBOUND_OUTPUTS } from '../../src/text/model/reading-models.ts';
import { preparedText } from '../../src/text/prepared-text.ts';
import { promisedShare, promisesIn } from '../../src/text/promise-finder.ts';
import { sentimentProbabilities } from '../../src/text/sentiment-rules.ts';
import { textValence } from '../../src/text/valence.ts';
import type { InboundExample, OutboundExample } from './corpus.ts';
import { carelessText } from './perturbation.ts';
import type { TrainingRow } from './sparse-training.ts';

/** A text ready for both stages. */
export interface PreparedRow extends TrainingRow {
  readonly theme: string;
  readonly evidence: Float64Array;
  /** The text as written, not a careless copy of it: scores and the second stage look at these alone. */
  readonly isOriginal: boolean;
}

/** Turns texts into rows with the very analysis that the reader uses. */
export interface RowMaker {
  readonly inbound: (text: string, row: RowLabels) => PreparedRow;
  readonly outbound: (text: string, row: Omit<RowLabels, 'toneWeight'>) => PreparedRow;
}

/** What a row is to teach, and how much it counts: for the tone it may count differently. */
export type RowLabels = Pick<PreparedRow, 'theme' | 'targets' | 'weight' | 'toneWeight' | 'isOriginal'>;

const NONE = new Int32Array(0);

/** A maker of rows for a language. Phrases and signs of evidence are for inbound texts. */
export function rowMaker(language: ReadLanguage): RowMaker {
  const lexicon = lexiconOf(language);
  const reader: LanguageReader = languageReader(language, lexicon, emojiPolarities());
  const maker = featureMaker();
  const { list, fill } = evidenceSigns(INBOUND_EVIDENCE);
  const base = (analysis: Analysis, prepared: PreparedText): { words: Int32Array; letters: Int32Array; phrases: Int32Array } => {
    const { words, wordCount, letters, letterCount, phrases, phraseCount } = maker.features(analysis, prepared);
    return { words: words.slice(0, wordCount), letters: letters.slice(0, letterCount), phrases: phrases.slice(0, phraseCount) };
  };
  return {
    inbound: (text, row) => {
      const prepared = preparedText(text);
      const analysis = reader.analyse(prepared);
      const evidence = reader.evidence(analysis, prepared, 'inbound');
      const intents = intentReading(evidence, prepared, language, analysis.polarity);
      const sight = { evidence, intents, sentiments: sentimentProbabilities(evidence, intents, language, analysis.polarity), valence: textValence(analysis, lexicon.valences), analysis, prepared };
      const seen = inboundEvidence(sight, new Float64Array(INBOUND_EVIDENCE.length));
      return { ...base(analysis, prepared), signs: list.slice(0, fill(seen)), ...row, evidence: seen };
    },
    outbound: (text, row) => {
      const prepared = preparedText(text);
      const analysis = reader.analyse(prepared);
      const evidence = reader.evidence(analysis, prepared, 'outbound');
      const promises = promisesIn({ text, analysis, hits: reader.promiseHits(analysis), lexicon, atMs: undefined, timeZone: undefined });
      const promised = promisedShare(promises, prepared);
      const acts = actProbabilities(evidence, prepared, promised);
      return { ...base(analysis, prepared), phrases: NONE, signs: NONE, ...row, toneWeight: row.weight, evidence: outboundEvidence({ evidence, acts, promised, promises: promises.length, analysis, prepared }, new Float64Array(OUTBOUND_EVIDENCE.length)) };
    },
  };
}

/** What an inbound example should give, one entry an output of the inbound model. */
export function inboundTargets({ intents, sentiment, flags }: InboundExample): Int8Array {
  return Int8Array.from(INBOUND_OUTPUTS, (output) => {
    if ((INTENTS as readonly string[]).includes(output)) return (intents as readonly string[]).includes(output) ? 1 : 0;
    if ((SENTIMENTS as readonly string[]).includes(output)) return sentiment === output ? 1 : 0;
    return flags.includes(output) ? 1 : 0;
  });
}

/** What an outbound example should give, one entry an output of the outbound model. Tone is not said of acts that have none. */
export function outboundTargets({ acts, tone, promises }: OutboundExample): Int8Array {
  return Int8Array.from(OUTBOUND_OUTPUTS, (output) => {
    if (output === 'emotional') return tone === null ? -1 : tone === 'e' || tone === 'b' ? 1 : 0;
    if (output === 'informative') return tone === null ? -1 : tone === 'i' || tone === 'b' ? 1 : 0;
    if (output === 'promise') return (acts as readonly string[]).includes('promise') ? 1 : promises.length > 0 && acts[0] !== 'promise' ? -1 : 0;
    return (ACTS as readonly string[]).includes(output) && (acts as readonly string[]).includes(output) ? 1 : 0;
  });
}

/** Every example as written and `copies` careless copies of each, which weigh less. */
export function withCarelessCopies<Example extends { readonly text: string }>(examples: readonly Example[], { copies, language, random }: { readonly copies: number; readonly language: ReadLanguage; readonly random: RandomStream }): { readonly example: Example; readonly text: string; readonly isOriginal: boolean }[] {
  return examples.flatMap((example) => [
    { example, text: example.text, isOriginal: true },
    ...Array.from({ length: copies }, () => ({ example, text: carelessText(example.text, language, random), isOriginal: false })),
  ]);
}
