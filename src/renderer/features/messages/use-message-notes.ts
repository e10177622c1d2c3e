import { useMemo } from 'react';
import type { OperationValue } from '../../../contract/operations.ts';
import { useOperation } from '../../state/use-operation.ts';

/** What is written of a message. */
export type MessageNote = OperationValue<'notes.of'>['notes'][number];

const BLOCK = 100;
const NONE: ReadonlyMap<number, MessageNote> = new Map();

/** Notes of some messages, by their number; at most 500 are asked for. */
export function useMessageNotes(messageIds: readonly number[]): ReadonlyMap<number, MessageNote> {
  const asked = messageIds.slice(0, 5 * BLOCK);
  const state = useOperation('notes.of', asked.length === 0 ? null : { messageIds: asked });
  const value = state.status === 'value' ? state.value : null;
  return useMemo(() => (value === null ? NONE : new Map(value.notes.flatMap((note): [number, MessageNote][] => (note.messageId === null ? [] : [[note.messageId, note]])))), [value]);
}

/** Rows of a long list that are looked up together, so that scrolling asks once a block: from the block of the first to that of the last. */
export function blockBounds({ first, last }: { readonly first: number; readonly last: number }): { readonly from: number; readonly to: number } {
  return { from: Math.floor(first / BLOCK) * BLOCK, to: (Math.floor(last / BLOCK) + 1) * BLOCK };
}
