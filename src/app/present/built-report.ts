import type { ReportSettings } from '../../contract/operations/present.ts';
import type { MetricDefinition } from '../../domain/metrics/metric-definitions.ts';
import type { Report, ReportPage, ReportTable } from '../../domain/model/report.ts';
import type { ReportAudience, ReportSection } from '../../domain/model/report-section.ts';
import { reportVoice } from '../../present/report-voice.ts';
import type { MadePages } from './page-making.ts';
import type { ReportFigures } from './report-figures.ts';
import { type SectionDesk } from './section-desk.ts';
import { CLIENT_FLOOR } from '../../present/privacy/client-safe-report.ts';
import { appendixSection, decisionsSection, methodSection, planSection } from './sections/closing-sections.ts';
import { choicesSection } from './sections/choice-sections.ts';
import { companiesSection, mirrorSection } from './sections/company-sections.ts';
import { mindsSection } from './sections/minds-section.ts';
import { initiativesSection } from './sections/initiative-section.ts';
import { answersSection, listeningSection } from './sections/listening-sections.ts';
import { boardSection, coverSection, limitsSection, questionSection, worksSection } from './sections/opening-sections.ts';
import { pastPageSection, probesSection } from './sections/visitor-sections.ts';
import { samenessSection } from './sections/sameness-section.ts';
import { scepticSection } from './sections/sceptic-section.ts';
import { originsSection, saidDidSection } from './sections/origin-sections.ts';
import { mapSection, tribeSections } from './sections/tribe-sections.ts';
import { formationSection, trustSection } from './sections/trust-sections.ts';

/** What a report is built from, beside the answers of the rooms. */
export interface ReportRequest {
  readonly figures: ReportFigures;
  readonly settings: ReportSettings;
  readonly language: 'it' | 'en';
  readonly audience: ReportAudience;
  readonly program: string;
  readonly nowMs: number;
  readonly seed: number;
}

function definitionsOf(pages: readonly ReportPage[], { metrics }: ReportFigures['metrics']): MetricDefinition[] {
  const used = new Set(pages.flatMap(({ metrics: ids }) => ids));
  return metrics.filter(({ id }) => used.has(id));
}

/**
 * The report by rule, in the chosen order: every page from the answers that the rooms show, with the tables it rests on. A
 * section without anything to say makes no page. What people changed is laid over it afterwards.
 */
export function builtReport({ figures, settings, language, audience, program, nowMs, seed }: ReportRequest): Report {
  const { project, overview, reading } = figures;
  const voice = reportVoice(language, project.timeZone);
  const desk: SectionDesk = { figures, voice, audience, question: settings.question, seed };
  const title = settings.title !== '' ? settings.title : overview.brand === null ? voice.text('report.titleAll') : voice.text('report.title', { brand: overview.brand });
  const map = mapSection(desk);
  const made: Partial<Record<ReportSection, MadePages>> = {
    cover: coverSection(desk, title), board: boardSection(desk), limits: limitsSection(desk), question: questionSection(desk), map, tribes: tribeSections(desk), listening: listeningSection(desk),
    answers: answersSection(desk), trust: trustSection(desk), formation: formationSection(desk), works: worksSection(desk), origins: originsSection(desk), 'said-did': saidDidSection(desk), minds: mindsSection(desk), choices: choicesSection(desk), initiatives: initiativesSection(desk), sameness: samenessSection(desk), 'past-page': pastPageSection(desk), probes: probesSection(desk), companies: companiesSection(desk), mirror: mirrorSection(desk), sceptic: scepticSection(desk), plan: planSection(desk), decisions: decisionsSection(desk),
  };
  const shown = settings.sections.filter(({ shown: isShown }) => isShown).map(({ section }) => section);
  const definitions = definitionsOf(shown.flatMap((section) => made[section]?.pages ?? []), figures.metrics);
  made.method = methodSection(desk, { definitions, program, merged: map.merged });
  const tables: ReportTable[] = shown.flatMap((section) => made[section]?.tables ?? []);
  made.appendix = { pages: appendixSection(tables, desk), tables: [] };
  return {
    language, audience, title, client: settings.client === '' ? (overview.brand ?? '') : settings.client, agency: settings.agency, question: settings.question, day: voice.isoDay(nowMs), timeZone: project.timeZone, program, dataVersion: project.dataVersion, readingChecked: reading.checked,
    pages: shown.flatMap((section) => made[section]?.pages ?? []), tables, definitions,
    privacy: { floor: CLIENT_FLOOR, mergedTribes: audience === 'client' ? map.merged : 0, withheld: [], quotes: 0, dropped: audience === 'client' ? ['names', 'links', 'texts', 'exact-times', 'native-ids'] : [] },
    look: settings.look,
  };
}
