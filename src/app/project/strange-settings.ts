import { z } from 'zod';
import { trustRoomOperations } from '../../contract/operations/trust-room.ts';
import { isTimeZone } from '../../ingest/local-time.ts';
import { DRAW_SETTING } from '../../store/check-queries.ts';
import type { ProjectDatabase } from '../../store/project-database.ts';
import { ANALYSIS_NOW } from '../analyse/derive-stage.ts';
import { ABSTAIN_BELOW } from '../analyse/project-reader.ts';
import { HOURS_SETTING } from '../clock/standing-hours.ts';
import { FLOORS_SETTING, WEEK_START_SETTING } from '../counting/kept-counting.ts';
import { INFERRED_SETTING, KEPT_DAYS } from '../import/import-rules.ts';
import { REQUESTERS_SETTING } from '../lost/lost-change.ts';
import { RESOLUTION_SETTING } from '../network/derive-network.ts';
import { SHEET_SETTING } from '../privacy/data-sheet.ts';
import { erasureReceiptsSchema, RECEIPTS_SETTING } from '../privacy/erasure-receipts.ts';
import { RETENTION_SETTING, retentionSchema } from '../privacy/retention.ts';
import { SUPPRESSION_SETTING, suppressionListSchema } from '../privacy/suppression-list.ts';
import { TRUST_WEIGHTS_SETTING } from '../trust/trust-weights.ts';
import { VALUE_SEED_SETTING } from '../value/ledger-view.ts';
import { ZONE_BORDER_SETTING } from '../value/zone-border.ts';

const LATEST_MS = 8.64e15;
const LONGEST_NAME = 10_000;

const number = (text: string): number => (/^-?\d{1,17}(?:\.\d{1,20})?(?:e-?\d{1,3})?$/.test(text) ? Number(text) : Number.NaN);
const within = (least: number, most: number) => (text: string): boolean => number(text) >= least && number(text) <= most;
const whole = (least: number, most: number) => (text: string): boolean => Number.isInteger(number(text)) && within(least, most)(text);
const words = (...known: readonly string[]) => (text: string): boolean => known.includes(text);
const json = (schema: z.ZodType) => (text: string): boolean => {
  try {
    return schema.safeParse(JSON.parse(text)).success;
  } catch (error) {
    if (error instanceof SyntaxError) return false;
    throw error;
  }
};

const claims = z.array(z.object({ brand: z.string().nullable(), own: z.boolean(), role: z.enum(['voice', 'employee', 'partner']), origin: z.enum(['argument', 'hand']), names: z.array(z.string()), containers: z.array(z.string()) }));
// hours inside that a later edition wrote count as not set
const hours = z.array(z.object({ brand: z.string().nullable(), hours: z.unknown() }));
const draw = z.object({ number: z.number().int(), seed: z.number().int(), population: z.number().int(), atMs: z.number() });

/** What may stand in each setting that answers rest on. Others are let be: they are read with a default, or not at all. */
const KNOWN: ReadonlyMap<string, (text: string) => boolean> = new Map<string, (text: string) => boolean>([
  ['name', (text) => text.length <= LONGEST_NAME],
  ['time_zone', isTimeZone],
  ['created_at_ms', whole(-LATEST_MS, LATEST_MS)],
  ['data_version', whole(0, Number.MAX_SAFE_INTEGER)],
  ['brand_claims', json(claims)],
  [ANALYSIS_NOW, (text) => text === '' || whole(-LATEST_MS, LATEST_MS)(text)],
  [VALUE_SEED_SETTING, whole(-Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER)],
  [ABSTAIN_BELOW, within(0, 1)],
  [HOURS_SETTING, json(hours)],
  [WEEK_START_SETTING, whole(1, 7)],
  [FLOORS_SETTING, json(z.object({ people: z.number(), cases: z.number() }))],
  [INFERRED_SETTING, words('yes', 'no')],
  [KEPT_DAYS, (text) => text === 'keep' || whole(0, 3650)(text)],
  [REQUESTERS_SETTING, whole(1, 1000)],
  [RESOLUTION_SETTING, (text) => number(text) > 0 && number(text) <= 1000],
  [ZONE_BORDER_SETTING, within(0, 100)],
  [TRUST_WEIGHTS_SETTING, json(trustRoomOperations['trust.setWeights'].input.shape.weights)],
  [SHEET_SETTING, json(z.record(z.string(), z.unknown()))],
  [RETENTION_SETTING, json(retentionSchema)],
  [RECEIPTS_SETTING, json(erasureReceiptsSchema)],
  [SUPPRESSION_SETTING, json(suppressionListSchema)],
  [DRAW_SETTING, json(draw)],
]);

/**
 * Names of the settings of a project that hold what no Tribuna wrote: figures would rest on them, and a list of those who must
 * not come back that cannot be read would let them in. Settings that are absent stand at their default.
 */
export function strangeSettings({ connection }: Pick<ProjectDatabase, 'connection'>): string[] {
  const rows = connection.prepare('SELECT key, value FROM setting ORDER BY key').all() as { readonly key: string; readonly value: string }[];
  return rows.filter(({ key, value }) => KNOWN.get(key)?.(value) === false).map(({ key }) => key);
}
