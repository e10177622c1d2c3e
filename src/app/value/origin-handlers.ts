import type { HandlerMap } from '../../contract/dispatch.ts';
import { failed, success, type Outcome } from '../../contract/outcome.ts';
import type { PieceKind } from '../../domain/model/value-piece.ts';
import { groupMessageIds } from '../../store/piece-groups.ts';
import { groupSubjects, pieceOf, routesOf } from '../../store/piece-routes.ts';
import { messagesById } from '../../store/message-queries.ts';
import { planRecord, type PlanRecord } from '../../store/plan-records.ts';
import type { ProjectDatabase } from '../../store/project-database.ts';
import { reachedMs } from '../lost/lost-times.ts';
import type { AppContext } from '../context.ts';
import { changePlan, changePlans, writableProject } from '../plan/plan-change.ts';
import { resolvedScope } from '../read/scope.ts';
import { changesView, saidDidProblems, saidDidView } from './changes-view.ts';
import { messageKey, ORIGIN_KIND, SAID_DID_KIND, saidDidByKey, TOLD_KIND, verdictId } from './origin-records.ts';
import { originsView } from './origins-view.ts';

type Names = 'value.origins' | 'value.judgeOrigin' | 'value.changes' | 'value.tellBack' | 'value.saidDid' | 'value.writeSaidDid';

const DEMAND_KINDS: readonly PieceKind[] = ['idea', 'fault', 'question'];
const MOST_CHECKED = 200;

/** Who said it first, what became of demands, and what people say of both. */
export function originHandlers(context: AppContext): Pick<HandlerMap, Names> {
  return {
    'value.origins'(input) {
      const scope = resolvedScope(context, input);
      return scope.ok ? success(originsView(scope.value, input)) : scope;
    },
    'value.judgeOrigin'({ announcementId, demandId, verdict }) {
      const project = writableProject(context);
      if (!project.ok) return project;
      const keys = keysOf(project.value, [announcementId, demandId]);
      if (!keys.ok) return keys;
      const [announcement = '', demand = ''] = keys.value;
      const id = verdictId(announcement, demand);
      const body = verdict === null ? null : { verdict };
      if (isSameBody(planRecord(project.value, { kind: ORIGIN_KIND, id }), body)) return success({ changed: 0 });
      changePlan(context, project.value, { command: 'value.judgeOrigin', kind: ORIGIN_KIND, id, body, label: verdict ?? 'open' });
      return success({ changed: 1 });
    },
    'value.changes'(input) {
      const scope = resolvedScope(context, input);
      return scope.ok ? success(changesView(scope.value, input, context.now())) : scope;
    },
    'value.tellBack'({ messageIds, told }) {
      const project = writableProject(context);
      if (!project.ok) return project;
      const keys = keysOf(project.value, [...new Set(messageIds)]);
      if (!keys.ok) return keys;
      const writings = keys.value.filter((id) => (planRecord(project.value, { kind: TOLD_KIND, id }) !== null) !== told).map((id) => ({ kind: TOLD_KIND, id, body: told ? {} : null }));
      if (writings.length > 0) changePlans(context, project.value, { command: 'value.tellBack', label: String(writings.length), writings });
      return success({ changed: writings.length });
    },
    'value.saidDid'(input) {
      const scope = resolvedScope(context, input);
      return scope.ok ? success(saidDidView(scope.value, context.now())) : scope;
    },
    'value.writeSaidDid'({ messageId, ...words }) {
      const project = writableProject(context);
      return project.ok ? writeSaidDid(context, project.value, messageId, { youSaid: words.youSaid.trim(), weDid: words.weDid.trim() }) : project;
    },
  };
}

/** The keys of messages by number, in order; `not-found` where one is not in the data. */
function keysOf(project: ProjectDatabase, messageIds: readonly number[]): Outcome<string[]> {
  const named = new Map(messagesById(project, [...messageIds]).map((message) => [message.messageId, messageKey(message)]));
  const missing = messageIds.find((id) => !named.has(id));
  return missing === undefined ? success(messageIds.map((id) => named.get(id) ?? '')) : failed('not-found', `message ${String(missing)} is not in this project`);
}

function isSameBody(record: PlanRecord | null, body: object | null): boolean {
  return record === null ? body === null : body !== null && record.body === JSON.stringify(body);
}

function writeSaidDid(context: AppContext, project: ProjectDatabase, messageId: number, { youSaid, weDid }: { readonly youSaid: string; readonly weDid: string }): Outcome<{ changed: number }> {
  const group = DEMAND_KINDS.flatMap((kind) => pieceOf(project, messageId, kind)?.group ?? [])[0];
  if (group === undefined) return failed('not-found', `message ${String(messageId)} is no demand of this project`);
  const isEmpty = youSaid === '' && weDid === '';
  if (!isEmpty) {
    const [route] = routesOf(project, groupSubjects(project, group)).toSorted((one, other) => other.atMs - one.atMs);
    if (route === undefined || reachedMs(route, 'done') === null) return failed('invalid-input', 'no change is declared for this demand: mark it as done first');
    if (youSaid === '' || weDid === '') return failed('invalid-input', 'write both: what people asked for, and what was done');
  }
  const members = messagesById(project, groupMessageIds(project, [group], MOST_CHECKED).get(group) ?? []);
  const [problem] = isEmpty ? [] : saidDidProblems(project, members.map((message) => message.messageId), { youSaid, weDid });
  if (problem !== undefined) return failed('invalid-input', `this wording still leads to whoever wrote it (${problem.kind}${problem.words === '' ? '' : `: ${problem.words}`}): tell it in other words`);
  // the words stay where a person wrote them first, whichever message of the demand they are asked by now
  const written = saidDidByKey(project);
  const key = members.map(messageKey).find((one) => written.has(one)) ?? members.map(messageKey)[0] ?? '';
  const body = isEmpty ? null : { youSaid, weDid };
  if (isSameBody(planRecord(project, { kind: SAID_DID_KIND, id: key }), body)) return success({ changed: 0 });
  changePlan(context, project, { command: 'value.writeSaidDid', kind: SAID_DID_KIND, id: key, body, label: weDid });
  return success({ changed: 1 });
}
