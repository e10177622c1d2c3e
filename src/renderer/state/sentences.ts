import { useCallback } from 'react';
import type { OperationInput } from '../../contract/operations.ts';
import { hashFromLocation } from './location.ts';
import type { Workbench } from './workbench.ts';

/** A sentence of a room that can be kept as a finding; where it stands and in which language is known when it is kept. */
export type KeepableSentence = Omit<OperationInput<'findings.keep'>, 'language' | 'address'>;

// an element forgets its sentence when it goes: nothing has to be taken out
const sentences = new WeakMap<Element, KeepableSentence>();

/** Attribute of elements that hold a sentence. */
const MARK = 'data-sentence';

/** What an element must carry so that its sentence can be kept with the key of findings; nothing for null. */
export function useSentence(sentence: KeepableSentence | null): { readonly ref?: (element: HTMLElement | null) => void; readonly 'data-sentence'?: '' } {
  const ref = useCallback((element: HTMLElement | null) => {
    if (element !== null && sentence !== null) sentences.set(element, sentence);
  }, [sentence]);
  return sentence === null ? {} : { ref, [MARK]: '' };
}

/** The sentence meant: of the card that has the focus or the pointer, else the first of the room; null where there is none. */
export function sentenceInView(): KeepableSentence | null {
  const pointed = [...document.querySelectorAll(':hover')].at(-1) ?? null;
  for (const place of [document.activeElement, pointed]) {
    for (let around: Element | null = place; around !== null && around.tagName !== 'MAIN' && around !== document.body && around !== document.documentElement; around = around.parentElement) {
      const found = around.hasAttribute(MARK) ? around : around.matches('section, li, article') ? around.querySelector(`[${MARK}]`) : null;
      if (found !== null) return sentences.get(found) ?? null;
    }
  }
  const first = document.querySelector(`main [${MARK}]`);
  return first === null ? null : (sentences.get(first) ?? null);
}

/** Keeps a sentence as a finding and says so in the status line; a failure stands above the room. */
export async function keepSentence(workbench: Workbench, sentence: KeepableSentence): Promise<void> {
  const address = hashFromLocation(workbench.navigation.location.get()).slice(2);
  const outcome = await workbench.run('findings.keep', { ...sentence, language: workbench.preferences.values.get().language, address });
  if (!outcome.ok) {
    workbench.failure.set(outcome.failure);
    return;
  }
  await workbench.refresh();
  workbench.notice.set({ kind: outcome.value.already ? 'finding-already' : 'finding-kept', findingId: outcome.value.id });
}
