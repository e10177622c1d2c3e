import { codeSet, INTENTS, type Intent } from '../../../domain/model/codes.ts';
import type { MessageFact } from '../../../domain/response/message-fact.ts';
import { countedRequests } from '../../../domain/response/counted-requests.ts';
import { REQUEST_DEFINITION, type RequestEpisode } from '../../../domain/response/request-episode.ts';
import { requestEpisodes } from '../../../domain/response/request-episodes.ts';
import { labelledSince, messagesSince, reachBy } from '../../../store/change-queries.ts';
import { storedSources } from '../../../store/request-context.ts';
import { messageFacts } from '../../../store/request-facts.ts';
import { settingOf } from '../../../store/stage-queries.ts';
import { createReader } from '../../../text/reader.ts';
import { ANALYSIS_NOW, responseContext } from '../../analyse/derive-stage.ts';
import { projectReaderOptions } from '../../analyse/project-reader.ts';
import { importRules } from '../../import/import-rules.ts';
import type { ResolvedScope } from '../../read/scope.ts';
import type { ClosedEdition } from '../../present/edition-records.ts';

/** What may be counted as it was, in the order of the bits of a set. */
export interface RequestCause {
  readonly cause: 'new-messages' | 'late-replies' | 'by-hand' | 'definitions';
  readonly n: number;
}

/** Requests of a brand as they are counted now, and as they were counted when an edition was closed, cause by cause. */
export interface RequestRecount {
  readonly causes: readonly RequestCause[];
  /** `set`: which causes are as they are now; all bits: everything is. */
  readonly under: (set: number) => readonly RequestEpisode[];
}

type Labels = ReadonlyMap<number, { readonly bits: number | null; readonly order: readonly Intent[] }>;

/** What the reader says of messages that were labelled by hand since a moment. */
function labelsBefore({ project }: ResolvedScope, sinceMs: number): Labels {
  const texts = labelledSince(project, sinceMs).filter(({ direction }) => direction === 'inbound');
  if (texts.length === 0) return new Map();
  const reader = createReader(projectReaderOptions(project));
  const isIntent = (label: string): label is Intent => (INTENTS as readonly string[]).includes(label);
  return new Map(texts.map(({ id, text, direction, atMs, languageTag }) => {
    const { intents, labels } = reader.read({ id: String(id), text, direction, ...(atMs === null ? {} : { atMs }), ...(languageTag === null ? {} : { sourceLanguage: languageTag }) });
    const order = labels.filter(isIntent);
    return [id, { bits: intents === null ? null : codeSet(INTENTS, order), order }] as const;
  }));
}

/**
 * Counts the requests of a brand again as they were when `then` was closed: without what came in later, watched until where
 * the data reached, with the reader's label where a hand corrected it since, under the rule kept with the edition. `now`: the
 * later edition whose state counts as now; null for the data of today. What an edition did not keep is as it is now: roles,
 * merged identities, the reader itself. Reads all messages once; every set of causes is one pass over them.
 */
export function recountedRequests(scope: ResolvedScope, then: ClosedEdition, now: ClosedEdition | null): RequestRecount {
  const { project, brand } = scope;
  const nowText = settingOf(project, ANALYSIS_NOW);
  const analysedMs = nowText === null || nowText === '' ? null : Number(nowText);
  const hidden = new Set(now === null ? [] : messagesSince(project, now.closedMs));
  const facts = messageFacts(project).filter(({ id }) => !hidden.has(id));
  const later = new Set(messagesSince(project, then.closedMs).filter((id) => !hidden.has(id)));
  const isReply = (fact: MessageFact): boolean => fact.voiceOfBrandId !== null;
  const replies = new Set(facts.flatMap((fact) => (later.has(fact.id) && isReply(fact) ? [fact.id] : [])));
  const [reachThen, reachNow] = [then.kept?.reachMs ?? reachBy(project, then.closedMs), now === null ? null : (now.kept?.reachMs ?? reachBy(project, now.closedMs))];
  const [labelsThen, labelsNow] = [labelsBefore(scope, then.closedMs), now === null ? new Map<number, never>() : labelsBefore(scope, now.closedMs)];
  const changedLabels = [...labelsThen.keys()].filter((id) => !labelsNow.has(id));
  const ruleNow = now?.kept?.inferredAnswers ?? importRules(project).includeInferred;
  const ruleThen = then.kept?.inferredAnswers ?? ruleNow;
  const watchesLonger = reachThen !== null && (reachNow ?? reachBy(project, Number.MAX_SAFE_INTEGER) ?? reachThen) > reachThen;
  const causes: RequestCause[] = [];
  if (later.size > replies.size) causes.push({ cause: 'new-messages', n: later.size - replies.size });
  if (replies.size > 0 || watchesLonger) causes.push({ cause: 'late-replies', n: replies.size });
  if (changedLabels.length > 0) causes.push({ cause: 'by-hand', n: changedLabels.length });
  if (ruleThen !== ruleNow) causes.push({ cause: 'definitions', n: 1 });
  const sources = storedSources(project);
  const least = (...moments: (number | null)[]): number | null => moments.reduce((found, moment) => (moment === null ? found : found === null ? moment : Math.min(found, moment)), null);
  const under = (set: number): readonly RequestEpisode[] => {
    const isNow = (cause: RequestCause['cause']): boolean => {
      const at = causes.findIndex((one) => one.cause === cause);
      return at < 0 || (set & (2 ** at)) !== 0;
    };
    const [newMessages, lateReplies, byHand, definitions] = [isNow('new-messages'), isNow('late-replies'), isNow('by-hand'), isNow('definitions')];
    const isIn = ({ id }: MessageFact): boolean => !later.has(id) || (replies.has(id) ? lateReplies : newMessages);
    const labels: Labels = byHand ? labelsNow : labelsThen;
    const known = facts.filter(isIn).map((fact): MessageFact => {
      const label = labels.get(fact.id);
      const lacksParent = fact.parentId !== null && later.has(fact.parentId) && !(replies.has(fact.parentId) ? lateReplies : newMessages);
      return label === undefined && !lacksParent ? fact : { ...fact, ...(label === undefined ? {} : { intents: label.bits, intentOrder: label.order }), ...(lacksParent ? { parentId: null, parentIsMissing: true } : {}) };
    });
    const context = responseContext(sources, { brandId: brand?.id ?? null, nowMs: least(analysedMs, reachNow, lateReplies ? null : reachThen) });
    return countedRequests(requestEpisodes(known, context, { ...REQUEST_DEFINITION, inferAnswers: definitions ? ruleNow : ruleThen }).requests);
  };
  return { causes, under };
}
