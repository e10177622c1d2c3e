import { ZONE_BORDER_LOG2, ZONE_BORDER_RANGE } from '../../domain/value/value-zone.ts';
import type { ProjectDatabase } from '../../store/project-database.ts';
import { settingOf } from '../../store/stage-queries.ts';

/** Name of the setting that holds the border of the even band; absent while nobody moved it. */
export const ZONE_BORDER_SETTING = 'zone_border_log2';

/** How many doublings the even band reaches to either side: as a person set it, else 1. */
export function zoneBorder(project: ProjectDatabase): number {
  const kept = Number(settingOf(project, ZONE_BORDER_SETTING) ?? ZONE_BORDER_LOG2);
  return kept >= ZONE_BORDER_RANGE.least && kept <= ZONE_BORDER_RANGE.most ? kept : ZONE_BORDER_LOG2;
}
