import { Plus, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { DateField } from '../../ui/DateField.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { problemsAt, withMember, withoutMember, type Hours, type Problem } from './hours-words.ts';

export interface ClosuresCardProps {
  readonly closures: Hours['closures'];
  readonly onChange: (closures: Hours['closures']) => void;
  readonly problems: readonly Problem[];
  /** The day a new closure starts with, `YYYY-MM-DD`. */
  readonly today: string;
  readonly isReadOnly: boolean;
}

/** Days on which nothing opens: a name, two dates, once or every year. */
export function ClosuresCard({ closures, onChange, problems, today, isReadOnly }: ClosuresCardProps) {
  const { t } = useTranslation('hours');
  return (
    <Card className="hours-closures" title={t('closures.title')} subtitle={t('closures.subtitle')}>
      {closures.length === 0 && <p className="quiet-text">{t('closures.empty')}</p>}
      <ul className="hours-rows">
        {closures.map((closure, place) => {
          const codes = problemsAt(problems, `closures.${String(place)}`);
          const change = (part: Partial<Hours['closures'][number]>): void => onChange(withMember(closures, place, { ...closure, ...part }));
          return (
            // two closures may share a name: their place is what they are
            <li key={place} className="hours-row">
              <TextField label={t('closures.name')} value={closure.name} maxLength={100} isDisabled={isReadOnly} onChange={(name) => change({ name })} />
              <DateField label={t('closures.from')} value={closure.from} isDisabled={isReadOnly} onChange={(from) => change(closure.to < from || closure.to === closure.from ? { from, to: from } : { from })} />
              <DateField label={t('closures.to')} value={closure.to} isDisabled={isReadOnly} onChange={(to) => change({ to })} />
              <span className="hours-row-end">
                <Checkbox isSelected={closure.yearly} isDisabled={isReadOnly} onChange={(yearly) => change({ yearly })}>{t('closures.yearly')}</Checkbox>
                {!isReadOnly && <IconButton size="small" label={t('closures.remove', { name: closure.name || t('closures.unnamed') })} icon={<X size={14} />} onPress={() => onChange(withoutMember(closures, place))} />}
              </span>
              {codes.length > 0 && <p className="hours-problem" role="alert">{codes.map((code) => t(`problem.${code}`)).join(' ')}</p>}
            </li>
          );
        })}
      </ul>
      {!isReadOnly && <Button size="small" icon={<Plus size={14} aria-hidden="true" />} onPress={() => onChange([...closures, { name: closures.length === 0 ? t('closures.suggested') : '', from: today, to: today, yearly: closures.length === 0 }])}>{t('closures.add')}</Button>}
    </Card>
  );
}
