import type { OperationValue } from '../../contract/operations.ts';
import { defaultLook } from '../../domain/model/tribe-look.ts';
import { peopleByNetwork } from '../../store/network-people.ts';
import type { ProjectDatabase } from '../../store/project-database.ts';
import { tribeMembers } from '../../store/tribe-queries.ts';
import { listedTribes, type ListedTribe } from '../tribes/listed-tribes.ts';

type Face = Pick<OperationValue<'value.mapTrails'>['groups'][number], 'id' | 'kind' | 'name' | 'title' | 'color' | 'shape'>;

/** What the map can be divided by: zones, networks, roles, or the tribes of one lens (of all lenses where none is named). */
export interface MapDivision {
  readonly by: Face['kind'];
  readonly lens?: ListedTribe['lens'] | undefined;
}

/** A group on the map with its people, account ids ascending. */
export interface MapGroup extends Face {
  readonly people: readonly number[];
}

/** Groups of a division that have people, in the order shown; hidden tribes are left out. People may stand in several. */
export function mapGroups(project: ProjectDatabase, { by, lens }: MapDivision): MapGroup[] {
  if (by === 'network') {
    return [...peopleByNetwork(project)].map(([code, people], position) => ({ id: `network:${code}`, kind: by, name: code, title: null, ...defaultLook(position), people }));
  }
  const wanted = (tribe: ListedTribe): boolean => {
    if (by === 'zone') return tribe.lens === 'value';
    if (by === 'role') return tribe.id.startsWith('role:');
    return lens === undefined || tribe.lens === lens;
  };
  const members = tribeMembers(project);
  return listedTribes(project).flatMap((tribe) => {
    const people = members.get(tribe.id) ?? [];
    if (tribe.hidden || people.length === 0 || !wanted(tribe)) return [];
    return [{ id: tribe.id, kind: by, name: tribe.name, title: tribe.title, ...tribe.look, people }];
  });
}
