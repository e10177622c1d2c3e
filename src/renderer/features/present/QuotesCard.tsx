import { Quote } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useOperation } from '../../state/use-operation.ts';
import { useProject } from '../../state/use-project.ts';
import { useWorkbench } from '../../state/workbench.ts';
import { Answer } from '../../ui/Answer.tsx';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { MaskDialog, type MaskStart } from './MaskDialog.tsx';
import type { PageValue, ReportValue } from './report-view.ts';
import './room.css';

const MOST_QUOTES = 3;

/** Quotes of a page that a person told in other words: let in, rewritten and taken away; each is one change. */
export function QuotesCard({ report, page }: { readonly report: ReportValue; readonly page: PageValue }) {
  const { t } = useTranslation('room');
  const workbench = useWorkbench();
  const { readOnly } = useProject();
  const quotes = useOperation('quotes.list', { language: report.language });
  const [start, setStart] = useState<MaskStart | null>(null);
  const remove = async (id: string): Promise<void> => {
    const removed = await workbench.run('quotes.remove', { id });
    if (!removed.ok) workbench.failure.set(removed.failure);
    else await workbench.refresh();
  };
  return (
    <Card headingLevel={3} title={t('quotes.title')} subtitle={t('quotes.subtitle')}>
      <Answer state={quotes} shape="lines" rows={2}>
        {(value) => {
          const mine = value.quotes.filter((quote) => quote.page === page.key);
          return (
            <>
              {mine.length === 0 && <p className="quiet-text">{t('quotes.none')}</p>}
              <ul className="room-quotes">
                {mine.map(({ id, text, voice, state, messageId }) => (
                  <li key={id}>
                    <blockquote lang={report.language}>{text}</blockquote>
                    {voice && <p className="quiet-text">{t('quotes.voice')}</p>}
                    {state !== 'shown' && <p className="report-flag">{t(`quotes.${state}`)}</p>}
                    {!readOnly && (
                      <div className="report-edit-ways">
                        {messageId !== null && <Button size="small" variant="plain" className="page-link" aria-label={t('quotes.editOf', { text })} onPress={() => setStart({ messageId, text })}>{t('quotes.edit')}</Button>}
                        <Button size="small" variant="plain" className="page-link" aria-label={t('quotes.removeOf', { text })} onPress={() => void remove(id)}>{t('quotes.remove')}</Button>
                      </div>
                    )}
                  </li>
                ))}
              </ul>
              {!readOnly && <Button size="small" className="page-link" icon={<Quote size={14} aria-hidden="true" />} isDisabled={mine.length >= MOST_QUOTES} onPress={() => setStart({ messageId: null, text: '' })}>{t('quotes.choose')}</Button>}
              {mine.length >= MOST_QUOTES && <p className="quiet-text">{t('quotes.full')}</p>}
            </>
          );
        }}
      </Answer>
      {start !== null && <MaskDialog start={start} page={page.key} language={report.language} onClose={() => setStart(null)} />}
    </Card>
  );
}
