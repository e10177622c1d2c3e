import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useChartVoice } from '../../charts/use-chart-voice.ts';
import { useLocation } from '../../state/navigation.ts';
import { useSidePanel } from '../../state/panels.ts';
import { useWorkbench } from '../../state/workbench.ts';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { Segmented } from '../../ui/Segmented.tsx';
import type { CheckStatus } from './check-words.ts';

const SIZES = ['200', '300', '400'] as const;

/** Before the first draw: what the check is for, and the draw. */
export function StartCard({ status, canDraw }: { readonly status: CheckStatus; readonly canDraw: boolean }) {
  const { t } = useTranslation('check');
  const voice = useChartVoice();
  const workbench = useWorkbench();
  const { go } = useLocation();
  const { openMetric } = useSidePanel();
  const [size, setSize] = useState<(typeof SIZES)[number]>('200');
  const [isBusy, setBusy] = useState(false);
  const population = status.population ?? 0;
  const draw = async (): Promise<void> => {
    setBusy(true);
    const outcome = await workbench.run('check.draw', { size: Number(size) });
    setBusy(false);
    if (!outcome.ok) {
      workbench.failure.set(outcome.failure);
      return;
    }
    await workbench.refresh();
    go({ path: ['check', 'label'] });
  };
  return (
    <Card title={t('start.title')} actions={<Button size="small" variant="plain" onPress={() => openMetric('check-sample')}>{voice.text('common.details')}</Button>}>
      <p className="check-prose">{t('start.text')}</p>
      <p className="check-prose">{t('start.time')}</p>
      <p className="quiet-text">{population === 0 ? t('start.none') : voice.text('check.start.population', { count: population })}</p>
      <div className="check-row">
        <Segmented label={t('start.size')} value={size} options={SIZES.map((value) => ({ value, label: value }))} onChange={setSize} />
        <Button variant="primary" isDisabled={!canDraw || population === 0 || isBusy} onPress={() => void draw()}>{t('start.draw')}</Button>
        {!canDraw && population > 0 && <span className="quiet-text">{t('start.notRead')}</span>}
      </div>
    </Card>
  );
}
