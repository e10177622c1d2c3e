import { createHash } from 'node:crypto';
import { z } from 'zod';
import { ORIGIN_VERDICTS, type OriginVerdict } from '../../domain/model/origin-code.ts';
import { planRecords } from '../../store/plan-records.ts';
import type { ProjectDatabase } from '../../store/project-database.ts';

/** Kind of a verdict on a pair; the id is {@link verdictId}. */
export const ORIGIN_KIND = 'origin-verdict';
/** Kind of the mark that somebody was told; the id is the {@link messageKey} of what they wrote. */
export const TOLD_KIND = 'told-back';
/** Kind of what was said and done; the id is the {@link messageKey} of a piece of the demand. */
export const SAID_DID_KIND = 'said-did';

const KEY_LETTERS = 24;
const originSchema = z.object({ verdict: z.enum(ORIGIN_VERDICTS) });
const saidDidSchema = z.object({ youSaid: z.string(), weDid: z.string() });

/** What names a message in any project, as one short word that leads back to nobody: a hash of network, kind and the source's own id. */
export function messageKey({ network, kind, nativeId }: { readonly network: string; readonly kind: string; readonly nativeId: string }): string {
  return createHash('sha256').update(JSON.stringify([network, kind, nativeId])).digest('hex').slice(0, KEY_LETTERS);
}

/** Id of a verdict on an announcement and a demand, by their keys. */
export function verdictId(announcement: string, demand: string): string {
  return `${announcement}.${demand}`;
}

/** A verdict as it stands, by the keys of the messages it was said of. */
export interface StandingVerdict {
  readonly announcement: string;
  readonly demand: string;
  readonly verdict: OriginVerdict;
}

/** Every verdict, the oldest first; bodies that cannot be read are left out. */
export function standingVerdicts(project: ProjectDatabase): StandingVerdict[] {
  return planRecords(project, ORIGIN_KIND).flatMap(({ id, body }) => {
    const parsed = originSchema.safeParse(JSON.parse(body));
    const [announcement, demand] = id.split('.');
    return parsed.success && announcement !== undefined && demand !== undefined ? [{ announcement, demand, verdict: parsed.data.verdict }] : [];
  });
}

/** Keys of the messages whose authors were told, as people marked it. */
export function toldKeys(project: ProjectDatabase): Set<string> {
  return new Set(planRecords(project, TOLD_KIND).map(({ id }) => id));
}

/** What was said and done, by the key of a piece of the demand. */
export function saidDidByKey(project: ProjectDatabase): Map<string, { readonly youSaid: string; readonly weDid: string }> {
  return new Map(planRecords(project, SAID_DID_KIND).flatMap(({ id, body }) => {
    const parsed = saidDidSchema.safeParse(JSON.parse(body));
    return parsed.success ? [[id, parsed.data] as const] : [];
  }));
}
