import { Database, Ear, Gem, HandHeart, LayoutDashboard, MessagesSquare, Presentation, Shapes, Target, Users, type LucideIcon } from 'lucide-react';

/** The ten rooms, in the order of the rail; a room's key never changes, whichever rooms an edition has. */
export const ROOMS = [
  { id: 'overview', key: '1', icon: LayoutDashboard },
  { id: 'data', key: '2', icon: Database },
  { id: 'messages', key: '3', icon: MessagesSquare },
  { id: 'people', key: '4', icon: Users },
  { id: 'tribes', key: '5', icon: Shapes },
  { id: 'response', key: '6', icon: Ear },
  { id: 'trust', key: '7', icon: HandHeart },
  { id: 'value', key: '8', icon: Gem },
  { id: 'strategy', key: '9', icon: Target },
  { id: 'present', key: '0', icon: Presentation },
] as const satisfies readonly { readonly id: string; readonly key: string; readonly icon: LucideIcon }[];

export type RoomId = (typeof ROOMS)[number]['id'];
