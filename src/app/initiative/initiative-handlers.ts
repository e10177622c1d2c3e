import type { HandlerMap } from '../../contract/dispatch.ts';
import { failed, success } from '../../contract/outcome.ts';
import { brandPosts } from '../../store/initiative-queries.ts';
import { planRecord } from '../../store/plan-records.ts';
import { messageCondition } from '../../store/selection-sql.ts';
import { observationEndMs } from '../../store/trust-queries.ts';
import { storedWeights } from '../../store/weight-versions.ts';
import type { AppContext } from '../context.ts';
import { changePlan, newPlanId, writableProject } from '../plan/plan-change.ts';
import { storedHypotheses } from '../plan/hypothesis-record.ts';
import { cachedOutcome } from '../read/answer-cache.ts';
import { resolvedScope } from '../read/scope.ts';
import { initiativeAccount } from './initiative-account.ts';
import { carryingPosts, INITIATIVE_KIND, standingInitiatives } from './initiative-records.ts';

type Names = 'initiatives.list' | 'initiatives.save' | 'initiatives.remove' | 'initiatives.posts' | 'initiatives.account';

const DEFAULT_SEED = 1;
const DAY_MS = 86_400_000;
/** What announces an initiative comes before it. */
const ANNOUNCED_MS = 14 * DAY_MS;
const MOST_LETTERS = 400;
const GONE = 'this initiative is no longer there; it may have been removed or undone';

/** Initiatives: what a brand did between two dates, and the account of it. */
export function initiativeHandlers(context: AppContext): Pick<HandlerMap, Names> {
  return {
    'initiatives.list'() {
      if (context.project === null) return failed('not-found', 'no project is open');
      return success({ reachMs: observationEndMs(context.project), initiatives: standingInitiatives(context.project) });
    },
    'initiatives.save'({ id, ...body }) {
      const project = writableProject(context);
      if (!project.ok) return project;
      if (body.endMs - body.startMs < DAY_MS) return failed('invalid-input', 'an initiative lasts a day at least: choose a last day that is not before the first one');
      if (id !== undefined && planRecord(project.value, { kind: INITIATIVE_KIND, id }) === null) return failed('not-found', GONE);
      if (body.hypothesisId !== null && !storedHypotheses(project.value).some((one) => one.id === body.hypothesisId)) return failed('not-found', 'the hypothesis named is no longer there: choose another one, or none');
      const target = id ?? newPlanId();
      changePlan(context, project.value, { command: 'initiatives.save', kind: INITIATIVE_KIND, id: target, body, label: body.name });
      return success({ id: target });
    },
    'initiatives.remove'({ id }) {
      const project = writableProject(context);
      if (!project.ok) return project;
      const initiative = standingInitiatives(project.value).find((one) => one.id === id);
      if (initiative === undefined) return success({ removed: false });
      changePlan(context, project.value, { command: 'initiatives.remove', kind: INITIATIVE_KIND, id, body: null, label: initiative.name });
      return success({ removed: true });
    },
    'initiatives.posts'({ page, size, startMs, endMs, containers, words, posts, ...input }) {
      const scope = resolvedScope(context, input);
      if (!scope.ok) return scope;
      const { byRule, byHand, all } = carryingPosts(scope.value, { startMs, endMs, containers, words, posts });
      const [ruled, picked] = [new Set(byRule.map(({ messageId }) => messageId)), new Set(byHand.map(({ messageId }) => messageId))];
      const around = brandPosts(scope.value.project, scope.value.brand?.id ?? null, messageCondition({ filters: { fromMs: startMs - ANNOUNCED_MS, toMs: endMs } }));
      const known = new Set(around.map(({ messageId }) => messageId));
      const offered = [...byHand.filter(({ messageId }) => !known.has(messageId)), ...around];
      return success({
        total: offered.length, chosen: all.length,
        posts: offered.slice(page * size, (page + 1) * size).map((post) => ({ ...post, text: post.text === null ? null : post.text.slice(0, MOST_LETTERS), byRule: ruled.has(post.messageId), byHand: picked.has(post.messageId) })),
      });
    },
    'initiatives.account'({ id, seed = DEFAULT_SEED, ...input }) {
      const scope = resolvedScope(context, input);
      if (!scope.ok) return scope;
      const { project } = scope.value;
      const initiative = standingInitiatives(project).find((one) => one.id === id);
      if (initiative === undefined) return failed('not-found', GONE);
      const foretold = storedHypotheses(project).find((one) => one.id === initiative.hypothesisId) ?? null;
      // weights and what was foretold change without the data
      return cachedOutcome(project, { name: 'initiative-account', input: { ...input, seed, initiative, foretold, weights: storedWeights(project) } }, async () => success(initiativeAccount(scope.value, initiative, seed)));
    },
  };
}
