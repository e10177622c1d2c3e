import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useProject } from '../../state/use-project.ts';
import { useWorkbench } from '../../state/workbench.ts';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import type { PageValue, ReportValue } from './report-view.ts';

/** The sentence and the notes of a page, to be changed by hand; each can go back to its rule, and says when its figures have moved since. */
export function PageWords({ report, page }: { readonly report: ReportValue; readonly page: PageValue }) {
  const { t } = useTranslation('present');
  const place = report.pages.findIndex(({ key }) => key === page.key) + 1;
  return (
    <Card headingLevel={3} title={t('page.of', { number: place, total: report.pages.length })}>
      <Words key={`title:${page.key}:${page.title.text}`} report={report} page={page} part="title" />
      <Words key={`notes:${page.key}:${page.notes.text}`} report={report} page={page} part="notes" />
    </Card>
  );
}

function Words({ report, page, part }: { readonly report: ReportValue; readonly page: PageValue; readonly part: 'title' | 'notes' }) {
  const { t } = useTranslation('present');
  const workbench = useWorkbench();
  const { readOnly } = useProject();
  const said = page[part];
  const [draft, setDraft] = useState(said.text);
  const keep = async (text: string | null): Promise<void> => {
    const saved = await workbench.run('present.edit', { page: page.key, part, language: report.language, text, figures: [...page.figures] });
    if (!saved.ok) workbench.failure.set(saved.failure);
    else await workbench.refresh();
  };
  const changed = draft.trim() !== said.text && draft.trim() !== '';
  return (
    <div className="report-edit">
      <label className="field">
        <span className="field-label">{t(`page.${part}`)}</span>
        <textarea className="input report-textarea" rows={part === 'title' ? 3 : 4} maxLength={2000} lang={report.language} value={draft} readOnly={readOnly} onChange={({ target }) => setDraft(target.value)} />
      </label>
      {said.flag !== null && <p className="report-flag" role="status">{t(`flag.${said.flag}`)}</p>}
      {said.edited && <p className="quiet-text">{t('page.edited')}. {t('page.byRule', { text: said.byRule })}</p>}
      <div className="report-edit-ways">
        <Button size="small" className="page-link" isDisabled={!changed || readOnly} onPress={() => void keep(draft.trim())}>{t('page.save')}</Button>
        {said.edited && <Button size="small" variant="plain" className="page-link" isDisabled={readOnly} onPress={() => void keep(null)}>{t('page.reset')}</Button>}
      </div>
    </div>
  );
}
