import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../../../contract/outcome.ts';
import { isCondition, ruleProblem, type TribeRule } from '../../../domain/model/tribe-rule.ts';
import { useChartVoice } from '../../charts/use-chart-voice.ts';
import { useLocation } from '../../state/navigation.ts';
import { useOperation } from '../../state/use-operation.ts';
import { useProject } from '../../state/use-project.ts';
import { useWorkbench } from '../../state/workbench.ts';
import { Answer } from '../../ui/Answer.tsx';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { FailureNotice } from '../../ui/FailureNotice.tsx';
import { RoomPage } from '../../ui/RoomPage.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { tribeName } from '../../charts/tribe-name.ts';
import { emptyCondition, RuleEditor } from './RuleEditor.tsx';
import { RulePreview } from './RulePreview.tsx';
import './tribe-page.css';

type Group = Extract<TribeRule, { op: 'all' | 'any' }>;
const grouped = (rule: TribeRule): Group => (isCondition(rule) || rule.op === 'not' ? { op: 'all', rules: [rule] } : rule);
const START: Group = { op: 'all', rules: [emptyCondition('words')] };
const SETTLED_MS = 400;

/** A rule built step by step with whom it finds beside it; saved, it is a tribe of the user's own. */
export function TribeMaker() {
  const { t } = useTranslation('tribe');
  const voice = useChartVoice();
  const { path, go } = useLocation();
  const workbench = useWorkbench();
  const { readOnly } = useProject();
  const id = path[1];
  const known = useOperation('tribes.one', id === undefined ? null : { id });
  const options = useOperation('filters.options', {});
  const tribes = useOperation('tribes.list', {});
  const [name, setName] = useState('');
  const [rule, setRule] = useState<Group>(START);
  const [settled, setSettled] = useState<Group>(START);
  const [seed, setSeed] = useState(1);
  const [failure, setFailure] = useState<Failure | null>(null);
  const loaded = known.status === 'value' ? known.value : null;
  useEffect(() => {
    if (loaded === null) return;
    setName(loaded.title ?? loaded.name);
    if (loaded.rule !== null) setRule(grouped(loaded.rule));
  }, [loaded?.id]);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(rule), SETTLED_MS);
    return () => clearTimeout(timer);
  }, [rule]);
  const usable = ruleProblem(settled) === null;
  const isSaved = loaded !== null && JSON.stringify(grouped(loaded.rule ?? START)) === JSON.stringify(settled);
  const preview = useOperation('tribes.preview', usable ? (isSaved && id !== undefined ? { tribe: id, seed } : { rule: settled, seed }) : null);
  const names = new Map(tribes.status === 'value' ? tribes.value.tribes.map((one) => [one.id, tribeName(one, voice)] as const) : []);
  const save = async (): Promise<void> => {
    const outcome = await workbench.run('tribes.save', { ...(id === undefined ? {} : { id }), name, rule, source: '' });
    setFailure(outcome.ok ? null : outcome.failure);
    if (!outcome.ok) return;
    await workbench.refresh();
    go({ path: ['tribe', outcome.value.id] });
  };
  const judge = async (accountId: number, verdict: 'right' | 'wrong' | null): Promise<void> => {
    const outcome = await workbench.run('tribes.precision', { tribe: id ?? '', verdicts: [{ accountId, verdict }] });
    setFailure(outcome.ok ? null : outcome.failure);
  };
  const choices = {
    networks: options.status === 'value' ? options.value.networks.map(({ value }) => value) : [],
    containers: options.status === 'value' ? options.value.containers.map(({ value }) => value) : [],
    tribes: [...names].flatMap(([one, label]) => (one === id ? [] : [{ id: one, name: label }])),
  };
  return (
    <RoomPage countsPeople title={id === undefined ? t('maker.title') : t('maker.titleEdit')} question={t('maker.question')} actions={<Button variant="plain" onPress={() => go({ path: ['tribes'], parameters: { lens: 'roles' } })}>{t('back')}</Button>}>
      {failure !== null && <FailureNotice failure={failure} onDismiss={() => setFailure(null)} />}
      <div className="maker">
        <Card title={t('maker.name')}>
          <TextField label={t('maker.name')} hideLabel value={name} onChange={setName} maxLength={80} description={t('edit.nameHint')} />
          <RuleEditor rule={rule} onChange={(next) => setRule(grouped(next))} choices={choices} />
          <p><Button variant="primary" isDisabled={readOnly || name.trim() === '' || !usable} onPress={() => void save()}>{t('maker.save')}</Button> <span className="quiet-text">{t('maker.saveHint')}</span></p>
        </Card>
        {usable ? (
          <Answer state={preview} shape="lines" rows={6}>{(value) => <RulePreview preview={value} tribeNames={names} onAgain={() => setSeed(seed + 1)} {...(isSaved && !readOnly ? { onJudge: (accountId, verdict) => void judge(accountId, verdict) } : {})} />}</Answer>
        ) : <Card title={t('maker.preview')} subtitle={t('maker.incomplete')} />}
      </div>
    </RoomPage>
  );
}
