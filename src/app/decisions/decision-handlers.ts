import { readFileSync, statSync } from 'node:fs';
import type { HandlerMap } from '../../contract/dispatch.ts';
import { failed, success, type Outcome } from '../../contract/outcome.ts';
import { decisionDifferences } from '../../domain/decisions/decision-fields.ts';
import { DECISION_SECTIONS } from '../../domain/model/decision-section.ts';
import { dataVersionOf, settingOf } from '../../store/stage-queries.ts';
import type { AppContext } from '../context.ts';
import { writableProject } from '../plan/plan-change.ts';
import { withoutSuppressed } from '../privacy/suppressed-decisions.ts';
import { decisionsText, readDecisions, type DecisionsFile } from './decisions-file.ts';
import { SECTION_RULES } from './section-rules.ts';
import { comparedDecisions, takeDecisions, takenOrRefused, type ComparedDecision } from './take-decisions.ts';

type Names = 'decisions.export' | 'decisions.preview' | 'decisions.import';

const MOST_BYTES = 50_000_000;
const MOST_FIELDS = 8;
const MOST_LETTERS = 300;
const NAME_LETTERS = 80;

/** The name of a file of decisions: that of the project without what file systems refuse. */
function fileName(projectName: string): string {
  const plain = projectName.normalize('NFC').replaceAll(/[^\p{L}\p{N}]+/gu, '-').replaceAll(/^-+|-+$/g, '').slice(0, NAME_LETTERS).toLowerCase();
  return `${plain === '' ? 'tribuna' : plain}.tribuna-decisions.json`;
}

const shortened = <Value>(value: Value): Value | string => (typeof value === 'string' && value.length > MOST_LETTERS ? `${value.slice(0, MOST_LETTERS)}…` : value);

/** Decisions that travel: out as a file, looked at beside what stands here, taken in as one change. */
export function decisionHandlers(context: AppContext): Pick<HandlerMap, Names> {
  const read = (handle: string): Outcome<DecisionsFile> => {
    const file = context.file(handle);
    if (file === null) return failed('not-found', 'the file is no longer at hand; choose it again');
    if (statSync(file.path).size > MOST_BYTES) return failed('invalid-input', `a file of decisions has at most ${String(MOST_BYTES / 1_000_000)} MB`);
    const opened = readDecisions(readFileSync(file.path, 'utf8'));
    return opened.ok && context.project !== null ? success(withoutSuppressed(context.project, opened.value)) : opened;
  };
  return {
    'decisions.export'() {
      const { project } = context;
      if (project === null) return failed('not-found', 'no project is open');
      return success({ fileName: fileName(settingOf(project, 'name') ?? ''), ...decisionsText(project, context.now()) });
    },
    'decisions.preview'({ file, page, size }) {
      const { project } = context;
      if (project === null) return failed('not-found', 'no project is open');
      const opened = read(file.fileHandle);
      if (!opened.ok) return opened;
      const compared = comparedDecisions(project, opened.value);
      const conflicts = compared.filter(({ standing }) => standing === 'conflict');
      const rules = new Map(SECTION_RULES.map((rule) => [rule.section, { content: rule.content, subject: rule.subject(project) }]));
      return success({
        from: opened.value.from, madeAtMs: opened.value.madeAtMs,
        sections: DECISION_SECTIONS.flatMap((section) => {
          const own = compared.filter((one) => one.section === section);
          const counted = (standing: ComparedDecision['standing']): number => own.filter((one) => one.standing === standing).length;
          return own.length === 0 ? [] : [{ section, total: own.length, new: counted('new'), same: counted('same'), conflicts: counted('conflict'), absent: counted('absent') }];
        }),
        total: conflicts.length,
        conflicts: conflicts.slice(page * size, (page + 1) * size).flatMap(({ section, key, mine, theirs }) => {
          const rule = rules.get(section);
          if (rule === undefined || mine === null) return [];
          const differences = decisionDifferences(rule.content(mine), rule.content(theirs));
          const { text, messageId } = rule.subject(mine);
          return [{ key, section, subject: shortened(text), messageId, fields: differences.slice(0, MOST_FIELDS).map(({ field, mine: own, theirs: other }) => ({ field, mine: shortened(own), theirs: shortened(other) })), more: Math.max(0, differences.length - MOST_FIELDS) }];
        }),
      });
    },
    'decisions.import'({ file, others, choices }) {
      const project = writableProject(context);
      if (!project.ok) return project;
      const opened = read(file.fileHandle);
      if (!opened.ok) return opened;
      const compared = comparedDecisions(project.value, opened.value);
      const chosen = new Map(choices.map(({ key, side }) => [key, side]));
      const wanted = compared.filter(({ standing, key }) => standing === 'new' || (standing === 'conflict' && (chosen.get(key) ?? others) === 'theirs'));
      const taken = takenOrRefused(() => takeDecisions(project.value, wanted, { from: opened.value.from, atMs: context.now() }));
      if (!taken.ok) return taken;
      const dataVersion = dataVersionOf(project.value);
      if (taken.value.taken > 0) context.emit({ type: 'project-changed', dataVersion });
      const counted = (standing: ComparedDecision['standing']): number => compared.filter((one) => one.standing === standing).length;
      return success({ ...taken.value, kept: counted('conflict') - wanted.filter(({ standing }) => standing === 'conflict').length, same: counted('same'), absent: counted('absent'), dataVersion });
    },
  };
}
