import { ChevronLeft, ChevronRight } from 'lucide-react';
import type { PeriodStep } from '../state/use-period-steps.ts';

/** Moves the period by one. Where it cannot, the button stays where it is, can be reached by key, and says why. */
export function PeriodStepButton({ step: { id, label, reason, run } }: { readonly step: PeriodStep }) {
  const words = reason === null ? label : `${label}: ${reason}`;
  const Icon = id === 'period.previous' ? ChevronLeft : ChevronRight;
  return (
    <button type="button" className="icon-button icon-button-small period-step page-link" aria-label={words} title={words} aria-disabled={reason !== null} onClick={run}>
      <Icon size={16} aria-hidden="true" />
    </button>
  );
}
