import type { OperationRequest, OperationValue } from '../../contract/operations.ts';
import { failed, success, type Outcome } from '../../contract/outcome.ts';
import type { RecordedMessage } from '../../domain/model/record.ts';
import { AmbiguousDates, IngestFailure } from '../../ingest/ingest-failure.ts';
import { isTimeZone } from '../../ingest/local-time.ts';
import { openSource, type OpenedSource, type RecognisedPart } from '../../ingest/open-source.ts';
import { emptyFacts, type SourceFacts } from '../../ingest/record-format.ts';
import { inspectTable, type TableInspection } from '../../ingest/table-inspection.ts';
import { tableFormatOf } from '../../ingest/table-record-format.ts';
import { createTimeReader } from '../../ingest/time-column.ts';
import { settingOf } from '../../store/stage-queries.ts';
import type { AppContext } from '../context.ts';
import { failureOf } from '../failure-of.ts';
import { templateFor } from './mapping-templates.ts';
import { wantedFormat } from './open-files.ts';

type Preview = OperationValue<'import.preview'>;

const SHOWN_ROWS = 20;
const SIDE_BY_SIDE = ['day-first', 'month-first', 'year-first'] as const;
const SHOWN_PARTS = 200;
const CANDIDATES = 20;
const SAMPLED_MESSAGES = 2000;

interface Sample {
  readonly messages: readonly RecordedMessage[];
  readonly facts: SourceFacts;
  /** Why nothing could be sampled; null when something was. */
  readonly obstacle: IngestFailure | null;
}

/** The first messages of a source, as an import would store them; parts that tell of others are read first. */
async function firstMessages(source: OpenedSource, { timeZone, input }: { timeZone: string; input: OperationRequest<'import.preview'> }): Promise<Sample> {
  const messages: RecordedMessage[] = [];
  const facts = emptyFacts();
  const collectedAtMs = input.collectedAtMs ?? null;
  let obstacle: IngestFailure | null = null;
  for (const { format, head, source: bytes } of source.parts) {
    try {
      for await (const batch of format.read({ head, source: bytes }, { timeZone, collectedAtMs, facts, mapping: input.mapping })) {
        for (const message of batch.messages) if (messages.length < SAMPLED_MESSAGES) messages.push(message);
        if (messages.length >= SAMPLED_MESSAGES || batch.bytes >= 1 << 20) break;
      }
    } catch (error) {
      // a table that cannot be imported yet (no dates chosen, no text column) has no sample yet
      if (!(error instanceof IngestFailure)) throw error;
      obstacle ??= error;
    }
    if (messages.length >= SAMPLED_MESSAGES) break;
  }
  return { messages, facts, obstacle };
}

/** Times of the first messages under both orders, for a format that is no table: what stands for the written date is how the message begins. */
async function messageReadings(source: OpenedSource, { timeZone, input }: { timeZone: string; input: OperationRequest<'import.preview'> }): Promise<Preview['dates']> {
  const readings: Preview['dates']['readings'] = [];
  let examples: Preview['dates']['examples'] = [];
  for (const order of ['day-first', 'month-first'] as const) {
    const { messages } = await firstMessages(source, { timeZone, input: { ...input, mapping: { columns: {}, ...input.mapping, dateOrder: order } } });
    const shown = messages.slice(0, 3);
    readings.push({ order, readAsMs: shown.map(({ createdAtMs }) => createdAtMs) });
    examples = shown.map(({ author, text }) => ({ written: `${author?.name ?? author?.handle ?? ''}: ${(text ?? '').slice(0, 60)}`, readAsMs: null }));
  }
  return { order: '', ambiguous: true, zoneNeeded: true, readings, examples };
}

/** Accounts that the first messages mark as brands, then the owner of the export, then the places: who could be the own brand. */
function brandCandidates({ messages, facts }: Sample, withPlaces: boolean): string[] {
  const names = new Set<string>();
  const containers = new Set<string>();
  if (facts.owner !== null) names.add(facts.owner.handle ?? facts.owner.name ?? facts.owner.nativeId);
  for (const { author, container } of messages) {
    if (author?.isBrand === true) names.add(author.handle ?? author.name ?? author.nativeId);
    if (container !== null && withPlaces) containers.add(container.name);
  }
  return [...names, ...containers].slice(0, CANDIDATES);
}

/** Three times of the column, written differently from each other. */
function sampleTimes({ timeSamples }: TableInspection): string[] {
  return [...new Set([timeSamples[0], timeSamples[Math.floor(timeSamples.length / 2)], timeSamples.at(-1)])].filter((value) => value !== undefined);
}

/** The sample times as each order that could be meant reads them; one order alone needs no choice. */
function timeReadings(inspected: TableInspection, { timeZone, collectedAtMs }: { timeZone: string; collectedAtMs: number | null }): Preview['dates']['readings'] {
  const samples = sampleTimes(inspected);
  const readings = SIDE_BY_SIDE.map((order) => {
    const read = createTimeReader({ order, timeZone, collectedAtMs, column: inspected.times });
    return { order, readAsMs: samples.map((written) => read(written)?.ms ?? null) };
  });
  return readings.filter(({ readAsMs }) => readAsMs.some((ms) => ms !== null));
}

/** Times as they would be read. */
function timeExamples(inspected: TableInspection, { timeZone, collectedAtMs }: { timeZone: string; collectedAtMs: number | null }): Preview['dates']['examples'] {
  const { times, mapping } = inspected;
  const order = mapping.dateOrder ?? times.order;
  const samples = sampleTimes(inspected);
  if (order === null) return samples.map((written) => ({ written, readAsMs: null }));
  const read = createTimeReader({ order, timeZone, collectedAtMs, column: times });
  return samples.map((written) => ({ written, readAsMs: read(written)?.ms ?? null }));
}

type TablePart = Pick<Preview, 'template' | 'delimiter' | 'headerRow' | 'columns' | 'rows' | 'mapping' | 'dates' | 'missing'> & { readonly warnings: Preview['warnings']; readonly encoding: string };

/** What a table's preview shows beside its records: columns, rows, mapping and how its times are written. */
async function tablePart(part: RecognisedPart, { input, timeZone, stateFolder }: { input: OperationRequest<'import.preview'>; timeZone: string; stateFolder: string }): Promise<TablePart | null> {
  const format = tableFormatOf(part.format.id);
  if (format === null) return null;
  const inspected = await inspectTable(part, { format, mapping: input.mapping });
  const { survey, dialect, mapping, times } = inspected;
  const known = templateFor(stateFolder, dialect.headers);
  return {
    template: known === null ? null : { id: known.template.id, name: known.template.name, isExact: known.isExact, mapping: known.template.mapping },
    encoding: mapping.encoding ?? survey.encoding, delimiter: dialect.delimiter, headerRow: dialect.headerRow,
    columns: dialect.headers.map((name, position) => ({
      name, samples: dialect.rows.map((cells) => cells[position] ?? '').filter((cell) => cell.trim() !== '').slice(0, 3).map((cell) => cell.slice(0, 200)),
      field: Object.hasOwn(mapping.columns, name) ? (mapping.columns[name] ?? null) : null,
    })),
    rows: dialect.rows.slice(0, SHOWN_ROWS).map((cells) => cells.map((cell) => cell.slice(0, 500))),
    mapping: { ...mapping, columns: { ...mapping.columns } },
    dates: { order: mapping.dateOrder ?? times.order ?? '', ambiguous: times.ambiguous && mapping.dateOrder === undefined, zoneNeeded: times.zoneNeeded, readings: timeReadings(inspected, { timeZone, collectedAtMs: input.collectedAtMs ?? null }), examples: timeExamples(inspected, { timeZone, collectedAtMs: input.collectedAtMs ?? null }) },
    warnings: inspected.warnings.map((warning) => ({ ...warning, names: [...warning.names] })), missing: [...inspected.missing],
  };
}

function shownRecord({ kind, author, createdAtMs, precision, text, parentNativeId, container, network }: RecordedMessage): Preview['records'][number] {
  return { kind, author: author?.handle ?? author?.name ?? author?.nativeId ?? null, atMs: createdAtMs, precision, text: text?.slice(0, 500) ?? null, isReply: parentNativeId !== null, container: container?.name ?? null, network };
}

/** Shows what an import of a file would do, without a project and without changing anything. Failures: `not-found`, `unreadable-file`, `unknown-format`, `invalid-input`. */
export async function previewFile(context: AppContext, input: OperationRequest<'import.preview'>): Promise<Outcome<Preview>> {
  const file = context.file(input.file.fileHandle);
  if (file === null) return failed('not-found', 'the file is no longer at hand; choose it again');
  let source: OpenedSource | null = null;
  try {
    const timeZone = input.timeZone ?? (context.project === null ? null : settingOf(context.project, 'time_zone')) ?? context.timeZone;
    if (!isTimeZone(timeZone)) return failed('invalid-input', `unknown time zone: ${timeZone.slice(0, 60)}`);
    source = await openSource(file.path, file.name, { formatId: wantedFormat(input.format), encoding: input.mapping?.encoding, brief: true });
    const main = source.parts.reduce((best, part) => (part.confidence > best.confidence ? part : best));
    const table = await tablePart(main, { input, timeZone, stateFolder: context.stateFolder });
    const sample = await firstMessages(source, { timeZone, input });
    const isAmbiguous = table === null && sample.obstacle instanceof AmbiguousDates;
    if (table === null && sample.messages.length === 0 && sample.obstacle !== null && !isAmbiguous) throw sample.obstacle;
    const dates = isAmbiguous ? await messageReadings(source, { timeZone, input }) : null;
    const withPlaces = table === null || Object.values(table.mapping.columns).includes('container');
    return success({
      fileName: file.name, bytes: source.bytes, format: main.confidence > 0.05 ? main.format.id : null, formatName: main.confidence > 0.05 ? main.format.name : null, confidence: main.confidence > 0.05 ? main.confidence : 0,
      ...(table ?? { template: null, encoding: main.head.survey.encoding, delimiter: null, headerRow: 0, columns: [], rows: [], mapping: { columns: {} }, dates: { order: '', ambiguous: false, zoneNeeded: false, readings: [], examples: [] }, warnings: [], missing: [] }),
      ...(dates === null ? {} : { dates }),
      isTable: table !== null, isPrivate: source.parts.some(({ format, head }) => format.isPrivate?.(head) === true), records: sample.messages.slice(0, SHOWN_ROWS).map(shownRecord),
      parts: source.parts.slice(0, SHOWN_PARTS).map(({ head, format, confidence }) => ({ name: head.name, format: format.id, formatName: format.name, confidence, bytes: head.survey.bytes })),
      unread: source.unread.slice(0, SHOWN_PARTS).map(({ name, reason }) => ({ name, reason })),
      collectedAtMs: input.collectedAtMs ?? sample.facts.collectedAtMs, brandCandidates: brandCandidates(sample, withPlaces),
    });
  } catch (error) {
    const failure = failureOf(error);
    if (failure === null) throw error;
    return failure;
  } finally {
    source?.close();
  }
}
