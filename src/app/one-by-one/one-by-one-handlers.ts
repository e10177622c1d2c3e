import { randomUUID } from 'node:crypto';
import type { HandlerMap } from '../../contract/dispatch.ts';
import { failed, success, type Outcome } from '../../contract/outcome.ts';
import { MOST_A_DAY } from '../../domain/model/one-by-one.ts';
import { dealtList } from '../../domain/strategy/one-by-one-list.ts';
import { planRecord } from '../../store/plan-records.ts';
import type { AppContext } from '../context.ts';
import type { AskAgain } from '../plan/finding-handlers.ts';
import { changePlan, writableProject } from '../plan/plan-change.ts';
import { resolvedScope } from '../read/scope.ts';
import { listCandidates } from './list-candidates.ts';
import { listEffect } from './list-effect.ts';
import { drawAt, DRAW_RECORD, entryKey, isHeldBack, LIST_KIND, listId, listOf, localDay, standingDraw, storedLists, type DayList, type ListEntry } from './list-records.ts';
import { draftedEntries, shownEntries } from './shown-list.ts';

type Names = 'oneByOne.list' | 'oneByOne.deal' | 'oneByOne.mark' | 'oneByOne.draft' | 'oneByOne.holdBack' | 'oneByOne.effect';

const DEFAULT_SEED = 1;
const MOST_DAYS = 60;

/** One by one: the list of a day, what was done with it, and what came of it. `ask` answers the reads that candidates come from. */
export function oneByOneHandlers(context: AppContext, ask: AskAgain): Pick<HandlerMap, Names> {
  return {
    'oneByOne.list'({ day, ...input }) {
      const scope = resolvedScope(context, input);
      if (!scope.ok) return scope;
      const { project, brand } = scope.value;
      const today = localDay(project, context.now());
      const lists = storedLists(project, brand?.name ?? null);
      const list = lists.find((one) => one.day === (day ?? today));
      const standing = standingDraw(project);
      return success({
        today, day: day ?? today, dealtMs: list?.dealtMs ?? null, most: MOST_A_DAY,
        holdBack: { on: standing?.on ?? false, untilMs: drawAt(standing, context.now())?.untilMs ?? null },
        entries: list === undefined ? [] : draftedEntries(project, list.queue), held: list === undefined ? [] : shownEntries(project, list.held),
        days: lists.slice(-MOST_DAYS).reverse().map(({ day: of, queue, held }) => ({ day: of, names: queue.length, done: queue.filter(({ state }) => state === 'done').length, skipped: queue.filter(({ state }) => state === 'skipped').length, held: held.length })),
      });
    },
    async 'oneByOne.deal'(input) {
      const project = writableProject(context);
      if (!project.ok) return project;
      const scope = resolvedScope(context, input);
      if (!scope.ok) return scope;
      const brand = scope.value.brand?.name ?? null;
      const nowMs = context.now();
      const day = localDay(project.value, nowMs);
      const lists = storedLists(project.value, brand);
      const standing = lists.find((list) => list.day === day);
      if (standing !== undefined) return success({ day, names: standing.queue.length, held: standing.held.length, already: true });
      const draw = drawAt(standingDraw(project.value), nowMs)?.name ?? null;
      const candidates = await listCandidates(scope.value, { ask, input, lists, draw, nowMs });
      if (!candidates.ok) return candidates;
      const { queue, held } = dealtList(candidates.value, (person) => draw !== null && isHeldBack(draw, person));
      if (queue.length === 0 && held.length === 0) return failed('not-found', 'nobody has to be written to: no request stands open, no piece of value waits for thanks, and everybody who gave much has been met');
      const body: DayList = { brand, dealtMs: nowMs, draw, queue, held };
      changePlan(context, project.value, { command: 'oneByOne.deal', kind: LIST_KIND, id: listId(day, brand), body, label: day });
      return success({ day, names: queue.length, held: held.length, already: false });
    },
    'oneByOne.mark': ({ brand, day, key, state }) => changeEntry({ command: 'oneByOne.mark', brand, day, key }, (entry) => (entry.state === state ? null : { ...entry, state, atMs: state === 'open' ? null : context.now() })),
    'oneByOne.draft': ({ brand, day, key, text }) => changeEntry({ command: 'oneByOne.draft', brand, day, key }, ({ typed, ...entry }) => ((typed ?? null) === text ? null : { ...entry, ...(text === null ? {} : { typed: text }) })),
    'oneByOne.holdBack'({ on, seed }) {
      const project = writableProject(context);
      if (!project.ok) return project;
      const before = standingDraw(project.value);
      if ((before?.on ?? false) === on && seed === undefined) return success({ changed: false });
      changePlan(context, project.value, { command: 'oneByOne.holdBack', ...DRAW_RECORD, body: { on, seed: seed ?? randomUUID(), sinceMs: context.now() }, label: '' });
      return success({ changed: true });
    },
    'oneByOne.effect'({ seed = DEFAULT_SEED, ...input }) {
      const scope = resolvedScope(context, input);
      return scope.ok ? success(listEffect(scope.value, seed)) : scope;
    },
  };

  /** Changes one name of the list of a day as one change; `changed` gives null where it stays as it is. */
  function changeEntry({ command, brand, day, key }: { readonly command: string; readonly brand: string | undefined; readonly day: string; readonly key: string }, changed: (entry: ListEntry) => ListEntry | null): Outcome<{ changed: boolean }> {
    const project = writableProject(context);
    if (!project.ok) return project;
    const scope = resolvedScope(context, brand === undefined ? {} : { brand });
    if (!scope.ok) return scope;
    const id = listId(day, scope.value.brand?.name ?? null);
    const record = planRecord(project.value, { kind: LIST_KIND, id });
    const list = record === null ? null : listOf(record);
    if (list === null) return failed('not-found', `there is no list of ${day}`);
    const at = list.queue.findIndex((entry) => entryKey(entry) === key);
    const entry = list.queue[at];
    if (entry === undefined) return failed('not-found', 'this name does not stand on the list of that day; whoever is held back cannot be marked');
    const next = changed(entry);
    if (next === null) return success({ changed: false });
    const { day: _day, ...kept } = list;
    changePlan(context, project.value, { command, kind: LIST_KIND, id, body: { ...kept, queue: kept.queue.with(at, next) }, label: day });
    return success({ changed: true });
  }
}
