import type { z } from 'zod';
import { initiativeBodySchema } from '../../contract/operations/initiatives.ts';
import type { InitiativeWindow } from '../../domain/strategy/initiative/initiative-windows.ts';
import { brandPosts, keyedPosts, type CarryingPost } from '../../store/initiative-queries.ts';
import { planRecords } from '../../store/plan-records.ts';
import type { ProjectDatabase } from '../../store/project-database.ts';
import { messageCondition } from '../../store/selection-sql.ts';
import type { ResolvedScope } from '../read/scope.ts';

/** Kind of record under which initiatives are written down. */
export const INITIATIVE_KIND = 'initiative';
/** An initiative with its id. */
export type Initiative = z.infer<typeof initiativeBodySchema> & { readonly id: string };

/** All initiatives, the latest first; a body that a newer program wrote in a way this one cannot read is left out. */
export function standingInitiatives(project: ProjectDatabase): Initiative[] {
  return planRecords(project, INITIATIVE_KIND).flatMap(({ id, body }) => {
    const parsed = initiativeBodySchema.safeParse(JSON.parse(body));
    return parsed.success ? [{ id, ...parsed.data }] : [];
  }).sort((one, other) => other.startMs - one.startMs || (one.id < other.id ? -1 : 1));
}

/** Which posts are wanted. */
export type Carried = Pick<Initiative, 'startMs' | 'endMs' | 'containers' | 'words' | 'posts'>;

/** Posts by rule and by hand, and how many of those picked by hand are not in the data. */
export interface CarryingPosts {
  readonly byRule: readonly CarryingPost[];
  readonly byHand: readonly CarryingPost[];
  /** Both, each once. */
  readonly all: readonly CarryingPost[];
  readonly missing: number;
}

/** The posts that carry an initiative: of its own days in the named places and with the named words, where any is named, and those picked by hand. */
export function carryingPosts({ project, brand }: Pick<ResolvedScope, 'project' | 'brand'>, { startMs, endMs, containers, words, posts }: Carried): CarryingPosts {
  const isRuled = containers.length > 0 || words.trim() !== '';
  const filters = { fromMs: startMs, toMs: endMs, ...(containers.length === 0 ? {} : { containers }), ...(words.trim() === '' ? {} : { text: words }) };
  const byRule = isRuled ? brandPosts(project, brand?.id ?? null, messageCondition({ filters })) : [];
  const byHand = keyedPosts(project, posts);
  const all = [...new Map([...byRule, ...byHand].map((post) => [post.messageId, post])).values()];
  return { byRule, byHand, all, missing: posts.length - byHand.length };
}

/** The scope for what an initiative is held against: its brand, and every filter but the period. */
export function lastingScope({ messages, brand, ...scope }: ResolvedScope): ResolvedScope {
  const { fromMs: _fromMs, toMs: _toMs, ...filters } = messages.filters ?? {};
  return { ...scope, brand, messages: { ...messages, filters, ...(brand === null ? {} : { brandId: brand.id }) } };
}

/** A window by its name. Throws RangeError `invalid window: NAME`. */
export function windowNamed(windows: readonly InitiativeWindow[], name: InitiativeWindow['window']): InitiativeWindow {
  const found = windows.find(({ window }) => window === name);
  if (found === undefined) throw new RangeError(`invalid window: ${name}`);
  return found;
}
