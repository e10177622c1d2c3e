import { RefreshCw } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useChartVoice } from '../../charts/use-chart-voice.ts';
import { useLocation, useParameter } from '../../state/navigation.ts';
import { useOperation } from '../../state/use-operation.ts';
import { useProject } from '../../state/use-project.ts';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { Segmented } from '../../ui/Segmented.tsx';
import { FindingDialog } from './FindingDialog.tsx';
import { HypothesisDialog } from './HypothesisDialog.tsx';
import { FindingItem } from './FindingItem.tsx';
import { FINDING_STATE_ORDER, type FindingLine, type FindingsValue } from './finding-words.ts';

const CHOICES = ['all', ...FINDING_STATE_ORDER] as const;
type Choice = (typeof CHOICES)[number];

/** The list of findings, by state; a press computes their figures again on the data of today. */
export function FindingsView({ value }: { readonly value: FindingsValue }) {
  const { t } = useTranslation('strategy');
  const voice = useChartVoice();
  const { readOnly } = useProject();
  const { parameters } = useLocation();
  const [choice, setChoice] = useParameter<Choice>('state', { initial: 'all', allowed: CHOICES });
  const [decided, setDecided] = useState<FindingLine | null>(null);
  const [tested, setTested] = useState<FindingLine | null>(null);
  const [asked, setAsked] = useState(false);
  const check = useOperation('findings.check', asked ? {} : null);
  const standings = check.status === 'value' ? new Map(check.value.standings.map((standing) => [standing.id, standing])) : null;
  const shown = value.findings.filter(({ state }) => choice === 'all' || state === choice);
  const holding = [...(standings?.values() ?? [])].filter(({ standing }) => standing === 'holds').length;
  const [nowMs] = useState(() => Date.now());
  return (
    <Card
      title={t('list.title')}
      subtitle={shown.length === 0 ? t('empty.findings') : voice.text('strategy.list.subtitle', { count: shown.length })}
      actions={<Button size="small" icon={<RefreshCw size={14} aria-hidden="true" />} isDisabled={value.findings.length === 0} onPress={() => setAsked(true)}>{t('check')}</Button>}
    >
      <div className="kept-controls">
        <Segmented label={t('choice')} value={choice} options={CHOICES.map((one) => ({ value: one, label: one === 'all' ? t('states.all') : `${t(`states.${one}`)} ${voice.count(value.counts.byState[one])}` }))} onChange={setChoice} />
        <p role="status" className="chart-note">{!asked ? '' : standings === null ? t('checking') : t('checked', { holds: voice.count(holding), weaker: voice.count([...standings.values()].filter(({ standing }) => standing !== 'holds' && standing !== 'unlinked').length) })}</p>
      </div>
      <ul className="kept-findings">
        {shown.map((finding) => <FindingItem key={finding.id} finding={finding} standing={standings?.get(finding.id)} isChosen={parameters['finding'] === finding.id} nowMs={nowMs} {...(readOnly ? {} : { onDecide: () => setDecided(finding), onTest: () => setTested(finding) })} />)}
      </ul>
      {tested !== null && <HypothesisDialog key={tested.id} measures={[]} finding={tested} onClose={() => setTested(null)} />}
      {decided !== null && <FindingDialog key={decided.id} finding={decided} onClose={() => setDecided(null)} />}
    </Card>
  );
}
