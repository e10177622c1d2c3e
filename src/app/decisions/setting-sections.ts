import { z } from 'zod';
import { openingHoursSchema } from '../../contract/operations/clock.ts';
import { ownRuleSchema } from '../../contract/operations/reading.ts';
import { trustRoomOperations } from '../../contract/operations/trust-room.ts';
import { hoursProblems } from '../../domain/model/hours-problems.ts';
import type { OpeningHours } from '../../domain/model/opening-hours.ts';
import type { OwnRule } from '../../domain/model/own-rule.ts';
import { VALUE_RULES } from '../../domain/value/value-rules.ts';
import { ZONE_BORDER_RANGE } from '../../domain/value/value-zone.ts';
import { storedBrands } from '../../store/brand-queries.ts';
import { decisionRows } from '../../store/decision-rows.ts';
import { dictionaryInForce, rulesOf } from '../../store/dictionary-queries.ts';
import type { ProjectDatabase } from '../../store/project-database.ts';
import { weightsInForce, weightVersions } from '../../store/weight-versions.ts';
import { ABSTAIN_BELOW } from '../analyse/project-reader.ts';
import { HOURS_SETTING, hoursKept } from '../clock/standing-hours.ts';
import { INFERRED_SETTING } from '../import/import-rules.ts';
import { REQUESTERS_SETTING } from '../lost/lost-change.ts';
import { ruleFingerprint } from '../reading/rule-fingerprint.ts';
import { TRUST_WEIGHTS_SETTING } from '../trust/trust-weights.ts';
import { ZONE_BORDER_SETTING } from '../value/zone-border.ts';
import { replacedRows } from './message-sections.ts';
import { keyOf, textOf, without, type DecisionItem, type RowChange, type SectionRule } from './section-rule.ts';

const anywhere = () => (): boolean => true;
const LEDGER_CODES: readonly string[] = VALUE_RULES.map(({ code }) => code);

/** The weights of the ledger in force; a table that comes in is kept as the next version. */
const weights: SectionRule = {
  section: 'weights',
  schema: z.strictObject({ points: z.record(z.string(), z.number().min(0).max(100)).refine((points) => Object.keys(points).every((code) => LEDGER_CODES.includes(code)), 'the ledger has no such rule'), note: z.string().max(1000) }),
  standing(project) {
    const inForce = weightsInForce(project);
    return inForce === null ? [] : [{ points: inForce.points, note: inForce.note }];
  },
  key: () => 'weights',
  content: without('note'),
  isHere: anywhere,
  subject: () => () => ({ text: '', messageId: null }),
  rows: (project, [item], atMs) => (item === undefined ? [] : [{ table: 'weights', before: [], after: [{ version: (weightVersions(project)[0]?.version ?? 0) + 1, points: JSON.stringify(item['points']), note: textOf(item, 'note'), at_ms: atMs }] }]),
};

/** Rules of reading, one by one; those that come in are kept as the next version of the whole set. */
const rules: SectionRule = {
  section: 'rules',
  schema: ownRuleSchema,
  standing: (project) => rulesOf(dictionaryInForce(project)).map((rule): DecisionItem => ({ ...rule })),
  key: keyOf('id'),
  content: (item) => item,
  isHere: anywhere,
  subject: () => (item) => ({ text: textOf(item, 'name'), messageId: null }),
  rows(project, items, atMs) {
    const inForce = dictionaryInForce(project);
    const coming = new Map(items.map((item) => [item['id'], item as unknown as OwnRule]));
    const standing = rulesOf(inForce).map((rule) => coming.get(rule.id) ?? rule);
    const known = new Set(standing.map(({ id }) => id));
    const all = [...standing, ...[...coming.values()].filter(({ id }) => !known.has(id))];
    return items.length === 0 ? [] : [{ table: 'rules', before: [], after: [{ version: (inForce?.version ?? 0) + 1, rules: JSON.stringify(all), fingerprint: ruleFingerprint(all), at_ms: atMs }] }];
  },
};

/** Opening hours, a brand at a time. */
const hours: SectionRule = {
  section: 'hours',
  schema: z.strictObject({ brand: z.string().max(200).nullable(), hours: openingHoursSchema.refine((kept) => hoursProblems(kept).length === 0, 'these opening hours cannot be kept') }),
  standing: (project) => hoursKept(project).map(({ brand, hours: kept }) => ({ brand, hours: kept })),
  key: (item) => textOf(item, 'brand').toLowerCase(),
  content: without('brand'),
  isHere(project) {
    const names = new Set(storedBrands(project).map(({ name }) => name.toLowerCase()));
    return (item) => item['brand'] === null || names.has(textOf(item, 'brand').toLowerCase());
  },
  subject: () => (item) => ({ text: textOf(item, 'brand'), messageId: null }),
  rows(project, items) {
    const coming = new Map(items.map((item) => [textOf(item, 'brand').toLowerCase(), item as { readonly brand: string | null; readonly hours: OpeningHours }]));
    const standing = hoursKept(project).filter(({ brand }) => !coming.has((brand ?? '').toLowerCase()));
    return items.length === 0 ? [] : [settingRow(project, HOURS_SETTING, JSON.stringify([...standing, ...coming.values()].map(({ brand, hours: kept }) => ({ brand, hours: kept }))))];
  },
};

function settingRow(project: ProjectDatabase, key: string, value: string): RowChange {
  return replacedRows(project, 'settings', [{ key, value }]);
}

const trustWeights = trustRoomOperations['trust.setWeights'].input.shape.weights;
const settingSchema = z.discriminatedUnion('name', [
  z.strictObject({ name: z.literal('zone-border'), value: z.number().min(ZONE_BORDER_RANGE.least).max(ZONE_BORDER_RANGE.most) }),
  z.strictObject({ name: z.literal('trust-weights'), value: trustWeights.unwrap() }),
  z.strictObject({ name: z.literal('requesters'), value: z.number().int().min(2).max(100) }),
  z.strictObject({ name: z.literal('abstain-below'), value: z.number().min(0).max(0.99) }),
  z.strictObject({ name: z.literal('inferred-links'), value: z.boolean() }),
]);
type Setting = z.infer<typeof settingSchema>;

const KEYS: Readonly<Record<Setting['name'], string>> = { 'zone-border': ZONE_BORDER_SETTING, 'trust-weights': TRUST_WEIGHTS_SETTING, requesters: REQUESTERS_SETTING, 'abstain-below': ABSTAIN_BELOW, 'inferred-links': INFERRED_SETTING };

function storedText({ name, value }: Setting): string {
  if (name === 'trust-weights') return JSON.stringify(value);
  return name === 'inferred-links' ? (value ? 'yes' : 'no') : String(value);
}

function settingOfText(name: Setting['name'], text: string): DecisionItem | null {
  const value: unknown = name === 'inferred-links' ? text === 'yes' : JSON.parse(text);
  const parsed = settingSchema.safeParse({ name, value });
  return parsed.success ? parsed.data : null;
}

/** Single settings. Whether identities are reviewed and how long vanished texts are kept belong to each copy and do not travel. */
const settings: SectionRule = {
  section: 'settings',
  schema: settingSchema,
  standing(project) {
    const texts = new Map(decisionRows(project, 'settings').map(({ key, value }) => [key, value]));
    return (Object.entries(KEYS) as [Setting['name'], string][]).flatMap(([name, key]) => {
      const text = texts.get(key);
      const item = typeof text === 'string' ? settingOfText(name, text) : null;
      return item === null ? [] : [item];
    });
  },
  key: keyOf('name'),
  content: (item) => item,
  isHere: anywhere,
  subject: () => () => ({ text: '', messageId: null }),
  rows: (project, items) => (items as unknown as readonly Setting[]).map((setting) => settingRow(project, KEYS[setting.name], storedText(setting))),
};

/** What was set for the project as a whole. */
export const SETTING_SECTIONS: readonly SectionRule[] = [rules, weights, hours, settings];
