import { createBatch, type ItemOutcome } from './item-outcome.ts';
import type { JsonItem } from './json-item.ts';
import { jsonItems } from './json-items.ts';
import { holdsPath, pathSteps } from './json-paths.ts';
import type { PartHead } from './part-head.ts';
import type { Part, ReadSetting, RecordBatch, RecordFormat } from './record-format.ts';

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

/**
 * Paths of a part that comes as pages, which hold their items in one of `lists` (`data[]`), or as the items themselves: one
 * a line, in an array, or one document of either. Of a page all lists are read.
 */
export function pagePaths({ json }: PartHead, lists: readonly string[]): readonly string[] {
  if (json?.form === 'lines') return ['', ...lists];
  if (Array.isArray(json?.document)) return ['[]', ...lists.map((list) => `[].${list}`)];
  return lists.some((list) => holdsPath(json?.document, pathSteps(list))) ? lists : [''];
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
        const gathered = createBatch(broken);
        for (const item of items) gathered.add(toRecords(item), item.line, () => JSON.stringify(item.value));
        yield gathered.batch(bytes);
      }
    },
  };
}
