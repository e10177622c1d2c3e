import { useTranslation } from 'react-i18next';
import { ANSWER_KINDS_SHOWN, ANSWER_SEQUELS_SHOWN, type AnswerFact } from './answer-facts.ts';
import { ChartFrame } from '../../charts/ChartFrame.tsx';
import { useChartVoice } from '../../charts/use-chart-voice.ts';
import { REQUEST_INTENTS } from '../../../domain/model/codes.ts';
import { useParameter, useScope } from '../../state/navigation.ts';
import { useSidePanel } from '../../state/panels.ts';
import { Select } from '../../ui/Select.tsx';
import { countedFigure, qualityTitle, type Quality, type QualityGroup } from './answer-words.ts';
import { ShareChart } from './ShareChart.tsx';
import type { ToldShare } from './share-rows.ts';

const KINDS = ['all', ...REQUEST_INTENTS] as const;
type Kind = (typeof KINDS)[number];

/** What first answers do and what follows them, together or for one kind of request. */
export function QualityCard({ quality }: { readonly quality: Quality }) {
  const { t } = useTranslation('answers');
  const voice = useChartVoice();
  const { openMetric } = useSidePanel();
  const [kind, setKind] = useParameter<Kind>('kind', { initial: 'all', allowed: KINDS });
  const group = quality.groups.find(({ key }) => key === kind);
  const open = useOpenFact(kind);
  if (group === undefined) return null;
  const { n, authors, acts, after, classes, turns } = group;
  const title = qualityTitle(group, voice);
  const shares = factShares(group, open, voice.text);
  const none = acts === null || after === null;
  return (
    <ChartFrame
      className="quality-card"
      title={title}
      subtitle={none ? voice.text('answers.quality.subtitleFew', { count: n }) : voice.text('answers.quality.subtitle', { count: n, authors: voice.count(authors ?? 0) })}
      onDefinition={() => openMetric('answer-quality')}
      controls={<Select size="small" label={t('quality.kind')} value={kind} options={KINDS.map((value) => ({ value, label: value === 'all' ? t('quality.all') : voice.text(`codes.intent.${value}`) }))} onChange={setKind} />}
      table={{
        caption: title,
        columns: [{ key: 'what', label: t('quality.column.what') }, { key: 'k', label: t('quality.column.k'), numeric: true }, { key: 'n', label: t('quality.column.n'), numeric: true }, { key: 'share', label: t('quality.column.share'), numeric: true }, { key: 'limits', label: t('quality.column.limits'), numeric: true }],
        rows: shares.map(({ label, share }) => {
          const { main, limits } = countedFigure(share, n, voice);
          return [label, voice.count(share?.k ?? 0), voice.count(share?.n ?? n), main, limits ?? '–'];
        }),
      }}
      notes={none ? undefined : (
        <div className="answer-notes">
          {turns !== null && <p className="chart-note">{t('quality.turns', { median: voice.number(turns.median), low: voice.number(turns.low), high: voice.number(turns.high) })}</p>}
          {classes !== null && <p className="chart-note">{t('quality.classes', { care: voice.count(classes.care), answer: voice.count(classes.answer), deflect: voice.count(classes.deflect), template: voice.count(classes.template), other: voice.count(classes.other) })}</p>}
          <p className="chart-note">{t('quality.note')}</p>
        </div>
      )}
    >
      {!none && <ShareChart label={t('quality.label')} shares={shares} />}
    </ChartFrame>
  );
}

function useOpenFact(kind: Kind): (fact: AnswerFact, label: string, count: number) => void {
  const scope = useScope();
  const { openMessages } = useSidePanel();
  return (fact, label, count) => openMessages({ ...scope, answers: { set: fact, ...(kind === 'all' ? {} : { intent: kind }) } }, { title: label, count });
}

function factShares({ n, acts, after }: QualityGroup, open: ReturnType<typeof useOpenFact>, text: (key: string) => string): ToldShare[] {
  const row = (key: AnswerFact, share: ToldShare['share'], color: string): ToldShare => {
    const label = text(`answers.quality.of.${key}`);
    return { key, label, share, n, color, open: () => open(key, label, share?.k ?? 0) };
  };
  return [
    ...ANSWER_KINDS_SHOWN.map((key) => row(key, acts?.[key] ?? null, key === 'care' || key === 'answer' ? 'var(--accent)' : 'var(--warm)')),
    ...ANSWER_SEQUELS_SHOWN.map((key) => row(key, after?.[key] ?? null, 'var(--outline)')),
  ];
}
