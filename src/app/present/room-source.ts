import { createHash, createHmac } from 'node:crypto';
import type { Scope } from '../../contract/selection.ts';
import { success, type Outcome } from '../../contract/outcome.ts';
import { localClock } from '../../domain/model/local-clock.ts';
import type { Report } from '../../domain/model/report.ts';
import { OTHER_INTENT, ROOM_INTENTS } from '../../present/client-room/room-figures.ts';
import type { RowsMissing } from '../../present/client-room/room-payload.ts';
import type { RoomRequest, RoomTable } from '../../present/client-room/room-requests.ts';
import { roomTable } from '../../present/client-room/room-table.ts';
import { networkCodes } from '../../store/message-queries.ts';
import { personKeys } from '../../store/one-by-one-queries.ts';
import type { ProjectDatabase } from '../../store/project-database.ts';
import type { StoredEpisode } from '../../store/request-queries.ts';
import { settingOf } from '../../store/stage-queries.ts';
import type { AppContext } from '../context.ts';
import { clockedScope } from '../read/clocked-scope.ts';
import { episodesOf, isCounted } from '../read/request-source.ts';
import { deliverableDigest } from './project-secret.ts';

/** Rows that one file can hold and a browser still counts at once. */
const MOST_ROWS = 100_000;
const ID_LETTERS = 32;

/** What tells projects apart wherever their file goes: the moment they were made. */
const projectMark = (project: ProjectDatabase): string => settingOf(project, 'created_at_ms') ?? '';

/** The name of a deliverable: the same for the same report of the same question, another for any other. Says nothing by itself. */
export function deliverableId(project: ProjectDatabase, made: { readonly report: Report; readonly scope: Scope; readonly edition: string | null }): string {
  return createHash('sha256').update(JSON.stringify([projectMark(project), made])).digest('hex').slice(0, ID_LETTERS);
}

/** By which a deliverable that comes back is known as one of this project, in any copy of it; it is no proof against somebody who holds the project. */
export function deliverableSeal(project: ProjectDatabase, deliverable: string): string {
  return createHmac('sha256', `tribuna room ${projectMark(project)}`).update(deliverable).digest('hex').slice(0, ID_LETTERS);
}

function roomRequests(project: ProjectDatabase, episodes: readonly StoredEpisode[]): RoomRequest[] {
  const named: ReadonlySet<string> = new Set(ROOM_INTENTS);
  const networks = networkCodes(project);
  const people = personKeys(project, [...new Set(episodes.flatMap(({ askerId }) => askerId ?? []))]);
  const clock = localClock(settingOf(project, 'time_zone') ?? 'Europe/Rome');
  const two = (value: number): string => String(value).padStart(2, '0');
  const hourOf = (atMs: number): string => {
    const { year, month, day, hour } = clock(atMs);
    return `${String(year)}-${two(month)}-${two(day)}T${two(hour)}`;
  };
  return episodes.map(({ askerId, networkId, intents, atMs, waitedSeconds, censored, precision }): RoomRequest => ({
    person: askerId === null ? null : (people.get(askerId) ?? null), network: networks.get(networkId) ?? '',
    intents: [...new Set(intents.map((intent) => (named.has(intent) ? intent : OTHER_INTENT)))], asked: atMs === null ? null : hourOf(atMs),
    waitedSeconds, answered: !censored, precision,
  }));
}

/**
 * The table of requests of a scope as a deliverable may have it, under the same definition and clock as the report's figures.
 * People are named by a keyed hash of this machine's secret, the project and the deliverable. Without rows where there are
 * more than a hundred thousand or no group is large enough. Failures are those of the scope.
 */
export function roomSource(context: AppContext, project: ProjectDatabase, { scope, deliverable, floor }: { readonly scope: Scope; readonly deliverable: string; readonly floor: number }): Outcome<{ readonly table: RoomTable | RowsMissing; readonly requests: number }> {
  const clocked = clockedScope(context, scope);
  if (!clocked.ok) return clocked;
  const episodes = episodesOf(clocked.value, {}).filter(isCounted);
  if (episodes.length > MOST_ROWS) return success({ table: 'too-many', requests: episodes.length });
  const table = roomTable(roomRequests(project, episodes), { floor, digest: deliverableDigest(context.stateFolder, { project: projectMark(project), deliverable, kept: context.voiceSecret }) });
  return success({ table: table.rows.length === 0 ? 'nobody' : table, requests: episodes.length });
}
