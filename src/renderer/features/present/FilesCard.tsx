import { FileDown, LayoutTemplate } from 'lucide-react';
import { useState } from 'react';
import { FileTrigger } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { useScope } from '../../state/navigation.ts';
import { saveBytes } from '../../state/save-text.ts';
import { useCsvSeparator } from '../../state/use-csv-separator.ts';
import { usePreferences } from '../../state/use-preferences.ts';
import { useWorkbench } from '../../state/workbench.ts';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import type { FileFormat, ReportValue } from './report-view.ts';

const LARGEST_TEMPLATE = 30_000_000;
const FORMATS: readonly FileFormat[] = ['pptx', 'pdf', 'html', 'xlsx', 'csv'];

/** A chosen template as base64; null where none was chosen, or one over thirty megabytes, which no deck needs. Never throws: a file that cannot be read is an empty template, which is refused when it is filled. */
async function templateOf(file: File | undefined): Promise<{ readonly name: string; readonly base64: string } | null> {
  if (file === undefined || file.size > LARGEST_TEMPLATE) return null;
  const address = await new Promise<string>((resolve) => {
    const reader = new FileReader();
    reader.addEventListener('loadend', () => resolve(typeof reader.result === 'string' ? reader.result : ''));
    reader.readAsDataURL(file);
  });
  return { name: file.name, base64: address.slice(address.indexOf(',') + 1) };
}

/** Writes the report in one format and hands it over as a file. */
export function FilesCard({ report, edition, hasPdf }: { readonly report: ReportValue; readonly edition: string; readonly hasPdf: boolean }) {
  const { t } = useTranslation('present');
  const workbench = useWorkbench();
  const scope = useScope();
  const { csv } = usePreferences();
  const separator = useCsvSeparator();
  const [busy, setBusy] = useState<FileFormat | null>(null);
  const [written, setWritten] = useState('');
  const [template, setTemplate] = useState<{ readonly name: string; readonly base64: string } | null>(null);
  const write = async (format: FileFormat): Promise<void> => {
    setBusy(format);
    setWritten('');
    const made = await workbench.bridge.call('present.write', { ...(edition === '' ? { ...scope, audience: report.audience } : { edition }), language: report.language, formats: [format === 'pdf' ? 'print' : format], ...(csv === 'language' ? {} : { separator }), ...(format === 'pptx' && template !== null ? { template: template.base64 } : {}) });
    const file = made.ok ? made.value.files[0] : undefined;
    if (!made.ok || file === undefined) {
      if (!made.ok) workbench.failure.set(made.failure);
      setBusy(null);
      return;
    }
    const name = file.name.replace(/\.print\.html$/, '.pdf');
    if (format === 'pdf') {
      const printed = await workbench.bridge.call('host.printPdf', { html: new TextDecoder().decode(Uint8Array.from(atob(file.base64), (letter) => letter.codePointAt(0) ?? 0)) });
      if (printed.ok) saveBytes(name, printed.value.base64, 'application/pdf');
      else workbench.failure.set(printed.failure);
      if (printed.ok) setWritten(name);
    } else {
      saveBytes(name, file.base64, file.mediaType);
      setWritten(name);
    }
    setBusy(null);
  };
  return (
    <Card headingLevel={3} title={t('files.title')} subtitle={t('files.subtitle')}>
      <ul className="report-files">
        {FORMATS.map((format) => (
          <li key={format}>
            <Button size="small" className="page-link" icon={<FileDown size={14} aria-hidden="true" />} isDisabled={busy !== null || (format === 'pdf' && !hasPdf)} onPress={() => void write(format)}>{t(`files.${format}`)}</Button>
            <span className="quiet-text">{format === 'pdf' && !hasPdf ? t('files.noPdf') : t(`files.hint.${format}`)}</span>
          </li>
        ))}
      </ul>
      <div className="report-template">
        <FileTrigger acceptedFileTypes={['.pptx', '.potx']} onSelect={(files) => void templateOf(files?.[0]).then(setTemplate)}><Button size="small" variant="plain" className="page-link" icon={<LayoutTemplate size={14} aria-hidden="true" />}>{t('files.template')}</Button></FileTrigger>
        <p className="quiet-text">{template === null ? t('files.templateHint') : t('files.templateChosen', { name: template.name })}</p>
      </div>
      <p role="status" className="report-written">{busy !== null ? t('files.writing') : written === '' ? '' : t('files.written', { name: written })}</p>
    </Card>
  );
}
