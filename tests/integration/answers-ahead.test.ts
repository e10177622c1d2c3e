import { join } from 'node:path';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { AHEAD_STEPS, aheadPiece, takePiece } from '../../src/app/ahead/ahead-steps.ts';
import type { AppContext } from '../../src/app/context.ts';
import { allHandlers } from '../../src/app/handlers.ts';
import { latestAnswers } from '../../src/app/read/answer-cache.ts';
import { heldProject, holdAtOnce } from '../../src/app/read/held-project.ts';
import { sharedDraws } from '../../src/app/read/later-answers.ts';
import { createDispatch, type Dispatch } from '../../src/contract/dispatch.ts';
import type { OperationValue } from '../../src/contract/operations.ts';
import type { Outcome } from '../../src/contract/outcome.ts';
import { answersAhead, type AnswersAhead, type AnswersAheadOptions } from '../../src/engine/answers-ahead.ts';
import { openProject } from '../../src/store/open-project.ts';
import { ROOT } from '../support/root.ts';
import { suiteEngine } from '../support/suite-engine.ts';
import { testSettings } from '../support/test-engine.ts';

const ENTRY = join(ROOT, 'src/engine/ahead-thread.ts');
const suite = suiteEngine({ nowMs: Date.parse('2026-07-20T09:00:00Z') });
const FILTERED = { filters: { sentiments: ['negative'] } };
const endings: (() => Promise<void> | void)[] = [];
let path = '';

beforeAll(async () => {
  path = join(suite.folder(), (await suite.ask('project.openSample', {})).fileName);
}, 240_000);

afterEach(async () => {
  for (const end of endings.splice(0).toReversed()) await end();
});

interface AtWork {
  readonly context: AppContext & { readonly project: NonNullable<AppContext['project']> };
  readonly ask: Dispatch;
}

function opened(): AtWork {
  const project = openProject(path, { as: 'job' });
  endings.push(() => void project.connection.close());
  const context = { ...testSettings('/nowhere'), now: () => 0, file: () => null, emit: () => undefined, project };
  return { context, ask: createDispatch({ handlers: allHandlers(context), checkOutput: true, onBug: (operation, error) => { throw new Error(operation, { cause: error }); } }) };
}

function working({ context }: AtWork, options: Partial<AnswersAheadOptions> = {}): { readonly ahead: AnswersAhead; readonly taken: string[]; readonly bugs: string[] } {
  const taken: string[] = [];
  const bugs: string[] = [];
  const ahead = answersAhead({ settings: testSettings('/nowhere'), entry: ENTRY, context, busy: () => false, onBug: (line) => void bugs.push(line), onTaken: (step) => void taken.push(step), ...options });
  endings.push(() => ahead.close());
  return { ahead, taken, bugs };
}

async function until(isSo: () => boolean): Promise<void> {
  for (let looked = 0; !isSo(); looked += 1) {
    if (looked > 6000) throw new Error('it did not come to be');
    await new Promise((resolve) => { setTimeout(resolve, 20); });
  }
}

function valueOf<Value>(outcome: Outcome<unknown>): Value {
  if (!outcome.ok) throw new Error(outcome.failure.message);
  return outcome.value as Value;
}

describe('what is worked out ahead on another thread', () => {
  it('is handed over step by step, and gives the answers that would have been given without it', async () => {
    const plain = opened();
    const helped = opened();
    const { taken, bugs } = working(helped);
    expect(holdAtOnce(helped.context.project)).not.toBeNull();
    await until(() => taken.length === AHEAD_STEPS.length);
    expect(taken).toEqual(AHEAD_STEPS);
    expect(bugs).toEqual([]);
    // asked before anything is computed here: what is remembered came from the thread
    expect(latestAnswers(helped.context.project).map(([question]) => question.split(' ')[0])).toEqual(expect.arrayContaining(['criticism', 'quality', 'audiogram', 'benchmarks']));
    for (const step of [...AHEAD_STEPS.slice(2), 'value.books {}']) {
      const at = step.indexOf(' ');
      for (const scope of [{}, FILTERED]) {
        const [operation, input] = [step.slice(0, at), { ...(JSON.parse(step.slice(at)) as object), ...scope }];
        expect(await helped.ask(operation, input), `${operation} ${JSON.stringify(scope)}`).toEqual(await plain.ask(operation, input));
      }
    }
  }, 600_000);

  it('does not believe a second count of another ledger, and uses one of this', async () => {
    const { context, ask } = opened();
    const piece = await aheadPiece(context, ask, 'recount');
    if (piece?.kind !== 'recount') throw new Error('no second count');
    const wrong = { ...piece.recount, recount: { recounted: 1, differences: 5 } };
    takePiece(context.project, { kind: 'recount', recount: { ...wrong, of: 'another ledger' } });
    expect(valueOf<OperationValue<'value.books'>>(await ask('value.books', {})).agree).toBe(true);
    takePiece(context.project, { kind: 'recount', recount: wrong });
    expect(valueOf<OperationValue<'value.books'>>(await ask('value.books', {}))).toMatchObject({ agree: false, recounted: 1 });
  });

  it('judges criticism by the fates it was given', async () => {
    const { context, ask } = opened();
    holdAtOnce(context.project);
    const piece = await aheadPiece(context, ask, 'fates');
    if (piece?.kind !== 'fates') throw new Error('no fates');
    expect(piece.brands[0]?.fates.bits.some((bits) => bits !== 0)).toBe(true);
    // fates without a message: nobody is addressed
    takePiece(context.project, { ...piece, brands: piece.brands.map(({ brandId }) => ({ brandId, fates: { ids: new Float64Array(0), bits: new Uint8Array(0), answeredAtMs: new Float64Array(0) } })) });
    expect(heldProject(context.project)).not.toBeNull();
    expect(valueOf<OperationValue<'response.criticism'>>(await ask('response.criticism', {})).all.criticism.n).toBe(0);
  });

  it('hands over draws that other answers may use', () => {
    const { context } = opened();
    takePiece(context.project, { kind: 'answers', answers: [], draws: [['reciprocity of a group', Float64Array.of(0.9, 0.1)]] });
    expect(sharedDraws().get('reciprocity of a group')).toEqual(Float64Array.of(0.9, 0.1));
  });

  it('leaves trust without chance where it is not asked for', async () => {
    const { ask } = opened();
    const parts = async (chance: boolean): Promise<OperationValue<'trust.parts'>> => valueOf(await ask('trust.parts', { chance }));
    const [whole, counted] = [await parts(true), await parts(false)];
    expect(counted.tribes.map(({ among: { ties, share }, parts: own }) => [ties, share, own])).toEqual(whole.tribes.map(({ among: { ties, share }, parts: own }) => [ties, share, own]));
    expect(counted.tribes.every(({ among }) => among.byTies === null && (among.reason === 'few-ties' || among.reason === 'later'))).toBe(true);
  });

  it('ends before a change, takes in nothing that was made from other data, and goes on for data as they are', async () => {
    const work = opened();
    const { ahead, taken } = working(work);
    holdAtOnce(work.context.project);
    await ahead.pause();
    const before = taken.length;
    work.context.project.connection.prepare(`UPDATE setting SET value = value + 1 WHERE key = 'data_version'`).run();
    ahead.resume();
    await new Promise((resolve) => { setTimeout(resolve, 3500); });
    expect(taken.length).toBe(before);
    holdAtOnce(work.context.project);
    await until(() => taken.length > before);
    expect(taken[before]).toBe(AHEAD_STEPS[0]);
  }, 120_000);

  it('does nothing while a job works, and goes on after it', async () => {
    const work = opened();
    let busy = true;
    const { ahead, taken } = working(work, { busy: () => busy, steps: ['recount'] });
    holdAtOnce(work.context.project);
    await new Promise((resolve) => { setTimeout(resolve, 500); });
    expect(taken).toEqual([]);
    busy = false;
    ahead.resume();
    await until(() => taken.length === 1);
    expect(taken).toEqual(['recount']);
  }, 120_000);
});
