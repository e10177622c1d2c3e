import { ArrowRight, ThumbsUp } from 'lucide-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Finding } from '../../../contract/operations/analysis.ts';
import type { OperationValue } from '../../../contract/operations.ts';
import { findingSentence } from '../../../domain/wording/finding-sentence.ts';
import { ScepticButton } from '../../charts/ScepticButton.tsx';
import { useChartVoice } from '../../charts/use-chart-voice.ts';
import { useScope } from '../../state/navigation.ts';
import { useSentence } from '../../state/sentences.ts';
import { useSidePanel, type MessageSelection } from '../../state/panels.ts';
import { Button } from '../../ui/Button.tsx';
import { Chip } from '../../ui/Chip.tsx';
import { KeepButton } from '../../ui/KeepButton.tsx';
import { FindingFigure } from './FindingFigure.tsx';
import { keepableFinding } from './keepable-finding.ts';

/** The findings as sentences, each with its small figure, its n and the messages behind it. */
export function FindingList({ overview }: { readonly overview: OperationValue<'overview'> }) {
  const { t } = useTranslation('overview');
  const voice = useChartVoice();
  const { comparisonsLookedAt } = overview;
  // a source that the filters leave empty is nobody's finding
  const findings = overview.findings.filter(({ rule, n }) => rule !== 'coverage.absent' || n > 0);
  return (
    <section className="findings" aria-labelledby="overview-findings">
      <header className="findings-head">
        <h2 id="overview-findings">{t('findings.title')}</h2>
        <p>{findings.length === 0 ? t('findings.none') : voice.text('overview.findings.looked', { count: comparisonsLookedAt })}</p>
      </header>
      <ol className="finding-list">
        {findings.map((finding) => <FindingRow key={finding.id} finding={finding} />)}
      </ol>
    </section>
  );
}

function FindingRow({ finding }: { readonly finding: Finding }) {
  const { t } = useTranslation('overview');
  const { t: charts } = useTranslation('charts');
  const voice = useChartVoice();
  const scope = useScope();
  const { openMessages, openMetric } = useSidePanel();
  const { form, good, n, people, metric, evidence } = finding;
  const sentence = findingSentence(finding, voice);
  // the evidence of a finding is written by the engine as an input of messages.list; the engine checks it again
  const selection = { ...scope, ...evidence, filters: { ...scope.filters, ...(evidence['filters'] as MessageSelection['filters']) } } as MessageSelection;
  const kept = useMemo(() => keepableFinding(finding, { sentence, detail: voice.text('overview.findings.cases', { count: n }), scope }), [finding, sentence, voice, n, scope]);
  const mark = useSentence(kept);
  return (
    <li className="finding" data-form={form}>
      <div className="finding-body">
        <p className="finding-sentence" {...mark}>{sentence}</p>
        <p className="finding-meta">
          {good && form === 'clear' && <Chip tone="accent" icon={<ThumbsUp size={12} aria-hidden="true" />} label={t('findings.works')} />}
          {form === 'not-clear' && <Chip tone="gold" label={t('findings.unclear')} />}
          {form === 'too-few' && <Chip label={t('findings.few')} />}
          <span>{voice.text('overview.findings.cases', { count: n })}</span>
          {people > 0 && <span>{voice.text('overview.findings.people', { count: people })}</span>}
          <Button variant="plain" size="small" onPress={() => openMetric(metric)}>{charts('frame.definition')}</Button>
          {kept.figure?.source != null && <ScepticButton sentence={sentence} unit={kept.figure.unit} source={kept.figure.source} />}
        </p>
      </div>
      <div className="finding-figure"><FindingFigure finding={finding} /></div>
      <KeepButton sentence={kept} />
      <Button size="small" icon={<ArrowRight size={14} aria-hidden="true" />} onPress={() => openMessages(selection, { title: sentence })}>
        {t('findings.open')}
      </Button>
    </li>
  );
}
