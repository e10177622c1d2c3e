import { localClock } from '../../domain/model/local-clock.ts';
import { createZoneReader, isTimeZone } from '../../ingest/local-time.ts';
import { dropFromArchives } from '../../store/dropped-archives.ts';
import { inBulk } from '../../store/import-removal.ts';
import type { ProjectDatabase } from '../../store/project-database.ts';
import { settingOf } from '../../store/stage-queries.ts';
import { authorsOf, forgetSilentAccounts } from '../../store/silent-accounts.ts';
import { dropTexts, overdueVanishedTexts } from '../../store/vanished-texts.ts';
import { raiseDataVersion } from '../project/data-version.ts';
import { importRules } from './import-rules.ts';

const DAY_MS = 86_400_000;

/**
 * Drops text and author of messages that vanished longer ago than the project keeps them (30 days unless changed), when a
 * project is opened and when it is analysed; intent, day and count stay. Not a change that undo takes back: what a person
 * deleted is not to be read again, nor brought back by redoing an import. A message that comes back has its text again. Returns how many were emptied.
 */
export function dropVanishedTexts(project: ProjectDatabase, nowMs: number): number {
  const { vanishedKeptDays } = importRules(project);
  if (project.readOnly || vanishedKeptDays === null) return 0;
  const overdue = overdueVanishedTexts(project, nowMs - vanishedKeptDays * DAY_MS);
  if (overdue.length === 0) return 0;
  const named = settingOf(project, 'time_zone') ?? 'UTC';
  const zone = isTimeZone(named) ? named : 'UTC';
  const clock = localClock(zone);
  const utcOf = createZoneReader(zone);
  const dayOf = (atMs: number): number => {
    const { year, month, day } = clock(atMs);
    return utcOf(Date.UTC(year, month - 1, day));
  };
  inBulk(project, () => {
    const authors = authorsOf(project, overdue.map(({ id }) => id));
    const messages = overdue.map((message) => ({ ...message, dayMs: message.atMs === null || message.precision === 'relative' ? message.atMs : dayOf(message.atMs) }));
    dropTexts(project, messages, nowMs);
    dropFromArchives(project, messages, forgetSilentAccounts(project, authors));
    raiseDataVersion(project);
  });
  return overdue.length;
}
