import { CircleAlert } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CANVAS_LINES, CANVAS_STATES } from '../../../domain/model/canvas-line.ts';
import type { OperationInput, OperationValue } from '../../../contract/operations.ts';
import { findingSentence } from '../../../domain/wording/finding-sentence.ts';
import { tribeName } from '../../charts/tribe-name.ts';
import { useChartVoice } from '../../charts/use-chart-voice.ts';
import { useLocation, useScope } from '../../state/navigation.ts';
import { useOperation } from '../../state/use-operation.ts';
import { useProject } from '../../state/use-project.ts';
import { useWorkbench } from '../../state/workbench.ts';
import { Answer } from '../../ui/Answer.tsx';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { Chip } from '../../ui/Chip.tsx';
import { dayMs, dayText } from '../../ui/day-text.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Select } from '../../ui/Select.tsx';
import { DateField } from '../../ui/DateField.tsx';
import { TextField } from '../../ui/TextField.tsx';
import type { FindingLine } from './finding-words.ts';

type Canvas = OperationValue<'canvas.one'>;
type LineCode = (typeof CANVAS_LINES)[number];

const LEAST_PEOPLE = 5;
const MOST_LETTERS = 90;

/** The canvas of one tribe: chosen on top, then its lines. It prints on a page of its own. */
export function CanvasView() {
  const { t } = useTranslation('strategy');
  const { t: plan } = useTranslation('plan');
  const voice = useChartVoice();
  const scope = useScope();
  const { parameters, go } = useLocation();
  const tribes = useOperation('tribes.list', scope);
  const canvases = useOperation('canvas.list', {});
  const findings = useOperation('findings.list', {});
  return (
    <Answer state={tribes} shape="cards" rows={3}>
      {({ tribes: all }) => {
        const shown = all.filter(({ size, hidden }) => size >= LEAST_PEOPLE && !hidden);
        const largest = shown.reduce<(typeof shown)[number] | undefined>((most, tribe) => (most === undefined || tribe.size > most.size ? tribe : most), undefined);
        const chosen = shown.find(({ id }) => id === parameters['sheet']) ?? largest;
        if (chosen === undefined) return <EmptyState title={t('canvas.noTribes')} text={t('canvas.noTribesText')} action={<Button onPress={() => go({ path: ['tribes'] })}>{t('canvas.toTribes')}</Button>} />;
        const written = canvases.status === 'value' ? new Set(canvases.value.canvases.map(({ tribe }) => tribe)) : new Set<string>();
        return (
          <div className="strategy-stack">
            <div className="canvas-head">
              <Select label={t('canvas.tribe')} value={chosen.id} options={shown.map((tribe) => ({ value: tribe.id, label: tribeName(tribe, voice), description: written.has(tribe.id) ? t('canvas.written') : voice.text('strategy.canvas.people', { count: tribe.size }) }))} onChange={(id) => go({ parameters: { ...parameters, sheet: id } }, { replace: true })} />
              <span className="canvas-prints">
                <Button className="page-link" onPress={() => go({ path: ['canvas-print'], parameters: { sheet: chosen.id } })}>{plan('paper.printOne')}</Button>
                <Button className="page-link" variant="plain" onPress={() => go({ path: ['canvas-print'], parameters: {} })}>{plan('paper.printBlank')}</Button>
              </span>
            </div>
            <CanvasPage key={chosen.id} tribe={chosen.id} name={tribeName(chosen, voice)} findings={findings.status === 'value' ? findings.value.findings : []} />
          </div>
        );
      }}
    </Answer>
  );
}

function CanvasPage({ tribe, name, findings }: { readonly tribe: string; readonly name: string; readonly findings: readonly FindingLine[] }) {
  const state = useOperation('canvas.one', { tribe });
  return <Answer state={state} shape="lines" rows={8}>{(canvas) => <CanvasSheet key={writtenText(canvas)} canvas={canvas} name={name} findings={findings} />}</Answer>;
}

/** What was written, as one text: when it changes by undo or by another copy's decisions, the fields begin anew. */
function writtenText({ lines, owner, dueMs, state, target, cost, mass }: Canvas): string {
  return JSON.stringify([lines, owner, dueMs, state, target, cost, mass]);
}

function CanvasSheet({ canvas, name, findings }: { readonly canvas: Canvas; readonly name: string; readonly findings: readonly FindingLine[] }) {
  const { t } = useTranslation('strategy');
  const voice = useChartVoice();
  const workbench = useWorkbench();
  const { readOnly } = useProject();
  const [draft, setDraft] = useState<Canvas['lines']>(canvas.lines);
  const [facts, setFacts] = useState({ owner: canvas.owner, due: dayText(canvas.dueMs), state: canvas.state, target: canvas.target, costLow: amount(canvas.cost?.low), costHigh: amount(canvas.cost?.high), massLow: amount(canvas.mass?.cost.low), massHigh: amount(canvas.mass?.cost.high), peopleLow: amount(canvas.mass?.people.low), peopleHigh: amount(canvas.mass?.people.high) });
  const suggested = useSuggestions(canvas.tribe);
  const isEmpty = Object.values(draft).every(({ text }) => text === '');
  const set = (line: LineCode, change: Partial<{ text: string; findingId: string | null }>): void => setDraft({ ...draft, [line]: { text: '', findingId: null, ...draft[line], ...change } });
  const save = async (): Promise<void> => {
    const cost = moneyRange(facts.costLow, facts.costHigh);
    const [massCost, people] = [moneyRange(facts.massLow, facts.massHigh), moneyRange(facts.peopleLow, facts.peopleHigh)];
    const input: OperationInput<'canvas.save'> = { tribe: canvas.tribe, lines: draft, owner: facts.owner.trim(), dueMs: dayMs(facts.due), state: facts.state, target: facts.target.trim(), cost, mass: massCost === null || people === null ? null : { cost: massCost, people } };
    const saved = await workbench.run('canvas.save', input);
    workbench.failure.set(saved.ok ? null : saved.failure);
    if (saved.ok) await workbench.refresh();
  };
  const fill = (): void => {
    const [first, second] = suggested;
    if (first === undefined) return;
    setDraft({ ...draft, insight: { text: first, findingId: null }, ...(second === undefined ? {} : { kpi: { text: second, findingId: null } }) });
  };
  const per = (range: Canvas['perPerson']): string => (range === null ? t('canvas.unknownCost') : t('canvas.perPerson', { low: voice.number(range.low), high: voice.number(range.high), currency: canvas.currency }));
  return (
    <Card
      className="canvas"
      title={name}
      subtitle={canvas.size === null ? t('canvas.gone') : voice.text('strategy.canvas.people', { count: canvas.size })}
      actions={!readOnly && <Button variant="primary" onPress={() => void save()}>{t('save')}</Button>}
    >
      {isEmpty && suggested.length > 0 && !readOnly && <p className="chart-note">{t('canvas.fillText')} <Button size="small" onPress={fill}>{t('canvas.fill')}</Button></p>}
      <ul className="canvas-lines">
        {CANVAS_LINES.map((line) => {
          const { text = '', findingId = null } = draft[line] ?? {};
          const standing = canvas.standings.find((one) => one.findingId === findingId);
          const isWeak = standing !== undefined && standing.standing !== 'holds' && standing.standing !== 'unlinked';
          return (
            <li key={line} data-weak={isWeak}>
              <TextField label={t(`canvas.lines.${line}`)} description={t(`canvas.hints.${line}`)} value={text} isDisabled={readOnly} maxLength={1000} onChange={(next) => set(line, { text: next })} />
              <div className="canvas-evidence">
                <Select size="small" label={t('canvas.evidence', { line: t(`canvas.lines.${line}`) })} isDisabled={readOnly} value={findingId ?? 'none'} options={[{ value: 'none', label: t('canvas.noEvidence') }, ...findings.map(({ id, sentence }) => ({ value: id, label: sentence.length > MOST_LETTERS ? `${sentence.slice(0, MOST_LETTERS)}…` : sentence }))]} onChange={(value) => set(line, { findingId: value === 'none' ? null : value })} />
                {isWeak && <Chip tone="gold" icon={<CircleAlert size={12} aria-hidden="true" />} label={t(`standing.${standing.standing}`)} />}
              </div>
            </li>
          );
        })}
      </ul>
      <div className="finding-fields">
        <TextField label={t('owner')} value={facts.owner} isDisabled={readOnly} maxLength={200} onChange={(owner) => setFacts({ ...facts, owner })} />
        <DateField label={t('due')} value={facts.due} isDisabled={readOnly} onChange={(due) => setFacts({ ...facts, due })} />
        <Select label={t('stateField')} isDisabled={readOnly} value={facts.state} options={CANVAS_STATES.map((value) => ({ value, label: t(`canvas.states.${value}`) }))} onChange={(value) => setFacts({ ...facts, state: value })} />
        <TextField label={t('canvas.target')} value={facts.target} isDisabled={readOnly} maxLength={300} onChange={(target) => setFacts({ ...facts, target })} />
      </div>
      <section className="canvas-costs">
        <h3>{t('canvas.costs')}</h3>
        <p className="quiet-text">{t('canvas.costsText')}</p>
        <div className="canvas-amounts">
          {([['costLow', 'costHigh', 'cost'], ['massLow', 'massHigh', 'massCost'], ['peopleLow', 'peopleHigh', 'massPeople']] as const).map(([low, high, label]) => (
            <fieldset key={label} className="canvas-range">
              <legend>{t(`canvas.${label}`)}</legend>
              <TextField label={t('canvas.from', { what: t(`canvas.${label}`) })} hideLabel value={facts[low]} isDisabled={readOnly} onChange={(value) => setFacts({ ...facts, [low]: value })} placeholder={t('canvas.low')} />
              <TextField label={t('canvas.to', { what: t(`canvas.${label}`) })} hideLabel value={facts[high]} isDisabled={readOnly} onChange={(value) => setFacts({ ...facts, [high]: value })} placeholder={t('canvas.high')} />
            </fieldset>
          ))}
        </div>
        <p className="canvas-compare"><b>{t('canvas.thisTribe')}</b> {per(canvas.perPerson)} <b>{t('canvas.massCampaign')}</b> {per(canvas.massPerPerson)}</p>
      </section>
    </Card>
  );
}

const amount = (value: number | undefined): string => (value === undefined ? '' : String(value));

/** A range as it is typed; one number alone is a range without width, nothing at all is none. */
function moneyRange(low: string, high: string): { low: number; high: number } | null {
  const [first, second] = [low, high].map((text) => (text.trim() === '' ? null : Number(text.trim().replace(',', '.')))) as [number | null, number | null];
  if (first === null && second === null) return null;
  const range = { low: first ?? second ?? 0, high: second ?? first ?? 0 };
  return Number.isFinite(range.low) && Number.isFinite(range.high) ? range : null;
}

/** Up to three sentences that the data hold of a tribe: its largest clear findings. Never a task or a promise. */
function useSuggestions(tribe: string): readonly string[] {
  const voice = useChartVoice();
  const overview = useOperation('overview', { filters: { tribes: [tribe] } });
  return useMemo(() => (overview.status !== 'value' ? [] : overview.value.findings.filter(({ form, rule }) => form === 'clear' && rule !== 'coverage.absent' && rule !== 'tribes.largest').slice(0, 3).map((finding) => findingSentence(finding, voice))), [overview, voice]);
}
