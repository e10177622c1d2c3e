import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OperationInput } from '../../../contract/operations.ts';
import type { Failure } from '../../../contract/outcome.ts';
import { TRIBE_COLORS, TRIBE_SHAPES } from '../../../domain/model/tribe-look.ts';
import { TribeMark } from '../../charts/TribeMark.tsx';
import { useChartVoice } from '../../charts/use-chart-voice.ts';
import { useLocation } from '../../state/navigation.ts';
import { useOperation } from '../../state/use-operation.ts';
import { useWorkbench } from '../../state/workbench.ts';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { FailureNotice } from '../../ui/FailureNotice.tsx';
import { Select } from '../../ui/Select.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { tribeName } from '../../charts/tribe-name.ts';
import type { TribePageValue } from './tribe-page-value.ts';

/** What a person says of a tribe: name, look, task, output, notes, basis; and how it is merged, split, hidden or removed. */
export function TribeEditor({ tribe }: { readonly tribe: TribePageValue }) {
  const { t } = useTranslation('tribe');
  const voice = useChartVoice();
  const { go } = useLocation();
  const workbench = useWorkbench();
  const [said, setSaid] = useState({ name: tribeName(tribe, voice), task: tribe.task, output: tribe.output, notes: tribe.notes, basis: tribe.sensitive?.basis ?? '' });
  const [failure, setFailure] = useState<Failure | null>(null);
  const edit = async (change: Omit<OperationInput<'tribes.edit'>, 'id'>): Promise<void> => {
    const outcome = await workbench.run('tribes.edit', { id: tribe.id, ...change });
    setFailure(outcome.ok ? null : outcome.failure);
    if (outcome.ok) await workbench.refresh();
  };
  const remove = async (): Promise<void> => {
    const outcome = await workbench.run('tribes.remove', { id: tribe.id });
    setFailure(outcome.ok ? null : outcome.failure);
    if (!outcome.ok) return;
    await workbench.refresh();
    go({ path: ['tribes'], parameters: { lens: 'roles' } });
  };
  const isOwn = tribe.id.startsWith('own:');
  const save = (): void => {
    const { name, ...texts } = said;
    void edit({ ...texts, ...(name.trim() === '' || name === tribeName(tribe, voice) ? {} : { name }) });
  };
  return (
    <Card className="tribe-editor" title={t('edit.title')}>
      {failure !== null && <FailureNotice failure={failure} onDismiss={() => setFailure(null)} />}
      <div className="tribe-fields">
        <TextField label={t('edit.name')} value={said.name} onChange={(name) => setSaid({ ...said, name })} maxLength={80} description={t('edit.nameHint')} />
        {(['task', 'output', 'notes'] as const).map((key) => <TextField key={key} label={t(`edit.${key}`)} value={said[key]} onChange={(text) => setSaid({ ...said, [key]: text })} maxLength={4000} placeholder={t('edit.empty')} />)}
        {tribe.sensitive !== null && <TextField label={t('edit.basis')} value={said.basis} onChange={(basis) => setSaid({ ...said, basis })} maxLength={4000} description={t('edit.basisHint', { topics: voice.list(tribe.sensitive.topics.map((topic) => voice.text(`tribe.topics.${topic}`))) })} />}
        <Select label={t('edit.color')} value={String(tribe.color)} options={Array.from({ length: TRIBE_COLORS }, (_, color) => ({ value: String(color), label: t('edit.colorAt', { n: voice.count(color + 1) }) }))} onChange={(color) => void edit({ color: Number(color) })} />
        <Select label={t('edit.shape')} value={tribe.shape} options={TRIBE_SHAPES.map((value) => ({ value, label: t(`edit.shapes.${value}`) }))} onChange={(shape) => void edit({ shape })} />
      </div>
      <p className="tribe-acts">
        <TribeMark color={tribe.color} shape={tribe.shape} />
        <Button variant="primary" size="small" onPress={save}>{t('edit.save')}</Button>
        <Button size="small" onPress={() => void edit({ hidden: !tribe.hidden })}>{t(tribe.hidden ? 'edit.show' : 'edit.hide')}</Button>
        {isOwn && tribe.rule !== null && <Button size="small" onPress={() => go({ path: ['tribe-maker', tribe.id] })}>{t('edit.rule')}</Button>}
        {isOwn && <Button size="small" variant="danger" onPress={() => void remove()}>{t('edit.remove')}</Button>}
      </p>
      {tribe.origin !== 'public' && <MergeAndSplit tribe={tribe} onFailure={setFailure} />}
    </Card>
  );
}

function MergeAndSplit({ tribe, onFailure }: { readonly tribe: TribePageValue; readonly onFailure: (failure: Failure | null) => void }) {
  const { t } = useTranslation('tribe');
  const voice = useChartVoice();
  const { go } = useLocation();
  const workbench = useWorkbench();
  const tribes = useOperation('tribes.list', {});
  const [other, setOther] = useState<string | null>(null);
  const [merged, setMerged] = useState('');
  const [word, setWord] = useState('');
  const [names, setNames] = useState<[string, string]>(['', '']);
  const others = tribes.status === 'value' ? tribes.value.tribes.filter(({ id, origin }) => id !== tribe.id && origin !== 'public') : [];
  const merge = async (): Promise<void> => {
    const outcome = await workbench.run('tribes.merge', { ids: [tribe.id, other ?? ''], name: merged });
    onFailure(outcome.ok ? null : outcome.failure);
    if (!outcome.ok) return;
    await workbench.refresh();
    go({ path: ['tribe', outcome.value.id] });
  };
  const split = async (): Promise<void> => {
    const outcome = await workbench.run('tribes.split', { id: tribe.id, by: { rule: { op: 'words', is: word.split(','), least: 1 } }, names });
    onFailure(outcome.ok ? null : outcome.failure);
    if (!outcome.ok) return;
    await workbench.refresh();
    go({ path: ['tribe', outcome.value.ids[0]] });
  };
  return (
    <div className="tribe-fields">
      <details>
        <summary>{t('merge.title')}</summary>
        <Select label={t('merge.with')} value={other} options={others.map((one) => ({ value: one.id, label: tribeName(one, voice) }))} onChange={setOther} />
        <TextField label={t('merge.name')} value={merged} onChange={setMerged} maxLength={80} description={t('merge.note')} />
        <Button size="small" isDisabled={other === null || merged.trim() === ''} onPress={() => void merge()}>{t('merge.do')}</Button>
      </details>
      <details>
        <summary>{t('split.title')}</summary>
        <TextField label={t('split.word')} value={word} onChange={setWord} />
        <TextField label={t('split.first')} value={names[0]} onChange={(first) => setNames([first, names[1]])} maxLength={80} />
        <TextField label={t('split.second')} value={names[1]} onChange={(second) => setNames([names[0], second])} maxLength={80} description={t('split.note')} />
        <Button size="small" isDisabled={word.trim() === '' || names.some((one) => one.trim() === '')} onPress={() => void split()}>{t('split.do')}</Button>
      </details>
    </div>
  );
}
