import { Info } from 'lucide-react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { joinClasses } from './join-classes.ts';
import './content.css';

export interface MeasureProps {
  /** What is measured, in words. */
  readonly label: string;
  /** The figure as it is read: "2 giorni e 13 ore", "31 su 100", "troppo pochi (12)". */
  readonly value: string;
  /** The interval as it is read, "tra 27 e 35"; null when the figure has none. */
  readonly interval?: string | null;
  /** How many cases it rests on, formatted. */
  readonly n?: string;
  /** The floor was not reached: `value` says so, in muted ink. */
  readonly tooFew?: boolean;
  readonly size?: 'inline' | 'normal' | 'large';
  /** Opens the definition card. */
  readonly onDefinition?: () => void;
  /** Opens the messages behind the figure. */
  readonly onOpen?: () => void;
}

/** A figure with its interval, n, definition and the messages behind it: no number of the workbench stands alone. */
export function Measure({ label, value, interval, n, tooFew = false, size = 'normal', onDefinition, onOpen }: MeasureProps) {
  const { t } = useTranslation('common');
  return (
    <div className={joinClasses('measure', `measure-${size}`, tooFew && 'measure-few')}>
      <span className="measure-label">
        {label}
        {onDefinition !== undefined && (
          <Button className="measure-definition" aria-label={t('definitionOf', { name: label })} onPress={onDefinition}>
            <Info size={14} aria-hidden="true" />
          </Button>
        )}
      </span>
      {onOpen === undefined ? (
        <span className="measure-value">{value}</span>
      ) : (
        <Button className="measure-value measure-open" aria-label={t('messagesBehind', { name: label, value })} onPress={onOpen}>
          {value}
        </Button>
      )}
      {(typeof interval === 'string' || n !== undefined) && (
        <span className="measure-context">
          {typeof interval === 'string' && <span>{interval}</span>}
          {n !== undefined && <span>{t('cases', { n })}</span>}
        </span>
      )}
    </div>
  );
}
