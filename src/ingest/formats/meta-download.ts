import type { RejectionCode } from '../../domain/model/record.ts';
import { IngestFailure } from '../ingest-failure.ts';
import { createBatch, type ItemOutcome, type ItemRecords } from '../item-outcome.ts';
import type { JsonItem } from '../json-item.ts';
import { jsonItems } from '../json-items.ts';
import { objectOf } from '../json-values.ts';
import type { PartHead } from '../part-head.ts';
import type { Part, ReadSetting, RecordBatch, RecordFormat } from '../record-format.ts';
import { repairedValue } from './meta-mojibake.ts';

/** What one row of a download became; a refusal may name the value it speaks of when that is less than the whole item. */
export type DownloadRow = ItemRecords | (Extract<ItemOutcome, { readonly rejected: unknown }> & { readonly row?: unknown });

/** One of the shapes that files of a download have. */
export interface DownloadShape {
  /** How sure the beginning of a part is to be of this shape, 0 to 1. */
  readonly sure: (head: PartHead) => number;
  /** Place in the reading order; 1 when left out. */
  readonly order?: number;
  /** True for conversations that their writers take for private, see RecordFormat.isPrivate; false when left out. */
  readonly isPrivate?: boolean;
  /** Paths of jsonItems that hold the items; the fewer, the faster a long file is read. */
  readonly paths: readonly string[] | ((head: PartHead) => readonly string[]);
  /** Called once a part; what it returns is called for every item, with its texts and keys repaired. None for an item that is no row. */
  readonly reader: (part: Part, setting: ReadSetting) => (item: JsonItem) => readonly DownloadRow[];
}

/** A refusal, ready to be returned. */
export function refusedRow(code: RejectionCode, detail: string, row?: unknown): DownloadRow {
  return { rejected: { code, detail }, ...(row === undefined ? {} : { row }) };
}

/**
 * A format whose parts have one of several shapes, all written with the broken characters of Meta's downloads. Reading a
 * part of no such shape throws IngestFailure `unknown-format`.
 */
export function downloadFormat({ id, name, description, shapes }: { readonly id: string; readonly name: string; readonly description: string; readonly shapes: readonly DownloadShape[] }): RecordFormat {
  const shapeOf = (head: PartHead): { readonly shape: DownloadShape | null; readonly sure: number } => {
    let best: { shape: DownloadShape | null; sure: number } = { shape: null, sure: 0 };
    if (head.json === null || head.json.form !== 'document') return best;
    for (const shape of shapes) {
      const sure = shape.sure(head);
      if (sure > best.sure) best = { shape, sure };
    }
    return best;
  };
  return {
    id, name, description,
    recognise: (head) => shapeOf(head).sure,
    order: (head) => shapeOf(head).shape?.order ?? 1,
    isPrivate: (head) => shapeOf(head).shape?.isPrivate === true,
    async *read(part, setting): AsyncGenerator<RecordBatch> {
      const { shape } = shapeOf(part.head);
      if (shape === null) throw new IngestFailure('unknown-format', `this is no file of a ${name} that holds posts, comments, messages or reactions`);
      const toRows = shape.reader(part, setting);
      const paths = typeof shape.paths === 'function' ? shape.paths(part.head) : shape.paths;
      for await (const { items, rejected: broken, bytes } of jsonItems(part, paths, setting.signal)) {
        const gathered = createBatch(broken);
        for (const { line, path, value, ancestors } of items) {
          const repaired = repairedValue(value);
          for (const row of toRows({ line, path, value: repaired, ancestors: ancestors.map((ancestor) => objectOf(repairedValue(ancestor)) ?? {}) })) {
            gathered.add(row, line, () => JSON.stringify('row' in row ? row.row : repaired));
          }
        }
        yield gathered.batch(bytes);
      }
    },
  };
}
