import { useTranslation } from 'react-i18next';
import type { OperationValue } from '../../contract/operations.ts';
import { tieNumber } from './tie-number.ts';
import { useChartVoice } from './use-chart-voice.ts';
import './tie-bars.css';

/** The seven parts of a tie as the engine gives them. */
export type TieParts = OperationValue<'trust.ties'>['pairs'][number]['parts'];
/** The parts, in the order of the bars. */
export const TIE_PART_ORDER = ['duration', 'frequency', 'recency', 'reciprocity', 'breadth', 'intimacy', 'neighbours'] as const satisfies readonly (keyof TieParts)[];

/** Seven small bars on one scale from 0 to 1, each with its name; a part that cannot be said is an empty frame. Read aloud as a list. */
export function TieBars({ parts, label }: { readonly parts: TieParts; readonly label: string }) {
  const { t } = useTranslation('trust');
  const voice = useChartVoice();
  return (
    <ul className="tie-bars" aria-label={label}>
      {TIE_PART_ORDER.map((part) => {
        const value = parts[part];
        const words = value === null ? t('ties.unknown') : tieNumber(value, voice);
        return (
          <li key={part} title={`${t(`ties.parts.${part}`)}: ${words}`}>
            <span className="visually-hidden">{`${t(`ties.parts.${part}`)}: ${words}`}</span>
            <span className="tie-bar" data-unknown={value === null} aria-hidden="true"><i style={{ height: `${String(Math.round((value ?? 0) * 100))}%` }} /></span>
          </li>
        );
      })}
    </ul>
  );
}
