import type { ChartTable } from '../../charts/chart-table.ts';
import type { ChartVoice } from '../../charts/chart-voice.ts';
import type { ListedProfile } from './people-types.ts';
import { profileName } from './people-words.ts';

/** The chosen people as a table: who, where, since when, in which roles. The source's own id names each for good. */
export function chosenTable(profiles: readonly ListedProfile[], voice: ChartVoice): ChartTable {
  const label = (key: string): string => voice.text(`people.list.columns.${key}`);
  const day = (atMs: number | null): string => (atMs === null ? '' : voice.date(atMs));
  return {
    caption: voice.text('people.list.caption'),
    columns: [
      { key: 'network', label: label('network') }, { key: 'id', label: 'id' }, { key: 'profile', label: label('profile') }, { key: 'messages', label: label('messages'), numeric: true },
      { key: 'first', label: voice.text('people.bulk.first') }, { key: 'last', label: voice.text('people.bulk.last') }, { key: 'roles', label: label('roles') },
    ],
    rows: profiles.map((profile) => [
      voice.network(profile.network), profile.nativeId, profileName(profile), voice.plain(profile.messages), day(profile.firstMs), day(profile.lastMs),
      profile.roles.map(({ role, brand }) => (brand === null ? voice.text(`codes.role.${role}`) : `${voice.text(`codes.role.${role}`)} (${brand})`)).join(', '),
    ]),
  };
}
