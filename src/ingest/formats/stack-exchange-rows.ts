import { Parser } from 'htmlparser2';
import { IngestFailure } from '../ingest-failure.ts';
import type { JsonObject } from '../json-item.ts';
import type { Part } from '../record-format.ts';
import { createTextDecoding } from '../text-decoder.ts';

/** Row elements of a dump met in one stretch: attributes decoded, with the number of the row, 1-based. */
interface DumpRows {
  readonly rows: readonly { readonly attributes: JsonObject; readonly line: number }[];
  readonly bytes: number;
  /** True once, at the end of a file whose root element never closes. */
  readonly isCut: boolean;
}

/** One row longer than this is damage, not a post: the site allows 30,000 characters. */
const LONGEST_ROW = 16 << 20;

/**
 * Reads the `<row .../>` elements of an XML dump as a stream, in flat memory. Throws IngestFailure `unreadable-file` for a
 * row that does not end.
 */
export async function* dumpRows(part: Part, signal?: AbortSignal): AsyncGenerator<DumpRows> {
  const decoding = createTextDecoding(part.head.survey.encoding);
  let rows: { attributes: JsonObject; line: number }[] = [];
  let line = 0;
  let bytes = 0;
  let sinceRow = 0;
  let isClosed = false;
  const parser = new Parser({
    onopentag(name, attributes) {
      if (name !== 'row') return;
      line += 1;
      sinceRow = 0;
      rows.push({ attributes, line });
    },
    // at the end of a cut file the parser closes what is open by itself and says so
    onclosetag(name, isImplied) {
      if (!isImplied && /^(?:posts|comments|users)$/.test(name)) isClosed = true;
    },
  }, { xmlMode: true, decodeEntities: true });
  const fed = (text: string): DumpRows => {
    sinceRow += text.length;
    parser.write(text);
    if (sinceRow > LONGEST_ROW + text.length) throw new IngestFailure('unreadable-file', `the file is damaged after its row ${String(line)}: a row does not end`);
    const met = rows;
    rows = [];
    return { rows: met, bytes, isCut: false };
  };
  for await (const block of part.source.open(signal)) {
    bytes += block.length;
    yield fed(decoding.write(block));
  }
  yield fed(decoding.end());
  parser.end();
  yield { rows: [], bytes, isCut: !isClosed };
}
