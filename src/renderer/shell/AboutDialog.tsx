import { ArrowLeft } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OperationValue } from '../../contract/operations.ts';
import { useFormats } from '../i18n/use-formats.ts';
import { useOperation } from '../state/use-operation.ts';
import { Answer } from '../ui/Answer.tsx';
import { Button } from '../ui/Button.tsx';
import { DataTable } from '../ui/DataTable.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { PageButtons } from '../ui/PageButtons.tsx';

const SIZE = 25;
type Shipped = OperationValue<'support.licences'>['packages'][number];

/** What the program is: its version, how a new one comes, and the licences of what it is made of. */
export function AboutDialog({ isOpen, onClose }: { readonly isOpen: boolean; readonly onClose: () => void }) {
  const { t } = useTranslation('support');
  return (
    <Dialog title={t('about.title')} isOpen={isOpen} onClose={onClose} width="wide">
      {isOpen && <About />}
    </Dialog>
  );
}

function About() {
  const { t } = useTranslation('support');
  const formats = useFormats();
  const about = useOperation('support.about', {});
  return (
    <div className="support-sheet">
      <Answer state={about} shape="lines" rows={4}>
        {({ version, builtOn, host, runtimes }) => (
          <dl className="support-facts">
            <dt>{t('about.version')}</dt>
            <dd>{version}</dd>
            <dt>{t('about.built')}</dt>
            <dd>{builtOn === null ? t('about.fromSources') : formats.date(Date.parse(`${builtOn}T12:00:00Z`))}</dd>
            <dt>{t('about.runsIn')}</dt>
            <dd>{t(`about.hosts.${host}`)}</dd>
            <dt>{t('about.madeOn')}</dt>
            <dd>{runtimes.map((one) => `${one.name} ${one.version}`).join(', ')}</dd>
          </dl>
        )}
      </Answer>
      <section className="support-part">
        <h3>{t('about.news')}</h3>
        <p>{t('about.newsText')}</p>
        <p>{t('about.offline')}</p>
      </section>
      <section className="support-part">
        <h3>{t('about.licences')}</h3>
        <Licences />
      </section>
    </div>
  );
}

function Licences() {
  const { t } = useTranslation('support');
  const [page, setPage] = useState(0);
  const [shown, setShown] = useState<Shipped | null>(null);
  const state = useOperation('support.licences', { page, size: SIZE });
  if (shown !== null) return <LicenceText shipped={shown} onBack={() => setShown(null)} />;
  return (
    <Answer state={state} shape="lines" rows={8}>
      {({ packages, total }) => (
        <>
          <p className="quiet-text">{t('about.licencesNote', { count: total })}</p>
          <DataTable
            caption={t('about.licences')}
            dense
            rows={packages}
            rowKey={({ name, version }) => `${name}@${version}`}
            columns={[
              { key: 'name', label: t('about.package'), cell: ({ name }) => name },
              { key: 'version', label: t('about.version'), cell: ({ version }) => version },
              { key: 'licence', label: t('about.licence'), cell: ({ licence }) => licence ?? t('about.unstated') },
              { key: 'text', label: t('about.text'), cell: (row) => (row.hasText ? <Button size="small" variant="plain" aria-label={t('about.readOf', { name: row.name })} onPress={() => setShown(row)}>{t('about.read')}</Button> : t('about.noText')) },
            ]}
          />
          <PageButtons page={page} size={SIZE} total={total} onPage={setPage} />
        </>
      )}
    </Answer>
  );
}

function LicenceText({ shipped: { name, version }, onBack }: { readonly shipped: Shipped; readonly onBack: () => void }) {
  const { t } = useTranslation('support');
  const state = useOperation('support.licenceText', { name, version });
  return (
    <>
      <div className="support-back">
        <Button size="small" variant="plain" icon={<ArrowLeft size={16} aria-hidden="true" />} onPress={onBack}>{t('about.back')}</Button>
        <strong>{`${name} ${version}`}</strong>
      </div>
      <Answer state={state} shape="lines" rows={8}>
        {({ text }) => <pre className="support-text" role="group" aria-label={t('about.textOf', { name })} tabIndex={0}>{text ?? t('about.noText')}</pre>}
      </Answer>
    </>
  );
}
