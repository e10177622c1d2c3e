import { useMemo, type ReactNode } from 'react';
import { useSentence } from '../state/sentences.ts';
import { BusinessNote } from './BusinessNote.tsx';
import { DesksNotice } from './DesksNotice.tsx';
import './content.css';

export interface RoomPageProps {
  readonly title: string;
  /** The one question this room answers. */
  readonly question: string;
  /** The sentence that opens the room; it has a form for poor data. */
  readonly lead?: ReactNode;
  /** Switches and buttons of the room, at the right of the title. */
  readonly actions?: ReactNode;
  /** The room counts people: it says so where the project is about companies, or where firms' desks count among them. */
  readonly countsPeople?: boolean;
  /** A second line of switches, under the title. */
  readonly views?: ReactNode;
  readonly children: ReactNode;
}

/** The frame of a room: name, question, opening sentence, then the figures. */
export function RoomPage({ title, question, lead, actions, views, countsPeople = false, children }: RoomPageProps) {
  const mark = useSentence(useMemo(() => (typeof lead === 'string' && lead !== '' ? { sentence: lead.slice(0, 1000), detail: question } : null), [lead, question]));
  return (
    <div className="room">
      <header className="room-head">
        <div>
          <h1 className="room-title">{title}</h1>
          <p className="room-question">{question}</p>
        </div>
        {actions !== undefined && <div className="room-actions">{actions}</div>}
      </header>
      {views}
      {countsPeople && <BusinessNote />}
      {lead !== undefined && <p className="room-lead" {...mark}>{lead}</p>}
      {countsPeople && <DesksNotice />}
      {children}
    </div>
  );
}
