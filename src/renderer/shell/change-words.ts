import type { TFunction } from 'i18next';
import { wordOf } from '../i18n/word-of.ts';

const KINDS = { 'decisions.import': 'decisionsImport', 'editions.close': 'editionsClose', 'editions.remove': 'editionsRemove', 'present.save': 'presentSave', 'present.edit': 'presentEdit', 'present.readWorkList': 'workListRead', 'canvas.save': 'canvasSave', 'canvas.remove': 'canvasRemove', 'strategy.setFormation': 'strategyFormation', 'strategy.declare': 'strategyDeclare', 'strategy.saveScenario': 'scenarioSave', 'strategy.removeScenario': 'scenarioRemove', 'strategy.setGate': 'strategyGate', 'strategy.setCrisisPlan': 'strategyCrisisPlan', 'strategy.saveDrill': 'strategyDrill', 'hypotheses.register': 'hypothesisRegister', 'hypotheses.judge': 'hypothesisJudge', 'hypotheses.withdraw': 'hypothesisWithdraw', 'oneByOne.deal': 'oneByOneDeal', 'oneByOne.mark': 'oneByOneMark', 'oneByOne.holdBack': 'oneByOneHoldBack', 'findings.keep': 'findingsKeep', 'findings.change': 'findingsChange', 'findings.remove': 'findingsRemove', import: 'import', 'import.undo': 'importUndo', 'brand.assign': 'brandAssign', 'identity.decide': 'identityDecide', 'identity.split': 'identitySplit', 'identity.review': 'identityReview', 'roles.decide': 'rolesDecide', 'duplicates.decide': 'duplicatesDecide', 'import.answer': 'importAnswer', 'import.setRules': 'importRules', 'labels.set': 'labelsSet', 'promises.decide': 'promisesDecide', 'clock.setCalendar': 'clockSetCalendar', 'trust.setWeights': 'trustSetWeights', 'tribes.save': 'tribesSave', 'tribes.remove': 'tribesRemove', 'tribes.edit': 'tribesEdit', 'tribes.merge': 'tribesMerge', 'tribes.split': 'tribesSplit', 'tribes.precision': 'tribesPrecision', 'lost.route': 'lostRoute', 'lost.regroup': 'lostRegroup', 'lost.question': 'lostQuestion', 'lost.setRequesters': 'lostRequesters', 'value.setWeights': 'valueSetWeights', 'value.setZoneBorder': 'valueZoneBorder', 'dictionary.save': 'dictionarySave', 'reading.setThreshold': 'readingThreshold', 'check.draw': 'checkDraw', 'check.label': 'checkLabel', 'check.skip': 'checkSkip', 'labels.importFile': 'labelsImport', 'reading.adapt': 'readingAdapt', 'reading.dropLayer': 'readingDrop' } as const;

/** A journal entry (`brand.assign:Caffè Aurora`) in the reader's words; null when there is none or its kind is not known here. */
export function changeWords(label: string | null, t: TFunction<'shell'>): string | null {
  if (label === null) return null;
  const cut = label.indexOf(':');
  const kind = cut < 0 ? label : label.slice(0, cut);
  const detail = cut < 0 ? '' : label.slice(cut + 1).trim();
  const word = wordOf(KINDS, kind);
  return word === null ? null : t(`history.${word}`, { detail });
}
