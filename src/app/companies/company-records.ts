import { z } from 'zod';
import { FOLLOW_UP_HOURS } from '../../domain/response/request-episode.ts';
import { planRecord, planRecords } from '../../store/plan-records.ts';
import type { ProjectDatabase } from '../../store/project-database.ts';

/** Kind of what a person says of an account's company; the id is network and native id. */
export const COMPANY_KIND = 'company';
/** Where the preset is written down: there is one. */
export const BUSINESS_RECORD = { kind: 'business', id: 'preset' } as const;

const companySchema = z.object({ company: z.string() });
const presetSchema = z.object({ on: z.boolean(), followUpHours: z.number(), horizonDays: z.number() });

/** The preset as it stands. */
export type BusinessPreset = z.infer<typeof presetSchema>;

/** What the preset proposes: three days in which follow-ups belong together, two weeks to wait for an answer. */
const PROPOSED_PRESET: BusinessPreset = { on: false, followUpHours: 72, horizonDays: 14 };

/** The id under which an account is decided upon. */
export function companyId({ network, nativeId }: { readonly network: string; readonly nativeId: string }): string {
  return `${network} ${nativeId}`;
}

/** Companies by hand, by {@link companyId}. */
export function decidedCompanies(project: ProjectDatabase): Map<string, string> {
  return new Map(planRecords(project, COMPANY_KIND).flatMap(({ id, body }) => {
    const parsed = companySchema.safeParse(JSON.parse(body));
    return parsed.success ? [[id, parsed.data.company] as const] : [];
  }));
}

/** The preset as it stands; off, with what it proposes, where nobody set it. */
export function businessPreset(project: ProjectDatabase): BusinessPreset {
  const record = planRecord(project, BUSINESS_RECORD);
  const parsed = record === null ? null : presetSchema.safeParse(JSON.parse(record.body));
  return parsed?.success === true ? parsed.data : PROPOSED_PRESET;
}

/** For how many hours follow-ups belong together where a place has no threads: those of the preset while it is on, else those of the definition. */
export function episodeHours(project: ProjectDatabase): number {
  const { on, followUpHours } = businessPreset(project);
  return on ? followUpHours : FOLLOW_UP_HOURS;
}

/** How many weeks a wait is watched where a question does not say: those of the preset while it is on, else one. */
export function horizonWeeks(project: ProjectDatabase): number {
  const { on, horizonDays } = businessPreset(project);
  return on ? horizonDays / 7 : 1;
}
