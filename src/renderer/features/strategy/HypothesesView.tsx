import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useChartVoice } from '../../charts/use-chart-voice.ts';
import { useSidePanel } from '../../state/panels.ts';
import { useOperation } from '../../state/use-operation.ts';
import { useProject } from '../../state/use-project.ts';
import { useWorkbench } from '../../state/workbench.ts';
import { Answer } from '../../ui/Answer.tsx';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { HypothesisDialog } from './HypothesisDialog.tsx';
import { HypothesisItem } from './HypothesisItem.tsx';
import type { HypothesesValue } from './hypothesis-words.ts';
import './hypotheses.css';

/** The targets that were registered, the latest first, with their verdicts. */
export function HypothesesView() {
  const state = useOperation('hypotheses.list', {});
  return <Answer state={state} shape="lines" rows={4}>{(value) => <HypothesesCard value={value} />}</Answer>;
}

function HypothesesCard({ value }: { readonly value: HypothesesValue }) {
  const { t } = useTranslation('hypotheses');
  const { t: charts } = useTranslation('charts');
  const voice = useChartVoice();
  const workbench = useWorkbench();
  const { readOnly } = useProject();
  const { openMetric } = useSidePanel();
  const [isOpen, setOpen] = useState(false);
  const [said, setSaid] = useState('');
  const { hypotheses, counts, reachMs, measures } = value;
  const judge = async (): Promise<void> => {
    setSaid(t('judging'));
    const judged = await workbench.run('hypotheses.judge', {});
    workbench.failure.set(judged.ok ? null : judged.failure);
    if (!judged.ok) {
      setSaid('');
      return;
    }
    const { judged: first, again, waiting, unmeasured } = judged.value;
    setSaid([t('judgedNow', { judged: voice.count(first), again: voice.count(again), waiting: voice.count(waiting) }), ...(unmeasured === 0 ? [] : [voice.text('hypotheses.unmeasured', { count: unmeasured })])].join(' '));
    await workbench.refresh();
  };
  return (
    <Card
      title={hypotheses.length === 0 ? t('title_zero') : voice.text('hypotheses.title', { count: hypotheses.length })}
      subtitle={t('subtitle')}
      actions={!readOnly && (
        <>
          <Button size="small" isDisabled={counts.due + counts.judged === 0} onPress={() => void judge()}>{t('judge')}</Button>
          <Button size="small" variant="primary" onPress={() => setOpen(true)}>{t('register')}</Button>
        </>
      )}
      foot={<Button variant="plain" size="small" onPress={() => openMetric('hypothesis')}>{charts('frame.definition')}</Button>}
    >
      <div className="kept-controls">
        <p className="chart-note">{reachMs === null ? t('noReach') : t('reach', { date: voice.date(reachMs) })}</p>
        <p role="status" className="chart-note">{said}</p>
      </div>
      <ul className="kept-findings">{hypotheses.map((hypothesis) => <HypothesisItem key={hypothesis.id} hypothesis={hypothesis} isChangeable={!readOnly} />)}</ul>
      {isOpen && <HypothesisDialog measures={measures} finding={null} onClose={() => setOpen(false)} />}
    </Card>
  );
}
