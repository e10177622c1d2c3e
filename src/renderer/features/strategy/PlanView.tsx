import { CalendarDays, Download, Printer, Repeat2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useChartVoice } from '../../charts/use-chart-voice.ts';
import { useLocation } from '../../state/navigation.ts';
import { saveText } from '../../state/save-text.ts';
import { useCsvSeparator } from '../../state/use-csv-separator.ts';
import { useOperation } from '../../state/use-operation.ts';
import { useProject } from '../../state/use-project.ts';
import { useWorkbench } from '../../state/workbench.ts';
import { Answer } from '../../ui/Answer.tsx';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { FindingDialog } from './FindingDialog.tsx';
import { isOverdue, planned, type FindingLine, type FindingsValue } from './finding-words.ts';
import { PlanCalendar } from './PlanCalendar.tsx';
import { PlanCanvases } from './PlanCanvases.tsx';
import { PlanFacts } from './PlanFacts.tsx';
import { planCounts, tribeTitles, type PlanEntry, type TribeTitles } from './plan-words.ts';
import './plan.css';

/** The whole strategy on one page that prints: what was accepted, the canvases, where the brand stands, and the calendar of it. */
export function PlanView({ value }: { readonly value: FindingsValue }) {
  const voice = useChartVoice();
  const calendar = useOperation('plan.calendar', {});
  const tribes = useOperation('tribes.list', {});
  const titles = tribeTitles(tribes.status === 'value' ? tribes.value.tribes : [], voice);
  return <Answer state={calendar} shape="lines" rows={6}>{({ entries }) => <PlanPage value={value} entries={entries} titles={titles} />}</Answer>;
}

interface PageProps {
  readonly value: FindingsValue;
  readonly entries: readonly PlanEntry[];
  readonly titles: TribeTitles;
}

function PlanPage({ value, entries, titles }: PageProps) {
  const { t } = useTranslation('plan');
  const voice = useChartVoice();
  const { go } = useLocation();
  const { readOnly } = useProject();
  const [decided, setDecided] = useState<FindingLine | null>(null);
  const [nowMs] = useState(() => Date.now());
  const { total, owned, late } = planCounts(entries);
  const toCanvas = (tribe: string): void => go({ path: ['strategy'], parameters: { view: 'canvas', sheet: tribe } });
  const open = ({ kind, id }: PlanEntry): void => {
    const finding = value.findings.find((one) => one.id === id);
    if (kind === 'canvas') toCanvas(id);
    else if (kind === 'piece') go({ path: ['lost'], parameters: { view: 'routed' } });
    else if (kind === 'hypothesis') go({ path: ['strategy'], parameters: { list: 'hypotheses' } });
    else if (finding !== undefined && !readOnly) setDecided(finding);
    else go({ path: ['strategy'], parameters: { finding: id } });
  };
  return (
    <div className="plan-sheet">
      <Card className="plan-page" title={t('title')} subtitle={voice.text('plan.subtitle', { count: total, owned: voice.count(owned), late: voice.count(late) })}>
        <PlanActions titles={titles} />
        <PlanFacts entries={entries} titles={titles} nowMs={nowMs} />
        <div className="plan-parts">
          <AcceptedFindings value={value} nowMs={nowMs} {...(readOnly ? {} : { onDecide: setDecided })} />
          <PlanCanvases titles={titles} entries={entries} onOpen={toCanvas} />
        </div>
      </Card>
      <PlanCalendar entries={entries} titles={titles} nowMs={nowMs} onOpen={open} />
      {decided !== null && <FindingDialog key={decided.id} finding={decided} onClose={() => setDecided(null)} />}
    </div>
  );
}

/** Saves the tasks as a table or a calendar, prints the page, or leads to the decisions of another copy. */
function PlanActions({ titles }: { readonly titles: TribeTitles }) {
  const { t, i18n } = useTranslation('plan');
  const voice = useChartVoice();
  const workbench = useWorkbench();
  const { go } = useLocation();
  const separator = useCsvSeparator();
  const [undated, setUndated] = useState(0);
  const save = async (format: 'csv' | 'ics'): Promise<void> => {
    const language = i18n.language.startsWith('it') ? 'it' : 'en';
    const outcome = await workbench.bridge.call('plan.tasks', { format, language, separator, tribes: [...titles].map(([id, name]) => ({ id, name: name.slice(0, 200) })).slice(0, 500) });
    if (!outcome.ok) {
      workbench.failure.set(outcome.failure);
      return;
    }
    setUndated(format === 'ics' ? outcome.value.undated : 0);
    saveText(outcome.value.fileName, outcome.value.text, format === 'ics' ? 'text/calendar;charset=utf-8' : 'text/csv;charset=utf-8');
  };
  return (
    <div className="plan-actions">
      <Button size="small" className="page-link" icon={<Download size={14} aria-hidden="true" />} onPress={() => void save('csv')}>{t('saveTable')}</Button>
      <Button size="small" className="page-link" icon={<CalendarDays size={14} aria-hidden="true" />} onPress={() => void save('ics')}>{t('saveCalendar')}</Button>
      <Button size="small" className="page-link" icon={<Printer size={14} aria-hidden="true" />} onPress={() => window.print()}>{t('print')}</Button>
      <Button size="small" variant="plain" className="page-link" icon={<Repeat2 size={14} aria-hidden="true" />} onPress={() => go({ path: ['decisions'], parameters: {} })}>{t('decisions')}</Button>
      <p role="status" className="plan-undated">{undated === 0 ? '' : voice.text('plan.undated', { count: undated })}</p>
    </div>
  );
}

interface AcceptedProps {
  readonly value: FindingsValue;
  readonly nowMs: number;
  readonly onDecide?: (finding: FindingLine) => void;
}

function AcceptedFindings({ value, nowMs, onDecide }: AcceptedProps) {
  const { t } = useTranslation('strategy');
  const { t: words } = useTranslation('plan');
  const voice = useChartVoice();
  const plan = planned(value.findings);
  return (
    <section>
      <h3>{words('findings.title')}</h3>
      {plan.length === 0 && <p className="quiet-text">{words('findings.none')}</p>}
      <ul className="plan-list">
        {plan.map((finding) => {
          const what = finding.recommendation === '' ? finding.sentence : finding.recommendation;
          const isLate = isOverdue(finding, nowMs);
          return (
            <li key={finding.id} data-late={isLate}>
              <span className="plan-day">{finding.dueMs === null ? t('noDue') : voice.date(finding.dueMs)}</span>
              <span className="plan-what">{onDecide === undefined ? what : <Button size="small" variant="plain" className="page-link plan-open" aria-label={`${what.slice(0, 200)}: ${t('edit')}`} onPress={() => onDecide(finding)}>{what}</Button>}</span>
              <span className="plan-owner">{finding.owner === '' ? t('noOwner') : finding.owner}</span>
              <span className="plan-outcome">{finding.outcome !== '' ? finding.outcome : isLate ? t('overdue') : t(`state.${finding.state}`)}</span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
