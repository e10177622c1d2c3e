import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../i18n/use-formats.ts';
import { movedPeriod } from './moved-period.ts';
import { useStore } from './store.ts';
import { useOperation } from './use-operation.ts';
import { useProjectState } from './use-project.ts';
import { useWorkbench } from './workbench.ts';

/** A move of the period of the filters; `reason` says why there is none. */
export interface PeriodStep {
  readonly id: 'period.previous' | 'period.next';
  readonly label: string;
  readonly reason: string | null;
  readonly run: () => void;
}

/** The two moves of the period: to the one before and to the one after, each a step of the history. `isOpen`: a project is open. */
export function usePeriodSteps(isOpen: boolean): readonly [previous: PeriodStep, next: PeriodStep] {
  const { navigation } = useWorkbench();
  const { t } = useTranslation('shell');
  const formats = useFormats();
  const { filters } = useStore(navigation.location);
  const options = useOperation('filters.options', isOpen ? {} : null);
  const state = useProjectState();
  const timeZone = state.status === 'open' ? state.project.timeZone : 'UTC';
  const [fromMs, toMs] = options.status === 'value' ? [options.value.fromMs, options.value.toMs] : [null, null];
  return useMemo(() => {
    const step = (id: PeriodStep['id'], direction: 1 | -1): PeriodStep => {
      const moved = movedPeriod(filters, direction, { fromMs, toMs, timeZone });
      const edge = direction === 1 ? toMs : fromMs;
      const label = t(direction === 1 ? 'period.next' : 'period.previous');
      if (moved.stop !== null) return { id, label, reason: t(`period.stop.${moved.stop}`, { date: edge === null ? '' : formats.date(edge) }), run: () => undefined };
      const { stop: _stop, ...period } = moved;
      return { id, label, reason: null, run: () => navigation.go({ filters: { ...filters, ...period } }) };
    };
    return [step('period.previous', -1), step('period.next', 1)];
  }, [navigation, filters, fromMs, toMs, timeZone, t, formats]);
}
