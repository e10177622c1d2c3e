import { EyeOff } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { OperationValue } from '../../../contract/operations.ts';
import { useChartVoice } from '../../charts/use-chart-voice.ts';
import { Card } from '../../ui/Card.tsx';
import { unseenText } from '../../../domain/wording/unseen-text.ts';

/** What these data do not see: one card, built from the imports. */
export function UnseenCard({ overview }: { readonly overview: OperationValue<'overview'> }) {
  const { t } = useTranslation('overview');
  const voice = useChartVoice();
  return (
    <Card title={t('unseen.title')} className="unseen">
      <ul>
        {overview.unseen.map((item) => (
          <li key={`${item.code}:${item.container ?? ''}`}>
            <EyeOff size={14} aria-hidden="true" />
            {unseenText(item, voice, overview.abstained)}
          </li>
        ))}
      </ul>
    </Card>
  );
}
