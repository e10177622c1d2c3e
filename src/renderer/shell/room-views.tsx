import type { ComponentType } from 'react';
import { DataRoom } from '../features/data/DataRoom.tsx';
import { ImportPage } from '../features/import/ImportPage.tsx';
import { MessagesRoom } from '../features/messages/MessagesRoom.tsx';
import { OverviewRoom } from '../features/overview/OverviewRoom.tsx';
import { ResponseRoom } from '../features/response/ResponseRoom.tsx';
import { TribesRoom } from '../features/tribes/TribesRoom.tsx';
import { ROOMS, type RoomId } from './rooms.ts';

/** The rooms of this edition; the rail shows these and no others. */
const VIEWS: Partial<Record<RoomId, ComponentType>> = {
  overview: OverviewRoom,
  data: DataRoom,
  messages: MessagesRoom,
  tribes: TribesRoom,
  response: ResponseRoom,
};

/** Rooms that can be entered, in the order of the rail. */
export const AVAILABLE_ROOMS = ROOMS.filter(({ id }) => VIEWS[id] !== undefined);

/** What the first part of the address shows; the overview when it names nothing that is here. */
export function viewAt(segment: string | undefined): { readonly room: RoomId; readonly View: ComponentType } {
  if (segment === 'import') return { room: 'data', View: ImportPage };
  const room = AVAILABLE_ROOMS.find(({ id }) => id === segment)?.id ?? 'overview';
  return { room, View: VIEWS[room] ?? OverviewRoom };
}
