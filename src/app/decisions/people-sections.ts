import { z } from 'zod';
import { orderedPair } from '../../domain/identity/account-key.ts';
import { ROLES } from '../../domain/model/codes.ts';
import type { DecisionRow } from '../../store/decision-rows.ts';
import { decisionRows } from '../../store/decision-rows.ts';
import { accountFinder } from '../../store/named-records.ts';
import type { ProjectDatabase } from '../../store/project-database.ts';
import { roleDecisions } from '../../store/role-decisions.ts';
import { comparedName, storedClaims } from '../import/brand-claims.ts';
import { replacedRows } from './message-sections.ts';
import { keyOf, textOf, without, type DecisionItem, type SectionRule } from './section-rule.ts';

const id = z.string().min(1).max(500);
const names = z.array(z.string().min(1).max(300)).max(5000);
const atMs = z.number().int();

const namesIn = (item: DecisionItem, part: 'names' | 'containers'): readonly string[] => (item[part] as readonly string[] | undefined) ?? [];

/** The names that a person gave a brand; a name more is added to them, none is ever taken away. Rows follow from {@link layBrandDecisions}. */
const brands: SectionRule = {
  section: 'brands',
  schema: z.strictObject({ brand: z.string().min(1).max(200), own: z.boolean(), names, containers: names }),
  standing: (project) => storedClaims(project).flatMap(({ brand, own, role, origin, names: said, containers }) => (role !== 'voice' || origin !== 'hand' || brand === null ? [] : [{ brand, own, names: said, containers }])).sort((one, other) => (one.brand < other.brand ? -1 : 1)),
  key: (item) => textOf(item, 'brand').toLowerCase(),
  content: (item) => ({ names: [...new Set(namesIn(item, 'names').map(comparedName))].sort(), containers: [...new Set(namesIn(item, 'containers').map(comparedName))].sort() }),
  isHere: () => () => true,
  // names are joined with those that stand here: what adds nothing says the same
  settled(project) {
    const claims = storedClaims(project).filter(({ role }) => role === 'voice');
    return (item) => {
      const known = claims.find(({ brand }) => (brand ?? '').toLowerCase() === textOf(item, 'brand').toLowerCase());
      const joined = (part: 'names' | 'containers'): string[] => [...new Map([...(known?.[part] ?? []), ...namesIn(item, part)].map((name) => [comparedName(name), name])).values()];
      return { ...item, names: joined('names'), containers: joined('containers') };
    };
  },
  subject: () => (item) => ({ text: textOf(item, 'brand'), messageId: null }),
  rows: () => [],
};

const withAccount = (project: ProjectDatabase): ((item: DecisionItem) => boolean) => {
  const find = accountFinder(project);
  return (item) => find([textOf(item, 'network'), textOf(item, 'account')]) !== null;
};

/** Roles that a person gave or denied. Rows follow from {@link layBrandDecisions}. */
const roles: SectionRule = {
  section: 'roles',
  schema: z.strictObject({ network: id, account: id, brand: z.string().max(200), role: z.enum(ROLES), verdict: z.enum(['is', 'is-not']), from_ms: atMs.nullable(), to_ms: atMs.nullable(), at_ms: atMs }),
  standing: (project) => roleDecisions(project).map(({ network, account, brand, role, verdict, fromMs, toMs, atMs: decidedMs }) => ({ network, account, brand, role, verdict, from_ms: fromMs, to_ms: toMs, at_ms: decidedMs })),
  key: (item) => JSON.stringify([item['network'], item['account'], textOf(item, 'brand').toLowerCase(), item['role']]),
  content: without('brand', 'at_ms'),
  isHere: withAccount,
  subject: () => (item) => ({ text: `${textOf(item, 'network')} ${textOf(item, 'account')}`, messageId: null }),
  rows: () => [],
};

/** Accounts that are one person, or are not. A pair always stands in one order. */
const identities: SectionRule = {
  section: 'identities',
  schema: z.strictObject({ network_a: id, account_a: id, network_b: id, account_b: id, verdict: z.enum(['same', 'different']), reason: z.enum(['hand', 'split']), at_ms: atMs }),
  standing: (project) => decisionRows(project, 'identities'),
  key: keyOf('network_a', 'account_a', 'network_b', 'account_b'),
  content: without('reason', 'at_ms'),
  isHere(project) {
    const find = accountFinder(project);
    return (item) => ['a', 'b'].every((side) => find([textOf(item, `network_${side}`), textOf(item, `account_${side}`)]) !== null);
  },
  settled: () => (item) => {
    const { a, b } = orderedPair({ network: textOf(item, 'network_a'), nativeId: textOf(item, 'account_a') }, { network: textOf(item, 'network_b'), nativeId: textOf(item, 'account_b') });
    return { ...item, network_a: a.network, account_a: a.nativeId, network_b: b.network, account_b: b.nativeId };
  },
  subject: () => (item) => ({ text: `${textOf(item, 'account_a')} = ${textOf(item, 'account_b')}`, messageId: null }),
  rows: (project, items) => [replacedRows(project, 'identities', items as readonly DecisionRow[])],
};

/** Decisions about who is who. */
export const PEOPLE_SECTIONS: readonly SectionRule[] = [brands, roles, identities];
