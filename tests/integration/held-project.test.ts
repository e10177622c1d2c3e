import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { allHandlers } from '../../src/app/handlers.ts';
import type { AppContext } from '../../src/app/context.ts';
import { heldProject, holdAtOnce, noteCommand, releaseHeld } from '../../src/app/read/held-project.ts';
import { resolvedScope } from '../../src/app/read/scope.ts';
import { exchangeMaterial, exchangesWithin, tieTable } from '../../src/app/trust/tie-table.ts';
import { drawnFilters } from '../../src/cli/drawn-filters.ts';
import { createDispatch, type Dispatch } from '../../src/contract/dispatch.ts';
import type { OperationValue } from '../../src/contract/operations.ts';
import { answerConversations } from '../../src/store/answer-exchanges.ts';
import { heldConversations } from '../../src/store/held-conversations.ts';
import { openProject } from '../../src/store/open-project.ts';
import type { ProjectDatabase } from '../../src/store/project-database.ts';
import { messageCondition } from '../../src/store/selection-sql.ts';
import { suiteEngine } from '../support/suite-engine.ts';
import { testSettings } from '../support/test-engine.ts';

const NOW = Date.parse('2026-07-20T09:00:00Z');
const suite = suiteEngine({ nowMs: NOW });
const SCOPES = 10;
const QUESTIONS: readonly (readonly [operation: string, input: object])[] = [
  ['overview', {}], ['messages.list', { size: 50, orderBy: 'newest' }], ['messages.list', { size: 50, page: 1 }], ['response.requests', { size: 50 }],
  ['response.survival', { by: 'intent' }], ['response.survival', { by: 'container' }], ['response.heat', {}], ['response.audiogram', {}], ['response.criticism', {}], ['response.firstPage', { most: 10 }], ['strategy.bursts', {}], ['lost.times', {}], ['response.quality', {}], ['response.backlog', { size: 20 }],
  ['value.map', {}], ['value.accounts', { size: 20, orderBy: 'created' }], ['value.inequality', { of: 'created' }], ['value.inequality', { of: 'consumed' }], ['value.mapTrails', {}], ['value.claim', {}], ['tribes.list', {}], ['tribes.one', { id: 'value:even' }],
  ['lost.summary', {}], ['lost.pieces', { size: 20 }], ['topics.list', {}], ['terms.distinctive', {}], ['trust.parts', {}], ['trust.trend', {}], ['strategy.activities', {}],
];

let fromFile: Dispatch;
let fromMemory: Dispatch;
let file: ProjectDatabase;
let memory: ProjectDatabase;
let memoryContext: AppContext;

function contextOf(project: ProjectDatabase): AppContext {
  return { ...testSettings('/nowhere'), now: () => NOW, file: () => null, emit: () => undefined, project };
}

function dispatchOf(context: AppContext): Dispatch {
  return createDispatch({ handlers: allHandlers(context), checkOutput: true, onBug: (operation, error) => { throw new Error(operation, { cause: error }); } });
}

beforeAll(async () => {
  const opened = await suite.ask('project.openSample', {});
  const path = join(suite.folder(), opened.fileName);
  file = openProject(path, { as: 'job' });
  memory = openProject(path, { as: 'job' });
  memoryContext = contextOf(memory);
  fromFile = dispatchOf(contextOf(file));
  fromMemory = dispatchOf(memoryContext);
  expect(holdAtOnce(memory)).not.toBeNull();
}, 240_000);

afterAll(() => {
  file.connection.close();
  memory.connection.close();
});

describe('a project held in memory', () => {
  it('answers every filter as the file does', async () => {
    const options = await fromFile('filters.options', {});
    if (!options.ok) throw new Error(options.failure.message);
    for (const scope of [{ filters: {} }, { filters: { weekdays: [1, 6] } }, { filters: { hours: [8, 9, 20], intents: ['trouble'] } }, ...drawnFilters(options.value as OperationValue<'filters.options'>, { count: SCOPES, seed: 7 })]) {
      for (const [operation, input] of QUESTIONS) {
        const [slow, fast] = [await fromFile(operation, { ...input, ...scope }), await fromMemory(operation, { ...input, ...scope })];
        expect(fast, `${operation} ${JSON.stringify(scope)}`).toEqual(slow);
      }
    }
    expect(heldProject(memory)).not.toBeNull();
    expect(heldProject(file)).toBeNull();
  }, 600_000);

  it('looks for a filter neither through readings nor through the messages themselves', () => {
    const scope = resolvedScope(memoryContext, { filters: { intents: ['information'], languages: ['it'], tribes: ['value:even'] } });
    if (!scope.ok) throw new Error(scope.failure.message);
    const plan = (condition: { sql: string; parameters: readonly (string | number)[] }): string =>
      (memory.connection.prepare(`EXPLAIN QUERY PLAN SELECT count(*) FROM message m WHERE ${condition.sql}`).all(...condition.parameters) as { detail: string }[]).map(({ detail }) => detail).join('\n');
    const { held: _held, ...plain } = scope.value.messages;
    expect(plan(messageCondition(plain))).toMatch(/reading/u);
    expect(plan(messageCondition(scope.value.messages))).not.toMatch(/reading|tribe_member/u);
  });

  it('is forgotten when the data change, and its selections when a person decides', () => {
    const held = heldProject(memory);
    if (held === null) throw new Error('nothing is held');
    const before = held.messages.selectionOf({ sentiments: ['negative'] }, null);
    expect(held.messages.selectionOf({ sentiments: ['negative'] }, null)).toBe(before);
    noteCommand(memory);
    expect(held.messages.selectionOf({ sentiments: ['negative'] }, null)).not.toBe(before);
    expect(held.messages.selectionOf({ sentiments: ['negative'] }, null).count).toBe(before.count);
    file.connection.prepare(`UPDATE setting SET value = value + 1 WHERE key = 'data_version'`).run();
    expect(heldProject(memory)).toBeNull();
    releaseHeld(memory);
    expect(holdAtOnce(memory)).not.toBeNull();
  });

  it('holds the conversations that the file holds', () => {
    const held = heldProject(memory) ?? holdAtOnce(memory);
    if (held === null) throw new Error('nothing is held');
    const roots = memory.connection.prepare('SELECT DISTINCT COALESCE(root_id, id) FROM message ORDER BY 1 LIMIT 400').pluck().all() as number[];
    const written = (found: ReturnType<typeof answerConversations>): unknown => roots.map((root) => (found.get(root) ?? []).map(({ words, mentionedIds, ...message }) => ({ ...message, text: words(), mentionedIds: mentionedIds.toSorted((one, other) => one - other) })));
    const fromColumns = heldConversations(memory, held.messages.columns, roots);
    expect(written(fromColumns)).toEqual(written(answerConversations(memory, roots)));
    expect([...fromColumns.values()].flat().length).toBeGreaterThan(400);
  });

  it('ties of a period are those of its exchanges among all', () => {
    const scope = resolvedScope(contextOf(file), {});
    if (!scope.ok) throw new Error(scope.failure.message);
    const [first, last] = file.connection.prepare(`SELECT min(created_at_ms), max(created_at_ms) FROM message WHERE precision NOT IN ('relative', 'none')`).raw().get() as [number, number];
    const period = { fromMs: Math.round(first + (last - first) * 0.3), toMs: Math.round(first + (last - first) * 0.8) };
    const within = { ...scope.value, messages: { ...scope.value.messages, filters: period } };
    const filtered = tieTable(within);
    expect(filtered.ties.length).toBeGreaterThan(5);
    expect(tieTable(within, exchangesWithin(exchangeMaterial(scope.value), period), period.toMs)).toEqual(filtered);
  });
});
