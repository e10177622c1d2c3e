import { CalendarRange, Pencil, X } from 'lucide-react';
import { useState, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { EVENT_KINDS, type EventKind } from '../../domain/model/event-kind.ts';
import { dayOf, dayStart } from '../../domain/model/local-days.ts';
import { useProject } from '../state/use-project.ts';
import { useWorkbench } from '../state/workbench.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { Select } from '../ui/Select.tsx';
import { DateField } from '../ui/DateField.tsx';
import { TextField } from '../ui/TextField.tsx';
import { eventTime, useEvents, type TimeEvent } from './use-events.ts';
import { useChartVoice } from './use-chart-voice.ts';
import './charts.css';

interface Draft {
  readonly id: string | null;
  readonly name: string;
  readonly kind: EventKind;
  readonly from: string;
  readonly to: string;
}

const EMPTY: Draft = { id: null, name: '', kind: 'campaign', from: '', to: '' };

/** Opens the events of the project beside a chart over time: they are seen there, added, changed and removed. */
export function EventsButton() {
  const { t } = useTranslation('notes');
  const [isOpen, setOpen] = useState(false);
  const events = useEvents();
  return (
    <>
      <Button size="small" variant="plain" className="page-link" icon={<CalendarRange size={14} aria-hidden="true" />} onPress={() => setOpen(true)}>{events.length === 0 ? t('events.open') : `${t('events.open')} (${String(events.length)})`}</Button>
      <Dialog title={t('events.title')} isOpen={isOpen} onClose={() => setOpen(false)} width="wide">
        {isOpen && <EventsEditor events={events} />}
      </Dialog>
    </>
  );
}

function EventsEditor({ events }: { readonly events: readonly TimeEvent[] }) {
  const { t } = useTranslation('notes');
  const voice = useChartVoice();
  const workbench = useWorkbench();
  const { readOnly, timeZone } = useProject();
  const [draft, setDraft] = useState(EMPTY);
  const [isTried, setTried] = useState(false);
  const fromMs = dayStart(draft.from, timeZone);
  const toMs = draft.to === '' ? null : dayStart(draft.to, timeZone, 1);
  const problem = draft.name.trim() === '' || fromMs === null ? t('events.needs') : toMs !== null && toMs <= fromMs ? t('events.order') : null;
  const save = async (event: SyntheticEvent): Promise<void> => {
    event.preventDefault();
    setTried(true);
    if (problem !== null || fromMs === null) return;
    const outcome = await workbench.run('events.save', { ...(draft.id === null ? {} : { id: draft.id }), name: draft.name.trim(), kind: draft.kind, fromMs, toMs, note: '' });
    if (outcome.ok) {
      setDraft(EMPTY);
      setTried(false);
    } else workbench.failure.set(outcome.failure);
  };
  const remove = async (id: string): Promise<void> => {
    const outcome = await workbench.run('events.remove', { id });
    if (!outcome.ok) workbench.failure.set(outcome.failure);
    if (draft.id === id) setDraft(EMPTY);
  };
  return (
    <div className="events-editor">
      <p className="quiet-text">{t('events.none')}</p>
      {events.length > 0 && (
        <ul className="events-list">
          {events.map((event) => (
            <li key={event.id} className="event-row">
              <span className="event-name">{event.name}</span>
              <span className="event-facts">{t(`events.kinds.${event.kind}`)} · {eventTime(event, voice)}</span>
              {!readOnly && (
                <>
                  <IconButton size="small" icon={<Pencil size={14} />} label={t('events.edit', { name: event.name })} onPress={() => setDraft({ id: event.id, name: event.name, kind: event.kind, from: dayOf(event.fromMs, timeZone), to: event.toMs === null ? '' : dayOf(event.toMs, timeZone, -1) })} />
                  <IconButton size="small" icon={<X size={14} />} label={t('events.remove', { name: event.name })} onPress={() => void remove(event.id)} />
                </>
              )}
            </li>
          ))}
        </ul>
      )}
      {!readOnly && (
        <form className="event-form" onSubmit={(event) => void save(event)}>
          <TextField label={t('events.name')} value={draft.name} onChange={(name) => setDraft({ ...draft, name })} maxLength={120} />
          <Select label={t('events.kind')} value={draft.kind} options={EVENT_KINDS.map((value) => ({ value, label: t(`events.kinds.${value}`) }))} onChange={(kind) => setDraft({ ...draft, kind })} />
          <DateField label={t('events.from')} value={draft.from} onChange={(from) => setDraft({ ...draft, from })} />
          <DateField label={t('events.to')} value={draft.to} onChange={(to) => setDraft({ ...draft, to })} />
          <div className="event-buttons">
            {draft.id !== null && <Button onPress={() => setDraft(EMPTY)}>{t('events.cancel')}</Button>}
            <Button type="submit" variant="primary">{t(draft.id === null ? 'events.add' : 'events.save')}</Button>
          </div>
          {isTried && problem !== null && <p className="field-error" role="alert">{problem}</p>}
        </form>
      )}
    </div>
  );
}
