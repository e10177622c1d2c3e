import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useChartVoice } from '../../charts/use-chart-voice.ts';
import { useSidePanel } from '../../state/panels.ts';
import { Button } from '../../ui/Button.tsx';
import { DataTable } from '../../ui/DataTable.tsx';
import { PageButtons } from '../../ui/PageButtons.tsx';
import { Segmented } from '../../ui/Segmented.tsx';
import { CONFLICTS_A_PAGE, partName, partWords, type Conflict, type OpenedFile } from './conflict-words.ts';

type Side = 'mine' | 'theirs';
type Choices = ReadonlyMap<string, Side>;

interface ComingProps {
  readonly opened: OpenedFile;
  readonly onPage: (page: number) => void;
  readonly onTake: (choices: Choices, others: Side) => void;
  readonly onLeave: () => void;
}

/** What a file would bring, kind by kind, with the conflicts to settle before it is taken in. */
export function ComingDecisions({ opened: { preview, page }, onPage, onTake, onLeave }: ComingProps) {
  const { t } = useTranslation('decisions');
  const voice = useChartVoice();
  const [others, setOthers] = useState<Side>('mine');
  const [choices, setChoices] = useState<Choices>(new Map());
  const sum = (name: 'new' | 'absent'): number => preview.sections.reduce((total, section) => total + section[name], 0);
  const chosen = [...choices.values()].filter((side) => side === 'theirs').length;
  const unchosen = preview.total - choices.size;
  const taken = sum('new') + chosen + (others === 'theirs' ? unchosen : 0);
  const all = (side: Side): void => {
    setOthers(side);
    setChoices(new Map());
  };
  return (
    <div className="decisions-coming">
      <p>{t('in.from', { from: preview.from, date: voice.dateTime(preview.madeAtMs) })}</p>
      <DataTable
        dense
        caption={t('table.caption')}
        rows={preview.sections}
        rowKey={({ section }) => section}
        columns={[
          { key: 'section', label: t('table.section'), cell: ({ section }) => t(`sections.${section}`) },
          { key: 'new', label: t('table.new'), align: 'end', cell: (row) => voice.count(row.new) },
          { key: 'same', label: t('table.same'), align: 'end', cell: ({ same }) => voice.count(same) },
          { key: 'conflicts', label: t('table.conflicts'), align: 'end', cell: ({ conflicts }) => voice.count(conflicts) },
          { key: 'absent', label: t('table.absent'), align: 'end', cell: ({ absent }) => voice.count(absent) },
        ]}
      />
      {sum('absent') > 0 && <p className="chart-note">{t('table.absentNote')}</p>}
      {preview.total > 0 && (
        <section className="conflicts">
          <h3>{voice.text('decisions.conflicts.title', { count: preview.total })}</h3>
          <p className="quiet-text">{t('conflicts.text')}</p>
          <div className="decisions-row">
            <Button size="small" className="page-link" onPress={() => all('mine')}>{t('conflicts.allMine')}</Button>
            <Button size="small" className="page-link" onPress={() => all('theirs')}>{t('conflicts.allTheirs')}</Button>
          </div>
          <ul className="conflict-list">
            {preview.conflicts.map((conflict) => <ConflictItem key={conflict.key} conflict={conflict} side={choices.get(conflict.key) ?? others} onSide={(side) => setChoices(new Map([...choices, [conflict.key, side]]))} />)}
          </ul>
          <PageButtons page={page} size={CONFLICTS_A_PAGE} total={preview.total} onPage={onPage} />
        </section>
      )}
      <div className="decisions-row">
        <Button variant="primary" className="page-link" isDisabled={taken === 0} onPress={() => onTake(choices, others)}>{t('take')}</Button>
        <Button className="page-link" onPress={onLeave}>{t('in.leave')}</Button>
        <span role="status" className="quiet-text">{voice.text('decisions.takeCount', { count: taken })}</span>
      </div>
    </div>
  );
}

function ConflictItem({ conflict, side, onSide }: { readonly conflict: Conflict; readonly side: Side; readonly onSide: (side: Side) => void }) {
  const { t } = useTranslation('decisions');
  const voice = useChartVoice();
  const { openMessages } = useSidePanel();
  const { section, subject, messageId, fields, more } = conflict;
  return (
    <li className="conflict">
      <div className="conflict-head">
        <p><b>{t(`sections.${section}`)}</b> {subject}</p>
        <Segmented label={t('conflicts.side', { subject: subject === '' ? t(`sections.${section}`) : subject })} value={side} options={(['mine', 'theirs'] as const).map((value) => ({ value, label: t(`conflicts.${value}`) }))} onChange={onSide} />
      </div>
      <dl className="conflict-parts">
        {fields.map((part) => (
          <div key={part.field}>
            <dt>{partName(part, voice)}</dt>
            <dd data-holds={side === 'mine'}><span>{t('conflicts.mine')}</span> {partWords(part.field, part.mine, voice)}</dd>
            <dd data-holds={side === 'theirs'}><span>{t('conflicts.theirs')}</span> {partWords(part.field, part.theirs, voice)}</dd>
          </div>
        ))}
      </dl>
      {more > 0 && <p className="quiet-text">{voice.text('decisions.conflicts.more', { count: more })}</p>}
      {messageId !== null && <Button variant="plain" size="small" onPress={() => openMessages({ messageIds: [messageId] }, { title: t('conflicts.message'), count: 1 })}>{t('conflicts.message')}</Button>}
    </li>
  );
}
