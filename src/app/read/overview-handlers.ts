import type { CallContext, HandlerMap } from '../../contract/dispatch.ts';
import type { OperationRequest, OperationValue } from '../../contract/operations.ts';
import { success, type Outcome } from '../../contract/outcome.ts';
import { DRAWN_STEPS } from '../../domain/model/drawing.ts';
import { contestReturn, type ContestReturn } from '../../domain/response/contest-return.ts';
import { promisesKept } from '../../domain/trust/promises-kept.ts';
import { heldCountsBy, heldTotals, heldVolume } from '../../store/held-counts.ts';
import { messageTimesAfter } from '../../store/contest-queries.ts';
import { brandCounts, brandNames, coverageRows, hasNamedReactions, hourlyVolume, messageTotals, messagesBy, reactionCount } from '../../store/overview-queries.ts';
import { openPairCount } from '../../store/copy-queries.ts';
import { projectHoles } from '../../store/import-account.ts';
import { unclaimedDesks } from '../../store/unclaimed-desks.ts';
import { answeredSources } from '../import/source-answers.ts';
import { messageCondition } from '../../store/selection-sql.ts';
import { settingOf } from '../../store/stage-queries.ts';
import { standingPromises } from '../../store/promise-queries.ts';
import { identityReviewed } from '../identity/identity-change.ts';
import { largestZone } from '../value/value-zones.ts';
import type { AppContext } from '../context.ts';
import { cachedAnswer, cachedOutcome } from './answer-cache.ts';
import { overviewFindings, type PromiseSource } from './findings.ts';
import { scopedContestEntries } from './contest-scope.ts';
import { heldProject } from './held-project.ts';
import { monthSeries } from './month-series.ts';
import { responseHandlers } from './response-handlers.ts';
import { resolvedScope, type ResolvedScope } from './scope.ts';
import { unseenInData } from './unseen.ts';

const SILENT: CallContext = { signal: new AbortController().signal, onProgress: () => undefined };
const WEEK_SECONDS = 604_800;

function contestOf(scope: ResolvedScope): ContestReturn | null {
  const { project } = scope;
  const entries = scopedContestEntries(scope);
  const first = entries[0];
  return first === undefined ? null : contestReturn(entries, messageTimesAfter(project, new Set(entries.map(({ accountId }) => accountId)), first.atMs));
}

/** The promises of everybody, judged as the parts of trust judge them, with those that stand in the rate. */
function promisesOf({ project, brand, messages }: ResolvedScope): PromiseSource {
  const judged = standingPromises(project, { brandId: brand?.id ?? null, messages: messageCondition(messages) }).filter(({ accountId }) => accountId !== null);
  const rated = judged.filter(({ named, state }) => named && (state === 'kept' || state === 'late' || state === 'broken'));
  return { part: promisesKept(judged), people: new Set(rated.map(({ accountId }) => accountId)).size, messageIds: [...new Set(rated.map(({ messageId }) => messageId))] };
}

/** The first room: what there is, what it says, what it cannot say. */
export function overviewHandlers(context: AppContext): Pick<HandlerMap, 'overview'> {
  const response = responseHandlers(context);
  return {
    overview: async (input) => {
      const scope = resolvedScope(context, input);
      if (!scope.ok) return scope;
      const { project } = scope.value;
      const answer = await cachedOutcome(project, { name: 'overview', input }, () => overviewOf(scope.value, input));
      // no figure rests on it, so the kept answer outlives it
      return answer.ok ? success({ ...answer.value, identityReviewed: identityReviewed(project) }) : answer;
    },
  };

  async function overviewOf(scope: ResolvedScope, input: OperationRequest<'overview'>): Promise<Outcome<Omit<OperationValue<'overview'>, 'identityReviewed'>>> {
    const { project, brand, messages } = scope;
    const condition = messageCondition(messages);
    const held = heldProject(project)?.messages.selectionOf(messages.filters ?? {}, messages.brandId ?? null) ?? null;
    const totals = held === null ? messageTotals(project, condition) : heldTotals(held);
    const countsBy = (dimension: 'network' | 'container' | 'language'): { value: string; messages: number }[] => (held === null ? messagesBy(project, dimension, condition) : heldCountsBy(project, dimension, held));
    const volume = (label: 'intent' | 'sentiment'): ReturnType<typeof hourlyVolume> => (held === null ? hourlyVolume(project, label, condition) : heldVolume(held, label));
    const coverage = coverageRows(project);
    const survival = await response['response.survival']({ ...input, clock: 'wall', by: 'intent', horizonSeconds: WEEK_SECONDS, maxSteps: DRAWN_STEPS }, SILENT);
    if (!survival.ok) return survival;
    const gaps = await response['response.gaps']({ ...input, clock: 'wall', horizonSeconds: WEEK_SECONDS }, SILENT);
    if (!gaps.ok) return gaps;
    const languages = countsBy('language');
    return success({
      ...totals,
      reactions: reactionCount(project),
      networks: countsBy('network').map(({ value: network }) => network),
      languages: languages.map(({ value: language }) => language),
      languageCounts: languages.map(({ value: language, messages: count }) => ({ language, messages: count })),
      brand: brand?.name ?? null,
      brands: cachedAnswer(project, { name: 'brand-counts', input: {} }, () => brandCounts(project)).map(({ name, own, messages: count }) => ({ name, own, messages: count })),
      coverage,
      months: monthSeries({
        byIntent: volume('intent'),
        bySentiment: volume('sentiment'),
        timeZone: settingOf(project, 'time_zone') ?? context.timeZone,
      }),
      ...overviewFindings({
        survival: survival.value, gaps: gaps.value, zone: largestZone(scope),
        contest: contestOf(scope),
        promises: promisesOf(scope),
        ownBrand: brand?.name ?? null,
        messagesIn: new Map(countsBy('container').map(({ value: name, messages: count }) => [name, count])),
      }),
      unseen: unseenInData({ totals, coverage, hasNamedReactions: hasNamedReactions(project), brands: brandNames(project), holes: { ...cachedAnswer(project, { name: 'project-unseen', input: {} }, () => ({ ...projectHoles(project), unclaimedDesks: unclaimedDesks(project) })), openDuplicates: openPairCount(project) }, sources: answeredSources(project) }),
    });
  }
}
