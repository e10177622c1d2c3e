import { LONGEST_RAW } from '../../domain/model/record.ts';
import { IngestFailure } from '../ingest-failure.ts';
import { createBatch, type ItemOutcome } from '../item-outcome.ts';
import type { PartHead } from '../part-head.ts';
import type { Part, RecordBatch, RecordFormat } from '../record-format.ts';
import { withoutContacts } from '../written-contacts.ts';
import { createMailReader } from './mail-message.ts';

/** Of a longer mail only the beginning is read: texts stand before attachments. */
const LONGEST_MAIL = 4 << 20;
/** A line that goes on beyond this is taken piece by piece. */
const LONGEST_LINE = 1 << 16;
const LINE_END = 10;
const PARTING = /^From (\S{1,320}(?: at \S{1,190})?)\s+((?:Mon|Tue|Wed|Thu|Fri|Sat|Sun),? .{5,60}\d{1,2}:\d{2}.{0,40})$/;
const HEAD_LINE = /^([A-Za-z][\w-]{0,60}):(?:[ \t]|$)/;

/** The time on a line that parts two mails; null for any other line. */
function partingTime(line: string): string | null {
  return PARTING.exec(line.trimEnd())?.[2] ?? null;
}

/** Names of the headers that a text begins with, lower case. */
function leadingHeaders(text: string): Set<string> {
  const names = new Set<string>();
  for (const line of text.slice(0, 1 << 16).split('\n')) {
    if (line.trim() === '') break;
    const name = HEAD_LINE.exec(line)?.[1];
    if (name !== undefined) names.add(name.toLowerCase());
    else if (!/^[ \t]/.test(line)) return new Set();
  }
  return names;
}

/** True for a text that begins with the headers of a mail. */
function beginsLikeMail(text: string): boolean {
  const names = leadingHeaders(text);
  if (!names.has('from')) return false;
  const others = ['date', 'received', 'message-id', 'to', 'mime-version', 'return-path', 'subject', 'content-type', 'delivered-to', 'x-mozilla-status', 'dkim-signature'].filter((name) => names.has(name));
  return others.length >= 3 && (names.has('date') || names.has('received') || names.has('message-id'));
}

interface CutMail {
  readonly bytes: Buffer;
  readonly line: number;
  readonly envelopeTime: string;
}

/** Cuts a mailbox at its parting lines as it streams by; gives the mails that ended in each block. Lines quoted as `>From ` get their sign off. */
async function* mailsOf(part: Part, signal: AbortSignal | undefined): AsyncGenerator<{ mails: readonly CutMail[]; bytes: number }> {
  let held: Buffer = Buffer.alloc(0);
  let line = 0;
  let isMidLine = false;
  let open: { line: number; envelopeTime: string; pieces: Buffer[]; length: number } | null = null;
  let mails: CutMail[] = [];
  let bytes = 0;
  const close = (): void => {
    if (open !== null) mails.push({ bytes: Buffer.concat(open.pieces), line: open.line, envelopeTime: open.envelopeTime });
    open = null;
  };
  const keep = (piece: Buffer): void => {
    if (open === null || piece.length === 0 || open.length >= LONGEST_MAIL) return;
    // a copy: a piece would keep its whole block in memory
    open.pieces.push(Buffer.from(piece.subarray(0, LONGEST_MAIL - open.length)));
    open.length += piece.length;
  };
  const take = (text: Buffer): void => {
    let kept = 0;
    for (let at = 0; at < text.length;) {
      const found = text.indexOf(LINE_END, at);
      const end = found < 0 ? text.length : found + 1;
      if (!isMidLine) {
        line += 1;
        const first = text[at];
        if (first === 0x46 || first === 0x3e) {
          const start = text.toString('latin1', at, Math.min(end, at + 700));
          const envelopeTime = first === 0x46 && start.startsWith('From ') ? partingTime(start) : null;
          if (envelopeTime !== null) {
            keep(text.subarray(kept, at));
            close();
            open = { line, envelopeTime, pieces: [], length: 0 };
            kept = end;
          } else if (first === 0x3e && /^>+From /.test(start)) {
            keep(text.subarray(kept, at));
            kept = at + 1;
          }
        }
      }
      isMidLine = found < 0;
      at = end;
    }
    keep(text.subarray(kept));
  };
  for await (const block of part.source.open(signal)) {
    bytes += block.length;
    const text = held.length === 0 ? block : Buffer.concat([held, block]);
    const last = text.lastIndexOf(LINE_END) + 1;
    const isLong = text.length - last > LONGEST_LINE;
    take(isLong ? text : text.subarray(0, last));
    held = isLong ? Buffer.alloc(0) : Buffer.from(text.subarray(last));
    yield { mails, bytes };
    mails = [];
  }
  take(held);
  close();
  yield { mails, bytes };
}

function batchOf(outcomes: readonly { readonly outcome: ItemOutcome; readonly line: number; readonly raw: Buffer }[], bytes: number): RecordBatch {
  const gathered = createBatch([]);
  for (const { outcome, line, raw } of outcomes) gathered.add(outcome, line, () => withoutContacts(raw.toString('utf8', 0, LONGEST_RAW)));
  return gathered.batch(bytes);
}

/**
 * A mailbox of many mails in one file, as Google Takeout, Thunderbird, Apple Mail and archives of mailing lists write it.
 * Throws IngestFailure `unreadable-file` when no line parts mails.
 */
export const MBOX: RecordFormat = {
  isPrivate: () => true,
  id: 'mbox', name: 'Mailbox (mbox)', description: 'mails of one folder with who answers which, texts without quotations and signatures; addresses are kept as keyed hashes only, attachments not at all',
  recognise(head: PartHead) {
    const start = head.text.slice(0, 1 << 16).replace(/^\n+/, '');
    const end = start.indexOf('\n');
    if (!start.startsWith('From ') || end < 0 || partingTime(start.slice(0, end)) === null) return 0;
    const names = leadingHeaders(start.slice(end + 1).replace(/^>From .*\n/, ''));
    return names.has('from') || names.size >= 3 ? 0.98 : 0;
  },
  async *read(part, setting): AsyncGenerator<RecordBatch> {
    const read = createMailReader(part.head.name, false, setting);
    let count = 0;
    for await (const { mails, bytes } of mailsOf(part, setting.signal)) {
      const outcomes: { outcome: ItemOutcome; line: number; raw: Buffer }[] = [];
      for (const mail of mails) outcomes.push({ outcome: await read(mail.bytes, mail), line: mail.line, raw: mail.bytes });
      count += mails.length;
      yield batchOf(outcomes, bytes);
    }
    if (count === 0) throw new IngestFailure('unreadable-file', 'the file is no mailbox: no line that begins with "From " and a date parts its mails');
  },
};

/** The one mail of a file, at most {@link LONGEST_MAIL} of it; Apple's files say its length in a line of their own. */
async function mailOf(part: Part, signal: AbortSignal | undefined): Promise<{ mail: Buffer; bytes: number }> {
  const pieces: Buffer[] = [];
  let bytes = 0;
  for await (const block of part.source.open(signal)) {
    if (bytes < LONGEST_MAIL) pieces.push(block.subarray(0, LONGEST_MAIL - bytes));
    bytes += block.length;
  }
  const all = Buffer.concat(pieces);
  const apple = /^(\d{1,9})\s*\n/.exec(all.toString('latin1', 0, 40));
  return { mail: apple === null ? all : all.subarray(apple[0].length, apple[0].length + Number(apple[1])), bytes };
}

/** One mail a file, as mail programs save and attach it. Throws IngestFailure `unreadable-file` for a file without the headers of a mail. */
export const EML: RecordFormat = {
  isPrivate: () => true,
  id: 'eml', name: 'Mail (eml)', description: 'one mail with what it answers, its text without quotations and signatures; its address is kept as a keyed hash only, attachments not at all',
  recognise: (head) => (beginsLikeMail(head.text.replace(/^\d{1,9}\s*\n/, '')) ? 0.95 : 0),
  async *read(part, setting): AsyncGenerator<RecordBatch> {
    const { mail, bytes } = await mailOf(part, setting.signal);
    if (leadingHeaders(mail.toString('latin1', 0, 1 << 16).replace(/\r\n?/g, '\n')).size === 0) throw new IngestFailure('unreadable-file', 'the file is no mail: it does not begin with headers such as From and Date');
    yield batchOf([{ outcome: await createMailReader(part.head.name, true, setting)(mail, { line: 1, envelopeTime: null }), line: 1, raw: mail }], bytes);
  },
};
