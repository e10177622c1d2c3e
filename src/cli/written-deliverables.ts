import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { OperationInput } from '../contract/operations.ts';
import { failed, success, type Outcome } from '../contract/outcome.ts';
import type { ReportFormat } from '../domain/model/report-section.ts';
import type { Engine } from '../engine/engine.ts';
import { printedPdf } from '../engine/pdf-printer.ts';
import { printedPictures } from '../engine/picture-printer.ts';
import { called } from './terminal-engine.ts';

/** What charts can be written as, one file each. */
const PICTURE_FORMATS = ['svg', 'png'] as const;
/** What is written only when it is asked for by name: pictures one by one, and the client room. */
export const NAMED_FORMATS = [...PICTURE_FORMATS, 'room'] as const;
/** Every format the terminal writes. */
export type DeliverableFormat = ReportFormat | (typeof NAMED_FORMATS)[number];

/** What was written, and what could not be. */
export interface Deliverables {
  readonly files: readonly DeliverableFile[];
  readonly pages: number;
}

interface DeliverableFile {
  readonly format: DeliverableFormat;
  readonly path: string;
  readonly bytes: number;
}

type Written = Omit<OperationInput<'present.write'>, 'formats'>;

interface NamedBytes {
  readonly name: string;
  readonly bytes: Uint8Array;
}

const isPicture = (format: DeliverableFormat): format is (typeof PICTURE_FORMATS)[number] => format === 'svg' || format === 'png';

/**
 * Writes the report of the open project into a folder that is there. PDF is printed and PNG drawn by a Chromium of this
 * machine; where none is found that is the failure, after the formats that need none were written. SVG and PNG are one file
 * a chart. Files of the same name are replaced.
 */
export async function writtenDeliverables(engine: Engine, folder: string, { formats, ...report }: Written & { readonly formats: readonly DeliverableFormat[] }): Promise<Outcome<Deliverables>> {
  const asked = formats.flatMap((format) => (isPicture(format) || format === 'room' ? [] : [format === 'pdf' ? ('print' as const) : format]));
  const files: DeliverableFile[] = [];
  const keep = async (format: DeliverableFormat, { name, bytes }: NamedBytes): Promise<boolean> => {
    const path = join(folder, name);
    try {
      await writeFile(path, bytes);
    } catch {
      return false;
    }
    files.push({ format, path, bytes: bytes.length });
    return true;
  };
  const unwritten = (): Outcome<Deliverables> => failed('io-error', 'a file could not be written into the folder given with --to');
  // a report of no format but those by name is asked for one all the same: its pages are counted
  const made = await called(engine, 'present.write', { ...report, formats: asked.length === 0 ? ['html'] : asked });
  if (!made.ok) return made;
  for (const { format, name, base64 } of asked.length === 0 ? [] : made.value.files.toSorted((one, other) => Number(one.format === 'print') - Number(other.format === 'print'))) {
    if (format === 'print') continue;
    if (!(await keep(format, { name, bytes: Buffer.from(base64, 'base64') }))) return unwritten();
  }
  if (formats.includes('room')) {
    const { template: _template, audience: _audience, ...question } = report;
    const room = await called(engine, 'present.room', question);
    if (!room.ok) return room;
    if (!(await keep('room', { name: room.value.file.name, bytes: Buffer.from(room.value.file.base64, 'base64') }))) return unwritten();
  }
  const drawn = await drawnCharts(engine, report, formats.filter(isPicture));
  if (drawn.ok) for (const { format, ...file } of drawn.value) if (!(await keep(format, file))) return unwritten();
  const print = made.value.files.find(({ format }) => format === 'print');
  if (print !== undefined) {
    const printed = await printedPdf(Buffer.from(print.base64, 'base64').toString('utf8'));
    if (!printed.ok) return printed;
    if (!(await keep('pdf', { name: print.name.replace(/\.print\.html$/, '.pdf'), bytes: printed.value }))) return unwritten();
  }
  return drawn.ok ? success({ files, pages: made.value.pages }) : drawn;
}

/** The charts of the report's pages in the formats asked for, SVG first. */
async function drawnCharts(engine: Engine, { template: _template, ...report }: Written, formats: readonly (typeof PICTURE_FORMATS)[number][]): Promise<Outcome<readonly (NamedBytes & { readonly format: (typeof PICTURE_FORMATS)[number] })[]>> {
  if (formats.length === 0) return success([]);
  const made = await called(engine, 'present.pictures', report);
  if (!made.ok) return made;
  const settings = await called(engine, 'present.settings', {});
  if (!settings.ok) return settings;
  const svg = formats.includes('svg') ? made.value.pictures.map(({ name, svg: drawing }) => ({ format: 'svg' as const, name: `${name}.svg`, bytes: new TextEncoder().encode(drawing) })) : [];
  if (!formats.includes('png')) return success(svg);
  const printed = await printedPictures(made.value.pictures, { ground: settings.value.look.paper });
  return printed.ok ? success([...svg, ...printed.value.map(({ name, bytes }) => ({ format: 'png' as const, name: `${name}.png`, bytes }))]) : printed;
}

/** The files of a report as lines for people. */
export function deliverablesText({ files, pages }: Deliverables): string {
  return [`pages: ${pages}`, ...files.map(({ format, path, bytes }) => `${format}: ${path} (${Math.ceil(bytes / 1024)} KiB)`)].join('\n');
}
