import { FileUp } from 'lucide-react';
import { useState } from 'react';
import { FileTrigger } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { OperationValue } from '../../../contract/operations.ts';
import { useChartVoice } from '../../charts/use-chart-voice.ts';
import { useOperation } from '../../state/use-operation.ts';
import { useProject } from '../../state/use-project.ts';
import { useWorkbench } from '../../state/workbench.ts';
import { Answer } from '../../ui/Answer.tsx';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { Chip } from '../../ui/Chip.tsx';
import type { PageValue, ReportValue } from './report-view.ts';
import './room.css';

type CommentValue = OperationValue<'comments.list'>['comments'][number];

interface CommentsProps {
  readonly report: ReportValue;
  readonly page: PageValue;
  readonly onPage: (key: string) => void;
}

/** Comments that came back from a client room: those on this page, where others are open, and the way in for a file of them. */
export function CommentsCard({ report, page, onPage }: CommentsProps) {
  const { t } = useTranslation('room');
  const workbench = useWorkbench();
  const { readOnly } = useProject();
  const comments = useOperation('comments.list', {});
  const [said, setSaid] = useState('');
  const read = async (file: File | undefined): Promise<void> => {
    if (file === undefined) return;
    const taken = await workbench.run('comments.read', { file });
    if (!taken.ok) {
      workbench.failure.set(taken.failure);
      return;
    }
    await workbench.refresh();
    setSaid(t('comments.readDone', { comments: taken.value.comments, added: taken.value.added, same: taken.value.same }));
  };
  const mark = async (id: string, done: boolean): Promise<void> => {
    const marked = await workbench.run('comments.mark', { id, done });
    if (!marked.ok) workbench.failure.set(marked.failure);
    else await workbench.refresh();
  };
  return (
    <Card headingLevel={3} title={t('comments.title')} subtitle={t('comments.subtitle')}>
      <Answer state={comments} shape="lines" rows={2}>
        {(value) => <CommentList comments={value.comments} report={report} page={page} onPage={onPage} onMark={readOnly ? null : (id, done) => void mark(id, done)} />}
      </Answer>
      {!readOnly && (
        <div className="room-drop">
          <FileTrigger acceptedFileTypes={['.json']} onSelect={(files) => void read(files?.[0])}><Button size="small" className="page-link" icon={<FileUp size={14} aria-hidden="true" />}>{t('comments.read')}</Button></FileTrigger>
          <p className="quiet-text">{t('comments.hint')}</p>
        </div>
      )}
      <p role="status" className="report-written">{said}</p>
    </Card>
  );
}

interface ListProps extends CommentsProps {
  readonly comments: readonly CommentValue[];
  readonly onMark: ((id: string, done: boolean) => void) | null;
}

function CommentList({ comments, report, page, onPage, onMark }: ListProps) {
  const { t } = useTranslation('room');
  const voice = useChartVoice();
  const mine = comments.filter((comment) => comment.page === page.key);
  const open = comments.filter((comment) => comment.page !== page.key && !comment.done);
  const pages = report.pages.filter(({ key }) => open.some((comment) => comment.page === key));
  const gone = open.filter((comment) => !report.pages.some(({ key }) => key === comment.page));
  return (
    <>
      {mine.length === 0 && <p className="quiet-text">{t('comments.none')}</p>}
      <ul className="room-comments">{[...mine, ...gone].map((comment) => <CommentItem key={comment.id} comment={comment} isGone={comment.page !== page.key} onMark={onMark} />)}</ul>
      {pages.length > 0 && (
        <>
          <p className="quiet-text">{voice.text('room.comments.elsewhere', { count: open.length - gone.length })}</p>
          <ul className="report-editions">{pages.map(({ key, title }) => <li key={key}><button type="button" className="report-page-link page-link" onClick={() => onPage(key)}>{title.text}</button></li>)}</ul>
        </>
      )}
    </>
  );
}

function CommentItem({ comment: { id, about, written, text, author, at, day, done }, isGone, onMark }: { readonly comment: CommentValue; readonly isGone: boolean; readonly onMark: ListProps['onMark'] }) {
  const { t } = useTranslation('room');
  const voice = useChartVoice();
  const moment = Date.parse(`${day}T12:00:00Z`);
  return (
    <li data-done={done}>
      <p className="room-about"><b>{about}</b>{written !== '' && <span className="quiet-text">{t('comments.then', { written })}</span>} <Chip label={t(done ? 'comments.done' : 'comments.open')} tone={done ? 'neutral' : 'accent'} /></p>
      <p className="room-text">{text}</p>
      <p className="quiet-text">{t('comments.by', { author, date: voice.date(Date.parse(at)), day: Number.isNaN(moment) ? day : voice.date(moment) })}{isGone ? `; ${t('comments.gone')}` : ''}</p>
      {onMark !== null && <Button size="small" variant="plain" className="page-link" aria-label={t(done ? 'comments.reopenOf' : 'comments.closeOf', { author })} onPress={() => onMark(id, !done)}>{t(done ? 'comments.reopen' : 'comments.close')}</Button>}
    </li>
  );
}
