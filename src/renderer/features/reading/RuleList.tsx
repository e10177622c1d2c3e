import { Check, CircleAlert, CircleDashed, Plus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useChartVoice } from '../../charts/use-chart-voice.ts';
import { intentStyle, isIntent } from '../../charts/intent-style.ts';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ruleState, type Rule, type RuleState, type Trial } from './rule-draft.ts';
import { labelName } from './rule-words.ts';

export interface RuleListProps {
  readonly rules: readonly Rule[];
  readonly trial: Trial | null;
  readonly chosen: string | null;
  readonly onChoose: (id: string) => void;
  readonly onAdd: (() => void) | null;
}

const ICONS = { ok: Check, faulty: CircleAlert, failing: CircleAlert, bare: CircleDashed } as const satisfies Record<RuleState, unknown>;

/** The rules, each with what it does and whether its examples hold. */
export function RuleList({ rules, trial, chosen, onChoose, onAdd }: RuleListProps) {
  const { t } = useTranslation('reading');
  const voice = useChartVoice();
  return (
    <Card title={t('rules.list')} subtitle={t('rules.listText')} className="rule-list-card">
      {rules.length === 0 ? (
        <EmptyState title={t('rules.empty')} text={t('rules.emptyText')} />
      ) : (
        <ul className="rule-list">
          {rules.map((rule) => {
            const { id, name, code, effect, lines } = rule;
            const state = ruleState(rule, trial);
            const Icon = state === null ? CircleDashed : ICONS[state];
            const style = isIntent(code) ? intentStyle(code) : null;
            return (
              <li key={id}>
                <button type="button" className="rule-row" aria-current={id === chosen} onClick={() => onChoose(id)}>
                  <span className="rule-name">{name.trim() === '' ? t('rules.unnamed') : name}</span>
                  <span className="rule-does">
                    {style !== null && <style.Icon size={14} color={style.color} aria-hidden="true" />}
                    {t(effect === 'on' ? 'rules.switchesOn' : 'rules.switchesOff', { label: labelName(code, voice) })}
                    {' · '}
                    {voice.text('reading.rules.lines', { count: lines.length })}
                  </span>
                  {state !== null && <span className="rule-state" data-state={state}><Icon size={14} aria-hidden="true" />{t(`rules.state.${state}`)}</span>}
                </button>
              </li>
            );
          })}
        </ul>
      )}
      {onAdd !== null && <Button icon={<Plus size={16} aria-hidden="true" />} onPress={onAdd}>{t('rules.add')}</Button>}
    </Card>
  );
}
