import type { RecordedMessage, RecordedReaction, RejectedRow } from '../domain/model/record.ts';
import type { RecordBatch } from './record-format.ts';
import { rejectedRow, type Refusal } from './rejected-row.ts';

/** Records of one item; `refused` lists what was nested in it and is no message. */
export interface ItemRecords {
  readonly messages?: readonly RecordedMessage[];
  readonly reactions?: readonly RecordedReaction[];
  readonly refused?: readonly Refusal[];
}

/** What one item became: records, or why it is none; `null` for an item that is no row at all (a header, a service line that carries no message). */
export type ItemOutcome = ItemRecords | { readonly rejected: Refusal } | null;

/** The refusal of what one person did (a like, a view), where nothing read so far says who: `remedy` says what does. A reaction of nobody says nothing. */
export function ownerless(what: string, remedy: string): { readonly rejected: Refusal } {
  return { rejected: { code: 'not-a-message', detail: `${what}, and nothing says whose: ${remedy}` } };
}

/** What several outcomes come to: all records, and what was refused of them. */
export function joinedRecords(outcomes: readonly ItemOutcome[]): ItemRecords {
  const messages: RecordedMessage[] = [];
  const reactions: RecordedReaction[] = [];
  const refused: Refusal[] = [];
  for (const outcome of outcomes) {
    if (outcome === null) continue;
    if ('rejected' in outcome) {
      refused.push(outcome.rejected);
      continue;
    }
    messages.push(...(outcome.messages ?? []));
    reactions.push(...(outcome.reactions ?? []));
    refused.push(...(outcome.refused ?? []));
  }
  return { messages, reactions, refused };
}

/** Gathers the outcomes of a stretch of a part, whose rows that could not even be cut out are `broken`. `raw` gives a refused item as the file has it. */
export function createBatch(broken: readonly RejectedRow[]): { add(outcome: ItemOutcome, line: number, raw: () => string): void; batch(bytes: number): RecordBatch } {
  const messages: RecordedMessage[] = [];
  const reactions: RecordedReaction[] = [];
  const rejected: RejectedRow[] = [...broken];
  let rows = broken.length;
  return {
    add(outcome, line, raw) {
      if (outcome === null) return;
      rows += 1;
      if ('rejected' in outcome) {
        rejected.push(rejectedRow(line, outcome.rejected, raw()));
        return;
      }
      // a loop, because a long item as arguments would overflow the stack
      for (const message of outcome.messages ?? []) messages.push(message);
      for (const reaction of outcome.reactions ?? []) reactions.push(reaction);
      for (const refusal of outcome.refused ?? []) rejected.push({ line, ...refusal });
      rows += outcome.refused?.length ?? 0;
    },
    batch: (bytes) => ({ messages, reactions, rejected, rows, bytes }),
  };
}
