import { Plus, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { DateField } from '../../ui/DateField.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { withMember, withoutMember, type Hours, type Problem } from './hours-words.ts';
import { DayIntervals } from './WeekTable.tsx';

export interface OpeningsCardProps {
  readonly openings: Hours['openings'];
  readonly onChange: (openings: Hours['openings']) => void;
  readonly problems: readonly Problem[];
  /** The day a new row starts with, `YYYY-MM-DD`. */
  readonly today: string;
  readonly isReadOnly: boolean;
}

/** Days with hours of their own: extraordinary openings, short days. */
export function OpeningsCard({ openings, onChange, problems, today, isReadOnly }: OpeningsCardProps) {
  const { t } = useTranslation('hours');
  return (
    <Card className="hours-openings" title={t('openings.title')} subtitle={t('openings.subtitle')}>
      {openings.length === 0 && <p className="quiet-text">{t('openings.empty')}</p>}
      <ul className="hours-rows">
        {openings.map((opening, place) => {
          const path = `openings.${String(place)}`;
          const own = problems.filter((problem) => problem.path === path);
          const name = opening.name || opening.date;
          const change = (part: Partial<Hours['openings'][number]>): void => onChange(withMember(openings, place, { ...opening, ...part }));
          return (
            // two days may share a name: their place is what they are
            <li key={place} className="hours-row">
              <TextField label={t('closures.name')} value={opening.name} maxLength={100} isDisabled={isReadOnly} onChange={(next) => change({ name: next })} />
              <DateField label={t('openings.date')} value={opening.date} isDisabled={isReadOnly} onChange={(date) => change({ date })} />
              <DayIntervals day={name} intervals={opening.intervals} path={`${path}.intervals`} problems={problems} isReadOnly={isReadOnly} onChange={(intervals) => change({ intervals })} />
              <span className="hours-row-end">{!isReadOnly && <IconButton size="small" label={t('openings.remove', { name })} icon={<X size={14} />} onPress={() => onChange(withoutMember(openings, place))} />}</span>
              {own.map(({ code }) => <p key={code} className="hours-problem" role="alert">{t(`problem.${code}`)}</p>)}
            </li>
          );
        })}
      </ul>
      {!isReadOnly && <Button size="small" icon={<Plus size={14} aria-hidden="true" />} onPress={() => onChange([...openings, { name: t('openings.suggested'), date: today, intervals: [{ startMinute: 540, endMinute: 780 }] }])}>{t('openings.add')}</Button>}
    </Card>
  );
}
