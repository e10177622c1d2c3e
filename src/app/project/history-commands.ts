import { putAnswers } from '../import/source-answers.ts';
import { putDuplicates } from '../import/duplicates-change.ts';
import { putRules } from '../import/import-rules.ts';
import { putDictionary, removeDictionary, type DictionaryRow } from '../../store/dictionary-queries.ts';
import { putBrandState, type BrandState } from '../../store/brand-queries.ts';
import { removeImport } from '../../store/import-removal.ts';
import { restoreImport } from '../../store/import-restore.ts';
import { putLabelDecisions, type LabelDecision } from '../../store/label-queries.ts';
import { putCheckSample, putSkipped } from '../../store/check-queries.ts';
import { putFloors, putWeekStart, putZone } from '../counting/kept-counting.ts';
import { putHours } from '../clock/standing-hours.ts';
import { setLayersTakenBack } from '../../store/reading-layer-queries.ts';
import type { SkipChange } from '../check/check-sample.ts';
import type { LayerChange } from '../check/reading-layer.ts';
import type { JournalEntry } from '../../store/journal.ts';
import type { ProjectDatabase } from '../../store/project-database.ts';
import { storeSetting } from '../../store/stage-queries.ts';
import type { WeightVersion } from '../../store/weight-versions.ts';
import { ABSTAIN_BELOW } from '../analyse/project-reader.ts';
import { putIdentityChange, putIdentityReviewed } from '../identity/identity-change.ts';
import type { ImportCommand } from '../import/import-files.ts';
import { coverAllImports } from '../import/reply-coverage.ts';
import { putTribeChange } from '../tribes/tribe-change.ts';
import { putCardsChange, putPairsChange, putRequesters, putRoutesChange } from '../lost/lost-change.ts';
import { putPlanChange } from '../plan/plan-change.ts';
import { putDataSheet } from '../privacy/data-sheet.ts';
import { putRetention } from '../privacy/retention.ts';
import { putAllowed } from '../privacy/suppression-list.ts';
import { putBrands } from '../roles/put-brands.ts';
import { putDecisionsChange } from '../decisions/put-decisions.ts';
import type { DecisionsChange } from '../decisions/section-rule.ts';
import { putProbes } from '../shopper/probe-records.ts';
import { putPromiseVerdict } from '../trust/promise-change.ts';
import { putTrustWeights } from '../trust/trust-weights.ts';
import { putWeights } from '../value/set-weights.ts';
import { putZoneBorder } from '../value/set-zone-border.ts';
import { raiseDataVersion } from './data-version.ts';

/** How one kind of change is taken back and repeated, from what the journal keeps of it. */
export interface HistoryCommand {
  readonly undo: (project: ProjectDatabase, entry: JournalEntry) => void;
  readonly redo: (project: ProjectDatabase, entry: JournalEntry) => void;
  /** No derived result rests on it: what was analysed stays so. */
  readonly leavesData?: true;
}

/** What the journal keeps of labels set by hand. */
export interface LabelsChange {
  readonly messageIds: readonly number[];
  readonly before: readonly LabelDecision[];
  readonly after: readonly LabelDecision[];
}

/** What the journal keeps of a change to brands. */
export interface BrandChange {
  readonly before: BrandState;
  readonly after: BrandState;
}

/** What the journal keeps of a change to the threshold under which the reader abstains. */
export interface ThresholdChange {
  readonly before: number;
  readonly after: number;
}

type Side = 'before' | 'after';

/** A change that the journal keeps whole: one side of it is put back. */
function put<Change>(side: (project: ProjectDatabase, change: Change, side: Side) => void): HistoryCommand {
  return {
    undo: (project, { inverse }) => side(project, JSON.parse(inverse) as Change, 'before'),
    redo: (project, { inverse }) => side(project, JSON.parse(inverse) as Change, 'after'),
  };
}

/** A change of which the journal keeps what stood before and what stands after, where either is put as it is. */
function putEither<Kept>(either: (project: ProjectDatabase, kept: Kept) => void): HistoryCommand {
  return put<{ readonly before: Kept; readonly after: Kept }>((project, change, side) => either(project, change[side]));
}

/** The same change, on which no derived result rests. */
function leavingData({ undo, redo }: HistoryCommand): HistoryCommand {
  return { undo, redo, leavesData: true };
}

function putImported(project: ProjectDatabase, change: DecisionsChange, side: Side): void {
  if (putDecisionsChange(project, change, side)) raiseDataVersion(project);
}

function putLabels(project: ProjectDatabase, change: LabelsChange, side: Side): void {
  putLabelDecisions(project, change.messageIds, change[side]);
}

function putSkip(project: ProjectDatabase, { position, ...change }: SkipChange, side: Side): void {
  putSkipped(project, { position, skippedMs: change[side] });
}

/** An import as it came: what it brought, with the roles it gave. */
const bringImport: HistoryCommand['redo'] = (project, { inverse }) => {
  const { importIds, brandsAfter } = JSON.parse(inverse) as ImportCommand;
  for (const importId of importIds) restoreImport(project, importId);
  putBrands(project, brandsAfter);
};

function takeImport(project: ProjectDatabase, { importIds }: ImportCommand): void {
  for (const importId of [...importIds].reverse()) removeImport(project, importId, { keep: true });
  coverAllImports(project);
}

/** Layers of the reader, as they stand after the change or as they stood before it. */
function putLayers(isTakenBack: Readonly<Record<Side, boolean>>): HistoryCommand {
  return put<LayerChange>((project, { versions }, side) => setLayersTakenBack(project, versions, isTakenBack[side]));
}

const TRIBES = leavingData(put(putTribeChange));
const PLAN = leavingData(put(putPlanChange));
// raised where a message leaves or comes back, and only there
const PROBES = leavingData(put(putProbes));
const LABELS = put(putLabels);
const IDENTITY = put(putIdentityChange);
const BRANDS = putEither(putBrands);
const THRESHOLD = putEither<number>((project, threshold) => storeSetting(project, ABSTAIN_BELOW, String(threshold)));

const COMMANDS: Readonly<Record<string, HistoryCommand>> = {
  'views.save': PLAN,
  'views.remove': PLAN,
  'events.save': PLAN,
  'events.remove': PLAN,
  'notes.save': PLAN,
  'notes.tag': PLAN,
  'notes.addText': PLAN,
  'canvas.save': PLAN,
  'canvas.remove': PLAN,
  'hypotheses.register': PLAN,
  'hypotheses.judge': PLAN,
  'hypotheses.withdraw': PLAN,
  'probes.save': PROBES,
  'probes.remove': PROBES,
  'probes.saveAll': PROBES,
  'probes.setLeftOut': PROBES,
  'initiatives.save': PLAN,
  'initiatives.remove': PLAN,
  'oneByOne.deal': PLAN,
  'oneByOne.mark': PLAN,
  'oneByOne.draft': PLAN,
  'oneByOne.holdBack': PLAN,
  'editions.close': PLAN,
  'editions.remove': PLAN,
  'present.save': PLAN,
  'present.edit': PLAN,
  'present.readWorkList': PLAN,
  'quotes.approve': PLAN,
  'quotes.remove': PLAN,
  'comments.read': PLAN,
  'comments.mark': PLAN,
  'strategy.setFormation': PLAN,
  'strategy.declare': PLAN,
  'value.judgeOrigin': PLAN,
  'value.tellBack': PLAN,
  'value.writeSaidDid': PLAN,
  'strategy.saveScenario': PLAN,
  'strategy.removeScenario': PLAN,
  'strategy.setGate': PLAN,
  'strategy.setCrisisPlan': PLAN,
  'strategy.saveDrill': PLAN,
  'companies.assign': PLAN,
  'teams.set': PLAN,
  'business.set': put(putPlanChange),
  'mirror.setSides': PLAN,
  'mirror.judge': PLAN,
  'findings.keep': PLAN,
  'findings.change': PLAN,
  'findings.remove': PLAN,
  'decisions.import': leavingData(put(putImported)),
  'tribes.save': TRIBES,
  'tribes.remove': TRIBES,
  'tribes.edit': TRIBES,
  'tribes.merge': TRIBES,
  'tribes.split': TRIBES,
  'tribes.precision': TRIBES,
  import: {
    undo(project, { inverse }) {
      const command = JSON.parse(inverse) as ImportCommand;
      // brands first: accounts that go must hold no role that would keep them
      putBrandState(project, command.brandsBefore);
      takeImport(project, command);
    },
    redo: bringImport,
  },
  'import.undo': {
    undo(project, { inverse }) {
      const { importIds, brandsBefore } = JSON.parse(inverse) as ImportCommand;
      for (const importId of importIds) restoreImport(project, importId);
      putBrands(project, brandsBefore);
    },
    redo: (project, { inverse }) => takeImport(project, JSON.parse(inverse) as ImportCommand),
  },
  'labels.set': LABELS,
  'check.label': LABELS,
  'labels.importFile': LABELS,
  'check.draw': leavingData(putEither(putCheckSample)),
  'check.skip': leavingData(put(putSkip)),
  'reading.adapt': putLayers({ before: true, after: false }),
  'reading.dropLayer': putLayers({ before: false, after: true }),
  'dictionary.save': {
    undo: (project, { inverse }) => removeDictionary(project, (JSON.parse(inverse) as { readonly version: number }).version),
    redo: (project, { forward }) => putDictionary(project, JSON.parse(forward) as DictionaryRow),
  },
  'reading.setThreshold': THRESHOLD,
  'clock.setCalendar': leavingData(put(putHours)),
  'counting.setZone': putEither(putZone),
  'counting.setFloors': leavingData(putEither(putFloors)),
  'counting.setWeekStart': leavingData(putEither(putWeekStart)),
  'promises.decide': leavingData(put(putPromiseVerdict)),
  'trust.setWeights': leavingData(putEither(putTrustWeights)),
  'value.setWeights': {
    undo: (project, { forward }) => putWeights(project, JSON.parse(forward) as WeightVersion, false),
    redo: (project, { forward }) => putWeights(project, JSON.parse(forward) as WeightVersion, true),
    leavesData: true,
  },
  'value.setZoneBorder': leavingData(putEither(putZoneBorder)),
  'lost.route': leavingData(put(putRoutesChange)),
  'lost.regroup': leavingData(put(putPairsChange)),
  'lost.question': leavingData(put(putCardsChange)),
  'lost.setRequesters': leavingData(putEither(putRequesters)),
  'identity.decide': IDENTITY,
  'identity.split': IDENTITY,
  'identity.review': leavingData(putEither(putIdentityReviewed)),
  'duplicates.decide': putEither(putDuplicates),
  'import.answer': leavingData(put(putAnswers)),
  'import.setRules': putEither(putRules),
  'privacy.allowAgain': leavingData(put(putAllowed)),
  'retention.set': leavingData(put(putRetention)),
  'sheet.save': leavingData(putEither(putDataSheet)),
  'roles.decide': BRANDS,
  'brand.assign': BRANDS,
  'brand.claimDesks': BRANDS,
};

/** How the change of a journal entry is undone and repeated. Throws Error `unknown command in the journal: NAME`. */
export function historyCommand({ command }: JournalEntry): HistoryCommand {
  const known = Object.hasOwn(COMMANDS, command) ? COMMANDS[command] : undefined;
  if (known === undefined) throw new Error(`unknown command in the journal: ${command}`);
  return known;
}
