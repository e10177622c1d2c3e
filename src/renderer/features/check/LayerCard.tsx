import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OperationValue } from '../../../contract/operations.ts';
import type { ChartVoice } from '../../charts/chart-voice.ts';
import { useChartVoice } from '../../charts/use-chart-voice.ts';
import { useSidePanel } from '../../state/panels.ts';
import { useOperation } from '../../state/use-operation.ts';
import { useWorkbench } from '../../state/workbench.ts';
import { Answer } from '../../ui/Answer.tsx';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { decimalText, originWords, signedText, type CheckScores, type CheckStatus } from './check-words.ts';

type Layer = OperationValue<'reading.layer'>;
type Told = 'kept' | 'lowers' | 'few-labels' | 'same' | 'dropped';
type Groups = { readonly intents: boolean; readonly sentiments: boolean };

/** What corrections teach: the labels there are, what a layer from them would do, adopting it and taking it back. */
export function LayerCard({ scores, canChange }: { readonly scores: CheckScores | null; readonly canChange: boolean }) {
  const state = useOperation('reading.layer', {});
  const status = useOperation('reading.status', {});
  return <Answer state={state} shape="lines" rows={4}>{(layer) => <Layers layer={layer} labels={status.status === 'value' ? status.value.labels : null} scores={scores} canChange={canChange} />}</Answer>;
}

function Layers({ layer: { card, neededLabels, usableLabels, versions }, labels, scores, canChange }: { readonly layer: Layer; readonly labels: CheckStatus['labels'] | null; readonly scores: CheckScores | null; readonly canChange: boolean }) {
  const { t } = useTranslation('check');
  const voice = useChartVoice();
  const workbench = useWorkbench();
  const { openMetric } = useSidePanel();
  const [isBusy, setBusy] = useState(false);
  const [told, setTold] = useState<Told | null>(null);
  const isEnough = usableLabels >= neededLabels;
  const moved = movedGroups(scores?.effect ?? null);
  const isOffered = moved === null || moved.intents || moved.sentiments;
  const groupNames = (of: Groups): string => voice.list((['intents', 'sentiments'] as const).filter((group) => of[group]).map((group) => t(`layer.groups.${group}`)));
  const change = async (work: () => Promise<Told | null>): Promise<void> => {
    setBusy(true);
    const done = await work();
    setBusy(false);
    setTold(done);
    if (done !== 'kept' && done !== 'dropped') return;
    await workbench.refresh();
    await workbench.analyse();
  };
  const adapt = (): Promise<void> => change(async () => {
    const outcome = await workbench.run('reading.adapt', {});
    if (outcome.ok) return outcome.value.reason ?? 'kept';
    workbench.failure.set(outcome.failure);
    return null;
  });
  const drop = (): Promise<void> => change(async () => {
    const outcome = await workbench.run('reading.dropLayer', {});
    if (outcome.ok) return 'dropped';
    workbench.failure.set(outcome.failure);
    return null;
  });
  const earlier = versions.filter(({ version }) => version !== card?.version);
  return (
    <Card title={t('layer.title')} subtitle={t('layer.text')} actions={<Button size="small" variant="plain" onPress={() => openMetric('reading-layer')}>{voice.text('common.details')}</Button>}>
      <p>{card === null ? t('layer.none') : t('layer.standing', { version: voice.count(card.version), date: voice.date(card.atMs), labels: voice.count(sumOf(card.labels)), groups: groupNames(card.groups) })}</p>
      <p>{labels === null || sumOf(labels) === 0 ? t('layer.noLabels') : t('layer.labels', { total: voice.count(sumOf(labels)), parts: originWords(labels, voice) })}{!isEnough && ` ${t('layer.needs', { needed: voice.count(neededLabels) })}`}</p>
      {isEnough && (
        <div className="layer-effect">
          {scores?.effect.intents != null && <p>{t('layer.effectIntents', effectWords(scores.effect.intents, voice))}</p>}
          {scores?.effect.sentiments != null && <p>{t('layer.effectSentiments', effectWords(scores.effect.sentiments, voice))}</p>}
          <p className="quiet-text">
            {moved === null ? t('layer.unmeasured') : moved.intents && moved.sentiments ? t('layer.better') : isOffered ? t('layer.partly', { kept: groupNames(moved), left: groupNames({ intents: !moved.intents, sentiments: !moved.sentiments }) }) : t('layer.worse')}
          </p>
        </div>
      )}
      <div className="check-row">
        <Button variant={card === null ? 'primary' : 'quiet'} isDisabled={!canChange || !isEnough || isBusy || !isOffered} onPress={() => void adapt()}>{t(card === null ? 'layer.adapt' : 'layer.adaptAgain')}</Button>
        {card !== null && <Button isDisabled={!canChange || isBusy} onPress={() => void drop()}>{t('layer.drop')}</Button>}
        <span className="quiet-text" role="status">{isBusy ? t('layer.busy') : told === null ? '' : t(`layer.told.${told}`)}</span>
      </div>
      {earlier.length > 0 && <p className="quiet-text">{t('layer.earlier', { n: voice.list(earlier.map(({ version, atMs }) => `${voice.count(version)} (${voice.date(atMs)})`)) })}</p>}
    </Card>
  );
}

const sumOf = (labels: CheckStatus['labels']): number => Object.values(labels).reduce((sum, count) => sum + count, 0);

/** The groups that a layer does not lower; null while nothing is measured. */
function movedGroups(effect: CheckScores['effect'] | null): Groups | null {
  if (effect === null || (effect.intents === null && effect.sentiments === null)) return null;
  return { intents: (effect.intents?.difference ?? 0) >= 0, sentiments: (effect.sentiments?.difference ?? 0) >= 0 };
}

function effectWords({ before, after, difference, low, high }: NonNullable<CheckScores['effect']['intents']>, voice: ChartVoice): Record<'before' | 'after' | 'difference' | 'low' | 'high', string> {
  return { before: decimalText(before, voice), after: decimalText(after, voice), difference: signedText(difference, voice), low: signedText(low, voice), high: signedText(high, voice) };
}
