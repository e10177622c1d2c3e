import type { HandlerMap } from '../../contract/dispatch.ts';
import type { OperationRequest, OperationValue } from '../../contract/operations.ts';
import { failed, success, type Outcome } from '../../contract/outcome.ts';
import type { Filters } from '../../contract/selection.ts';
import type { Report } from '../../domain/model/report.ts';
import { clientSafeReport, CLIENT_FLOOR } from '../../present/privacy/client-safe-report.ts';
import { leftOutFigures, leftOutPeople } from '../../present/privacy/left-out-people.ts';
import { reportVoice } from '../../present/report-voice.ts';
import type { AppContext } from '../context.ts';
import type { AskAgain } from '../plan/finding-handlers.ts';
import { builtReport } from './built-report.ts';
import { filterMark, isFilterable, leftOutFilters, narrowedFilters } from './live-filters.ts';
import { pagePictures } from './page-pictures.ts';
import { reportFigures, type ReportFigures } from './report-figures.ts';
import { shownSections, standingReport } from './report-settings.ts';

type Request = OperationRequest<'present.filtered'>;
type Answer = OperationValue<'present.filtered'>;
type Wanted = Pick<Request, 'brand' | 'clock' | 'language' | 'seed'> & { readonly filters: Filters };

/** One page of a report with the tables that it rests on and nothing else. */
function onePage(report: Report, key: string): Report | null {
  const page = report.pages.find((candidate) => candidate.key === key);
  if (page === undefined) return null;
  const tables = new Set(page.blocks.flatMap((block) => (block.kind === 'chart' ? [block.chart.table] : block.kind === 'table' ? [block.table] : [])));
  return { ...report, pages: [page], tables: report.tables.filter((table) => tables.has(table.key)), definitions: report.definitions.filter(({ id }) => page.metrics.includes(id)), privacy: { ...report.privacy, withheld: report.privacy.withheld.filter(({ table }) => tables.has(table)) } };
}

/** Reports while they are shown. `ask` answers the reads that pages show. */
export function showHandlers(context: AppContext, ask: AskAgain): Pick<HandlerMap, 'present.filtered'> {
  const figuresOf = ({ language, seed, filters, ...scope }: Wanted): Promise<Outcome<ReportFigures>> => reportFigures(ask, { scope: { ...scope, ...(Object.keys(filters).length === 0 ? {} : { filters }) }, language, audience: 'client', seed, shown: context.project === null ? [] : shownSections(context.project) });

  /** The fewest people, of those at all, that what is left out by one condition of the filter rests on. */
  async function fewestLeftOut({ filters: own = {}, by, brand }: Request, networks: readonly string[]): Promise<Outcome<number>> {
    let fewest = Infinity;
    for (const filters of leftOutFilters(own, by, networks)) {
      const rest = (await ask('overview', { filters, ...(brand === undefined ? {} : { brand }) })) as Outcome<OperationValue<'overview'>>;
      if (!rest.ok) return rest;
      if (rest.value.persons > 0) fewest = Math.min(fewest, rest.value.persons);
    }
    return success(fewest);
  }

  return {
    async 'present.filtered'(request) {
      const { project } = context;
      if (project === null) return failed('not-found', 'no project is open');
      const { page, by, filters: own = {}, language, seed, brand, clock } = request;
      const wanted: Omit<Wanted, 'filters'> = { language, seed, ...(brand === undefined ? {} : { brand }), ...(clock === undefined ? {} : { clock }) };
      const whole = await figuresOf({ ...wanted, filters: own });
      if (!whole.ok) return whole;
      const made = (figures: ReportFigures): Report => builtReport({ figures, settings: standingReport(project), language, audience: 'client', program: context.version, nowMs: context.now(), seed });
      const asWritten = made(whole.value);
      const section = asWritten.pages.find(({ key }) => key === page)?.section;
      if (section === undefined) return failed('not-found', 'this page is no longer in the report');
      const mark = filterMark(by, reportVoice(language, asWritten.timeZone));
      const without = (state: Answer['state']): Outcome<Answer> => success({ state, mark, report: null, pictures: [] });
      if (!isFilterable(section, by)) return without('fixed');
      const filters = narrowedFilters(own, by);
      if (filters === null) return without('nothing');
      const fewest = await fewestLeftOut(request, whole.value.overview.networks);
      if (!fewest.ok) return fewest;
      if (fewest.value < CLIENT_FLOOR) return without('too-close');
      const narrow = await figuresOf({ ...wanted, filters });
      if (!narrow.ok) return narrow;
      const apart = whole.value.overview.persons - narrow.value.overview.persons;
      if (apart > 0 && apart < CLIENT_FLOOR) return without('too-close');
      if (narrow.value.overview.persons < CLIENT_FLOOR) return without('nothing');
      const built = made(narrow.value);
      const report = onePage(clientSafeReport({ ...built, pages: leftOutFigures(built.pages, asWritten.pages, CLIENT_FLOOR), tables: leftOutPeople(built.tables, asWritten.tables, CLIENT_FLOOR) }), page);
      return report === null ? without('nothing') : success({ state: 'filtered', mark, report, pictures: pagePictures(report) });
    },
  };
}
