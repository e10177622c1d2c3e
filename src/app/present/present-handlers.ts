import type { HandlerMap } from '../../contract/dispatch.ts';
import type { OperationRequest } from '../../contract/operations.ts';
import type { ReportSettings } from '../../contract/operations/present.ts';
import { failed, success, type Outcome } from '../../contract/outcome.ts';
import type { Report } from '../../domain/model/report.ts';
import { TemplateProblem } from '../../present/pptx/template-problem.ts';
import { clientSafeReport } from '../../present/privacy/client-safe-report.ts';
import { planRecord } from '../../store/plan-records.ts';
import type { AppContext } from '../context.ts';
import type { AskAgain } from '../plan/finding-handlers.ts';
import { changePlan, writableProject } from '../plan/plan-change.ts';
import { builtReport } from './built-report.ts';
import { pagePictures } from './page-pictures.ts';
import { closedEdition } from './edition-records.ts';
import { quotedReport } from './quoted-report.ts';
import { reportFigures } from './report-figures.ts';
import { reportFiles, type ReportFile } from './report-files.ts';
import { EDIT_KIND, editedPages, editId, REPORT_RECORD, sectionOrder, shownSections, standingReport } from './report-settings.ts';

type Names = 'present.pictures' | 'present.settings' | 'present.save' | 'present.report' | 'present.edit' | 'present.write';

async function filesOrProblem(...given: Parameters<typeof reportFiles>): Promise<ReportFile[] | TemplateProblem> {
  try {
    return await reportFiles(...given);
  } catch (error) {
    if (error instanceof TemplateProblem) return error;
    throw error;
  }
}

/** Reports: what is in them, what people changed of them, and their files. `ask` answers the reads that pages show. */
export function presentHandlers(context: AppContext, ask: AskAgain): Pick<HandlerMap, Names> {
  /** The report of a closed edition, or today's. */
  async function chosenReport({ edition, ...request }: OperationRequest<'present.pictures'>): Promise<Outcome<Report>> {
    if (edition === undefined || context.project === null) return report(request);
    const closed = closedEdition(context.project, edition);
    return closed === null ? failed('not-found', 'this edition is no longer there; it may have been removed or undone') : success(closed[request.language]);
  }
  async function report({ language, audience, seed, ...scope }: Omit<OperationRequest<'present.report'>, never>): Promise<Outcome<Report>> {
    const { project } = context;
    if (project === null) return failed('not-found', 'no project is open');
    const figures = await reportFigures(ask, { scope, language, audience, seed, shown: shownSections(project) });
    if (!figures.ok) return figures;
    const built = builtReport({ figures: figures.value, settings: standingReport(project), language, audience, program: context.version, nowMs: context.now(), seed });
    const edited = quotedReport(project, { ...built, pages: editedPages(project, built.pages, language) });
    return success(audience === 'client' ? clientSafeReport(edited) : edited);
  }
  return {
    'present.settings'() {
      return context.project === null ? failed('not-found', 'no project is open') : success(standingReport(context.project));
    },
    'present.save'({ look, ...changes }) {
      const project = writableProject(context);
      if (!project.ok) return project;
      const before = standingReport(project.value);
      const given = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined)) as Partial<ReportSettings>;
      const seen = Object.fromEntries(Object.entries(look ?? {}).filter(([, value]) => value !== undefined)) as Partial<ReportSettings['look']>;
      const next: ReportSettings = { ...before, ...given, sections: sectionOrder(given.sections ?? before.sections), look: { ...before.look, ...seen } };
      if (JSON.stringify(next) === JSON.stringify(before)) return success({ changed: false });
      changePlan(context, project.value, { command: 'present.save', ...REPORT_RECORD, body: next, label: next.title });
      return success({ changed: true });
    },
    'present.report': report,
    async 'present.pictures'(request) {
      const made = await chosenReport(request);
      return made.ok ? success({ pictures: pagePictures(made.value) }) : made;
    },
    'present.edit'({ page, part, language, text, figures }) {
      const project = writableProject(context);
      if (!project.ok) return project;
      const id = editId({ language, part, page });
      const record = planRecord(project.value, { kind: EDIT_KIND, id });
      if (text === null && record === null) return success({ changed: false });
      const body = text === null ? null : { text, figures };
      if (record !== null && JSON.stringify(body) === record.body) return success({ changed: false });
      changePlan(context, project.value, { command: 'present.edit', kind: EDIT_KIND, id, body, label: text ?? page });
      return success({ changed: true });
    },
    async 'present.write'({ formats, template, separator, ...request }) {
      const made = await chosenReport(request);
      if (!made.ok) return made;
      const written = formats.filter((format) => format !== 'pdf');
      if (written.length < formats.length) return failed('missing-capability', 'PDF is printed by the host: ask for `print` and hand it to host.printPdf');
      const files = await filesOrProblem(made.value, written, { template: template === undefined ? null : Buffer.from(template, 'base64'), separator });
      if (files instanceof TemplateProblem) return failed('invalid-input', files.message);
      return success({ pages: made.value.pages.length, files: files.map(({ bytes, ...file }) => ({ ...file, base64: Buffer.from(bytes).toString('base64') })) });
    },
  };
}
