import type { DecisionSection } from '../../domain/model/decision-section.ts';
import { forgetLabelledReadings, putDecisionRows } from '../../store/decision-rows.ts';
import { applyDuplicateDecisions } from '../../store/import-traces.ts';
import { linkPersons } from '../../store/person-links.ts';
import { applyRoutes } from '../../store/piece-routes.ts';
import type { ProjectDatabase } from '../../store/project-database.ts';
import { ABSTAIN_BELOW } from '../analyse/project-reader.ts';
import { INFERRED_SETTING } from '../import/import-rules.ts';
import { coverAllImports } from '../import/reply-coverage.ts';
import { applyPairs, countRequesters } from '../lost/standing-groups.ts';
import { forgetAnswers, forgetAnswersAbout } from '../read/answer-cache.ts';
import { putBrands } from '../roles/put-brands.ts';
import { refreshOwnTribes } from '../tribes/own-members.ts';
import { reweighLedger } from '../value/reweigh-ledger.ts';
import { ZONE_BORDER_SETTING } from '../value/zone-border.ts';
import type { DecisionsChange, RowChange } from './section-rule.ts';

type Side = 'before' | 'after';

const RAISING: readonly DecisionSection[] = ['brands', 'roles', 'identities', 'duplicates', 'labels', 'rules'];

const touchesSetting = (rows: readonly RowChange[], ...keys: readonly string[]): boolean =>
  rows.some(({ table, before, after }) => table === 'settings' && [...before, ...after].some(({ key }) => keys.some((wanted) => wanted === key)));

/** Lays what is derived over decisions that changed, section by section: who is who, then messages and pieces, then weights and tribes. */
function settleDecisions(project: ProjectDatabase, { sections, rows }: DecisionsChange): void {
  const has = (...wanted: readonly DecisionSection[]): boolean => wanted.some((section) => sections.includes(section));
  for (const { table, before, after } of rows) if (table === 'labels') forgetLabelledReadings(project, [...before, ...after]);
  if (has('duplicates')) {
    applyDuplicateDecisions(project);
    coverAllImports(project);
  } else if (has('identities')) linkPersons(project);
  if (has('pairs')) {
    const groups = applyPairs(project);
    if (groups.length > 0) countRequesters(project, groups);
  }
  if (has('routes', 'pairs')) applyRoutes(project);
  if (has('weights') || touchesSetting(rows, ZONE_BORDER_SETTING)) reweighLedger(project);
  if (has('tribes')) refreshOwnTribes(project);
  if (has('tribes', 'tribe-edits', 'judgements')) for (const text of ['tribes.one', 'own:']) forgetAnswersAbout(project, text);
  for (const name of ['overview', 'trust', 'lost.summary', 'lost.hearing', 'lost.fixes', 'promises.implicit']) forgetAnswers(project, name);
}

/** True when results that were derived rest on what an import of decisions changes: they have to be made again. */
export function raisesData({ sections, rows, brands }: DecisionsChange): boolean {
  return brands !== null || sections.some((section) => RAISING.includes(section)) || touchesSetting(rows, ABSTAIN_BELOW, INFERRED_SETTING);
}

/** Writes the rows of one side of an import of decisions and settles what rests on them. To be called inside a transaction. */
export function putDecisionRowChanges(project: ProjectDatabase, change: DecisionsChange, side: Side): void {
  for (const { table, ...rows } of side === 'after' ? change.rows : [...change.rows].reverse()) {
    putDecisionRows(project, table, { remove: [...rows.before, ...rows.after], add: rows[side] });
  }
  settleDecisions(project, change);
}

/** Makes one side of an import of decisions stand, as undo and redo do. Returns whether derived results are out of date by it. To be called inside a transaction. */
export function putDecisionsChange(project: ProjectDatabase, change: DecisionsChange, side: Side): boolean {
  if (change.brands !== null) putBrands(project, change.brands[side]);
  putDecisionRowChanges(project, change, side);
  return raisesData(change);
}
