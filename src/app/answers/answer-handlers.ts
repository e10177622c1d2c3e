import type { HandlerMap } from '../../contract/dispatch.ts';
import { success } from '../../contract/outcome.ts';
import { PUBLISHED_FIGURES } from '../../domain/answers/published-figures.ts';
import { AUTHOR_DRAWS } from '../../domain/response/survival-group.ts';
import type { AppContext } from '../context.ts';
import { cachedOutcome } from '../read/answer-cache.ts';
import { resolvedScope } from '../read/scope.ts';
import { responseBacklog, responseBacklogTable } from './backlog.ts';
import { brandBenchmark } from './brand-benchmark.ts';
import { responseCriticism } from './criticism.ts';
import { responseFirstPage } from './first-page.ts';
import { pastBenchmark } from './past-benchmark.ts';
import { responseQuality } from './quality.ts';
import { responseVanished } from './vanished.ts';

type Names = 'response.quality' | 'response.criticism' | 'response.firstPage' | 'response.vanished' | 'response.backlog' | 'response.backlogTable' | 'response.benchmarks';

const DEFAULT_SEED = 1;

/** Answers and open requests of the listening room. */
export function answerHandlers(context: AppContext): Pick<HandlerMap, Names> {
  return {
    'response.quality': (input) => {
      const scope = resolvedScope(context, input);
      if (!scope.ok) return scope;
      return cachedOutcome(scope.value.project, { name: 'quality', input }, async () => success(responseQuality(scope.value, input)));
    },
    'response.criticism': (input) => {
      const scope = resolvedScope(context, input);
      if (!scope.ok) return scope;
      return cachedOutcome(scope.value.project, { name: 'criticism', input }, async () => success(responseCriticism(scope.value, input)));
    },
    'response.firstPage': (input) => {
      const scope = resolvedScope(context, input);
      if (!scope.ok) return scope;
      return cachedOutcome(scope.value.project, { name: 'first-page', input }, async () => success(responseFirstPage(scope.value, input)));
    },
    'response.vanished': (input) => {
      const scope = resolvedScope(context, input);
      if (!scope.ok) return scope;
      return cachedOutcome(scope.value.project, { name: 'vanished', input }, async () => success(responseVanished(scope.value, input)));
    },
    // not kept: points follow the weights of the ledger, which change without the data
    'response.backlog': async (input) => {
      const scope = resolvedScope(context, input);
      return scope.ok ? success(await responseBacklog(scope.value, input)) : scope;
    },
    'response.backlogTable': (input) => {
      const scope = resolvedScope(context, input);
      return scope.ok ? success(responseBacklogTable(scope.value, input)) : scope;
    },
    'response.benchmarks': (input) => {
      const scope = resolvedScope(context, input);
      if (!scope.ok) return scope;
      const { seed = DEFAULT_SEED, population, answerRule, mergeFollowUps, includeInferred, followUpHours } = input;
      const rule = { population, answerRule, mergeFollowUps, includeInferred, followUpHours };
      const plan = { seed, draws: AUTHOR_DRAWS };
      return cachedOutcome(scope.value.project, { name: 'benchmarks', input }, async () =>
        success({ draws: AUTHOR_DRAWS, past: pastBenchmark(scope.value, rule, plan), published: PUBLISHED_FIGURES.map((figure) => ({ ...figure })), brands: brandBenchmark(scope.value, rule, plan) }));
    },
  };
}
