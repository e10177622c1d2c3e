import type { OperationRequest, OperationValue } from '../../contract/operations.ts';
import { failed, success, type Outcome } from '../../contract/outcome.ts';
import { isTimeZone } from '../../ingest/local-time.ts';
import { readRecords } from '../../ingest/read-records.ts';
import { inspectTable, type TableInspection } from '../../ingest/table-inspection.ts';
import { createTimeReader } from '../../ingest/time-column.ts';
import { settingOf } from '../../store/stage-queries.ts';
import type { AppContext } from '../context.ts';
import { failureOf } from '../failure-of.ts';

type Preview = OperationValue<'import.preview'>;

const SHOWN_ROWS = 20;
const CANDIDATES = 20;

/** Accounts that the first stretch of the file marks as brands, then the containers it names: who could be the own brand. */
async function brandCandidates(inspected: TableInspection, timeZone: string): Promise<string[]> {
  const names = new Set<string>();
  const containers = new Set<string>();
  try {
    for await (const { messages, bytes } of readRecords(inspected, { timeZone, collectedAtMs: null })) {
      for (const { author, container } of messages) {
        if (author?.isBrand === true) names.add(author.handle ?? author.name ?? author.nativeId);
        if (container !== null && Object.values(inspected.mapping.columns).includes('container')) containers.add(container.name);
      }
      if (bytes >= 1 << 20) break;
    }
  } catch (error) {
    // a table that cannot be imported yet (no dates chosen, no text column) has no candidates yet
    if (failureOf(error) === null) throw error;
  }
  return [...names, ...containers].slice(0, CANDIDATES);
}

/** Times as they would be read, three written differently from each other. */
function timeExamples({ timeSamples, times, mapping }: TableInspection, { timeZone, collectedAtMs }: { timeZone: string; collectedAtMs: number | null }): Preview['dates']['examples'] {
  const order = mapping.dateOrder ?? times.order;
  const samples = [...new Set([timeSamples[0], timeSamples[Math.floor(timeSamples.length / 2)], timeSamples.at(-1)])].filter((value) => value !== undefined);
  if (order === null) return samples.map((written) => ({ written, readAsMs: null }));
  const read = createTimeReader({ order, timeZone, collectedAtMs, column: times });
  return samples.map((written) => ({ written, readAsMs: read(written)?.ms ?? null }));
}

/** Shows what an import of a file would do, without a project and without changing anything. Failures: `not-found`, `unreadable-file`, `unknown-format`, `invalid-input`. */
export async function previewFile(context: AppContext, input: OperationRequest<'import.preview'>): Promise<Outcome<Preview>> {
  const file = context.file(input.file.fileHandle);
  if (file === null) return failed('not-found', 'the file is no longer at hand; choose it again');
  try {
    const timeZone = input.timeZone ?? (context.project === null ? null : settingOf(context.project, 'time_zone')) ?? context.timeZone;
    if (!isTimeZone(timeZone)) return failed('invalid-input', `unknown time zone: ${timeZone.slice(0, 60)}`);
    const inspected = { ...(await inspectTable(file.path, { format: input.format, mapping: input.mapping })), fileName: file.name };
    const { survey, dialect, mapping, times, format } = inspected;
    const collectedAtMs = input.collectedAtMs ?? null;
    return success({
      fileName: file.name, bytes: survey.bytes, format: inspected.confidence > 0 ? format.id : null, confidence: inspected.confidence, encoding: mapping.encoding ?? survey.encoding, delimiter: dialect.delimiter, headerRow: dialect.headerRow,
      columns: dialect.headers.map((name, position) => ({
        name, samples: dialect.rows.map((cells) => cells[position] ?? '').filter((cell) => cell.trim() !== '').slice(0, 3).map((cell) => cell.slice(0, 200)),
        field: Object.hasOwn(mapping.columns, name) ? (mapping.columns[name] ?? null) : null,
      })),
      rows: dialect.rows.slice(0, SHOWN_ROWS).map((cells) => cells.map((cell) => cell.slice(0, 500))),
      mapping: { ...mapping, columns: { ...mapping.columns } },
      dates: { order: mapping.dateOrder ?? times.order ?? '', ambiguous: times.ambiguous && mapping.dateOrder === undefined, zoneNeeded: times.zoneNeeded, examples: timeExamples(inspected, { timeZone, collectedAtMs }) },
      collectedAtMs, brandCandidates: await brandCandidates(inspected, timeZone), warnings: inspected.warnings.map(({ code, message }) => ({ code, message })), missing: [...inspected.missing],
    });
  } catch (error) {
    const failure = failureOf(error);
    if (failure === null) throw error;
    return failure;
  }
}
