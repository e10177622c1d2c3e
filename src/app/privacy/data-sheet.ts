import { z } from 'zod';
import { SHEET_FIELDS, type SheetField } from '../../domain/model/erased-kind.ts';
import type { ProjectDatabase } from '../../store/project-database.ts';
import { removeSetting, settingOf, storeSetting } from '../../store/stage-queries.ts';

/** Name of the setting that holds the sheet. */
export const SHEET_SETTING = 'data_sheet';

/** What a project says of its data: where from, when and by whom collected, on what legal basis, until when kept. Empty texts where nothing was written. */
export type DataSheet = Record<SheetField, string>;

/** What the journal keeps of a change to the sheet. */
export interface SheetChange {
  readonly before: DataSheet;
  readonly after: DataSheet;
}

/** A sheet with every line in its order, from whatever was given. */
export function sheetOf(given: Readonly<Record<string, unknown>>): DataSheet {
  return Object.fromEntries(SHEET_FIELDS.map((field) => [field, typeof given[field] === 'string' ? given[field] : ''])) as DataSheet;
}

/** The data sheet of a project. */
export function dataSheet(project: ProjectDatabase): DataSheet {
  const kept = settingOf(project, SHEET_SETTING);
  const parsed = kept === null ? null : z.record(z.string(), z.unknown()).safeParse(JSON.parse(kept));
  return sheetOf(parsed?.success === true ? parsed.data : {});
}

/** Makes a sheet stand. To be called inside a transaction. */
export function putDataSheet(project: ProjectDatabase, sheet: DataSheet): void {
  if (SHEET_FIELDS.every((field) => sheet[field] === '')) removeSetting(project, SHEET_SETTING);
  else storeSetting(project, SHEET_SETTING, JSON.stringify(sheetOf(sheet)));
}
