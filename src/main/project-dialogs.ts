import { basename } from 'node:path';
import { dialog, type BrowserWindow } from 'electron';
import type { OperationRequest, OperationValue } from '../contract/operations.ts';
import { success, type Outcome } from '../contract/outcome.ts';
import type { Engine } from '../engine/engine.ts';

const FILTERS = [{ name: 'Tribuna', extensions: ['tribuna'] }];

/** Lets the person choose a project file, or a place for a new one. Nothing chosen is a value, not a failure. */
export async function chooseProject(window: BrowserWindow, engine: Engine, { purpose, suggestedName }: OperationRequest<'host.chooseProject'>): Promise<Outcome<OperationValue<'host.chooseProject'>>> {
  const path = purpose === 'open'
    ? (await dialog.showOpenDialog(window, { properties: ['openFile'], filters: FILTERS })).filePaths[0]
    : (await dialog.showSaveDialog(window, { defaultPath: `${suggestedName ?? 'Tribuna'}.tribuna`, filters: FILTERS })).filePath;
  if (path === undefined || path === '') return success({ file: null, name: null });
  return success({ file: await engine.registerFile(path, basename(path)), name: basename(path, '.tribuna') });
}
