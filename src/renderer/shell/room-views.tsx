import { lazy, type ComponentType, type LazyExoticComponent } from 'react';
import { ROOMS, type RoomId } from './rooms.ts';

type View = LazyExoticComponent<ComponentType>;

const OverviewRoom = lazy(async () => ({ default: (await import('../features/overview/OverviewRoom.tsx')).OverviewRoom }));
const ImportPage = lazy(async () => ({ default: (await import('../features/import/ImportPage.tsx')).ImportPage }));

const CheckPage = lazy(async () => ({ default: (await import('../features/check/CheckPage.tsx')).CheckPage }));
const ReadingPage = lazy(async () => ({ default: (await import('../features/reading/ReadingPage.tsx')).ReadingPage }));
const QuestionsPage = lazy(async () => ({ default: (await import('../features/questions/QuestionsPage.tsx')).QuestionsPage }));

const HoursPage = lazy(async () => ({ default: (await import('../features/hours/HoursPage.tsx')).HoursPage }));

const DrillPage = lazy(async () => ({ default: (await import('../features/strategy/DrillPage.tsx')).DrillPage }));

const CanvasPaper = lazy(async () => ({ default: (await import('../features/strategy/CanvasPaper.tsx')).CanvasPaper }));
const DecisionsPage = lazy(async () => ({ default: (await import('../features/decisions/DecisionsPage.tsx')).DecisionsPage }));

const LostRoom = lazy(async () => ({ default: (await import('../features/lost/LostRoom.tsx')).LostRoom }));
const TermsView = lazy(async () => ({ default: (await import('../features/terms/TermsView.tsx')).TermsView }));
const RecurringView = lazy(async () => ({ default: (await import('../features/terms/RecurringView.tsx')).RecurringView }));

const StatementPage = lazy(async () => ({ default: (await import('../features/value/StatementPage.tsx')).StatementPage }));

const TribePage = lazy(async () => ({ default: (await import('../features/tribes/TribePage.tsx')).TribePage }));
const TribeMaker = lazy(async () => ({ default: (await import('../features/tribes/TribeMaker.tsx')).TribeMaker }));

const NetworkPage = lazy(async () => ({ default: (await import('../features/network/NetworkPage.tsx')).NetworkPage }));

/** The rooms of this edition, each loaded when it is first entered; the rail shows these and no others. */
const VIEWS: Partial<Record<RoomId, View>> = {
  overview: OverviewRoom,
  data: lazy(async () => ({ default: (await import('../features/data/DataRoom.tsx')).DataRoom })),
  messages: lazy(async () => ({ default: (await import('../features/messages/MessagesRoom.tsx')).MessagesRoom })),
  people: lazy(async () => ({ default: (await import('../features/people/PeopleRoom.tsx')).PeopleRoom })),
  tribes: lazy(async () => ({ default: (await import('../features/tribes/TribesRoom.tsx')).TribesRoom })),
  response: lazy(async () => ({ default: (await import('../features/response/ResponseRoom.tsx')).ResponseRoom })),
  trust: lazy(async () => ({ default: (await import('../features/trust/TrustRoom.tsx')).TrustRoom })),
  value: lazy(async () => ({ default: (await import('../features/value/ValueRoom.tsx')).ValueRoom })),
  strategy: lazy(async () => ({ default: (await import('../features/strategy/StrategyRoom.tsx')).StrategyRoom })),
  present: lazy(async () => ({ default: (await import('../features/present/PresentRoom.tsx')).PresentRoom })),
};

/** Rooms that can be entered, in the order of the rail. */
export const AVAILABLE_ROOMS = ROOMS.filter(({ id }) => VIEWS[id] !== undefined);

/** What the first part of the address shows; the overview when it names nothing that is here. */
export function viewAt(segment: string | undefined): { readonly room: RoomId; readonly View: View } {
  if (segment === 'import') return { room: 'data', View: ImportPage };
  if (segment === 'questions') return { room: 'data', View: QuestionsPage };
  if (segment === 'tribe') return { room: 'tribes', View: TribePage };
  if (segment === 'tribe-maker') return { room: 'tribes', View: TribeMaker };
  if (segment === 'check') return { room: 'messages', View: CheckPage };
  if (segment === 'reading') return { room: 'messages', View: ReadingPage };
  if (segment === 'network') return { room: 'tribes', View: NetworkPage };
  if (segment === 'hours') return { room: 'response', View: HoursPage };
  if (segment === 'drill') return { room: 'strategy', View: DrillPage };
  if (segment === 'canvas-print') return { room: 'strategy', View: CanvasPaper };
  if (segment === 'decisions') return { room: 'strategy', View: DecisionsPage };
  if (segment === 'lost') return { room: 'value', View: LostRoom };
  if (segment === 'words') return { room: 'messages', View: TermsView };
  if (segment === 'recurring') return { room: 'messages', View: RecurringView };
  if (segment === 'statement') return { room: 'value', View: StatementPage };
  const room = AVAILABLE_ROOMS.find(({ id }) => id === segment)?.id ?? 'overview';
  return { room, View: VIEWS[room] ?? OverviewRoom };
}
