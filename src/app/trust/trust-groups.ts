import type { OperationValue } from '../../contract/operations.ts';
import { defaultLook } from '../../domain/model/tribe-look.ts';
import type { Lens } from '../../domain/tribes/tribe-catalogue.ts';
import type { ProjectDatabase } from '../../store/project-database.ts';
import { listedTribes } from '../tribes/listed-tribes.ts';

/** Id of the group that is everybody. */
export const EVERYBODY = 'all';

/** How a group is called and drawn. */
export type TrustFace = Pick<OperationValue<'trust.parts'>['tribes'][number], 'tribe' | 'lens' | 'name' | 'title' | 'color' | 'shape' | 'hidden'>;

/** Faces of everybody and of every tribe, in the order shown: asked anew each time, because names change without the figures. */
export function trustFaces(project: ProjectDatabase): ReadonlyMap<string, TrustFace> {
  const faces = [
    { tribe: EVERYBODY, lens: 'all' as const, name: EVERYBODY, title: null, ...defaultLook(0), hidden: false },
    ...listedTribes(project).map(({ id, lens, name, title, look, hidden }) => ({ tribe: id, lens, name, title, ...look, hidden })),
  ];
  return new Map(faces.map((face) => [face.tribe, face]));
}

/** Tribes of one lens that are not hidden. */
export function lensFaces(project: ProjectDatabase, lens: Lens): TrustFace[] {
  return [...trustFaces(project).values()].filter((face) => face.lens === lens && !face.hidden);
}
