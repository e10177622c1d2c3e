import type { ContestEntry } from '../../domain/response/contest-return.ts';
import { contestEntries } from '../../store/contest-queries.ts';
import { messageCondition } from '../../store/selection-sql.ts';
import { settingOf } from '../../store/stage-queries.ts';
import { ANALYSIS_NOW } from '../analyse/derive-stage.ts';
import { cachedAnswer } from './answer-cache.ts';
import { heldProject } from './held-project.ts';
import type { ResolvedScope } from './scope.ts';

/**
 * Entries into contests of a scope's brand, oldest first, each with whether the filters select it. Where messages are held in
 * memory the entries of a brand are looked for once, and filters only mark them.
 */
export function scopedContestEntries({ project, brand, messages }: ResolvedScope): ContestEntry[] {
  const brandId = brand?.id ?? null;
  const now = settingOf(project, ANALYSIS_NOW);
  const nowMs = now === null || now === '' ? null : Number(now);
  const held = heldProject(project);
  if (held === null) return contestEntries(project, { brandId, messages: messageCondition(messages), nowMs });
  const entries = cachedAnswer(project, { name: 'contest-entries', input: { brandId, nowMs } }, () => contestEntries(project, { brandId, messages: messageCondition({}), nowMs }));
  const { keeps } = held.messages.selectionOf(messages.filters ?? {}, messages.brandId ?? null);
  return entries.map((entry) => ({ ...entry, selected: keeps(entry.messageId) }));
}
