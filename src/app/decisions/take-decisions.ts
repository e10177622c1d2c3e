import { failed, success, type Outcome } from '../../contract/outcome.ts';
import { contentText } from '../../domain/decisions/content-text.ts';
import { decidedIdentities, decisionsByPair, type IdentityDecision } from '../../domain/identity/identity-decision.ts';
import { pairText } from '../../domain/identity/account-key.ts';
import type { Role } from '../../domain/model/codes.ts';
import type { DecisionSection } from '../../domain/model/decision-section.ts';
import type { OwnRule } from '../../domain/model/own-rule.ts';
import type { TribeRule } from '../../domain/model/tribe-rule.ts';
import { restingOrder } from '../../domain/tribes/resting-tribes.ts';
import { brandNamed, brandState, storedBrands } from '../../store/brand-queries.ts';
import { identityDecisions } from '../../store/identity-decisions.ts';
import { recordCommand } from '../../store/journal.ts';
import { ownTribeId, ownTribes } from '../../store/own-tribe-queries.ts';
import { voiceReader, withPersonsApart } from '../../store/person-links.ts';
import type { ProjectDatabase } from '../../store/project-database.ts';
import { applyRoleDecisions } from '../../store/role-application.ts';
import { changeRoleDecisions } from '../../store/role-decisions.ts';
import { ruleBench } from '../../text/own-rules.ts';
import { coverAllImports } from '../import/reply-coverage.ts';
import { layBrand } from '../project/assign-brand.ts';
import { raiseDataVersion } from '../project/data-version.ts';
import type { DecisionsFile } from './decisions-file.ts';
import { putDecisionRowChanges, raisesData } from './put-decisions.ts';
import { textOf, type DecisionItem, type DecisionsChange } from './section-rule.ts';
import { SECTION_RULES } from './section-rules.ts';

/** A decision of a file beside what stands here. `absent`: what it is about is not in this project. */
export interface ComparedDecision {
  readonly section: DecisionSection;
  /** Names the decision within the file: a section and what it is about. */
  readonly key: string;
  readonly standing: 'new' | 'same' | 'conflict' | 'absent';
  /** As it would stand here. */
  readonly theirs: DecisionItem;
  readonly mine: DecisionItem | null;
}

/** Every decision of a file beside what stands in a project, in the order of the sections. Changes nothing. */
export function comparedDecisions(project: ProjectDatabase, { sections }: DecisionsFile): ComparedDecision[] {
  return SECTION_RULES.flatMap(({ section, standing, key, content, isHere, settled }) => {
    const items = sections.get(section) ?? [];
    if (items.length === 0) return [];
    const [mine, isThere, settle] = [new Map(standing(project).map((item) => [key(item), item])), isHere(project), settled?.(project, items)];
    return items.map((item): ComparedDecision => {
      const theirs = isThere(item) && settle !== undefined ? settle(item) : item;
      const named = key(theirs);
      const own = mine.get(named) ?? null;
      const compared = { section, key: `${section} ${named}`, theirs, mine: own };
      if (!isThere(item)) return { ...compared, standing: 'absent' };
      if (own === null) return { ...compared, standing: 'new' };
      if (contentText(content(own)) === contentText(content(theirs))) return { ...compared, standing: 'same' };
      // names of a brand are joined: nothing that stands here gives way
      return { ...compared, standing: section === 'brands' ? 'new' : 'conflict' };
    });
  });
}

/** What an import of decisions did. */
export interface TakenDecisions {
  readonly taken: number;
  /** Decisions on accounts that cannot stand beside those of this copy, and were left out. */
  readonly refused: number;
}

const itemsOf = (chosen: readonly ComparedDecision[], section: DecisionSection): DecisionItem[] => chosen.filter((one) => one.section === section).map(({ theirs }) => theirs);

/** Pairs of accounts that can stand together with all that was decided here; the others are left out. */
function standingPairs(project: ProjectDatabase, pairs: readonly ComparedDecision[], atMs: number): ReadonlySet<ComparedDecision> {
  const [kept, voiceOf] = [new Set<ComparedDecision>(), voiceReader(project)];
  let decisions: ReadonlyMap<string, IdentityDecision> = decisionsByPair(identityDecisions(project));
  for (const pair of pairs) {
    const [a, b] = (['a', 'b'] as const).map((side) => ({ network: textOf(pair.theirs, `network_${side}`), nativeId: textOf(pair.theirs, `account_${side}`) })) as [{ network: string; nativeId: string }, { network: string; nativeId: string }];
    const standing = new Map(decisions);
    standing.delete(pairText(a, b));
    const decided = decidedIdentities(standing, { verdict: textOf(pair.theirs, 'verdict') === 'same' ? 'same' : 'different', pairs: [[a, b]], atMs, voiceOf });
    if (decided.conflict !== null) continue;
    decisions = decided.decisions;
    kept.add(pair);
  }
  return kept;
}

/** Why the chosen decisions cannot stand together with what stands here; null when they can. */
function problemOf(project: ProjectDatabase, chosen: readonly ComparedDecision[], change: DecisionsChange): string | null {
  const coming = new Map(itemsOf(chosen, 'tribes').map((tribe) => [textOf(tribe, 'code'), tribe['rule'] as TribeRule | null]));
  if (coming.size > 0) {
    const standing = ownTribes(project).filter(({ code }) => !coming.has(code)).map(({ code, rule }) => ({ id: ownTribeId(code), rule }));
    if (restingOrder([...standing, ...[...coming].map(([code, rule]) => ({ id: ownTribeId(code), rule }))]) === null) return 'two of the tribes would rest on each other: leave one of them as it is here';
  }
  const set = change.rows.find(({ table }) => table === 'rules')?.after[0]?.['rules'];
  if (typeof set !== 'string') return null;
  const [rules, bench] = [JSON.parse(set) as OwnRule[], ruleBench()];
  if (bench.faults(rules).length > 0) return 'some rules of reading cannot be understood; nothing was taken in';
  return bench.failing(rules).length > 0 ? 'some examples of the rules of reading do not hold; nothing was taken in' : null;
}

/** Lays names of brands and roles of accounts down. Returns how brands stood before and after; null where neither was chosen. */
function layBrandDecisions(project: ProjectDatabase, chosen: readonly ComparedDecision[]): DecisionsChange['brands'] {
  const [names, roles] = [itemsOf(chosen, 'brands'), itemsOf(chosen, 'roles')];
  if (names.length + roles.length === 0) return null;
  const before = brandState(project);
  for (const { brand, own, names: accounts, containers } of names as unknown as readonly { readonly brand: string; readonly own: boolean; readonly names: string[]; readonly containers: string[] }[]) {
    const standing = storedBrands(project).find((known) => known.own)?.name;
    layBrand(project, { name: brand, own: standing === undefined ? own : standing.toLowerCase() === brand.toLowerCase(), accounts, containers });
  }
  if (roles.length > 0) {
    withPersonsApart(project, () => {
      const known = storedBrands(project);
      changeRoleDecisions(project, roles.map((item) => ({
        network: textOf(item, 'network'), account: textOf(item, 'account'), brand: known.find(({ name }) => name.toLowerCase() === textOf(item, 'brand').toLowerCase())?.name ?? textOf(item, 'brand'), role: item['role'] as Role,
        verdict: item['verdict'] === 'is' ? 'is' : 'is-not', fromMs: item['from_ms'] as number | null, toMs: item['to_ms'] as number | null, atMs: item['at_ms'] as number,
      })));
      const first = roles.find(({ verdict, role, brand }) => verdict === 'is' && role === 'voice' && brand !== '');
      if (known.length === 0 && first !== undefined) brandNamed(project, textOf(first, 'brand'), true);
      applyRoleDecisions(project);
    });
    coverAllImports(project);
  }
  return { before, after: brandState(project) };
}

/**
 * Takes the chosen decisions in as one change that undo takes back whole; every other stays as it is. Failure
 * `invalid-input` when they cannot stand together; nothing is changed then.
 */
export function takeDecisions(project: ProjectDatabase, wanted: readonly ComparedDecision[], { from, atMs }: { readonly from: string; readonly atMs: number }): Outcome<TakenDecisions> {
  const pairs = wanted.filter(({ section }) => section === 'identities');
  let result: Outcome<TakenDecisions> = success({ taken: 0, refused: 0 });
  project.connection.transaction(() => {
    const brands = layBrandDecisions(project, wanted);
    const standing = standingPairs(project, pairs, atMs);
    const chosen = wanted.filter((one) => one.section !== 'identities' || standing.has(one));
    const change: DecisionsChange = {
      sections: [...new Set(chosen.map(({ section }) => section))], brands,
      rows: SECTION_RULES.flatMap(({ section, rows }) => {
        const items = itemsOf(chosen, section);
        return items.length === 0 ? [] : rows(project, items, atMs);
      }),
    };
    const problem = problemOf(project, chosen, change);
    if (problem !== null) throw new Refused(problem);
    result = success({ taken: chosen.length, refused: pairs.length - standing.size });
    if (chosen.length === 0) return;
    putDecisionRowChanges(project, change, 'after');
    recordCommand(project, { command: 'decisions.import', label: `decisions.import:${from.slice(0, 80)}`, forward: '{}', inverse: JSON.stringify(change), atMs });
    if (raisesData(change)) raiseDataVersion(project);
  }).immediate();
  return result;
}

class Refused extends Error {}

/** {@link takeDecisions}, with what cannot stand together as a failure: the transaction is left as a whole. */
export function takenOrRefused(take: () => Outcome<TakenDecisions>): Outcome<TakenDecisions> {
  try {
    return take();
  } catch (error) {
    if (error instanceof Refused) return failed('invalid-input', error.message);
    throw error;
  }
}
