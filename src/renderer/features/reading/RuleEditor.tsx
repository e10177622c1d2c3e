import { Check, Trash2, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useChartVoice } from '../../charts/use-chart-voice.ts';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { Segmented } from '../../ui/Segmented.tsx';
import { Select } from '../../ui/Select.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { LinesField } from './LinesField.tsx';
import { ruleLabels, type Dictionary, type Rule, type Trial } from './rule-draft.ts';
import { faultText, labelName } from './rule-words.ts';

export interface RuleEditorProps {
  readonly rule: Rule;
  /** The trial of this rule; null while it is on its way. */
  readonly trial: Trial | null;
  readonly limits: Dictionary['limits'];
  readonly isDisabled: boolean;
  readonly onChange: (part: Partial<Rule>) => void;
  readonly onRemove: () => void;
}

/** One rule with its words and examples; what is wrong and which examples hold is said as one writes. */
export function RuleEditor({ rule, trial, limits, isDisabled, onChange, onRemove }: RuleEditorProps) {
  const { t } = useTranslation('reading');
  const voice = useChartVoice();
  const faults = trial?.faults.filter(({ rule: id }) => id === rule.id) ?? [];
  const lineFaults = faults.filter(({ line, code }) => line !== null || code === 'no-lines');
  const tooMany = (lines: readonly string[], most: number): string | undefined => (lines.length > most ? t('rules.tooMany', { n: voice.count(most) }) : undefined);
  const listed = (side: 'matches' | 'rejects') => (lines: string[]) => onChange({ [side]: lines.slice(0, limits.examples).map((line) => line.slice(0, limits.exampleLength)) });
  return (
    <Card
      title={t('rules.editor')}
      actions={<Button size="small" variant="plain" icon={<Trash2 size={14} aria-hidden="true" />} isDisabled={isDisabled} onPress={onRemove}>{t('rules.remove')}</Button>}
      className="rule-editor"
    >
      <div className="rule-fields">
        <TextField label={t('rules.name')} value={rule.name} onChange={(name) => onChange({ name })} maxLength={limits.nameLength} isDisabled={isDisabled} error={faults.some(({ code }) => code === 'no-name') ? t('rules.faults.no-name') : undefined} />
        <Select label={t('rules.label')} value={rule.code} isDisabled={isDisabled} onChange={(code) => onChange({ code })} options={ruleLabels(rule.direction).map((value) => ({ value, label: labelName(value, voice) }))} />
      </div>
      <div className="rule-choices">
        <Choice label={t('rules.effect')}><Segmented label={t('rules.effect')} value={rule.effect} onChange={(effect) => onChange({ effect })} options={(['on', 'off'] as const).map((value) => ({ value, label: t(`rules.effects.${value}`), isDisabled }))} /></Choice>
        <Choice label={t('rules.direction')}><Segmented label={t('rules.direction')} value={rule.direction} onChange={(direction) => onChange({ direction })} options={(['inbound', 'outbound'] as const).map((value) => ({ value, label: t(`rules.directions.${value}`), isDisabled }))} /></Choice>
        <Choice label={t('rules.language')}><Segmented label={t('rules.language')} value={rule.language} onChange={(language) => onChange({ language })} options={(['any', 'it', 'en'] as const).map((value) => ({ value, label: t(`rules.languages.${value}`), isDisabled }))} /></Choice>
      </div>
      <LinesField
        isPattern label={t('rules.lines')} lines={rule.lines} isDisabled={isDisabled} description={t('rules.linesHint')}
        onChange={(lines) => onChange({ lines: lines.slice(0, limits.lines).map((line) => line.slice(0, limits.lineLength)) })}
        error={tooMany(rule.lines, limits.lines) ?? (rule.lines.length > 0 && lineFaults.length > 0 ? lineFaults.slice(0, 3).map((fault) => faultText(fault, voice)).join(' · ') : undefined)}
      />
      <div className="rule-examples">
        <div>
          <LinesField label={t('rules.matches')} lines={rule.matches} rows={3} isDisabled={isDisabled} description={t('rules.examplesHint')} onChange={listed('matches')} />
          <ExampleResults rule={rule} side="matches" trial={trial} />
        </div>
        <div>
          <LinesField label={t('rules.rejects')} lines={rule.rejects} rows={3} isDisabled={isDisabled} description={t('rules.examplesHint')} onChange={listed('rejects')} />
          <ExampleResults rule={rule} side="rejects" trial={trial} />
        </div>
      </div>
    </Card>
  );
}

function Choice({ label, children }: { readonly label: string; readonly children: React.ReactNode }) {
  return <div className="rule-choice"><span className="field-label" aria-hidden="true">{label}</span>{children}</div>;
}

function ExampleResults({ rule, side, trial }: { readonly rule: Rule; readonly side: 'matches' | 'rejects'; readonly trial: Trial | null }) {
  const { t } = useTranslation('reading');
  if (trial === null || rule[side].length === 0) return null;
  const failing = new Set(trial.failing.filter((one) => one.rule === rule.id && one.side === side).map(({ example }) => example));
  return (
    <ul className="example-results" aria-live="polite">
      {rule[side].map((text, example) => {
        const holds = !failing.has(example);
        return (
          <li key={`${String(example)} ${text}`} data-holds={holds}>
            {holds ? <Check size={14} aria-hidden="true" /> : <X size={14} aria-hidden="true" />}
            <q>{text}</q>
            <span>{t(holds ? 'rules.exampleHolds' : side === 'matches' ? 'rules.exampleMissed' : 'rules.exampleFound')}</span>
          </li>
        );
      })}
    </ul>
  );
}
