import { useTranslation } from 'react-i18next';
import type { OperationValue } from '../../../contract/operations.ts';
import { useChartVoice } from '../../charts/use-chart-voice.ts';
import { useScope } from '../../state/navigation.ts';
import { useSidePanel } from '../../state/panels.ts';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { conditionWords } from './condition-words.ts';

type Preview = OperationValue<'tribes.preview'>;

export interface RulePreviewProps {
  readonly preview: Preview;
  readonly tribeNames: ReadonlyMap<string, string>;
  readonly onAgain: () => void;
  /** Judges one of the sample; absent while the tribe is not saved. */
  readonly onJudge?: (accountId: number, verdict: 'right' | 'wrong' | null) => void;
}

/** Whom a rule finds: how many, how its words are found, and twenty people with why each is in. */
export function RulePreview({ preview, tribeNames, onAgain, onJudge }: RulePreviewProps) {
  const { t } = useTranslation('tribe');
  const voice = useChartVoice();
  const scope = useScope();
  const { openMessages, openMetric } = useSidePanel();
  const { problem, size, people, words, sample, precision } = preview;
  if (problem !== null) return <Card title={t('maker.preview')} subtitle={t(`maker.problem.${problem}`)} />;
  return (
    <Card
      title={size === 0 ? t('maker.none') : voice.text('tribe.maker.found', { count: size, people: voice.count(people) })}
      subtitle={words.map(({ word, languages }) => (languages.length === 0 ? t('maker.written', { word }) : t('maker.stems', { word, languages: languages.map(voice.language).join(', ') }))).join(' · ')}
      actions={size > 20 && <Button size="small" onPress={onAgain}>{t('maker.again')}</Button>}
      foot={<Button variant="plain" size="small" onPress={() => openMetric('tribe-precision')}>{t('maker.preview')}</Button>}
    >
      {precision !== null && (
        <p className="chart-note" role="status">
          {precision.judged === 0 || precision.low === null || precision.high === null ? t('maker.precisionNone') : t('maker.precision', { judged: voice.count(precision.judged), right: voice.count(precision.right), low: voice.inHundred(precision.low), high: voice.inHundred(precision.high) })}
          {precision.earlier > 0 && ` ${voice.text('tribe.maker.earlier', { count: precision.earlier })}`}
        </p>
      )}
      {sample.length > 0 && <h3 className="tribe-part">{t('maker.sample')}</h3>}
      <ul className="rule-sample">
        {sample.map(({ accountId, name, network, messages, verdict, reasons }) => (
          <li key={accountId}>
            <div className="rule-person">
              <Button variant="plain" size="small" onPress={() => openMessages({ ...scope, accountIds: [accountId] }, { title: name, count: messages })}>{name}</Button>
              <span className="quiet-text">{voice.network(network)} · {voice.text('tribes.card.messages', { count: messages })}</span>
              {onJudge !== undefined && (['right', 'wrong'] as const).map((one) => <Button key={one} size="small" variant={verdict === one ? 'primary' : 'quiet'} aria-pressed={verdict === one} onPress={() => onJudge(accountId, verdict === one ? null : one)}>{t(`maker.${one}`)}</Button>)}
            </div>
            <p>
              {reasons.map(({ condition, excluded }) => { const what = conditionWords(condition, voice, tribeNames); return excluded ? t('condition.excluded', { what }) : what; }).join(' · ')}
              {reasons.find(({ text }) => text !== null)?.text != null && <q>{reasons.find(({ text }) => text !== null)?.text?.slice(0, 160)}</q>}
            </p>
          </li>
        ))}
      </ul>
    </Card>
  );
}
