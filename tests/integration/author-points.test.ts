import { expect, it, onTestFinished } from 'vitest';
import type { AppContext } from '../../src/app/context.ts';
import { derivePieces } from '../../src/app/lost/derive-pieces.ts';
import { undoLast } from '../../src/app/project/history.ts';
import { aggregateValue, deriveValue } from '../../src/app/value/derive-value.ts';
import { setWeights } from '../../src/app/value/set-weights.ts';
import { pieceCondition, piecePage } from '../../src/store/piece-pages.ts';
import { placedProject } from './value-project.ts';

it('orders pieces by what their authors gave under the weights that hold, as soon as these change', () => {
  const project = placedProject(4);
  onTestFinished(() => void project.connection.close());
  const stage = { seed: 1, signal: new AbortController().signal, onProgress: () => undefined };
  project.addRole(1, 'voice', 1);
  // account 2 wrote three reviews, account 3 advised twice
  for (const id of [1, 2, 3]) project.addMessage({ id, account: 2, kind: 'review' });
  for (const id of [4, 5]) project.addMessage({ id, account: 3, sign: 1 });
  deriveValue(project, stage);
  aggregateValue(project, stage);
  derivePieces(project, { seed: 1, check: () => undefined, onProgress: () => undefined });
  const authors = (): (readonly [number | null, number])[] => piecePage(project, pieceCondition({ brandId: null, messages: { sql: '1', parameters: [] } }, { kinds: [], states: [], departments: [], group: null, routed: null, once: false }), { page: 0, size: 10, orderBy: 'points' })
    .map(({ accountId, authorPoints }) => [accountId, authorPoints] as const);
  const before = [[2, 3], [2, 3], [2, 3], [3, 2], [3, 2]];
  expect(authors()).toEqual(before);
  const context: AppContext = {
    version: '0', host: 'terminal', capabilities: { dialogs: false, pdf: false }, now: () => 1, timeZone: 'Europe/Rome', projectsFolder: '', stateFolder: '', resourcesFolder: '', file: () => null, emit: () => undefined, project,
  };
  expect(setWeights(context, { weights: { review: 0.5 }, note: '' })).toMatchObject({ ok: true });
  expect(authors()).toEqual([[3, 2], [3, 2], [2, 1.5], [2, 1.5], [2, 1.5]]);
  expect(undoLast(project)).toBe(true);
  expect(authors()).toEqual(before);
});
