import { Copy, Plus, X } from 'lucide-react';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { weekdaysFrom } from '../../../domain/model/week-start.ts';
import { useChartVoice } from '../../charts/use-chart-voice.ts';
import { useProject } from '../../state/use-project.ts';
import { Button } from '../../ui/Button.tsx';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { DAY_MINUTES, endMinuteOf, hoursText, problemsAt, weekdayName, withMember, withoutMember, type Interval, type Problem, type Week } from './hours-words.ts';
import { TimeField } from './TimeField.tsx';

export interface WeekTableProps {
  readonly week: Week;
  readonly onChange: (week: Week) => void;
  readonly problems: readonly Problem[];
  /** Where the week stands in the hours, as paths of problems name it. */
  readonly path: string;
  readonly isReadOnly: boolean;
}

/** A week to edit: a row a day with its openings, one more or less, Monday's on every day. */
export function WeekTable({ week, onChange, problems, path, isReadOnly }: WeekTableProps) {
  const { t } = useTranslation('hours');
  const voice = useChartVoice();
  const { weekStart } = useProject();
  const own = problems.filter((problem) => problem.path === path);
  return (
    <div className="hours-week">
      <ul className="hours-days">
        {weekdaysFrom(weekStart).map((weekday) => weekday - 1).map((day) => (
          <li key={weekdayName(day, voice)} className="hours-day">
            <span className="hours-weekday">{weekdayName(day, voice)}</span>
            <DayIntervals day={weekdayName(day, voice)} intervals={week[day] ?? []} path={`${path}.${String(day)}`} problems={problems} isReadOnly={isReadOnly} onChange={(next) => onChange(withMember(week, day, next))} />
            <span className="hours-sum">{(week[day] ?? []).length === 0 ? '' : t('week.hours', { hours: hoursText(week[day] ?? [], voice) })}</span>
          </li>
        ))}
      </ul>
      {own.map(({ code }) => <p key={code} className="hours-problem" role="alert">{t(`problem.${code}`)}</p>)}
      {!isReadOnly && <Button variant="plain" size="small" icon={<Copy size={14} aria-hidden="true" />} onPress={() => onChange(week.map(() => [...(week[0] ?? [])]))}>{t('week.copy')}</Button>}
    </div>
  );
}

export interface DayIntervalsProps {
  /** The day's name, for the fields. */
  readonly day: string;
  readonly intervals: readonly Interval[];
  readonly onChange: (intervals: readonly Interval[]) => void;
  readonly problems: readonly Problem[];
  readonly path: string;
  readonly isReadOnly: boolean;
}

/** The next opening of a day: after the last one, or nine to six on a day without any. */
function nextInterval(intervals: readonly Interval[]): Interval {
  const last = intervals.reduce((latest, { endMinute }) => Math.max(latest, endMinute), 0);
  if (last === 0) return { startMinute: 540, endMinute: 1080 };
  const startMinute = Math.min(last + 60, DAY_MINUTES - 60);
  return { startMinute, endMinute: Math.min(startMinute + 180, DAY_MINUTES) };
}

/** The openings of one day, each with its ends, what is wrong with it, and whether it lasts into the next day. */
export function DayIntervals({ day, intervals, onChange, problems, path, isReadOnly }: DayIntervalsProps) {
  const { t } = useTranslation('hours');
  const id = useId();
  return (
    <div className="hours-intervals">
      {intervals.length === 0 && <span className="quiet-text">{t('week.shut')}</span>}
      {intervals.map((interval, place) => {
        const { startMinute, endMinute } = interval;
        const codes = problemsAt(problems, `${path}.${String(place)}`);
        const names = { day, place: String(place + 1) };
        const described = codes.length > 0 ? `${id}-${String(place)}` : undefined;
        const isOverNight = endMinute > DAY_MINUTES;
        return (
          // openings have no name of their own: their place is what they are
          <div key={place} className="hours-interval">
            <span className="hours-ends">
              <TimeField label={t('week.from', names)} minute={startMinute} isInvalid={codes.length > 0} describedBy={described} isDisabled={isReadOnly} onChange={(minute) => onChange(withMember(intervals, place, { startMinute: minute, endMinute }))} />
              <span aria-hidden="true">–</span>
              <TimeField label={t('week.to', names)} minute={endMinute} isInvalid={codes.length > 0} describedBy={described} isDisabled={isReadOnly} onChange={(minute) => onChange(withMember(intervals, place, { startMinute, endMinute: endMinuteOf(minute, interval) }))} />
              {!isReadOnly && <IconButton size="small" label={t('week.remove', names)} icon={<X size={14} />} onPress={() => onChange(withoutMember(intervals, place))} />}
            </span>
            {(isOverNight || codes.includes('end-before-start')) && (
              <Checkbox isSelected={isOverNight} isDisabled={isReadOnly} onChange={(isOn) => onChange(withMember(intervals, place, { startMinute, endMinute: isOn ? endMinute + DAY_MINUTES : endMinute - DAY_MINUTES }))}>
                <span className="visually-hidden">{t('week.isNextDay', names)}</span>
                <span aria-hidden="true">{t('week.nextDay')}</span>
              </Checkbox>
            )}
            {codes.length > 0 && <p id={described} className="hours-problem" role="alert">{codes.map((code) => t(`problem.${code}`)).join(' ')}</p>}
          </div>
        );
      })}
      {!isReadOnly && <Button variant="plain" size="small" icon={<Plus size={14} aria-hidden="true" />} aria-label={t('week.add', { day })} onPress={() => onChange([...intervals, nextInterval(intervals)])}>{t('week.addShort')}</Button>}
    </div>
  );
}
