import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useChartVoice } from '../../charts/use-chart-voice.ts';
import { useScope } from '../../state/navigation.ts';
import { useProject } from '../../state/use-project.ts';
import { useOperation } from '../../state/use-operation.ts';
import { useWorkbench } from '../../state/workbench.ts';
import { Button } from '../../ui/Button.tsx';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { dayOf, dayStart } from '../../../domain/model/local-days.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { PageButtons } from '../../ui/PageButtons.tsx';
import { Select } from '../../ui/Select.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import { DateField } from '../../ui/DateField.tsx';
import { TextField } from '../../ui/TextField.tsx';
import type { ListedInitiative } from './InitiativesView.tsx';

const KINDS = ['campaign', 'contest', 'service'] as const satisfies readonly ListedInitiative['kind'][];
const SIZE = 8;
type PostKey = ListedInitiative['posts'][number];

interface InitiativeDialogProps {
  /** The one that is changed; null for a new one. */
  readonly initiative: ListedInitiative | null;
  readonly onClose: () => void;
  readonly onSaved: (id: string) => void;
}

/** Writes an initiative down: its days, its aim, what was foretold, and the posts that carry it. */
export function InitiativeDialog({ initiative, onClose, onSaved }: InitiativeDialogProps) {
  const { t } = useTranslation('initiatives');
  const { t: hypotheses } = useTranslation('hypotheses');
  const workbench = useWorkbench();
  const [name, setName] = useState(initiative?.name ?? '');
  const [kind, setKind] = useState<ListedInitiative['kind']>(initiative?.kind ?? 'campaign');
  const { timeZone } = useProject();
  const [from, setFrom] = useState(dayOf(initiative?.startMs, timeZone));
  const [to, setTo] = useState(dayOf(initiative?.endMs, timeZone, -1));
  const [aim, setAim] = useState(initiative?.aim ?? '');
  const [hypothesis, setHypothesis] = useState(initiative?.hypothesisId ?? '');
  const [container, setContainer] = useState(initiative?.containers[0] ?? '');
  const [words, setWords] = useState(initiative?.words ?? '');
  const [posts, setPosts] = useState<readonly PostKey[]>(initiative?.posts ?? []);
  const [isTried, setTried] = useState(false);
  const registered = useOperation('hypotheses.list', {});
  const options = useOperation('filters.options', {});
  const [startMs, endMs] = [dayStart(from, timeZone), dayStart(to, timeZone, 1)];
  const problem = name.trim() === '' || startMs === null || endMs === null ? t('dialog.needs') : endMs <= startMs ? t('dialog.wrongDays') : null;
  const carried = { containers: container === '' ? [] : [container], words: words.trim(), posts: [...posts] };
  const save = async (): Promise<void> => {
    setTried(true);
    if (problem !== null || startMs === null || endMs === null) return;
    const saved = await workbench.run('initiatives.save', { ...(initiative === null ? {} : { id: initiative.id }), name: name.trim(), kind, startMs, endMs, aim: aim.trim(), hypothesisId: hypothesis === '' ? null : hypothesis, ...carried });
    workbench.failure.set(saved.ok ? null : saved.failure);
    if (saved.ok) onSaved(saved.value.id);
    else onClose();
  };
  const foretold = registered.status === 'value' ? registered.value.hypotheses : [];
  const pages = options.status === 'value' ? options.value.containers : [];
  return (
    <Dialog isOpen title={t(initiative === null ? 'dialog.add' : 'dialog.edit')} width="wide" onClose={onClose} footer={<><Button onPress={onClose}>{t('dialog.cancel')}</Button><Button variant="primary" onPress={() => void save()}>{t('dialog.save')}</Button></>}>
      <div className="finding-fields">
        <TextField label={t('dialog.name')} value={name} onChange={setName} maxLength={120} />
        <Select label={t('dialog.kind')} value={kind} options={KINDS.map((value) => ({ value, label: t(`kinds.${value}`) }))} onChange={setKind} />
        <DateField label={t('dialog.from')} value={from} onChange={setFrom} />
        <DateField label={t('dialog.to')} value={to} onChange={setTo} />
        <Select label={t('dialog.prediction')} value={hypothesis} options={[{ value: '', label: t('dialog.noPrediction') }, ...foretold.map((one) => ({ value: one.id, label: one.sentence === '' ? hypotheses(`measures.${one.measure}`) : one.sentence }))]} onChange={setHypothesis} />
        <Select label={t('dialog.containers')} value={container} options={[{ value: '', label: t('dialog.anyContainer') }, ...pages.map(({ value }) => ({ value, label: value }))]} onChange={setContainer} />
        <TextField label={t('dialog.words')} value={words} onChange={setWords} maxLength={200} />
        <TextArea label={t('dialog.aim')} value={aim} onChange={setAim} rows={2} maxLength={1000} />
      </div>
      {isTried && problem !== null && <p className="field-error" role="alert">{problem}</p>}
      <h3 className="initiative-posts-title">{t('dialog.posts')}</h3>
      <p className="chart-note">{t('dialog.wordsHint')}</p>
      {startMs !== null && endMs !== null && endMs > startMs && <PostPicker startMs={startMs} endMs={endMs} carried={carried} onPosts={setPosts} />}
    </Dialog>
  );
}

interface PostPickerProps {
  readonly startMs: number;
  readonly endMs: number;
  readonly carried: { readonly containers: string[]; readonly words: string; readonly posts: PostKey[] };
  readonly onPosts: (posts: readonly PostKey[]) => void;
}

function PostPicker({ startMs, endMs, carried, onPosts }: PostPickerProps) {
  const { t } = useTranslation('initiatives');
  const voice = useChartVoice();
  const { brand } = useScope();
  const [page, setPage] = useState(0);
  const state = useOperation('initiatives.posts', { ...(brand === undefined ? {} : { brand }), startMs, endMs, ...carried, page, size: SIZE });
  if (state.status !== 'value') return null;
  const { total, chosen, posts } = state.value;
  if (total === 0) return <p className="quiet-text">{t('dialog.noPosts')}</p>;
  const isSame = (one: PostKey, other: PostKey): boolean => one.network === other.network && one.kind === other.kind && one.nativeId === other.nativeId;
  return (
    <>
      <p role="status" className="chart-note">{voice.text('initiatives.dialog.chosen', { count: chosen })}</p>
      <ul className="initiative-posts">
        {posts.map(({ messageId, network, kind, nativeId, container, atMs, text, byRule, byHand }) => {
          const key = { network, kind, nativeId };
          return (
            <li key={messageId}>
              <Checkbox isSelected={byRule || byHand} isDisabled={byRule && !byHand} onChange={(isOn) => onPosts(isOn ? [...carried.posts, key] : carried.posts.filter((one) => !isSame(one, key)))}>
                {text === null || text === '' ? t('dialog.untitled') : text.slice(0, 140)}
                <span className="initiative-post-facts">{[atMs === null ? '' : voice.date(atMs), container ?? voice.network(network), byRule ? t('dialog.byRule') : ''].filter((part) => part !== '').join(' · ')}</span>
              </Checkbox>
            </li>
          );
        })}
      </ul>
      <PageButtons page={page} size={SIZE} total={total} onPage={setPage} />
    </>
  );
}
