import { INTENTS, SENTIMENTS } from '../../domain/model/codes.ts';

/** Outputs of the inbound model: the intents, the sentiments, and whether the text means the contrary of what it says. */
export const INBOUND_OUTPUTS: readonly string[] = [...INTENTS, ...SENTIMENTS, 'irony'];

/** Acts that a single text can show; `template` needs the brand's other replies. */
export const MODELLED_ACTS = ['answer', 'care', 'ask', 'acknowledge', 'promise', 'deflect', 'promotion', 'content', 'personal'] as const;

/** Outputs of the outbound model: the acts and the two tones of what is broadcast. */
export const OUTBOUND_OUTPUTS: readonly string[] = [...MODELLED_ACTS, 'emotional', 'informative'];
