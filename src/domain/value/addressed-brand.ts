import type { MessageFact } from './value-fact.ts';

/**
 * The brand a message is written to, by what is known when it is written: the brand it replies to, else the first brand
 * it names, else the owner of the place unless the message replies to another person. Null when there is none.
 */
export function addressedBrand({ author, parent, mentions, containerBrandId }: Pick<MessageFact, 'author' | 'parent' | 'mentions' | 'containerBrandId'>): number | null {
  const parentVoice = parent?.author?.voiceOf ?? null;
  if (parentVoice !== null) return parentVoice;
  for (const { voiceOf } of mentions) if (voiceOf !== null) return voiceOf;
  const parentAccount = parent?.author?.accountId ?? null;
  if (parentAccount !== null && parentAccount !== author?.accountId) return null;
  return containerBrandId;
}
