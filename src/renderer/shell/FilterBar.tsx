import { FilterX, Plus } from 'lucide-react';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../i18n/use-formats.ts';
import { useFilters } from '../state/navigation.ts';
import { usePeriodSteps } from '../state/use-period-steps.ts';
import { usePreferences } from '../state/use-preferences.ts';
import { useTribeNames } from '../state/use-tribe-names.ts';
import { Button } from '../ui/Button.tsx';
import { Chip } from '../ui/Chip.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { Popover } from '../ui/Popover.tsx';
import { filterChips } from './filter-chips.ts';
import { FilterChooser } from './FilterChooser.tsx';
import { PeriodStepButton } from './PeriodStepButton.tsx';

interface FilterBarProps {
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
}

/** The filters that act in every room, as chips, and the button that adds one. */
export function FilterBar({ isOpen, onOpenChange }: FilterBarProps) {
  const { t } = useTranslation(['shell', 'codes']);
  const formats = useFormats();
  const { language } = usePreferences();
  const { filters, set, clear } = useFilters();
  const [previous, next] = usePeriodSteps(true);
  const chips = filterChips(filters, { t, formats, language, tribeNames: useTribeNames() });
  return (
    <div className="filter-bar" role="group" aria-label={t('filters')}>
      {chips.map((chip) => (
        <Fragment key={chip.key}>
          {chip.key === 'period' && <PeriodStepButton step={previous} />}
          <Chip kind={chip.kind} label={chip.label} tone="accent" onRemove={() => set(chip.without)} removeLabel={t('removeFilter', { label: `${chip.kind} ${chip.label}` })} />
          {chip.key === 'period' && <PeriodStepButton step={next} />}
        </Fragment>
      ))}
      <Popover
        title={t('addFilterLong')}
        hideTitle
        isOpen={isOpen}
        onOpenChange={onOpenChange}
        className="filter-popover"
        trigger={
          <Button variant="plain" size="small" icon={<Plus size={16} aria-hidden="true" />} aria-label={t('addFilterLong')}>
            {chips.length === 0 && t('addFilter')}
          </Button>
        }
      >
        <FilterChooser />
      </Popover>
      {chips.length > 1 && (
        <IconButton size="small" icon={<FilterX size={16} />} label={t('clearFilters')} onPress={clear} />
      )}
    </div>
  );
}
