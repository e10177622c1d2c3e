import { CAPTURE_FORMATS } from './formats/capture-formats.ts';
import { CHAT_FORMATS } from './formats/chat-formats.ts';
import { DESK_FORMATS } from './formats/desk-formats.ts';
import { EXPORTER_FORMATS } from './formats/exporter-formats.ts';
import { FEDIVERSE_FORMATS } from './formats/fediverse-formats.ts';
import { FORUM_FORMATS } from './formats/forum-formats.ts';
import { GENERIC_FORMATS } from './formats/generic-formats.ts';
import { MAIL_FORMATS } from './formats/mail-formats.ts';
import { META_FORMATS } from './formats/meta-formats.ts';
import { metaPageAdvice } from './formats/meta-pages.ts';
import { VIDEO_FORMATS } from './formats/video-formats.ts';
import { X_FORMATS } from './formats/x-formats.ts';
import { IngestFailure } from './ingest-failure.ts';
import { isMarkup, type PartHead } from './part-head.ts';
import type { RecordFormat } from './record-format.ts';
import { MOST_COLUMNS } from './table-dialect.ts';

/** Every format known, those that take anything last. */
export const RECORD_FORMATS: readonly RecordFormat[] = [
  ...EXPORTER_FORMATS, ...META_FORMATS, ...X_FORMATS, ...VIDEO_FORMATS, ...CAPTURE_FORMATS, ...FORUM_FORMATS, ...FEDIVERSE_FORMATS, ...CHAT_FORMATS, ...DESK_FORMATS, ...MAIL_FORMATS,
  ...GENERIC_FORMATS,
];

/** The format of an id, or null. */
export function recordFormat(id: string): RecordFormat | null {
  return RECORD_FORMATS.find((format) => format.id === id) ?? null;
}

/** What a text is that no format takes, in words. */
function unlikeAnything(head: PartHead): IngestFailure {
  const start = head.text.slice(0, 2000).trimStart();
  if (start === '') return new IngestFailure('unreadable-file', 'the file is empty: it holds nothing but blanks');
  if (head.json !== null) return new IngestFailure('unknown-format', 'the file is JSON of a kind that is not known: no member of it looks like messages; choose its format, or a mapping that names its fields');
  if (/^[{[]/.test(start)) return new IngestFailure('unreadable-file', `the file begins like JSON and is not valid JSON${whereBroken(head)}; export it again`);
  const advice = metaPageAdvice(head.text);
  if (advice !== null) return new IngestFailure('unknown-format', advice);
  if (isMarkup(head.text)) return new IngestFailure('unknown-format', 'the file is a web page or XML of a kind that is not known; where the source offers JSON or CSV, export that');
  if ((/^.*$/m.exec(head.text)?.[0] ?? '').split(/[,;\t|]/).length > MOST_COLUMNS) return new IngestFailure('unreadable-file', `the table has more than ${String(MOST_COLUMNS)} columns, more than any spreadsheet can have`);
  if (!head.isWhole && !head.text.includes('\n')) return new IngestFailure('unreadable-file', 'the file holds no table and no messages: its first line is longer than a million characters');
  return new IngestFailure('unknown-format', 'the file is of no kind that is known: it holds no table, no messages and no conversation');
}

function whereBroken({ text, isWhole }: PartHead): string {
  if (!isWhole) return '';
  try {
    JSON.parse(text);
    return '';
  } catch (error) {
    const position = /position (\d+)/.exec(error instanceof Error ? error.message : '')?.[1];
    return position === undefined ? ': it ends in the middle' : `: the sign at position ${position} may not stand there`;
  }
}

/**
 * The format a part is likeliest of, by content alone, with how sure that is; the first of the list at a tie. Throws
 * IngestFailure `unknown-format` or `unreadable-file` with what the part seems to be when none fits at all.
 */
export function recognisedFormat(head: PartHead): { readonly format: RecordFormat; readonly confidence: number } {
  let best: { format: RecordFormat; confidence: number } | null = null;
  for (const format of RECORD_FORMATS) {
    const confidence = format.recognise(head);
    if (confidence > (best?.confidence ?? 0)) best = { format, confidence };
  }
  if (best === null) throw unlikeAnything(head);
  return best;
}
