import { useTranslation } from 'react-i18next';
import { SENTIMENTS } from '../../../domain/model/codes.ts';
import { intentStyle, isIntent, sentimentColor } from '../../charts/intent-style.ts';
import { ShareInterval } from '../../charts/ShareBar.tsx';
import { useChartVoice } from '../../charts/use-chart-voice.ts';
import { useParameter } from '../../state/navigation.ts';
import { useSidePanel } from '../../state/panels.ts';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { DataTable } from '../../ui/DataTable.tsx';
import { Segmented } from '../../ui/Segmented.tsx';
import { decimalText, scoreText, type CheckScores, type Score, type ScoreSet } from './check-words.ts';

type LabelRow = ScoreSet['labels'][number];

const colorOf = (code: string): string => (isIntent(code) ? intentStyle(code).color : sentimentColor(SENTIMENTS.find((known) => known === code) ?? 'neutral'));

/** Precision, recall and F1 of every label with their intervals, from the random sample alone. */
export function ScoresCard({ value }: { readonly value: CheckScores }) {
  const { t } = useTranslation('check');
  const voice = useChartVoice();
  const { openMetric } = useSidePanel();
  const [kind, setKind] = useParameter('what', { initial: 'intents', allowed: ['intents', 'sentiments'] as const });
  const [language, setLanguage] = useParameter('spoken', { initial: 'all', allowed: ['all', 'it', 'en'] as const });
  const found = value.scores.find((one) => one.language === language);
  if (found === undefined) return null;
  const scores = found[kind];
  const { neededToScore } = value.status;
  return (
    <Card
      title={t('scores.title')}
      subtitle={`${voice.text('check.scores.subtitle', { count: scores.n })}${value.adapted ? `. ${t('scores.adapted')}` : ''}`}
      foot={<Button size="small" variant="plain" onPress={() => openMetric('check-scores')}>{voice.text('charts.frame.definition')}</Button>}
    >
      <div className="check-row">
        <Segmented label={t('scores.what')} value={kind} options={(['intents', 'sentiments'] as const).map((code) => ({ value: code, label: t(`scores.kinds.${code}`) }))} onChange={setKind} />
        <Segmented label={t('scores.language')} value={language} options={(['all', 'it', 'en'] as const).map((code) => ({ value: code, label: t(`scores.languages.${code}`) }))} onChange={setLanguage} />
      </div>
      {scores.n < neededToScore ? <p className="check-prose">{voice.text('check.scores.missing', { count: neededToScore - scores.n, needed: voice.count(neededToScore) })}</p> : <WholeScores scores={scores} />}
      <DataTable<LabelRow>
        dense
        caption={t('scores.title')}
        rows={scores.labels.filter(({ n, said }) => n + said > 0)}
        rowKey={({ code }) => code}
        columns={[
          { key: 'label', label: t('scores.label'), cell: ({ code }) => <LabelName code={code} /> },
          { key: 'n', label: t('scores.n'), align: 'end', cell: ({ n }) => voice.count(n) },
          { key: 'said', label: t('scores.said'), align: 'end', cell: ({ said }) => voice.count(said) },
          ...(['precision', 'recall', 'f1'] as const).map((key) => ({ key, label: t(`scores.${key}`), cell: (row: LabelRow) => <ScoreCell row={row} score={row[key]} /> })),
        ]}
      />
      <p className="quiet-text">{t('scores.meaning')}</p>
    </Card>
  );
}

/** The three figures over all labels. */
function WholeScores({ scores }: { readonly scores: ScoreSet }) {
  const { t } = useTranslation('check');
  const voice = useChartVoice();
  const decimals = ({ estimate, low, high }: Score): ReturnType<typeof scoreText> => ({
    main: estimate === null ? t('scores.unknown') : decimalText(estimate, voice),
    limits: low === null || high === null ? null : t('scores.between', { low: decimalText(low, voice), high: decimalText(high, voice) }),
  });
  const figures = [{ key: 'accuracy' as const, ...scoreText(scores.accuracy, voice) }, { key: 'kappa' as const, ...decimals(scores.kappa) }, { key: 'macro' as const, ...decimals(scores.macroF1) }];
  return (
    <dl className="score-whole">
      {figures.map(({ key, main, limits }) => (
        <div key={key}>
          <dt>{t(`scores.${key}`)}</dt>
          <dd>{main}{limits !== null && <span className="score-limits"> ({limits})</span>}</dd>
        </div>
      ))}
    </dl>
  );
}

function LabelName({ code }: { readonly code: string }) {
  const voice = useChartVoice();
  if (!isIntent(code)) return <span className="score-label"><span className="chart-swatch" style={{ backgroundColor: colorOf(code) }} />{voice.text(`codes.sentiment.${code}`)}</span>;
  const { Icon, color } = intentStyle(code);
  return <span className="score-label"><Icon size={14} color={color} aria-hidden="true" />{voice.text(`codes.intent.${code}`)}</span>;
}

function ScoreCell({ row, score }: { readonly row: LabelRow; readonly score: Score }) {
  const { t } = useTranslation('check');
  const voice = useChartVoice();
  if (row.tooFew) return <span className="quiet-text">{t('scores.few', { n: voice.count(row.n) })}</span>;
  const { main, limits } = scoreText(score, voice);
  return (
    <span className="score-cell">
      <span>{main}{limits !== null && <span className="score-limits"> ({limits})</span>}</span>
      <ShareInterval {...score} color={colorOf(row.code)} />
    </span>
  );
}
