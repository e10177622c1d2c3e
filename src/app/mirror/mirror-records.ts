import { z } from 'zod';
import { ADVICE_VERDICTS, type AdviceVerdict } from '../../domain/model/company.ts';
import { planRecord, planRecords } from '../../store/plan-records.ts';
import type { ProjectDatabase } from '../../store/project-database.ts';

/** Where the two sides are written down. */
export const SIDES_RECORD = { kind: 'mirror', id: 'sides' } as const;
/** Kind of a verdict on a proposal; the id is network and native id of its message. */
export const ADVICE_KIND = 'mirror-advice';

const sidesSchema = z.object({ agency: z.array(z.string()), client: z.array(z.string()) });
const adviceSchema = z.object({ verdict: z.enum(ADVICE_VERDICTS) });

/** Companies of the two sides by key. */
export type MirrorSides = z.infer<typeof sidesSchema>;

/** The sides as a person set them; empty where nobody did. */
export function mirrorSides(project: ProjectDatabase): MirrorSides {
  const record = planRecord(project, SIDES_RECORD);
  const parsed = record === null ? null : sidesSchema.safeParse(JSON.parse(record.body));
  return parsed?.success === true ? parsed.data : { agency: [], client: [] };
}

/** Verdicts on proposals by network and native id. */
export function adviceVerdicts(project: ProjectDatabase): Map<string, AdviceVerdict> {
  return new Map(planRecords(project, ADVICE_KIND).flatMap(({ id, body }) => {
    const parsed = adviceSchema.safeParse(JSON.parse(body));
    return parsed.success ? [[id, parsed.data.verdict] as const] : [];
  }));
}
