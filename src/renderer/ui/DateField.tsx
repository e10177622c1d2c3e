import { parseDate, parseDateTime, type CalendarDate, type CalendarDateTime } from '@internationalized/date';
import { CalendarDays, ChevronLeft, ChevronRight } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Button, Calendar, CalendarCell, CalendarGrid, CalendarGridBody, CalendarGridHeader, CalendarHeaderCell, DateInput, DatePicker, DateSegment, Dialog, FieldError, Group, Heading, Label, Popover, Text } from 'react-aria-components';
import type { WeekStart } from '../../domain/model/week-start.ts';
import { useProjectState } from '../state/use-project.ts';
import './dates.css';

export interface DateFieldProps {
  readonly label: string;
  /** `2026-03-29`, or `2026-03-29T18:30` with `withTime`; empty for none. */
  readonly value: string;
  /** Told once a whole day stands there, or none any more. */
  readonly onChange: (value: string) => void;
  readonly withTime?: boolean;
  readonly description?: string | undefined;
  readonly error?: string | undefined;
  readonly hideLabel?: boolean;
  readonly isDisabled?: boolean;
}

type Written = CalendarDate | CalendarDateTime;

/** Years that are meant: "2" on the way to "2026" is none. */
const FIRST_YEAR = 1900;
const FIRST_DAYS: Readonly<Record<WeekStart, 'mon' | 'sat' | 'sun'>> = { 1: 'mon', 6: 'sat', 7: 'sun' };

function dateOf(value: string, withTime: boolean): Written | null {
  try {
    return value === '' ? null : withTime ? parseDateTime(value) : parseDate(value);
  } catch {
    return null;
  }
}

const textOf = (date: Written | null): string => (date === null ? '' : date.toString().slice(0, 'hour' in date ? 16 : 10));

/**
 * A day, typed part by part or chosen from a calendar, written as the language of the window writes it whatever the system's is.
 * Up and down change a part, Alt and down opens the calendar; a part that is emptied empties the field.
 */
export function DateField({ label, value, onChange, withTime = false, description, error, hideLabel = false, isDisabled = false }: DateFieldProps) {
  const state = useProjectState();
  // what is typed stays here until a whole year stands: nobody filters by the year 2 on the way to 2026
  const [draft, setDraft] = useState<Written | null>(() => dateOf(value, withTime));
  useEffect(() => setDraft((before) => (textOf(before) === value ? before : dateOf(value, withTime))), [value, withTime]);
  const change = (next: Written | null): void => {
    setDraft(next);
    if (next === null ? value !== '' : next.year >= FIRST_YEAR && textOf(next) !== value) onChange(textOf(next));
  };
  return (
    <DatePicker
      className="field date-field"
      value={draft}
      onChange={change}
      granularity={withTime ? 'minute' : 'day'}
      hourCycle={24}
      shouldForceLeadingZeros
      isInvalid={error !== undefined}
      isDisabled={isDisabled}
      firstDayOfWeek={FIRST_DAYS[state.status === 'open' ? state.project.weekStart : 1]}
      {...(hideLabel ? { 'aria-label': label } : {})}
    >
      {!hideLabel && <Label className="field-label">{label}</Label>}
      <Group className="input date-group">
        <DateInput className="date-input">{(segment) => <DateSegment segment={segment} className="date-segment" />}</DateInput>
        <Button className="date-open"><CalendarDays size={16} aria-hidden="true" /></Button>
      </Group>
      {description !== undefined && <Text slot="description" className="field-description">{description}</Text>}
      <FieldError className="field-error">{error}</FieldError>
      <Popover className="popover date-popover" offset={4}>
        <Dialog className="date-dialog">
          <Calendar className="calendar">
            <header className="calendar-head">
              <Button slot="previous" className="date-open"><ChevronLeft size={16} aria-hidden="true" /></Button>
              <Heading className="calendar-month" />
              <Button slot="next" className="date-open"><ChevronRight size={16} aria-hidden="true" /></Button>
            </header>
            <CalendarGrid className="calendar-grid" weekdayStyle="short">
              <CalendarGridHeader>{(day) => <CalendarHeaderCell className="calendar-weekday">{day}</CalendarHeaderCell>}</CalendarGridHeader>
              <CalendarGridBody>{(date) => <CalendarCell date={date} className="calendar-day" />}</CalendarGridBody>
            </CalendarGrid>
          </Calendar>
        </Dialog>
      </Popover>
    </DatePicker>
  );
}
