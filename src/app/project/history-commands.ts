import { putAnswers, type AnswersChange } from '../import/source-answers.ts';
import { putDuplicates, type DuplicatesChange } from '../import/duplicates-change.ts';
import { putRules, type RulesChange } from '../import/import-rules.ts';
import { putDictionary, removeDictionary, type DictionaryRow } from '../../store/dictionary-queries.ts';
import { putBrandState, type BrandState } from '../../store/brand-queries.ts';
import { removeImport } from '../../store/import-removal.ts';
import { restoreImport } from '../../store/import-restore.ts';
import { putLabelDecisions, type LabelDecision } from '../../store/label-queries.ts';
import { putCheckSample, putSkipped } from '../../store/check-queries.ts';
import { putFloors, putWeekStart, putZone, type FloorsChange, type WeekStartChange, type ZoneChange } from '../counting/kept-counting.ts';
import { putHours, type HoursChange } from '../clock/standing-hours.ts';
import { setLayersTakenBack } from '../../store/reading-layer-queries.ts';
import type { DrawChange, SkipChange } from '../check/check-sample.ts';
import type { LayerChange } from '../check/reading-layer.ts';
import type { JournalEntry } from '../../store/journal.ts';
import type { ProjectDatabase } from '../../store/project-database.ts';
import { storeSetting } from '../../store/stage-queries.ts';
import type { WeightVersion } from '../../store/weight-versions.ts';
import { ABSTAIN_BELOW } from '../analyse/project-reader.ts';
import { putIdentityChange, putIdentityReviewed, type IdentityChange, type ReviewChange } from '../identity/identity-change.ts';
import type { ImportCommand } from '../import/import-files.ts';
import { coverAllImports } from '../import/reply-coverage.ts';
import { putTribeChange, type TribeChange } from '../tribes/tribe-change.ts';
import { putCardsChange, putPairsChange, putRequesters, putRoutesChange, type CardsChange, type PairsChange, type RequestersChange, type RoutesChange } from '../lost/lost-change.ts';
import { putPlanChange, type PlanChange, type PlanChanges } from '../plan/plan-change.ts';
import { putDataSheet, type SheetChange } from '../privacy/data-sheet.ts';
import { putRetention, type RetentionChange } from '../privacy/retention.ts';
import { putAllowed, type AllowedChange } from '../privacy/suppression-list.ts';
import { putBrands } from '../roles/put-brands.ts';
import { putDecisionsChange } from '../decisions/put-decisions.ts';
import type { DecisionsChange } from '../decisions/section-rule.ts';
import { putProbes } from '../shopper/probe-records.ts';
import { putPromiseVerdict, type PromiseChange } from '../trust/promise-change.ts';
import { putTrustWeights, type TrustWeightsChange } from '../trust/trust-weights.ts';
import { putWeights } from '../value/set-weights.ts';
import { putZoneBorder, type BorderChange } from '../value/set-zone-border.ts';
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

function putImported(project: ProjectDatabase, inverse: string, side: 'before' | 'after'): void {
  if (putDecisionsChange(project, JSON.parse(inverse) as DecisionsChange, side)) raiseDataVersion(project);
}

function putLabels(project: ProjectDatabase, inverse: string, side: 'before' | 'after'): void {
  const change = JSON.parse(inverse) as LabelsChange;
  putLabelDecisions(project, change.messageIds, change[side]);
}

function putSkip(project: ProjectDatabase, { position, ...change }: SkipChange, side: 'before' | 'after'): void {
  putSkipped(project, { position, skippedMs: change[side] });
}

const TRIBES: HistoryCommand = {
  undo: (project, { inverse }) => putTribeChange(project, JSON.parse(inverse) as TribeChange, 'before'),
  redo: (project, { inverse }) => putTribeChange(project, JSON.parse(inverse) as TribeChange, 'after'),
  leavesData: true,
};

const PLAN: HistoryCommand = {
  undo: (project, { inverse }) => putPlanChange(project, JSON.parse(inverse) as PlanChange, 'before'),
  redo: (project, { inverse }) => putPlanChange(project, JSON.parse(inverse) as PlanChange, 'after'),
  leavesData: true,
};

const PROBES: HistoryCommand = {
  undo: (project, { inverse }) => putProbes(project, JSON.parse(inverse) as PlanChanges, 'before'),
  redo: (project, { inverse }) => putProbes(project, JSON.parse(inverse) as PlanChanges, 'after'),
  // raised where a message leaves or comes back, and only there
  leavesData: true,
};

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
  'business.set': { undo: PLAN.undo, redo: PLAN.redo },
  'mirror.setSides': PLAN,
  'mirror.judge': PLAN,
  'findings.keep': PLAN,
  'findings.change': PLAN,
  'findings.remove': PLAN,
  'decisions.import': {
    undo: (project, { inverse }) => putImported(project, inverse, 'before'),
    redo: (project, { inverse }) => putImported(project, inverse, 'after'),
    leavesData: true,
  },
  'tribes.save': TRIBES,
  'tribes.remove': TRIBES,
  'tribes.edit': TRIBES,
  'tribes.merge': TRIBES,
  'tribes.split': TRIBES,
  'tribes.precision': TRIBES,
  import: {
    undo(project, { inverse }) {
      const { importIds, brandsBefore } = JSON.parse(inverse) as ImportCommand;
      // brands first: accounts that go must hold no role that would keep them
      putBrandState(project, brandsBefore);
      for (const importId of [...importIds].reverse()) removeImport(project, importId, { keep: true });
      coverAllImports(project);
    },
    redo(project, { inverse }) {
      const { importIds, brandsAfter } = JSON.parse(inverse) as ImportCommand;
      for (const importId of importIds) restoreImport(project, importId);
      putBrands(project, brandsAfter);
    },
  },
  'import.undo': {
    undo(project, { inverse }) {
      const { importIds, brandsBefore } = JSON.parse(inverse) as ImportCommand;
      for (const importId of importIds) restoreImport(project, importId);
      putBrands(project, brandsBefore);
    },
    redo(project, { inverse }) {
      const { importIds } = JSON.parse(inverse) as ImportCommand;
      for (const importId of [...importIds].reverse()) removeImport(project, importId, { keep: true });
      coverAllImports(project);
    },
  },
  'labels.set': {
    undo: (project, { inverse }) => putLabels(project, inverse, 'before'),
    redo: (project, { inverse }) => putLabels(project, inverse, 'after'),
  },
  'check.label': {
    undo: (project, { inverse }) => putLabels(project, inverse, 'before'),
    redo: (project, { inverse }) => putLabels(project, inverse, 'after'),
  },
  'labels.importFile': {
    undo: (project, { inverse }) => putLabels(project, inverse, 'before'),
    redo: (project, { inverse }) => putLabels(project, inverse, 'after'),
  },
  'check.draw': {
    undo: (project, { inverse }) => putCheckSample(project, (JSON.parse(inverse) as DrawChange).before),
    redo: (project, { inverse }) => putCheckSample(project, (JSON.parse(inverse) as DrawChange).after),
    leavesData: true,
  },
  'check.skip': {
    undo: (project, { inverse }) => putSkip(project, JSON.parse(inverse) as SkipChange, 'before'),
    redo: (project, { inverse }) => putSkip(project, JSON.parse(inverse) as SkipChange, 'after'),
    leavesData: true,
  },
  'reading.adapt': {
    undo: (project, { inverse }) => setLayersTakenBack(project, (JSON.parse(inverse) as LayerChange).versions, true),
    redo: (project, { inverse }) => setLayersTakenBack(project, (JSON.parse(inverse) as LayerChange).versions, false),
  },
  'reading.dropLayer': {
    undo: (project, { inverse }) => setLayersTakenBack(project, (JSON.parse(inverse) as LayerChange).versions, false),
    redo: (project, { inverse }) => setLayersTakenBack(project, (JSON.parse(inverse) as LayerChange).versions, true),
  },
  'dictionary.save': {
    undo: (project, { inverse }) => removeDictionary(project, (JSON.parse(inverse) as { readonly version: number }).version),
    redo: (project, { forward }) => putDictionary(project, JSON.parse(forward) as DictionaryRow),
  },
  'reading.setThreshold': {
    undo: (project, { inverse }) => storeSetting(project, ABSTAIN_BELOW, String((JSON.parse(inverse) as ThresholdChange).before)),
    redo: (project, { inverse }) => storeSetting(project, ABSTAIN_BELOW, String((JSON.parse(inverse) as ThresholdChange).after)),
  },
  'clock.setCalendar': {
    undo: (project, { inverse }) => putHours(project, JSON.parse(inverse) as HoursChange, 'before'),
    redo: (project, { inverse }) => putHours(project, JSON.parse(inverse) as HoursChange, 'after'),
    leavesData: true,
  },
  'counting.setZone': {
    undo: (project, { inverse }) => putZone(project, (JSON.parse(inverse) as ZoneChange).before),
    redo: (project, { inverse }) => putZone(project, (JSON.parse(inverse) as ZoneChange).after),
  },
  'counting.setFloors': {
    undo: (project, { inverse }) => putFloors(project, (JSON.parse(inverse) as FloorsChange).before),
    redo: (project, { inverse }) => putFloors(project, (JSON.parse(inverse) as FloorsChange).after),
    leavesData: true,
  },
  'counting.setWeekStart': {
    undo: (project, { inverse }) => putWeekStart(project, (JSON.parse(inverse) as WeekStartChange).before),
    redo: (project, { inverse }) => putWeekStart(project, (JSON.parse(inverse) as WeekStartChange).after),
    leavesData: true,
  },
  'promises.decide': {
    undo: (project, { inverse }) => putPromiseVerdict(project, JSON.parse(inverse) as PromiseChange, 'before'),
    redo: (project, { inverse }) => putPromiseVerdict(project, JSON.parse(inverse) as PromiseChange, 'after'),
    leavesData: true,
  },
  'trust.setWeights': {
    undo: (project, { inverse }) => putTrustWeights(project, (JSON.parse(inverse) as TrustWeightsChange).before),
    redo: (project, { inverse }) => putTrustWeights(project, (JSON.parse(inverse) as TrustWeightsChange).after),
    leavesData: true,
  },
  'value.setWeights': {
    undo: (project, { forward }) => putWeights(project, JSON.parse(forward) as WeightVersion, false),
    redo: (project, { forward }) => putWeights(project, JSON.parse(forward) as WeightVersion, true),
    leavesData: true,
  },
  'value.setZoneBorder': {
    undo: (project, { inverse }) => putZoneBorder(project, (JSON.parse(inverse) as BorderChange).before),
    redo: (project, { inverse }) => putZoneBorder(project, (JSON.parse(inverse) as BorderChange).after),
    leavesData: true,
  },
  'lost.route': {
    undo: (project, { inverse }) => putRoutesChange(project, JSON.parse(inverse) as RoutesChange, 'before'),
    redo: (project, { inverse }) => putRoutesChange(project, JSON.parse(inverse) as RoutesChange, 'after'),
    leavesData: true,
  },
  'lost.regroup': {
    undo: (project, { inverse }) => putPairsChange(project, JSON.parse(inverse) as PairsChange, 'before'),
    redo: (project, { inverse }) => putPairsChange(project, JSON.parse(inverse) as PairsChange, 'after'),
    leavesData: true,
  },
  'lost.question': {
    undo: (project, { inverse }) => putCardsChange(project, JSON.parse(inverse) as CardsChange, 'before'),
    redo: (project, { inverse }) => putCardsChange(project, JSON.parse(inverse) as CardsChange, 'after'),
    leavesData: true,
  },
  'lost.setRequesters': {
    undo: (project, { inverse }) => putRequesters(project, (JSON.parse(inverse) as RequestersChange).before),
    redo: (project, { inverse }) => putRequesters(project, (JSON.parse(inverse) as RequestersChange).after),
    leavesData: true,
  },
  'identity.decide': {
    undo: (project, { inverse }) => putIdentityChange(project, JSON.parse(inverse) as IdentityChange, 'before'),
    redo: (project, { inverse }) => putIdentityChange(project, JSON.parse(inverse) as IdentityChange, 'after'),
  },
  'identity.split': {
    undo: (project, { inverse }) => putIdentityChange(project, JSON.parse(inverse) as IdentityChange, 'before'),
    redo: (project, { inverse }) => putIdentityChange(project, JSON.parse(inverse) as IdentityChange, 'after'),
  },
  'identity.review': {
    undo: (project, { inverse }) => putIdentityReviewed(project, (JSON.parse(inverse) as ReviewChange).before),
    redo: (project, { inverse }) => putIdentityReviewed(project, (JSON.parse(inverse) as ReviewChange).after),
    leavesData: true,
  },
  'duplicates.decide': {
    undo: (project, { inverse }) => putDuplicates(project, (JSON.parse(inverse) as DuplicatesChange).before),
    redo: (project, { inverse }) => putDuplicates(project, (JSON.parse(inverse) as DuplicatesChange).after),
  },
  'import.answer': {
    undo: (project, { inverse }) => putAnswers(project, JSON.parse(inverse) as AnswersChange, 'before'),
    redo: (project, { inverse }) => putAnswers(project, JSON.parse(inverse) as AnswersChange, 'after'),
    leavesData: true,
  },
  'import.setRules': {
    undo: (project, { inverse }) => putRules(project, (JSON.parse(inverse) as RulesChange).before),
    redo: (project, { inverse }) => putRules(project, (JSON.parse(inverse) as RulesChange).after),
  },
  'privacy.allowAgain': {
    undo: (project, { inverse }) => putAllowed(project, JSON.parse(inverse) as AllowedChange, 'before'),
    redo: (project, { inverse }) => putAllowed(project, JSON.parse(inverse) as AllowedChange, 'after'),
    leavesData: true,
  },
  'retention.set': {
    undo: (project, { inverse }) => putRetention(project, JSON.parse(inverse) as RetentionChange, 'before'),
    redo: (project, { inverse }) => putRetention(project, JSON.parse(inverse) as RetentionChange, 'after'),
    leavesData: true,
  },
  'sheet.save': {
    undo: (project, { inverse }) => putDataSheet(project, (JSON.parse(inverse) as SheetChange).before),
    redo: (project, { inverse }) => putDataSheet(project, (JSON.parse(inverse) as SheetChange).after),
    leavesData: true,
  },
  'roles.decide': {
    undo: (project, { inverse }) => putBrands(project, (JSON.parse(inverse) as BrandChange).before),
    redo: (project, { inverse }) => putBrands(project, (JSON.parse(inverse) as BrandChange).after),
  },
  'brand.assign': {
    undo: (project, { inverse }) => putBrands(project, (JSON.parse(inverse) as BrandChange).before),
    redo: (project, { inverse }) => putBrands(project, (JSON.parse(inverse) as BrandChange).after),
  },
};

/** How the change of a journal entry is undone and repeated. Throws Error `unknown command in the journal: NAME`. */
export function historyCommand({ command }: JournalEntry): HistoryCommand {
  const known = Object.hasOwn(COMMANDS, command) ? COMMANDS[command] : undefined;
  if (known === undefined) throw new Error(`unknown command in the journal: ${command}`);
  return known;
}
