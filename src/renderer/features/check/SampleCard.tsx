import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useChartVoice } from '../../charts/use-chart-voice.ts';
import { useLocation } from '../../state/navigation.ts';
import { useSidePanel } from '../../state/panels.ts';
import { useWorkbench } from '../../state/workbench.ts';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Progress } from '../../ui/Progress.tsx';
import type { CheckScores, CheckStatus } from './check-words.ts';

/** The drawn sample: how far it is labelled, what it speaks for, and a new draw on purpose. */
export function SampleCard({ status, scores, canChange }: { readonly status: CheckStatus; readonly scores: CheckScores | null; readonly canChange: boolean }) {
  const { t } = useTranslation('check');
  const voice = useChartVoice();
  const workbench = useWorkbench();
  const { go } = useLocation();
  const { openMetric } = useSidePanel();
  const [isAsking, setAsking] = useState(false);
  const { drawn, labelled, left, skipped, missing, draw, population } = status;
  const grown = draw === null || population === null ? 0 : population - draw.population;
  const counted = ([['left', left], ['skipped', skipped], ['missing', missing]] as const).filter(([, count]) => count > 0).map(([key, count]) => voice.text(`check.progress.${key}`, { count }));
  const facts = [
    ...(draw === null ? [] : [t('progress.drawn', { date: voice.date(draw.atMs), population: voice.count(draw.population), seed: voice.count(draw.seed) })]),
    ...(scores === null ? [] : [t('progress.covered', { share: voice.inHundred(scores.covered) })]), ...(scores === null || scores.unread === 0 ? [] : [voice.text('check.progress.unread', { count: scores.unread })]),
    ...(grown > 0 ? [voice.text('check.progress.grown', { count: grown })] : []),
  ];
  const again = async (): Promise<void> => {
    setAsking(false);
    const outcome = await workbench.run('check.draw', { size: Math.max(20, drawn), seed: (draw?.seed ?? 0) + 1, again: true });
    if (outcome.ok) await workbench.refresh();
    else workbench.failure.set(outcome.failure);
  };
  return (
    <Card title={t('progress.title')} actions={<Button size="small" variant="plain" onPress={() => openMetric('check-sample')}>{voice.text('common.details')}</Button>}>
      <Progress label={t('progress.labelled', { n: voice.count(labelled), of: voice.count(drawn) })} share={drawn === 0 ? 0 : labelled / drawn} detail={counted.join(' · ')} />
      <p className="quiet-text">{facts.join(' ')}</p>
      <div className="check-row">
        {left > 0 && <Button variant="primary" isDisabled={!canChange} onPress={() => go({ path: ['check', 'label'] })}>{t(labelled === 0 ? 'progress.review' : 'progress.resume')}</Button>}
        {skipped > 0 && <Button isDisabled={!canChange} onPress={() => go({ path: ['check', 'aside'] })}>{t('progress.skippedReview')}</Button>}
        <Button variant="plain" isDisabled={!canChange} onPress={() => setAsking(true)}>{t('progress.again')}</Button>
      </div>
      <Dialog
        title={t('progress.againTitle')}
        isOpen={isAsking}
        onClose={() => setAsking(false)}
        footer={<><Button onPress={() => setAsking(false)}>{t('progress.keep')}</Button><Button variant="primary" onPress={() => void again()}>{t('progress.againDo')}</Button></>}
      >
        <p>{t('progress.againText')}</p>
      </Dialog>
    </Card>
  );
}
