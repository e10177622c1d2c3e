import { EyeOff } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { OperationValue } from '../../../contract/operations.ts';
import { useChartVoice } from '../../charts/use-chart-voice.ts';
import { useLocation } from '../../state/navigation.ts';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { unseenText } from '../../../domain/wording/unseen-text.ts';

/** What these data do not see: one card, built from the imports. */
export function UnseenCard({ overview }: { readonly overview: OperationValue<'overview'> }) {
  const { t } = useTranslation('overview');
  const voice = useChartVoice();
  const { go } = useLocation();
  return (
    <Card title={t('unseen.title')} className="unseen">
      <ul>
        {overview.unseen.map((item) => (
          <li key={`${item.code}:${item.container ?? ''}`}>
            <EyeOff size={14} aria-hidden="true" />
            <span>
              {unseenText(item, voice, overview.abstained)}
              {item.code === 'unclaimed-desks' && <Button size="small" variant="plain" onPress={() => go({ path: ['data'] })}>{t('unseen.settle')}</Button>}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
