import type { FileSurvey } from './file-survey.ts';
import { jsonHead, type JsonHead } from './json-head.ts';
import { MOST_COLUMNS, tableDialect, type TableDialect } from './table-dialect.ts';
import { createTextDecoding } from './text-decoder.ts';

/** What the first mebibyte of a part shows, worked out when first asked for: formats recognise files by it. */
export interface PartHead {
  /** File name, or path inside the archive; a hint for people, never proof of a format. */
  readonly name: string;
  readonly survey: FileSurvey;
  /** The first text, decoded, without byte order mark, with LF line ends. */
  readonly text: string;
  /** True when `text` is all there is. */
  readonly isWhole: boolean;
  /** The beginning as JSON: a document, one value a line, or a script that assigns one; null for anything else. */
  readonly json: JsonHead | null;
  /** The beginning as a table; null when it begins like JSON or markup, or has more columns than any table. Any other text is a table of at least one column. */
  readonly table: TableDialect | null;
}

/** True for text that begins like HTML or XML. */
export function isMarkup(text: string): boolean {
  return /^\s*<(?:!doctype|html|head|body|\?xml|div|[a-z]+[\s>])/i.test(text.slice(0, 2000));
}

/** Looks at the beginning of a part. `encoding` overrules what the survey found. */
export function partHead(name: string, survey: FileSurvey, encoding: string = survey.encoding): PartHead {
  const isWhole = survey.sample.length === survey.bytes;
  const decoding = createTextDecoding(encoding);
  const text = decoding.write(survey.sample) + (isWhole ? decoding.end() : '');
  let json: JsonHead | null | undefined;
  let table: TableDialect | null | undefined;
  const readJson = (): JsonHead | null => (json === undefined ? (json = jsonHead(text, isWhole)) : json);
  return {
    name, survey, text, isWhole,
    get json() {
      return readJson();
    },
    get table() {
      if (table === undefined) {
        const found = readJson() !== null || /^\s*[[{]/.test(text) || isMarkup(text) ? null : tableDialect(text, { isWhole });
        table = found === null || found.headers.length > MOST_COLUMNS ? null : found;
      }
      return table;
    },
  };
}
