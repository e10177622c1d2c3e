import { Plus, Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { INTENTS, MESSAGE_KINDS } from '../../../domain/model/codes.ts';
import { isCondition, RULE_NUMBERS, type RuleCondition, type TribeRule } from '../../../domain/model/tribe-rule.ts';
import { useChartVoice } from '../../charts/use-chart-voice.ts';
import { Button } from '../../ui/Button.tsx';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { Segmented } from '../../ui/Segmented.tsx';
import { Select } from '../../ui/Select.tsx';
import { DateField } from '../../ui/DateField.tsx';
import { TextField } from '../../ui/TextField.tsx';

const OPS = ['words', 'intent', 'role', 'network', 'container', 'kind', 'first', 'last', 'number', 'tribe'] as const;
type Op = (typeof OPS)[number];
const ROLE_CHOICES = ['customer', 'employee', 'prospect', 'talent', 'investor', 'press', 'interested'] as const;
/** Groups stand at most this deep in the editor, so that a not still fits in the depth of a rule. */
const MOST_GROUPS = 2;

/** What the project offers for conditions that name something of it. */
export interface RuleChoices {
  readonly networks: readonly string[];
  readonly containers: readonly string[];
  readonly tribes: readonly { readonly id: string; readonly name: string }[];
}

/** A condition as it starts: nothing asked yet. */
export function emptyCondition(op: Op): RuleCondition {
  switch (op) {
    case 'words': return { op, is: [], least: 1 };
    case 'intent': return { op, is: [], least: 1 };
    case 'first':
    case 'last': return { op };
    case 'number': return { op, of: 'messages' };
    default: return { op, is: [] };
  }
}

interface EditorProps<Rule> {
  readonly rule: Rule;
  readonly onChange: (rule: TribeRule) => void;
  readonly choices: RuleChoices;
}

/** A group of conditions and groups, joined by all or at least one; each may be denied. */
export function RuleEditor({ rule, onChange, choices, depth = 0 }: EditorProps<Extract<TribeRule, { op: 'all' | 'any' }>> & { readonly depth?: number }) {
  const { t } = useTranslation('tribe');
  const replace = (at: number, next: TribeRule | null): void => onChange({ ...rule, rules: rule.rules.flatMap((one, place) => (place === at ? (next ?? []) : one)) });
  return (
    <fieldset className="rule-group">
      <legend className="visually-hidden">{t('maker.group')}</legend>
      <div className="rule-join"><span>{t('maker.join')}</span><Segmented label={t('maker.join')} value={rule.op} options={(['all', 'any'] as const).map((value) => ({ value, label: t(`maker.${value}`) }))} onChange={(op) => onChange({ ...rule, op })} /></div>
      <ol className="rule-rows">
        {rule.rules.map((one, at) => {
          const denied = one.op === 'not';
          const inner = denied ? one.rule : one;
          const put = (next: TribeRule): void => replace(at, denied ? { op: 'not', rule: next } : next);
          return (
            // rows have no name of their own: their place is who they are
            <li key={at} className="rule-row">
              <Checkbox isSelected={denied} onChange={(on) => replace(at, on ? { op: 'not', rule: inner } : inner)}>{t('maker.not')}</Checkbox>
              {isCondition(inner) ? <ConditionEditor rule={inner} onChange={put} choices={choices} /> : inner.op === 'not' ? null : <RuleEditor rule={inner} onChange={put} choices={choices} depth={depth + 1} />}
              <IconButton icon={<Trash2 size={16} />} label={t('maker.remove')} onPress={() => replace(at, null)} />
            </li>
          );
        })}
      </ol>
      <p className="rule-add">
        <Button size="small" icon={<Plus size={14} />} onPress={() => onChange({ ...rule, rules: [...rule.rules, emptyCondition('words')] })}>{t('maker.add')}</Button>
        {depth + 1 < MOST_GROUPS && <Button size="small" variant="plain" onPress={() => onChange({ ...rule, rules: [...rule.rules, { op: 'any', rules: [emptyCondition('words')] }] })}>{t('maker.addGroup')}</Button>}
      </p>
    </fieldset>
  );
}

const dayText = (ms: number | undefined): string => (ms === undefined ? '' : new Date(ms).toISOString().slice(0, 10));
const numberOf = (text: string): number | undefined => (text.trim() === '' || Number.isNaN(Number(text.replace(',', '.'))) ? undefined : Number(text.replace(',', '.')));

function ConditionEditor({ rule, onChange, choices }: EditorProps<RuleCondition>) {
  const { t } = useTranslation('tribe');
  const voice = useChartVoice();
  const one = (values: readonly { readonly value: string; readonly label: string }[], chosen: readonly string[], put: (value: string) => void) => (
    <Select label={t('condition.value')} hideLabel size="small" value={chosen[0] ?? null} placeholder="…" options={values} onChange={put} />
  );
  const field = () => {
    switch (rule.op) {
      case 'words': return <TextField label={t('condition.words')} hideLabel placeholder={t('condition.words')} value={rule.is.join(',')} onChange={(text) => onChange({ ...rule, is: text === '' ? [] : text.split(',') })} />;
      case 'intent': return one(INTENTS.map((value) => ({ value, label: voice.text(`codes.intent.${value}`) })), rule.is, (value) => onChange({ ...rule, is: INTENTS.filter((code) => code === value) }));
      case 'role': return one(ROLE_CHOICES.map((value) => ({ value, label: voice.text(`tribes.role.${value}`) })), rule.is, (value) => onChange({ ...rule, is: ROLE_CHOICES.filter((code) => code === value) }));
      case 'kind': return one(MESSAGE_KINDS.map((value) => ({ value, label: voice.text(`tribe.condition.kinds.${value}`) })), rule.is, (value) => onChange({ ...rule, is: MESSAGE_KINDS.filter((code) => code === value) }));
      case 'network': return one(choices.networks.map((value) => ({ value, label: voice.network(value) })), rule.is, (value) => onChange({ ...rule, is: [value] }));
      case 'container': return one(choices.containers.map((value) => ({ value, label: value })), rule.is, (value) => onChange({ ...rule, is: [value] }));
      case 'tribe': return one(choices.tribes.map(({ id, name }) => ({ value: id, label: name })), rule.is, (value) => onChange({ ...rule, is: [value] }));
      case 'first':
      case 'last': return (['from', 'to'] as const).map((side) => <DateField key={side} label={t(`condition.${side}`)} hideLabel value={dayText(rule[`${side}Ms`])} onChange={(text) => onChange({ ...rule, [`${side}Ms`]: text === '' ? undefined : Date.parse(text) })} />);
      case 'number': return (
        <>
          <Select label={t('condition.of')} hideLabel size="small" value={rule.of} options={RULE_NUMBERS.map((value) => ({ value, label: t(`condition.number.${value}`) }))} onChange={(of) => onChange({ ...rule, of })} />
          {(['from', 'to'] as const).map((side) => <TextField key={side} label={t(`condition.${side}`)} hideLabel placeholder={t(`condition.${side}`)} value={rule[side] === undefined ? '' : String(rule[side])} onChange={(text) => onChange({ ...rule, [side]: numberOf(text) })} />)}
        </>
      );
      case 'people': return <span>{t('condition.op.people')}</span>;
    }
  };
  return (
    <div className="rule-condition">
      <Select label={t('condition.what')} hideLabel size="small" value={OPS.find((op) => op === rule.op) ?? null} options={OPS.map((value) => ({ value, label: t(`condition.op.${value}`) }))} onChange={(op) => onChange(emptyCondition(op))} />
      {field()}
    </div>
  );
}
