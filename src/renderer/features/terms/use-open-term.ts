import { useTranslation } from 'react-i18next';
import type { Filters } from '../../../contract/selection.ts';
import { useScope } from '../../state/navigation.ts';
import { useSidePanel } from '../../state/panels.ts';
import type { DistinctiveTerm, TermSide } from './term-rows.ts';

/** Opens the messages that hold a term: in the group those under its filters, among the others those under none of them. */
export function useOpenTerm(against: Filters | null): (term: DistinctiveTerm, side: TermSide) => void {
  const { t } = useTranslation('terms');
  const { filters, ...scope } = useScope();
  const { openMessages } = useSidePanel();
  return ({ key, term, messagesIn, messagesOut }, side) => {
    if (side === 'group') openMessages({ ...scope, ...(filters === undefined ? {} : { filters }), term: key }, { title: t('words.openedGroup', { term }), count: messagesIn });
    else openMessages({ ...scope, ...(against === null ? {} : { filters: against }), ...(filters === undefined ? {} : { except: filters }), term: key }, { title: t('words.openedRest', { term }), count: messagesOut });
  };
}
