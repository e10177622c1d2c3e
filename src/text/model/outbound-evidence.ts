import type { Act } from '../../domain/model/codes.ts';
import type { Analysis, PreparedText } from '../analysis.ts';
import type { Evidence } from '../evidence.ts';
import { MODELLED_ACTS } from './reading-models.ts';

const THEMES = ['care', 'deflect', 'ask', 'acknowledge', 'answer', 'promotion', 'content', 'personal', 'apology', 'next-step', 'taken-up', 'own-voice', 'thanks', 'solved'] as const;

/** What the first stage of an outbound model is mixed with, by name and in order: the model's file repeats it. */
export const OUTBOUND_EVIDENCE: readonly string[] = [
  ...MODELLED_ACTS.map((act) => `rule ${act}`), ...THEMES.map((theme) => `theme ${theme}`),
  'promised', 'promises', 'questions', 'last question', 'length', 'mention first', 'link', 'hashtags', 'emoji', 'positive', 'negative',
];

const MOST_RULE_LOGIT = 4;
const logitOf = (probability: number): number => Math.max(-MOST_RULE_LOGIT, Math.min(MOST_RULE_LOGIT, Math.log((probability + 1e-6) / (1 - probability + 1e-6))));

/** What a brand's text shows besides its n-grams; `promised` is the share of the text that commits to something. */
export interface OutboundSight {
  readonly evidence: Evidence;
  readonly acts: Readonly<Record<Act, number>>;
  readonly promised: number;
  readonly promises: number;
  readonly analysis: Analysis;
  readonly prepared: PreparedText;
}

/** Fills `into` with the evidence of {@link OUTBOUND_EVIDENCE}, all of it roughly within -4 and 4. */
export function outboundEvidence({ evidence, acts, promised, promises, analysis, prepared }: OutboundSight, into: Float64Array): Float64Array {
  let at = 0;
  const put = (value: number): void => {
    into[at] = value;
    at += 1;
  };
  for (const act of MODELLED_ACTS) put(logitOf(acts[act]));
  for (const theme of THEMES) put(Math.min(5, evidence.theme(theme)) / 2);
  put(promised);
  put(Math.min(2, promises));
  put(Math.min(2, evidence.questions));
  put(analysis.sentences.at(-1)?.question === true ? 1 : 0);
  put(Math.log2(1 + evidence.words) / 3);
  put(prepared.startsWithMention ? 1 : 0);
  put(prepared.links > 0 ? 1 : 0);
  put(Math.min(3, prepared.hashtags.length) / 2);
  put(Math.min(2, prepared.emoji.length));
  put(Math.log1p(Math.min(12, evidence.positive)));
  put(Math.log1p(Math.min(12, evidence.negative)));
  return into;
}
