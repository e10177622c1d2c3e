import type { RecordedContainer, RecordedMessage, RejectedRow } from '../../domain/model/record.ts';
import { AmbiguousDates, IngestFailure } from '../ingest-failure.ts';
import { createZoneReader } from '../local-time.ts';
import { contentDigest, createContentIds } from '../content-ids.ts';
import { newAccount, newContainer, newMessage } from '../new-records.ts';
import type { PartHead } from '../part-head.ts';
import type { Part, ReadSetting, RecordBatch, RecordFormat } from '../record-format.ts';
import { isTelephoneNumber } from '../telephone-number.ts';
import { createTextDecoding } from '../text-decoder.ts';
import { chatDateMs, createDateOrderFinder, type ChatOrder, type DateOrderFinding } from './whatsapp-dates.ts';
import { chatLine, type ChatLine } from './whatsapp-header.ts';
import { createNumberNames } from './whatsapp-numbers.ts';
import { chatOfFile, createdGroup, isLogLevel, isNotice, isSystemText, spokenLine, withoutMarks, wordsOf } from './whatsapp-words.ts';

const WHATSAPP = 'whatsapp';
/** A piece of a line beyond this is handed on as if a line ended there; a message beyond it is refused. */
const LONGEST_MESSAGE = 1 << 20;
const SHOWN_LINES = 300;
/** Equal messages are told apart by number among so many that stand near each other; more would fill the memory. */
const COUNTED_MESSAGES = 100_000;
/** The group's name stands in the first lines, if anywhere. */
const FIRST_LINES = 50;

async function* linesOf(part: Part, signal: AbortSignal | undefined): AsyncGenerator<{ lines: readonly string[]; bytes: number }> {
  const decoding = createTextDecoding(part.head.survey.encoding);
  let held = '';
  let bytes = 0;
  const cut = (text: string): string[] => {
    const lines = (held + text).split('\n');
    held = lines.pop() ?? '';
    if (held.length > LONGEST_MESSAGE) {
      lines.push(held);
      held = '';
    }
    return lines;
  };
  for await (const block of part.source.open(signal)) {
    bytes += block.length;
    yield { lines: cut(decoding.write(block)), bytes };
  }
  yield { lines: [...cut(decoding.end()), held], bytes };
}

/** What the whole file says before its first message can be read. */
interface ChatFindings {
  readonly dates: DateOrderFinding;
  readonly name: string | null;
  /** Tells one chat from another without saying anything of it; the same for every export that begins at the same line. */
  readonly key: string;
}

async function findingsOf(part: Part, { collectedAtMs, signal }: ReadSetting): Promise<ChatFindings> {
  const finder = createDateOrderFinder(collectedAtMs);
  let dated = 0;
  let name: string | null = null;
  let beginning = '';
  for await (const { lines } of linesOf(part, signal)) {
    for (const line of lines) {
      const found = chatLine(line);
      if (found === null) continue;
      dated += 1;
      finder.add(found.date);
      if (dated === 1) beginning = JSON.stringify([found.date, found.hour, found.minute, found.second]);
      if (dated > FIRST_LINES || name !== null) continue;
      const spoken = spokenLine(found.rest);
      name = spoken === null ? createdGroup(found.rest) : isNotice(spoken.text) ? spoken.name : createdGroup(spoken.text.startsWith('\u200e') ? spoken.text : '');
    }
  }
  name ??= chatOfFile(part.head.name);
  const key = contentDigest([name === null || isTelephoneNumber(name, { digitsAlone: true }) ? '' : name, beginning], 10);
  return { dates: finder.found(), name, key };
}

function orderOf({ order, ambiguous }: DateOrderFinding, { mapping }: ReadSetting): ChatOrder {
  const said = mapping?.dateOrder;
  if (said === 'day-first' || said === 'month-first' || said === 'year-first') return said;
  if (ambiguous) throw new AmbiguousDates();
  if (order === null) throw new IngestFailure('invalid-input', 'unreadable dates: most lines of the chat carry a date written in no known way');
  return order;
}

interface OpenMessage {
  readonly name: string;
  readonly wallMs: number;
  readonly hasSeconds: boolean;
  readonly line: number;
  readonly lines: string[];
  length: number;
}

function wallMs({ date, hour, minute, second }: ChatLine, order: ChatOrder): number | null {
  const midnight = chatDateMs(date, order);
  return midnight === null ? null : midnight + hour * 3_600_000 + minute * 60_000 + (second ?? 0) * 1000;
}

function createChatReader({ name, key }: ChatFindings, order: ChatOrder, { timeZone, mapping }: ReadSetting): { line(text: string): void; end(): void; taken(): { messages: RecordedMessage[]; rejected: RejectedRow[] } } {
  const utcOf = createZoneReader(timeZone);
  let idOf = createContentIds();
  let counted = 0;
  let lastAtMs = 0;
  const numbers = createNumberNames();
  const placeName = mapping?.container?.name ?? name;
  const container: RecordedContainer = placeName === null ? newContainer('channel', 'WhatsApp', `chat:${key}`)
    : isTelephoneNumber(placeName, { digitsAlone: true }) ? newContainer('channel', numbers.nameOf(placeName), `chat:${key}`) : newContainer(mapping?.container?.kind ?? 'channel', placeName);
  let messages: RecordedMessage[] = [];
  let rejected: RejectedRow[] = [];
  let number = 0;
  let open: OpenMessage | null = null;
  let isSystem = false;
  let saidBefore = false;

  function close(): void {
    const message = open;
    open = null;
    if (message === null) return;
    const { line } = message;
    if (message.length > LONGEST_MESSAGE) {
      rejected.push({ line, code: 'line-too-long', detail: `the message is longer than ${String(LONGEST_MESSAGE)} characters` });
      return;
    }
    counted += 1;
    // never between two messages of one minute, which may be equal
    if (counted >= COUNTED_MESSAGES && message.wallMs !== lastAtMs) {
      idOf = createContentIds();
      counted = 0;
    }
    lastAtMs = message.wallMs;
    const isNumber = isTelephoneNumber(message.name, { digitsAlone: true });
    const author = isNumber ? numbers.nameOf(message.name) : message.name;
    const text = wordsOf(message.lines.map((written) => numbers.inText(written)));
    const authorId = isNumber ? `${author} · ${key}` : author;
    messages.push(newMessage({
      network: WHATSAPP, nativeId: idOf([container.nativeId, message.wallMs, authorId, text]), kind: 'message', line, container, text,
      time: { ms: utcOf(message.wallMs), precision: message.hasSeconds ? 's' : 'min' }, author: newAccount({ id: authorId, name: author }),
    }));
  }

  return {
    line(text) {
      number += 1;
      const found = chatLine(text);
      if (found === null) {
        if (open !== null) {
          open.length += text.length + 1;
          if (open.length <= LONGEST_MESSAGE) open.lines.push(text);
        } else if (!isSystem && text.trim() !== '' && !saidBefore) {
          saidBefore = true;
          rejected.push({ line: number, code: 'not-a-message', detail: 'a line before the first dated one' });
        }
        return;
      }
      close();
      const spoken = spokenLine(found.rest);
      isSystem = spoken === null || isSystemText(spoken.text);
      if (spoken === null || isSystem) return;
      const at = wallMs(found, order);
      if (at === null) {
        isSystem = true;
        rejected.push({ line: number, code: 'unreadable-time', detail: 'the date is not written like the others' });
        return;
      }
      open = { name: spoken.name, wallMs: at, hasSeconds: found.second !== null, line: number, lines: [spoken.text], length: spoken.text.length };
    },
    end: close,
    taken() {
      const all = { messages, rejected };
      messages = [];
      rejected = [];
      return all;
    },
  };
}

function recognition(head: PartHead): number {
  if (head.json !== null) return 0;
  const lines = head.text.slice(0, 1 << 16).split('\n').filter((line) => withoutMarks(line.slice(0, 200)).trim() !== '').slice(0, SHOWN_LINES);
  if (!lines.slice(0, 3).some((line) => chatLine(line) !== null)) return 0;
  const names = lines.flatMap((line) => {
    const spoken = spokenLine(chatLine(line)?.rest ?? '');
    return spoken === null ? [] : [spoken.name];
  });
  // logs of programs have times in brackets too
  if (names.length === 0 || names.filter(isLogLevel).length * 2 > names.length) return 0;
  return names.length > 1 ? 0.97 : 0.9;
}

/**
 * A chat as WhatsApp exports it, from phones of any make and language: dated lines, messages of several lines, system lines
 * passed over. The file knows neither ids nor who answers whom, and its times have no zone: they are read in the project's.
 * People who appear as numbers get names that lead back to none. Read twice, first for the order of its dates. Throws
 * IngestFailure `invalid-input` `ambiguous dates: ...` when nothing in the file tells day and month apart.
 */
export const WHATSAPP_CHAT: RecordFormat = {
  id: 'whatsapp', name: 'WhatsApp chat', description: 'messages of one chat or group as exported from a phone (.txt or .zip), without reply links',
  recognise: recognition,
  isPrivate: () => true,
  async *read(part, setting): AsyncGenerator<RecordBatch> {
    const findings = await findingsOf(part, setting);
    const reader = createChatReader(findings, orderOf(findings.dates, setting), setting);
    let bytes = 0;
    const batch = (): RecordBatch => {
      const { messages, rejected } = reader.taken();
      return { messages, reactions: [], rejected, rows: messages.length + rejected.length, bytes };
    };
    for await (const block of linesOf(part, setting.signal)) {
      ({ bytes } = block);
      for (const line of block.lines) reader.line(line);
      yield batch();
    }
    reader.end();
    yield batch();
  },
};
