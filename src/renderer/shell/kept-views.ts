import type { OperationValue } from '../../contract/operations.ts';
import { hashFromLocation, locationFromHash, type WorkbenchLocation } from '../state/location.ts';
import { viewAt } from './room-views.tsx';

/** A view that was kept under a name. */
export type KeptView = OperationValue<'views.list'>['views'][number];

/** The address of where one is, as a view keeps it. */
export function viewAddress(location: WorkbenchLocation): string {
  return hashFromLocation(location);
}

/** Where a kept view leads. What this program does not understand of it is left out. */
export function viewLocation({ address }: Pick<KeptView, 'address'>): WorkbenchLocation {
  return locationFromHash(address);
}

/** The room of a kept view and how many filters it sets: as many as it has chips. */
export function viewFacts(view: Pick<KeptView, 'address'>): { readonly room: ReturnType<typeof viewAt>['room']; readonly filters: number } {
  const { path, filters } = viewLocation(view);
  const { fromMs, toMs, text, weekdays, hours, ...lists } = filters;
  const values = Object.values(lists).reduce((sum: number, list) => sum + (Array.isArray(list) ? list.length : 1), 0);
  const single = [fromMs ?? toMs, text, weekdays, hours].filter((part) => part !== undefined).length;
  return { room: viewAt(path[0]).room, filters: values + single };
}
