import { LONGEST_RAW, type RecordedMessage, type RecordedReaction, type RejectedRow, type RejectionCode } from '../domain/model/record.ts';
import type { JsonItem } from './json-item.ts';
import { jsonItems } from './json-items.ts';
import type { PartHead } from './part-head.ts';
import type { Part, ReadSetting, RecordBatch, RecordFormat } from './record-format.ts';

/** Why an item, or something nested in it, is no message. */
interface Refusal {
  readonly code: RejectionCode;
  readonly detail: string;
}

/**
 * What one item became; `refused` lists what was nested in it and is no message. `null` for an item that is no row at all (a
 * header, a service line that carries no message).
 */
export type ItemOutcome =
  | { readonly messages?: readonly RecordedMessage[]; readonly reactions?: readonly RecordedReaction[]; readonly refused?: readonly Refusal[] }
  | { readonly rejected: Refusal }
  | null;

/** How a kind of JSON file becomes records, item by item. */
export interface JsonFormatParts {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  /** See RecordFormat.recognise; `head.json` is the place to look. */
  readonly recognise: (head: PartHead) => number;
  readonly order?: (head: PartHead) => number;
  readonly isPrivate?: (head: PartHead) => boolean;
  /** Paths of {@link jsonItems} that hold the items; may depend on what the part is. */
  readonly paths: (head: PartHead) => readonly string[];
  /** Called once a part; what it returns is called for every item in order. */
  readonly reader: (part: Part, setting: ReadSetting) => (item: JsonItem) => ItemOutcome;
}

/** The first JSON values of a part, whatever its form: lines, elements of a top-level array, or the one document. */
export function headValues(head: PartHead): readonly unknown[] {
  const { json } = head;
  if (json === null) return [];
  return json.form === 'lines' || Array.isArray(json.document) ? json.values : [json.document];
}

/** Share of the first values that `test` accepts, 0 to 1; 0 for none. */
export function shareOfHead(head: PartHead, test: (value: unknown) => boolean): number {
  const values = headValues(head);
  return values.length === 0 ? 0 : values.filter(test).length / values.length;
}

/** A format whose files are JSON in any form: lines, a document, or a script. */
export function jsonFormat({ id, name, description, recognise, order, isPrivate, paths, reader }: JsonFormatParts): RecordFormat {
  return {
    id, name, description,
    recognise: (head) => (head.json === null ? 0 : recognise(head)),
    ...(order === undefined ? {} : { order }),
    ...(isPrivate === undefined ? {} : { isPrivate }),
    async *read(part, setting): AsyncGenerator<RecordBatch> {
      const toRecords = reader(part, setting);
      for await (const { items, rejected: broken, bytes } of jsonItems(part, paths(part.head), setting.signal)) {
        const messages: RecordedMessage[] = [];
        const reactions: RecordedReaction[] = [];
        const rejected: RejectedRow[] = [...broken];
        let rows = broken.length;
        for (const item of items) {
          const outcome = toRecords(item);
          if (outcome === null) continue;
          rows += 1;
          if ('rejected' in outcome) rejected.push({ line: item.line, ...outcome.rejected, raw: JSON.stringify(item.value).slice(0, LONGEST_RAW) });
          else {
            if (outcome.messages !== undefined) messages.push(...outcome.messages);
            if (outcome.reactions !== undefined) reactions.push(...outcome.reactions);
            for (const refusal of outcome.refused ?? []) rejected.push({ line: item.line, ...refusal });
            rows += outcome.refused?.length ?? 0;
          }
        }
        yield { messages, reactions, rejected, rows, bytes };
      }
    },
  };
}
