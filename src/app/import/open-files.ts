import type { OperationRequest } from '../../contract/operations.ts';
import { IngestFailure } from '../../ingest/ingest-failure.ts';
import { openSource, type OpenedSource } from '../../ingest/open-source.ts';
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

/** The failure of one file among several, under its name. */
function named(error: unknown, name: string): unknown {
  return error instanceof IngestFailure ? new IngestFailure(error.code, `${name}: ${error.message}`) : error;
}

/**
 * Opens files in the order given, each handed to `opened` at once so that it can be closed whatever happens. Throws
 * IngestFailure; with several files its message begins with the name of the file.
 */
export async function openedFiles(files: readonly { readonly request: OpenedFile['request']; readonly file: RegisteredFile | null }[], signal: AbortSignal, opened: (source: OpenedSource) => void): Promise<OpenedFile[]> {
  const found: OpenedFile[] = [];
  for (const { request, file } of files) {
    if (file === null) throw new IngestFailure('not-found', 'the file is no longer at hand; choose it again');
    try {
      const source = await openSource(file.path, file.name, { formatId: wantedFormat(request.format), encoding: request.mapping?.encoding, signal });
      opened(source);
      found.push({ request, file, source });
    } catch (error) {
      throw files.length > 1 ? named(error, file.name) : error;
    }
  }
  return found;
}

/**
 * The order in which files are read, whatever order they were given in: those that tell of others first (an export's
 * owner), then by content. Results therefore do not depend on the order of files.
 */
export function inReadingOrder(files: readonly OpenedFile[]): OpenedFile[] {
  const order = ({ source }: OpenedFile): number => Math.min(...source.parts.map(({ format, head }) => format.order?.(head) ?? 1));
  return [...files].sort((one, other) => order(one) - order(other) || (one.source.hash < other.source.hash ? -1 : one.source.hash > other.source.hash ? 1 : 0));
}
