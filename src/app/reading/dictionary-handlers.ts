import type { CallContext, Handler, HandlerMap } from '../../contract/dispatch.ts';
import { failed, success } from '../../contract/outcome.ts';
import { RULE_LIMITS, type OwnRule } from '../../domain/model/own-rule.ts';
import { dictionaryInForce, dictionaryVersion, dictionaryVersions, putDictionary, rulesOf, type DictionaryRow } from '../../store/dictionary-queries.ts';
import { recordCommand } from '../../store/journal.ts';
import type { ProjectDatabase } from '../../store/project-database.ts';
import { dataVersionOf } from '../../store/stage-queries.ts';
import { ownRules, ruleBench, type RuleBench } from '../../text/own-rules.ts';
import { Cancelled, throwIfCancelled } from '../analyse/stage.ts';
import type { AppContext } from '../context.ts';
import { raiseDataVersion } from '../project/data-version.ts';
import { readingDesk } from './reading-desk.ts';
import { ruleEffect } from './rule-effect.ts';
import { ruleFingerprint } from './rule-fingerprint.ts';
import { ruleIssues } from './rule-sentences.ts';
import { rulesAsCsv, rulesAsJson, rulesFromText } from './rules-file.ts';

type Names = 'dictionary.get' | 'dictionary.try' | 'dictionary.save' | 'dictionary.export' | 'dictionary.parse';

const NO_PROJECT = 'no project is open';
const { rules: mostRules, lines, lineLength, examples, exampleLength, nameLength } = RULE_LIMITS;

// rules go over the wire as copies of their own
const written = (rules: readonly OwnRule[]) => rules.map((rule) => ({ ...rule, lines: [...rule.lines], matches: [...rule.matches], rejects: [...rule.rejects] }));

/** The version asked for, the one in force unless a number is given; undefined for a number that is none, null for a project without rules. */
function askedVersion(project: ProjectDatabase, version: number | undefined): DictionaryRow | null | undefined {
  if (version === undefined) return dictionaryInForce(project);
  return version === 0 ? null : (dictionaryVersion(project, version) ?? undefined);
}

/** The project's own rules: read, tried, kept as a whole in versions, handed over as files. */
export function dictionaryHandlers(context: AppContext): Pick<HandlerMap, Names> {
  let kept: RuleBench | null = null;
  const bench = (): RuleBench => (kept ??= ruleBench());

  const attempt: Handler<'dictionary.try'> = async ({ rules, texts, effect, seed }, call: CallContext) => {
    const { project } = context;
    if (project === null) return failed('not-found', NO_PROJECT);
    const faults = bench().faults(rules);
    const found = texts.map((text) => bench().found(rules, text)).map(({ language, hits }) => ({ language, hits: [...hits] }));
    try {
      const counted = effect && faults.length === 0 ? await ruleEffect(readingDesk(project), ownRules(rules), { seed, stopped: () => throwIfCancelled(call) }) : null;
      return success({
        faults: [...faults], failing: [...bench().failing(rules)], texts: found,
        effect: counted === null ? null : { ...counted, labels: counted.labels.map((label) => ({ ...label })), messageIds: [...counted.messageIds] },
      });
    } catch (error) {
      if (error instanceof Cancelled) return failed('cancelled', 'the trial was cancelled; nothing was changed');
      throw error;
    }
  };

  const save: Handler<'dictionary.save'> = ({ rules }) => {
    const { project } = context;
    if (project === null) return failed('not-found', NO_PROJECT);
    if (project.readOnly) return failed('read-only-project', 'this project is open for reading only; save a copy to change its rules');
    const faults = bench().faults(rules);
    const failing = faults.length > 0 ? [] : bench().failing(rules);
    if (faults.length + failing.length > 0) return failed('invalid-input', faults.length > 0 ? 'some rules cannot be understood; nothing was kept' : 'some examples do not hold; nothing was kept', ruleIssues(rules, faults, failing));
    const before = dictionaryInForce(project);
    const text = JSON.stringify(rules);
    if (text === (before?.rules ?? '[]')) return success({ version: before?.version ?? 0, dataVersion: dataVersionOf(project) });
    const row: DictionaryRow = { version: (before?.version ?? 0) + 1, rules: text, fingerprint: ruleFingerprint(rules), atMs: context.now() };
    project.connection.transaction(() => {
      putDictionary(project, row);
      recordCommand(project, { command: 'dictionary.save', label: `dictionary.save:${String(row.version)}`, forward: JSON.stringify(row), inverse: JSON.stringify({ version: row.version }), atMs: row.atMs });
      raiseDataVersion(project);
    }).immediate();
    context.emit({ type: 'project-changed', dataVersion: dataVersionOf(project) });
    return success({ version: row.version, dataVersion: dataVersionOf(project) });
  };

  return {
    'dictionary.get': ({ version }) => {
      const { project } = context;
      if (project === null) return failed('not-found', NO_PROJECT);
      const row = askedVersion(project, version);
      if (row === undefined) return failed('not-found', `the rules have no version ${String(version)}`);
      return success({ version: row?.version ?? 0, rules: written(rulesOf(row)), limits: { rules: mostRules, lines, lineLength, examples, exampleLength, nameLength }, versions: dictionaryVersions(project) });
    },
    'dictionary.try': attempt,
    'dictionary.save': save,
    'dictionary.export': ({ format, separator, version }) => {
      const { project } = context;
      if (project === null) return failed('not-found', NO_PROJECT);
      const row = askedVersion(project, version);
      if (row === undefined) return failed('not-found', `the rules have no version ${String(version)}`);
      const rules = rulesOf(row);
      return success({ fileName: `tribuna-rules.${format}`, text: format === 'json' ? rulesAsJson(rules) : rulesAsCsv(rules, separator) });
    },
    'dictionary.parse': ({ text }) => {
      const parsed = rulesFromText(text);
      return parsed.ok ? success({ rules: written(parsed.value) }) : parsed;
    },
  };
}
