import { basename } from 'node:path';
import { dialog, type BrowserWindow } from 'electron';
import type { OperationRequest, OperationValue } from '../contract/operations.ts';
import { success, type Outcome } from '../contract/outcome.ts';
import type { Engine } from '../engine/engine.ts';
import { chosenPlace } from './chosen-place.ts';

const FILTERS = [{ name: 'Tribuna', extensions: ['tribuna'] }];

/** Lets the person choose a project file, or a place for a new one or for a copy. Nothing chosen is a value, not a failure. */
export async function chooseProject(window: BrowserWindow, engine: Engine, { purpose, suggestedName }: OperationRequest<'host.chooseProject'>): Promise<Outcome<OperationValue<'host.chooseProject'>>> {
  const answer = purpose === 'open'
    ? (await dialog.showOpenDialog(window, { properties: ['openFile'], filters: FILTERS })).filePaths[0]
    : (await dialog.showSaveDialog(window, { defaultPath: `${suggestedName ?? 'Tribuna'}.tribuna`, filters: FILTERS, properties: ['showOverwriteConfirmation'] })).filePath;
  if (answer === undefined || answer === '') return success({ file: null, name: null, replace: false });
  const { path, replace } = purpose === 'open' ? { path: answer, replace: false } : chosenPlace(answer);
  return success({ file: await engine.registerFile(path, basename(path)), name: basename(path, '.tribuna'), replace });
}
