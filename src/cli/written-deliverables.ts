import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { OperationInput } from '../contract/operations.ts';
import { failed, success, type Outcome } from '../contract/outcome.ts';
import type { ReportFormat } from '../domain/model/report-section.ts';
import type { Engine } from '../engine/engine.ts';
import { printedPdf } from '../engine/pdf-printer.ts';
import { called } from './terminal-engine.ts';

/** What was written, and what could not be. */
export interface Deliverables {
  readonly files: readonly { readonly format: ReportFormat; readonly path: string; readonly bytes: number }[];
  readonly pages: number;
}

type Written = Omit<OperationInput<'present.write'>, 'formats'>;

/**
 * Writes the report of the open project into a folder that is there. PDF is printed by a Chromium of this machine; where
 * none is found that is the failure, after the other formats were written. Files of the same name are replaced.
 */
export async function writtenDeliverables(engine: Engine, folder: string, { formats, ...report }: Written & { readonly formats: readonly ReportFormat[] }): Promise<Outcome<Deliverables>> {
  const asked = formats.map((format) => (format === 'pdf' ? ('print' as const) : format));
  const made = await called(engine, 'present.write', { ...report, formats: asked });
  if (!made.ok) return made;
  const files: { format: ReportFormat; path: string; bytes: number }[] = [];
  for (const { format, name, base64 } of made.value.files.toSorted((one, other) => Number(one.format === 'print') - Number(other.format === 'print'))) {
    let bytes: Uint8Array = Buffer.from(base64, 'base64');
    if (format === 'print') {
      const printed = await printedPdf(new TextDecoder().decode(bytes));
      if (!printed.ok) return printed;
      bytes = printed.value;
    }
    const path = join(folder, name.replace(/\.print\.html$/, '.pdf'));
    try {
      await writeFile(path, bytes);
    } catch {
      return failed('io-error', 'a file could not be written into the folder given with --to');
    }
    files.push({ format: format === 'print' ? 'pdf' : format, path, bytes: bytes.length });
  }
  return success({ files, pages: made.value.pages });
}

/** The files of a report as lines for people. */
export function deliverablesText({ files, pages }: Deliverables): string {
  return [`pages: ${pages}`, ...files.map(({ format, path, bytes }) => `${format}: ${path} (${Math.ceil(bytes / 1024)} KiB)`)].join('\n');
}
