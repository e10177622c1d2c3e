import { useTranslation } from 'react-i18next';
import { useChartVoice } from '../../charts/use-chart-voice.ts';
import { useSidePanel } from '../../state/panels.ts';
import type { OperationState } from '../../state/operation-state.ts';
import { Answer } from '../../ui/Answer.tsx';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import type { Trial } from './rule-draft.ts';
import { effectSentence, labelName } from './rule-words.ts';

/** How many of the project's messages the rules on trial would label otherwise, with the labels that come and go. */
export function EffectCard({ state }: { readonly state: OperationState<Trial> }) {
  const { t } = useTranslation('reading');
  const voice = useChartVoice();
  const { openMessages, openMetric } = useSidePanel();
  return (
    <Card title={t('rules.effectTitle')} subtitle={t('rules.effectText')} actions={<Button size="small" variant="plain" onPress={() => openMetric('rule-effect')}>{voice.text('common.details')}</Button>} className="effect-card">
      <Answer state={state} shape="lines" rows={2}>
        {({ effect }) => (effect === null ? <p className="quiet-text">{t('rules.blockedLines')}</p> : (
          <>
            <p>{effectSentence(effect, voice)}</p>
            {effect.labels.length > 0 && (
              <ul className="effect-labels">
                {effect.labels.map(({ code, gained, lost }) => <li key={code}>{t('rules.effectLabel', { label: labelName(code, voice), gained: voice.count(gained), lost: voice.count(lost) })}</li>)}
              </ul>
            )}
            {effect.messageIds.length > 0 && <Button size="small" onPress={() => openMessages({ messageIds: effect.messageIds }, { title: t('rules.effectMark'), count: effect.messageIds.length })}>{t('rules.effectOpen')}</Button>}
          </>
        ))}
      </Answer>
    </Card>
  );
}
