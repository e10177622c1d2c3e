import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OperationValue } from '../../../contract/operations.ts';
import { useChartVoice } from '../../charts/use-chart-voice.ts';
import { useScope } from '../../state/navigation.ts';
import { useOperation } from '../../state/use-operation.ts';
import { useProject } from '../../state/use-project.ts';
import { useWorkbench } from '../../state/workbench.ts';
import { Answer } from '../../ui/Answer.tsx';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { TextField } from '../../ui/TextField.tsx';

type EditionLine = OperationValue<'editions.list'>['editions'][number];

interface EditionsProps {
  /** The edition that is looked at; empty for the report of today. */
  readonly chosen: string;
  readonly onChoose: (id: string) => void;
}

/** Closed editions: an edition is closed on what is seen now, opened as it was, and taken away; each is one change. */
export function EditionsCard({ chosen, onChoose }: EditionsProps) {
  const { t } = useTranslation('present');
  const workbench = useWorkbench();
  const { readOnly } = useProject();
  const { brand, filters } = useScope();
  const editions = useOperation('editions.list', {});
  const [name, setName] = useState('');
  const [isClosing, setClosing] = useState(false);
  const [said, setSaid] = useState('');
  const voice = useChartVoice();
  const close = async (): Promise<void> => {
    setClosing(true);
    const { fromMs, toMs } = filters ?? {};
    const closed = await workbench.run('editions.close', { name: name.trim(), ...(brand === undefined ? {} : { brand }), ...(fromMs === undefined ? {} : { fromMs }), ...(toMs === undefined ? {} : { toMs }) });
    setClosing(false);
    if (!closed.ok) {
      workbench.failure.set(closed.failure);
      return;
    }
    setName('');
    const { judged, waiting, unmeasured, unjudged } = closed.value;
    setSaid(unjudged ? t('editions.unjudged') : [...(judged > 0 ? [voice.text('present.editions.judged', { count: judged })] : []), ...(waiting > 0 ? [voice.text('present.editions.waiting', { count: waiting })] : []), ...(unmeasured > 0 ? [voice.text('present.editions.unmeasured', { count: unmeasured })] : [])].join(' '));
    await workbench.refresh();
  };
  const remove = async (id: string): Promise<void> => {
    const removed = await workbench.run('editions.remove', { id });
    if (!removed.ok) workbench.failure.set(removed.failure);
    else await workbench.refresh();
    if (id === chosen) onChoose('');
  };
  return (
    <Card headingLevel={3} title={t('editions.title')} subtitle={t('editions.subtitle')}>
      <Answer state={editions} shape="lines" rows={2}>
        {(value) => (
          <>
            <ul className="report-editions">
              {value.editions.map((edition) => <EditionItem key={edition.id} edition={edition} isChosen={edition.id === chosen} onChoose={onChoose} onRemove={readOnly ? null : (id) => void remove(id)} />)}
              {value.editions.length === 0 && <li className="quiet-text">{t('editions.none')}</li>}
            </ul>
            {chosen !== '' && <Button size="small" className="page-link" onPress={() => onChoose('')}>{t('editions.today')}</Button>}
          </>
        )}
      </Answer>
      {!readOnly && (
        <div className="report-edit">
          <TextField label={t('editions.name')} value={name} onChange={setName} maxLength={120} description={t('editions.hint')} />
          <div className="report-edit-ways"><Button size="small" className="page-link" isDisabled={name.trim() === '' || isClosing} onPress={() => void close()}>{isClosing ? t('editions.closing') : t('editions.close')}</Button></div>
          <p role="status" className="quiet-text">{said}</p>
        </div>
      )}
    </Card>
  );
}

function EditionItem({ edition: { id, name, fromMs, toMs, closedMs, judged }, isChosen, onChoose, onRemove }: { readonly edition: EditionLine; readonly isChosen: boolean; readonly onChoose: (id: string) => void; readonly onRemove: ((id: string) => void) | null }) {
  const { t } = useTranslation('present');
  const voice = useChartVoice();
  const period = fromMs === null && toMs === null ? t('editions.whole') : t('editions.period', { from: fromMs === null ? '…' : voice.date(fromMs), to: toMs === null ? '…' : voice.date(toMs - 1) });
  return (
    <li>
      <button type="button" className="report-page-link page-link" aria-current={isChosen ? 'true' : undefined} onClick={() => onChoose(id)}>{name}</button>
      <span className="quiet-text">{period}; {t('editions.closed', { date: voice.date(closedMs) })}{judged > 0 && `; ${voice.text('present.editions.judgedThen', { count: judged })}`}</span>
      {onRemove !== null && <Button size="small" variant="plain" className="page-link" aria-label={t('editions.removeOf', { name })} onPress={() => onRemove(id)}>{t('editions.remove')}</Button>}
    </li>
  );
}
