import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { expect, it } from 'vitest';
import { ACTS, INTENTS } from '../../src/domain/model/codes.ts';
import type { OperationValue } from '../../src/contract/operations.ts';
import type { Outcome } from '../../src/contract/outcome.ts';
import { closeProject } from '../../src/store/close-project.ts';
import { openProject } from '../../src/store/open-project.ts';
import golden from '../fixtures/golden-threads.json' with { type: 'json' };
import { GOLDEN_THREADS, type GoldenMessage } from '../unit/domain/response/golden-facts.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { testEngine } from '../support/test-engine.ts';

const COLUMNS = ['id', 'network', 'container', 'author', 'authorId', 'text', 'createdAt', 'parentId', 'inbound', 'likedByBrand'] as const;

function valueOf<Value>(outcome: Outcome<unknown>): Value {
  if (!outcome.ok) throw new Error(`${outcome.failure.code}: ${outcome.failure.message} ${JSON.stringify(outcome.failure.issues ?? [])}`);
  return outcome.value as Value;
}

/** Times the file's rows are written in: exact, to the day, or from before an export could know (relative). */
function fileOf({ precision = 's' }: GoldenMessage): string {
  return precision === 's' || precision === 'ms' ? 'exact' : precision;
}

/** Seconds by which a conversation is moved: a real export does not hold one time of day over and over, which is the mark of dates counted back. */
const shiftSeconds = (position: number): number => 7 + position * 61;

function shifted({ createdAt, precision = 's' }: GoldenMessage, position: number): string {
  return precision === 's' || precision === 'ms' ? new Date(Date.parse(createdAt) + shiftSeconds(position) * 1000).toISOString() : createdAt;
}

it('finds every golden request, answer and outcome through import, labels by hand and response', async () => {
  const folder = temporaryFolder();
  const engine = testEngine(folder);
  const call = async <Value>(operation: string, input: unknown): Promise<Value> => valueOf<Value>(await engine.call(operation, input));
  const messages = GOLDEN_THREADS.flatMap((thread, position) => thread.messages.map((message) => ({ ...message, createdAt: shifted(message, position) })));

  // 1. one file for each way of writing times, imported together
  await call('project.create', { name: 'golden' });
  const files = [];
  for (const name of [...new Set(messages.map(fileOf))]) {
    const rows = messages.filter((message) => fileOf(message) === name);
    const path = join(folder, `${name}.csv`);
    writeFileSync(path, Papa.unparse([COLUMNS as unknown as string[], ...rows.map((row) => COLUMNS.map((column) => String((column === 'authorId' ? row.author : row[column]) ?? '')))]));
    files.push({ file: await engine.registerFile(path, `${name}.csv`), format: 'csv', timeZone: 'Europe/Rome', collectedAtMs: Date.parse(golden.collectedAt), mapping: { columns: Object.fromEntries(COLUMNS.map((column) => [column, column])) } });
  }
  const [own, ...others] = golden.brands;
  const brand = ({ name, accounts }: { name: string; accounts: string[] }): object => ({ name, accounts, containers: golden.containers.filter((container) => container.brand === name).map(({ id }) => id) });
  const report = await call<OperationValue<'import.run'>>('import.run', { files, ownBrand: brand(own as { name: string; accounts: string[] }), competitors: others.map(brand), employees: golden.employees, partners: golden.partners });
  expect(report.imports.flatMap(({ reasons }) => reasons)).toEqual([]);

  // 2. programs are named by hand, straight in the file: no operation of this edition does it
  await call('project.close', {});
  const path = join(folder, 'golden.tribuna');
  const project = openProject(path);
  const isBot = project.connection.prepare(`INSERT INTO account_role (account_id, role, origin) SELECT id, 'bot', 'hand' FROM account WHERE handle = @name OR name = @name`);
  for (const name of golden.bots) isBot.run({ name });
  closeProject(project);
  await call('project.open', { file: await engine.registerFile(path, 'golden.tribuna') });

  // 3. labels by hand, where the golden file has them
  const listed = await call<OperationValue<'messages.list'>>('messages.list', { size: 1000 });
  const idOf = new Map(listed.messages.map(({ nativeId, messageId }) => [nativeId, messageId]));
  const labels = messages.filter(({ labels: { intents, acts } }) => (intents ?? acts ?? null) !== null).map(({ id, labels: { intents, acts } }) => ({
    messageId: idOf.get(id),
    ...(intents === undefined || intents === null ? {} : { intents: intents.filter((code) => (INTENTS as readonly string[]).includes(code)) }),
    ...(acts === undefined ? {} : { acts: acts.filter((code) => (ACTS as readonly string[]).includes(code)) }),
  }));
  await call('labels.set', { labels });
  await call('analyse.run', {});
  // whatever the conversations are, the ledger agrees with its second count
  expect(await call<OperationValue<'value.books'>>('value.books', {})).toMatchObject({ agree: true });

  // 4. what the listening room lists
  const { requests } = await call<OperationValue<'response.requests'>>('response.requests', { size: 1000 });
  const found = new Map(requests.map((request) => [request.nativeId, request]));
  const differences: string[] = [];
  for (const [position, thread] of GOLDEN_THREADS.entries()) {
    for (const expected of thread.expected) {
      if (expected.listedApart !== null || expected.observability !== 'observable') {
        if (found.has(expected.request)) differences.push(`${thread.name}: ${expected.request} should not count`);
        continue;
      }
      const request = found.get(expected.request);
      if (request === undefined) differences.push(`${thread.name}: ${expected.request} is missing`);
      else {
        const { answer, outcome, censored, inferred, reopened, clockSkewed, peerFirst } = expected;
        const isExact = thread.messages.some((message) => message.id === expected.request && fileOf(message) === 'exact');
        // observation ends at the same moment for all: an open wait shrinks by what its conversation was moved
        const waitedSeconds = censored && isExact ? (expected.waitedSeconds ?? 0) - shiftSeconds(position) : expected.waitedSeconds;
        const got = { answer: request.answerNativeId, outcome: request.outcome, waitedSeconds: request.waitedSeconds, censored: request.censored, inferred: request.inferred, reopened: request.reopened, clockSkewed: request.clockSkewed, peerFirst: request.peerFirst };
        const wanted = { answer, outcome, waitedSeconds, censored, inferred, reopened, clockSkewed, peerFirst };
        if (JSON.stringify(got) !== JSON.stringify(wanted)) differences.push(`${thread.name}: ${expected.request} ${JSON.stringify(got)} instead of ${JSON.stringify(wanted)}`);
        if (request.intents.join() !== (expected.intents ?? []).join()) differences.push(`${thread.name}: ${expected.request} intents ${request.intents.join()} instead of ${(expected.intents ?? []).join()}`);
      }
    }
    for (const { id } of thread.notRequests) if (found.has(id)) differences.push(`${thread.name}: ${id} is no request`);
  }
  expect(differences).toEqual([]);
  expect(requests).toHaveLength(GOLDEN_THREADS.flatMap(({ expected }) => expected).filter(({ listedApart, observability }) => listedApart === null && observability === 'observable').length);
});
