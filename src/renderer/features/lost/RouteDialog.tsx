import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DEPARTMENTS, ROUTE_STATES } from '../../../domain/model/value-piece.ts';
import { useChartVoice } from '../../charts/use-chart-voice.ts';
import { useOperation } from '../../state/use-operation.ts';
import { Button } from '../../ui/Button.tsx';
import { dayMs, dayText } from '../../ui/day-text.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { Select } from '../../ui/Select.tsx';
import { DateField } from '../../ui/DateField.tsx';
import { TextField } from '../../ui/TextField.tsx';
import type { DepartmentCode, LostPiece, RouteStateCode, RouteSubject } from './lost-words.ts';
import type { LostDesk } from './use-lost-desk.ts';

/** What is routed: one thing with the route it has, or several at once. */
export interface RoutedThing {
  readonly subjects: readonly RouteSubject[];
  readonly text: string;
  readonly department: DepartmentCode | null;
  readonly byHand: boolean;
  readonly route: LostPiece['route'];
}

/** Owner, due date, state and note of what is routed; fields left as they are change nothing. */
export function RouteDialog({ thing, desk, onClose }: { readonly thing: RoutedThing; readonly desk: LostDesk; readonly onClose: () => void }) {
  const { t } = useTranslation('lost');
  const voice = useChartVoice();
  const { subjects, route, byHand } = thing;
  const isOne = subjects.length === 1;
  const [first] = subjects;
  const [department, setDepartment] = useState<DepartmentCode | 'proposed' | 'unchanged'>(isOne ? (byHand ? (thing.department ?? 'proposed') : 'proposed') : 'unchanged');
  const [owner, setOwner] = useState(route?.owner ?? '');
  const [due, setDue] = useState(dayText(route?.dueMs ?? null));
  const [state, setState] = useState<RouteStateCode | 'unchanged'>(route?.state ?? (isOne ? 'proposed' : 'unchanged'));
  const [stateDay, setStateDay] = useState('');
  const [note, setNote] = useState(route?.note ?? '');
  const history = useOperation('lost.history', isOne && first !== undefined && route !== null ? { messageId: first.messageId, piece: first.piece } : null);
  const steps = history.status === 'value' ? (history.value.routes.find(({ scope }) => scope === (first?.scope ?? 'piece'))?.steps ?? []) : [];
  const save = async (): Promise<void> => {
    const stateAtMs = dayMs(stateDay);
    const isSaved = await desk.decide('lost.route', {
      subjects: [...subjects],
      ...(department === 'unchanged' ? {} : { department: department === 'proposed' ? null : department }),
      ...(isOne || owner.trim() !== '' ? { owner } : {}),
      ...(isOne || due !== '' ? { dueMs: dayMs(due) } : {}),
      ...(state === 'unchanged' ? {} : { state, ...(stateAtMs === null ? {} : { stateAtMs }) }),
      ...(isOne || note.trim() !== '' ? { note } : {}),
    }, t('saved'));
    if (isSaved) onClose();
  };
  const clear = async (): Promise<void> => {
    if (await desk.decide('lost.route', { subjects: [...subjects], clear: true }, t('saved'))) onClose();
  };
  const unchanged = isOne ? [] : [{ value: 'unchanged' as const, label: t('dialog.unchanged') }];
  return (
    <Dialog
      isOpen
      title={isOne ? t('dialog.title') : voice.text('lost.dialog.titleMany', { count: subjects.length })}
      onClose={onClose}
      width="wide"
      footer={
        <>
          {route !== null && <Button variant="danger" onPress={() => void clear()}>{t('dialog.clear')}</Button>}
          <Button onPress={onClose}>{t('dialog.cancel')}</Button>
          <Button variant="primary" onPress={() => void save()}>{t('dialog.save')}</Button>
        </>
      }
    >
      {thing.text !== '' && <blockquote className="lost-quote">{thing.text}</blockquote>}
      {first?.scope === 'group' && <p className="quiet-text">{t('dialog.group')}</p>}
      <div className="lost-fields">
        <Select label={t('dialog.department')} value={department} options={[...unchanged, { value: 'proposed' as const, label: t('dialog.proposed') }, ...DEPARTMENTS.map((value) => ({ value, label: t(`department.${value}`) }))]} onChange={setDepartment} />
        <TextField label={t('dialog.owner')} value={owner} onChange={setOwner} maxLength={200} description={t('dialog.ownerHint')} />
        <DateField label={t('dialog.due')} value={due} onChange={setDue} />
        <Select label={t('dialog.state')} value={state} options={[...unchanged, ...ROUTE_STATES.map((value) => ({ value, label: t(`route.${value}`) }))]} onChange={setState} />
        <DateField label={t('dialog.stateDate')} value={stateDay} onChange={setStateDay} description={t('dialog.stateDateHint')} />
        <TextField label={t('dialog.note')} value={note} onChange={setNote} maxLength={2000} />
      </div>
      {steps.length > 0 && (
        <section className="lost-steps">
          <h3>{t('dialog.history')}</h3>
          <ol>{steps.map(({ state: step, atMs }, place) => <li key={`${String(place)} ${step}`}>{t(`route.${step}`)} · {voice.date(atMs)}</li>)}</ol>
        </section>
      )}
    </Dialog>
  );
}
