import { useCallback, useEffect, useState } from 'react';
import type { Failure } from '../../../contract/outcome.ts';
import { saveText } from '../../state/save-text.ts';
import { useCsvSeparator } from '../../state/use-csv-separator.ts';
import { useCalmAnalysis } from '../../state/use-calm-analysis.ts';
import { useProject } from '../../state/use-project.ts';
import { useWorkbench } from '../../state/workbench.ts';
import { changedRules, mergedRules, newRule, sameRules, type Dictionary, type Rule } from './rule-draft.ts';

/** What was done last, in words of the catalogue. */
export type DeskNews =
  | { readonly kind: 'saved' | 'savedSame' | 'takenUp' | 'importedMost'; readonly n: number }
  | { readonly kind: 'imported'; readonly n: number };

/** Where the rules of a project are written: a draft until it is saved as a whole. */
export interface RuleDesk {
  readonly rules: readonly Rule[];
  readonly isChanged: boolean;
  readonly isBusy: boolean;
  readonly canSave: boolean;
  readonly news: DeskNews | null;
  readonly failure: Failure | null;
  readonly dismiss: () => void;
  /** Adds a rule and returns its id. */
  readonly add: (name: string) => string;
  readonly change: (id: string, part: Partial<Rule>) => void;
  readonly remove: (id: string) => void;
  readonly discard: () => void;
  readonly save: () => Promise<void>;
  readonly takeUp: (version: number) => Promise<void>;
  readonly importFile: (file: File) => Promise<void>;
  readonly exportFile: (format: 'json' | 'csv') => Promise<void>;
}

/** Drafts outlive a visit to another room, by the file of their project; a saved or discarded one is gone. */
const drafts = new Map<string, readonly Rule[]>();

const freshId = (): string => crypto.randomUUID().slice(0, 8);

/** The desk over the rules in force. */
export function useRuleDesk(dictionary: Dictionary): RuleDesk {
  const workbench = useWorkbench();
  const project = useProject();
  const separator = useCsvSeparator();
  const analyse = useCalmAnalysis();
  const [draft, setDraft] = useState<readonly Rule[] | null>(() => drafts.get(project.fileName) ?? null);
  const [isBusy, setBusy] = useState(false);
  const [news, setNews] = useState<DeskNews | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  // saved, but not yet among the rules that the project answers with
  const [saved, setSaved] = useState<readonly Rule[] | null>(null);
  const rules = draft ?? dictionary.rules;
  const keep = useCallback((next: readonly Rule[] | null): void => {
    if (next === null) drafts.delete(project.fileName);
    else drafts.set(project.fileName, next);
    setDraft(next);
    setNews(null);
    setFailure(null);
  }, [project.fileName]);
  useEffect(() => {
    // from here on what undo brings back shows
    if (draft === null || !sameRules(draft, dictionary.rules)) return;
    drafts.delete(project.fileName);
    setDraft(null);
  }, [draft, dictionary.rules, project.fileName]);
  const during = async (work: () => Promise<void>): Promise<void> => {
    setBusy(true);
    await work();
    setBusy(false);
  };
  return {
    rules, isBusy, news, failure,
    isChanged: draft !== null && draft !== saved && !sameRules(draft, dictionary.rules),
    canSave: !project.readOnly,
    dismiss: () => setFailure(null),
    add(name) {
      const rule = newRule(freshId(), name);
      keep([...rules, rule]);
      return rule.id;
    },
    change: (id, part) => keep(changedRules(rules, id, part)),
    remove: (id) => keep(rules.filter((rule) => rule.id !== id)),
    discard: () => keep(null),
    save: () => during(async () => {
      const outcome = await workbench.run('dictionary.save', { rules: [...rules] });
      if (!outcome.ok) {
        setFailure(outcome.failure);
        return;
      }
      const isNew = outcome.value.version !== dictionary.version;
      setSaved(rules);
      setFailure(null);
      setNews({ kind: isNew ? 'saved' : 'savedSame', n: outcome.value.version });
      await workbench.refresh();
      if (isNew) analyse();
    }),
    takeUp: (version) => during(async () => {
      const outcome = await workbench.bridge.call('dictionary.get', { version });
      if (!outcome.ok) {
        setFailure(outcome.failure);
        return;
      }
      keep(outcome.value.rules);
      setNews({ kind: 'takenUp', n: version });
    }),
    importFile: (file) => during(async () => {
      const outcome = await workbench.bridge.call('dictionary.parse', { text: await file.text() });
      if (!outcome.ok) {
        setFailure(outcome.failure);
        return;
      }
      const most = dictionary.limits.rules;
      const all = mergedRules(rules, outcome.value.rules, { most: most + 1, freshId });
      keep(all.slice(0, most));
      setNews(all.length > most ? { kind: 'importedMost', n: most } : { kind: 'imported', n: outcome.value.rules.length });
    }),
    exportFile: (format) => during(async () => {
      const outcome = await workbench.bridge.call('dictionary.export', { format, separator });
      if (outcome.ok) saveText(outcome.value.fileName, outcome.value.text, format === 'json' ? 'application/json' : 'text/csv;charset=utf-8');
      else setFailure(outcome.failure);
    }),
  };
}
