import type { z } from 'zod';
import { analysisOperations } from './operations/analysis.ts';
import { answerOperations } from './operations/answers.ts';
import { backupOperations } from './operations/backups.ts';
import { warehouseOperations } from './operations/warehouse.ts';
import { brandInMindsOperations } from './operations/brand-in-minds.ts';
import { canvasOperations } from './operations/canvas.ts';
import { checkOperations } from './operations/check.ts';
import { coverOperations } from './operations/cover.ts';
import { countingOperations } from './operations/counting.ts';
import { decisionOperations } from './operations/decisions.ts';
import { clientRoomOperations } from './operations/client-room.ts';
import { choiceOperations } from './operations/choices.ts';
import { clockOperations } from './operations/clock.ts';
import { changeOperations } from './operations/change.ts';
import { editionOperations } from './operations/editions.ts';
import { initiativeOperations } from './operations/initiatives.ts';
import { importAccountOperations } from './operations/import-account.ts';
import { findingOperations } from './operations/findings.ts';
import { hypothesisOperations } from './operations/hypotheses.ts';
import { companyOperations } from './operations/companies.ts';
import { scepticOperations } from './operations/sceptic.ts';
import { identityOperations } from './operations/identity.ts';
import { importOperations } from './operations/imports.ts';
import { ladderOperations } from './operations/ladder.ts';
import { ledgerOperations } from './operations/ledger.ts';
import { listeningOperations } from './operations/listening.ts';
import { lostOperations } from './operations/lost.ts';
import { messageOperations } from './operations/messages.ts';
import { networkOperations } from './operations/network.ts';
import { noteOperations } from './operations/notes.ts';
import { oneByOneOperations } from './operations/one-by-one.ts';
import { originOperations } from './operations/origins.ts';
import { pastPageOperations } from './operations/past-page.ts';
import { peopleBulkOperations } from './operations/people-bulk.ts';
import { presentOperations } from './operations/present.ts';
import { presentHostOperations } from './operations/present-host.ts';
import { presentShowOperations } from './operations/present-show.ts';
import { privacyOperations } from './operations/privacy.ts';
import { probeOperations } from './operations/probes.ts';
import { promiseCostOperations } from './operations/promise-cost.ts';
import { projectOperations } from './operations/project.ts';
import { projectRemovalOperations } from './operations/project-removal.ts';
import { readingOperations } from './operations/reading.ts';
import { roleOperations } from './operations/roles.ts';
import { samenessOperations } from './operations/sameness.ts';
import { simulatorOperations } from './operations/simulator.ts';
import { strategyHoursOperations } from './operations/strategy-hours.ts';
import { strategyOperations } from './operations/strategy.ts';
import { supportOperations } from './operations/support.ts';
import { teamOperations } from './operations/teams.ts';
import { termOperations } from './operations/terms.ts';
import { tribeMakingOperations } from './operations/tribe-making.ts';
import { tribePageOperations } from './operations/tribe-page.ts';
import { tribeOperations } from './operations/tribes.ts';
import { trustOperations } from './operations/trust.ts';
import { trustRoomOperations } from './operations/trust-room.ts';
import { valueMapOperations } from './operations/value-map.ts';
import { valueOperations } from './operations/value.ts';
import { workListOperations } from './operations/work-list.ts';

/**
 * The one vocabulary of the product: name -> kind, input schema, output schema. Requests, handlers, the typed client and
 * the command line's `query` derive from this table; an operation without a handler does not compile.
 * Kinds: `read` changes nothing; `command` changes the project and can be undone where the page says so; `job` is long,
 * reports progress under the `jobId` given by the caller and can be cancelled; `control` is answered by the engine that
 * runs the jobs, `host` by the host itself.
 */
export const operations = { ...projectOperations, ...projectRemovalOperations, ...supportOperations, ...backupOperations, ...importOperations, ...importAccountOperations, ...analysisOperations, ...messageOperations, ...identityOperations, ...roleOperations, ...readingOperations, ...checkOperations, ...clockOperations, ...countingOperations, ...coverOperations, ...decisionOperations, ...termOperations, ...valueOperations, ...valueMapOperations, ...ledgerOperations, ...tribeOperations, ...networkOperations, ...tribeMakingOperations, ...tribePageOperations, ...trustOperations, ...promiseCostOperations, ...trustRoomOperations, ...lostOperations, ...originOperations, ...answerOperations, ...listeningOperations, ...teamOperations, ...findingOperations, ...scepticOperations, ...companyOperations, ...strategyOperations, ...samenessOperations, ...strategyHoursOperations, ...simulatorOperations, ...ladderOperations, ...canvasOperations, ...presentOperations, ...editionOperations, ...changeOperations, ...workListOperations, ...presentHostOperations, ...clientRoomOperations, ...presentShowOperations, ...hypothesisOperations, ...initiativeOperations, ...pastPageOperations, ...probeOperations, ...oneByOneOperations, ...noteOperations, ...peopleBulkOperations, ...privacyOperations, ...brandInMindsOperations, ...choiceOperations, ...warehouseOperations } as const;

export type OperationName = keyof typeof operations;
export type OperationKind = (typeof operations)[OperationName]['kind'];
/** What a caller may send: defaults may be left out. */
export type OperationInput<Name extends OperationName> = z.input<(typeof operations)[Name]['input']>;
/** What a handler receives: parsed, defaults filled in. */
export type OperationRequest<Name extends OperationName> = z.output<(typeof operations)[Name]['input']>;
export type OperationValue<Name extends OperationName> = z.output<(typeof operations)[Name]['output']>;
type OperationOfKind<Kind extends OperationKind> = { [Name in OperationName]: (typeof operations)[Name]['kind'] extends Kind ? Name : never }[OperationName];
/** Operations with a handler in the app: all but those that the host or the engine itself answers. */
export type EngineOperationName = OperationOfKind<'read' | 'command' | 'job'>;

/** True for names in the table; anything else is a bad request, not a bug. */
export function isOperationName(name: string): name is OperationName {
  return Object.hasOwn(operations, name);
}
