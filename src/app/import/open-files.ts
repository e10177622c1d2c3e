import type { OperationRequest } from '../../contract/operations.ts';
import { IngestFailure } from '../../ingest/ingest-failure.ts';
import { isTimeZone } from '../../ingest/local-time.ts';
import { LEAST_CONFIDENCE, openSource, type OpenedSource } from '../../ingest/open-source.ts';
import type { RegisteredFile } from '../context.ts';

/** A file on its way in, opened. */
export interface OpenedFile {
  readonly request: OperationRequest<'import.run'>['files'][number];
  readonly file: RegisteredFile;
  readonly source: OpenedSource;
}

/** Format that a request fixes; `auto` and nothing leave it to the content. */
export function wantedFormat(format: string | undefined): string | undefined {
  return format === undefined || format === 'auto' ? undefined : format;
}

/** Files opened, and those left out. */
export interface OpenedFiles {
  readonly files: readonly OpenedFile[];
  readonly skipped: readonly { readonly name: string; readonly reason: string }[];
}

type FileRequests = Pick<OperationRequest<'import.run'>, 'files' | 'skipUnreadable'>;

/**
 * Opens the files of a request, each handed to `opened` at once so that it can be closed whatever happens, and puts them
 * into reading order. Throws IngestFailure; with several files its message begins with the name of the file. With
 * `skipUnreadable` files in which nothing can be read are left out, unless none remains.
 */
export async function openedFiles(fileOf: (handle: string) => RegisteredFile | null, { files, skipUnreadable = false }: FileRequests, { signal, opened }: { readonly signal: AbortSignal; readonly opened: (source: OpenedSource) => void }): Promise<OpenedFiles> {
  const found: OpenedFile[] = [];
  const skipped: { name: string; reason: string }[] = [];
  for (const request of files) {
    if (request.timeZone !== undefined && !isTimeZone(request.timeZone)) throw new IngestFailure('invalid-input', `unknown time zone: ${request.timeZone.slice(0, 60)}`);
    const file = fileOf(request.file.fileHandle);
    if (file === null) throw new IngestFailure('not-found', 'the file is no longer at hand; choose it again');
    signal.throwIfAborted();
    try {
      const source = await openSource(file.path, file.name, { formatId: wantedFormat(request.format), encoding: request.mapping?.encoding, signal });
      opened(source);
      const best = Math.max(...source.parts.map(({ confidence }) => confidence));
      if (skipUnreadable && best < LEAST_CONFIDENCE && request.mapping === undefined) skipped.push({ name: file.name, reason: 'no-messages' });
      else found.push({ request, file, source });
    } catch (error) {
      if (!(error instanceof IngestFailure)) throw error;
      if (!skipUnreadable) throw files.length > 1 ? new IngestFailure(error.code, `${file.name}: ${error.message}`) : error;
      skipped.push({ name: file.name, reason: error.message });
    }
  }
  if (found.length === 0) throw new IngestFailure('unknown-format', `none of the ${String(files.length)} files holds messages that can be read${skipped[0] === undefined ? '' : `; ${skipped[0].name}: ${skipped[0].reason}`}`);
  return { files: inReadingOrder(found), skipped };
}

/**
 * The order in which files are read, whatever order they were given in: those that tell of others first (an export's
 * owner), then by name and content. Results therefore do not depend on the order of files.
 */
function inReadingOrder(files: readonly OpenedFile[]): OpenedFile[] {
  const order = ({ source }: OpenedFile): number => Math.min(...source.parts.map(({ format, head }) => format.order?.(head) ?? 1));
  return [...files].sort((one, other) => order(one) - order(other) || (one.file.name < other.file.name ? -1 : one.file.name > other.file.name ? 1 : one.source.hash < other.source.hash ? -1 : one.source.hash > other.source.hash ? 1 : 0));
}
