import { ChevronLeft, ChevronRight, CircleAlert } from 'lucide-react';
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useChartVoice } from '../../charts/use-chart-voice.ts';
import { useParameter } from '../../state/navigation.ts';
import { useProject } from '../../state/use-project.ts';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { DataTable } from '../../ui/DataTable.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { Segmented } from '../../ui/Segmented.tsx';
import { dayByKey, dayOf, monthAfter, monthGrid, monthOf } from './month-grid.ts';
import { entryState, entryText, type PlanEntry, type TribeTitles } from './plan-words.ts';

const WAYS = ['month', 'list'] as const;
/** Entries of one day that fit its cell. */
const MOST_ENTRIES = 3;

interface CalendarProps {
  readonly entries: readonly PlanEntry[];
  readonly titles: TribeTitles;
  readonly nowMs: number;
  readonly onOpen: (entry: PlanEntry) => void;
}

/** Tasks on the day they are due: a month of days, or all of them as a list. */
export function PlanCalendar({ entries, titles, nowMs, onOpen }: CalendarProps) {
  const { t } = useTranslation('plan');
  const voice = useChartVoice();
  const [way, setWay] = useParameter<(typeof WAYS)[number]>('calendar', { initial: 'month', allowed: WAYS });
  return (
    <Card
      className="plan-calendar"
      title={t('calendar.title')}
      subtitle={t('calendar.subtitle')}
      actions={<Segmented label={t('calendar.view')} value={way} options={WAYS.map((value) => ({ value, label: t(`calendar.${value}`) }))} onChange={setWay} />}
    >
      {way === 'month' ? <MonthOfTasks entries={entries} titles={titles} nowMs={nowMs} onOpen={onOpen} /> : (
        <DataTable
          caption={t('calendar.caption')}
          rows={entries}
          rowKey={({ kind, id }) => `${kind} ${id}`}
          columns={[
            { key: 'due', label: t('calendar.due'), cell: ({ dueMs }) => (dueMs === null ? t('calendar.noDate') : voice.date(dueMs)) },
            { key: 'what', label: t('calendar.what'), cell: (entry) => <Button variant="plain" size="small" className="page-link plan-open" aria-label={t('calendar.open', { what: entryText(entry, titles, voice) })} onPress={() => onOpen(entry)}>{entryText(entry, titles, voice)}</Button> },
            { key: 'kind', label: t('calendar.kind'), cell: ({ kind }) => t(`calendar.kinds.${kind}`) },
            { key: 'tribe', label: t('calendar.tribe'), cell: ({ tribe }) => (tribe === null ? '' : (titles.get(tribe) ?? tribe)) },
            { key: 'owner', label: t('calendar.owner'), cell: ({ owner }) => (owner === '' ? t('calendar.noOwner') : owner) },
            { key: 'state', label: t('calendar.state'), cell: (entry) => <span data-late={entry.late} className="plan-state">{entryState(entry, voice)}</span> },
          ]}
        />
      )}
    </Card>
  );
}

/** The month of the next date that is not over, else the latest one, else the present one. */
function firstMonth(entries: readonly PlanEntry[], nowMs: number): string {
  const dates = entries.flatMap(({ dueMs }) => dueMs ?? []);
  return monthOf(dates.find((dueMs) => dayOf(dueMs) >= dayOf(nowMs)) ?? dates.at(-1) ?? nowMs);
}

function MonthOfTasks({ entries, titles, nowMs, onOpen }: CalendarProps) {
  const { t } = useTranslation('plan');
  const voice = useChartVoice();
  const { weekStart } = useProject();
  const [month, setMonth] = useState(() => firstMonth(entries, nowMs));
  const weeks = monthGrid(month, weekStart);
  const days = weeks.flat().filter(({ inMonth }) => inMonth);
  const [chosen, setChosen] = useState<number | null>(null);
  const byDay = new Map<number, PlanEntry[]>();
  for (const entry of entries) if (entry.dueMs !== null) byDay.set(dayOf(entry.dueMs), [...(byDay.get(dayOf(entry.dueMs)) ?? []), entry]);
  // the day that the keyboard enters the month by
  const entered = days.find(({ dayMs }) => dayMs === chosen)?.dayMs ?? days.find(({ dayMs }) => byDay.has(dayMs))?.dayMs ?? days[0]?.dayMs;
  const focused = useRef<HTMLTableCellElement>(null);
  const moved = useRef(false);
  useEffect(() => {
    if (moved.current) focused.current?.focus();
    moved.current = false;
  }, [chosen, month]);
  const onKey = (event: KeyboardEvent<HTMLTableCellElement>, dayMs: number): void => {
    const [first] = byDay.get(dayMs) ?? [];
    if (event.key === 'Enter' && event.target === event.currentTarget && first !== undefined) onOpen(first);
    const next = dayByKey(dayMs, event.key);
    if (next === null) return;
    event.preventDefault();
    moved.current = true;
    setMonth(monthOf(next));
    setChosen(next);
  };
  const named = voice.text('plan.calendar.grid', { month: voice.monthInFull(month) });
  return (
    <>
      <div className="month-head">
        <IconButton className="page-link" icon={<ChevronLeft size={16} aria-hidden="true" />} label={t('calendar.previous')} onPress={() => setMonth(monthAfter(month, -1))} />
        <h3 aria-live="polite">{voice.monthInFull(month)}</h3>
        <IconButton className="page-link" icon={<ChevronRight size={16} aria-hidden="true" />} label={t('calendar.next')} onPress={() => setMonth(monthAfter(month, 1))} />
      </div>
      <div className="table-scroll">
        <table className="month-grid" role="grid" aria-label={named}>
          <thead><tr>{(weeks[0] ?? []).map(({ dayMs }) => <th key={dayMs} scope="col"><abbr title={voice.weekday(dayMs)}>{voice.weekday(dayMs).slice(0, 3)}</abbr></th>)}</tr></thead>
          <tbody>
            {weeks.map((week) => (
              <tr key={week[0]?.dayMs}>
                {week.map(({ dayMs, inMonth }) => {
                  const due = inMonth ? (byDay.get(dayMs) ?? []) : [];
                  return (
                    <td
                      key={dayMs}
                      ref={dayMs === entered ? focused : undefined}
                      role="gridcell"
                      tabIndex={dayMs === entered ? 0 : -1}
                      data-in={inMonth}
                      data-today={dayMs === dayOf(nowMs)}
                      aria-label={voice.text('plan.calendar.day', { count: due.length, date: voice.date(dayMs) })}
                      onKeyDown={(event) => onKey(event, dayMs)}
                    >
                      <span className="month-day" aria-hidden="true">{new Date(dayMs).getUTCDate()}</span>
                      {due.slice(0, MOST_ENTRIES).map((entry) => <DayEntry key={`${entry.kind} ${entry.id}`} entry={entry} text={entryText(entry, titles, voice)} onOpen={() => onOpen(entry)} />)}
                      {due.length > MOST_ENTRIES && <span className="month-more">{voice.text('plan.calendar.more', { count: due.length - MOST_ENTRIES })}</span>}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="chart-note no-paper">{days.some(({ dayMs }) => byDay.has(dayMs)) ? t('calendar.keys') : t('calendar.empty')}</p>
    </>
  );
}

function DayEntry({ entry, text, onOpen }: { readonly entry: PlanEntry; readonly text: string; readonly onOpen: () => void }) {
  const { t } = useTranslation('plan');
  return (
    <Button variant="plain" size="small" className="page-link month-entry" data-late={entry.late} data-kind={entry.kind} aria-label={`${text}${entry.owner === '' ? '' : ` ${entry.owner}`}${entry.late ? ` ${t('calendar.late')}` : ''}: ${t(`calendar.kinds.${entry.kind}`)}`} onPress={onOpen}>
      {entry.late && <CircleAlert size={12} aria-hidden="true" />}
      <span className="month-text">{text}</span>
      {entry.owner !== '' && <> <span className="month-owner">{entry.owner}</span></>}
    </Button>
  );
}
