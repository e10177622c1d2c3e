import type { CallContext, HandlerMap } from '../contract/dispatch.ts';
import { operations } from '../contract/operations.ts';
import { isRaised, LEAST_FLOORS } from '../domain/model/floors.ts';
import { failed, type Outcome } from '../contract/outcome.ts';
import { STRAY_CODES } from '../store/stray-codes.ts';
import { strayContents } from '../store/stray-documents.ts';
import type { AppContext } from './context.ts';
import { analysisHandlers } from './analyse/analysis-handlers.ts';
import { answerHandlers } from './answers/answer-handlers.ts';
import { pastPageHandlers } from './answers/past-page-handlers.ts';
import { choiceHandlers } from './choices/choice-handlers.ts';
import { checkHandlers } from './check/check-handlers.ts';
import { hoursHandlers } from './clock/hours-handlers.ts';
import { keptFloors } from './counting/kept-counting.ts';
import { underRaisedFloors } from './counting/raised-floors.ts';
import { countingHandlers } from './counting/counting-handlers.ts';
import { failureOf, withFailures } from './failure-of.ts';
import { decisionHandlers } from './decisions/decision-handlers.ts';
import { labelHandlers } from './decide/label-handlers.ts';
import { accountHandlers } from './import/account-handlers.ts';
import { identityHandlers } from './identity/identity-handlers.ts';
import { importHandlers } from './import/import-handlers.ts';
import { templateHandlers } from './import/template-handlers.ts';
import { lostHandlers } from './lost/lost-handlers.ts';
import { initiativeHandlers } from './initiative/initiative-handlers.ts';
import { listeningHandlers } from './read/listening-handlers.ts';
import { coverHandlers } from './read/cover-handlers.ts';
import { messageHandlers } from './read/message-handlers.ts';
import { overviewHandlers } from './read/overview-handlers.ts';
import { networkHandlers } from './network/network-handlers.ts';
import { oneByOneHandlers } from './one-by-one/one-by-one-handlers.ts';
import { canvasHandlers } from './plan/canvas-handlers.ts';
import { eventHandlers } from './plan/event-handlers.ts';
import { noteHandlers } from './plan/note-handlers.ts';
import { viewHandlers } from './plan/view-handlers.ts';
import { planTaskHandlers } from './plan/plan-task-handlers.ts';
import { findingHandlers, type AskAgain } from './plan/finding-handlers.ts';
import { hypothesisHandlers } from './plan/hypothesis-handlers.ts';
import { editionHandlers } from './present/edition-handlers.ts';
import { presentHandlers } from './present/present-handlers.ts';
import { quoteHandlers } from './present/quote-handlers.ts';
import { roomHandlers } from './present/room-handlers.ts';
import { showHandlers } from './present/show-handlers.ts';
import { workListHandlers } from './present/work-list-handlers.ts';
import { privacyHandlers } from './privacy/privacy-handlers.ts';
import { warehouseHandlers } from './warehouse/warehouse-handlers.ts';
import { backupHandlers } from './backups/backup-handlers.ts';
import { deleteHandlers } from './project/delete-project.ts';
import { closeOpenProject, opened, projectHandlers } from './project/project-handlers.ts';
import { companyHandlers } from './companies/company-handlers.ts';
import { mirrorHandlers } from './mirror/mirror-handlers.ts';
import { scepticHandlers } from './sceptic/sceptic-handlers.ts';
import { probeHandlers } from './shopper/probe-handlers.ts';
import { changeHandlers } from './strategy/change/change-handlers.ts';
import { crisisHandlers } from './strategy/crisis-handlers.ts';
import { ladderHandlers } from './strategy/ladder-handlers.ts';
import { samenessHandlers } from './strategy/sameness-handlers.ts';
import { simulatorHandlers } from './strategy/simulator-handlers.ts';
import { strategyHoursHandlers } from './strategy/strategy-hours-handlers.ts';
import { strategyHandlers } from './strategy/strategy-handlers.ts';
import { dictionaryHandlers } from './reading/dictionary-handlers.ts';
import { explainHandlers } from './reading/explain-handlers.ts';
import { roleHandlers } from './roles/role-handlers.ts';
import { supportHandlers } from './support/support-handlers.ts';
import { teamHandlers } from './teams/team-handlers.ts';
import { termHandlers } from './terms/term-handlers.ts';
import { tribePageHandlers } from './tribes/tribe-page-handlers.ts';
import { tribeHandlers } from './tribes/tribe-handlers.ts';
import { promiseCostHandlers } from './trust/promise-cost-handlers.ts';
import { promiseHandlers } from './trust/promise-handlers.ts';
import { trustRoomHandlers } from './trust/trust-room-handlers.ts';
import { responseHandlers } from './read/response-handlers.ts';
import { ledgerHandlers } from './value/ledger-handlers.ts';
import { mapHandlers } from './value/map-handlers.ts';
import { originHandlers } from './value/origin-handlers.ts';
import { valueHandlers } from './value/value-handlers.ts';

type AnyHandler = (input: never, call: CallContext) => Outcome<unknown> | Promise<Outcome<unknown>>;

/** True when the open project holds codes or documents that this program never wrote: what an answer then stumbles over is damage, and no bug. */
function isDamagedInside({ project }: AppContext): boolean {
  return project?.connection.open === true && strayContents(project).length > 0;
}

/** The same handlers, in which a disk that fails or a file that is damaged in the middle of an answer is a failure as well. */
function guarded(context: AppContext, handlers: HandlerMap): HandlerMap {
  const entries = Object.entries<AnyHandler>(handlers).map(([name, handler]) => [name, (input: never, call: CallContext) => withFailures(async () => {
    try {
      return await handler(input, call);
    } catch (error) {
      if (failureOf(error) === null && isDamagedInside(context)) return failed('corrupt-project', STRAY_CODES);
      throw error;
    }
  })] as const);
  return Object.fromEntries(entries) as unknown as HandlerMap;
}

/** The same handlers, whose reads hold back what lies under floors that a person raised. */
function floored(context: AppContext, handlers: HandlerMap): HandlerMap {
  const entries = Object.entries<AnyHandler>(handlers).map(([name, handler]) => {
    const { kind, output } = operations[name as keyof HandlerMap];
    // the sceptic answers a question like a read: only its length makes it a job
    if (kind !== 'read' && name !== 'findings.challenge') return [name, handler] as const;
    const held: AnyHandler = async (input, call) => {
      const outcome = await handler(input, call);
      const floors = context.project === null ? LEAST_FLOORS : keptFloors(context.project);
      return outcome.ok && isRaised(floors) ? { ...outcome, value: underRaisedFloors(output, outcome.value, floors) } : outcome;
    };
    return [name, held] as const;
  });
  return Object.fromEntries(entries) as unknown as HandlerMap;
}

/** All operations of the engine over one context. The union is checked against the table: a missing handler does not compile. */
export function allHandlers(context: AppContext): HandlerMap {
  const ask: AskAgain = (operation, input) => (handlers[operation as keyof HandlerMap] as AnyHandler)(input as never, { signal: new AbortController().signal, onProgress: () => undefined });
  const handlers: HandlerMap = guarded(context, floored(context, {
    ...projectHandlers(context),
    ...deleteHandlers(context),
    ...supportHandlers(context),
    ...warehouseHandlers(context),
    ...backupHandlers(context, { open: (path) => opened(context, path), close: () => closeOpenProject(context) }),
    ...importHandlers(context),
    ...accountHandlers(context),
    ...templateHandlers(context),
    ...analysisHandlers(context),
    ...overviewHandlers(context),
    ...messageHandlers(context),
    ...initiativeHandlers(context),
    ...pastPageHandlers(context),
    ...probeHandlers(context),
    ...labelHandlers(context),
    ...teamHandlers(context),
    ...decisionHandlers(context),
    ...identityHandlers(context),
    ...roleHandlers(context),
    ...explainHandlers(context),
    ...dictionaryHandlers(context),
    ...checkHandlers(context),
    ...hoursHandlers(context),
    ...countingHandlers(context),
    ...coverHandlers(context),
    ...responseHandlers(context),
    ...answerHandlers(context),
    ...listeningHandlers(context),
    ...valueHandlers(context),
    ...mapHandlers(context),
    ...ledgerHandlers(context),
    ...tribeHandlers(context),
    ...tribePageHandlers(context),
    ...termHandlers(context),
    ...promiseHandlers(context),
    ...promiseCostHandlers(context),
    ...trustRoomHandlers(context),
    ...networkHandlers(context),
    ...lostHandlers(context),
    ...originHandlers(context),
    ...findingHandlers(context, ask),
    ...scepticHandlers(context, ask),
    ...companyHandlers(context),
    ...mirrorHandlers(context, ask),
    ...strategyHandlers(context, ask),
    ...samenessHandlers(context),
    ...simulatorHandlers(context),
    ...strategyHoursHandlers(context, ask),
    ...ladderHandlers(context, ask),
    ...crisisHandlers(context),
    ...changeHandlers(context),
    ...canvasHandlers(context, ask),
    ...viewHandlers(context),
    ...eventHandlers(context),
    ...noteHandlers(context),
    ...presentHandlers(context, ask),
    ...showHandlers(context, ask),
    ...editionHandlers(context, ask),
    ...quoteHandlers(context),
    ...roomHandlers(context, ask),
    ...workListHandlers(context, ask),
    ...planTaskHandlers(context, ask),
    ...hypothesisHandlers(context, ask),
    ...oneByOneHandlers(context, ask),
    ...privacyHandlers(context),
    ...choiceHandlers(context),
  }));
  return handlers;
}
