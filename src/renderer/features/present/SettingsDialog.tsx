import { useState } from 'react';
import { FileTrigger } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { useWorkbench } from '../../state/workbench.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { TextField } from '../../ui/TextField.tsx';
import type { SettingsValue } from './report-view.ts';

const COLOUR = /^#[0-9A-Fa-f]{6}$/;
const LARGEST_LOGO = 500_000;

/** Title, client, agency, question, colour, fonts and logos of all reports of the project; saving is one change. */
export function SettingsDialog({ settings, onClose }: { readonly settings: SettingsValue; readonly onClose: () => void }) {
  const { t } = useTranslation('present');
  const workbench = useWorkbench();
  const [draft, setDraft] = useState(settings);
  const { look } = draft;
  const save = async (): Promise<void> => {
    const { title, client, agency, question } = draft;
    const saved = await workbench.run('present.save', { title, client, agency, question, look });
    if (!saved.ok) workbench.failure.set(saved.failure);
    else await workbench.refresh();
    onClose();
  };
  const isColour = COLOUR.test(look.accent);
  return (
    <Dialog isOpen title={t('dialog.title')} width="wide" onClose={onClose} footer={<><Button onPress={onClose}>{t('dialog.cancel')}</Button><Button variant="primary" isDisabled={!isColour} onPress={() => void save()}>{t('dialog.save')}</Button></>}>
      <div className="finding-fields report-fields">
        <TextField label={t('dialog.reportTitle')} value={draft.title} onChange={(title) => setDraft({ ...draft, title })} maxLength={200} description={t('dialog.titleHint')} />
        <TextField label={t('dialog.question')} value={draft.question} onChange={(question) => setDraft({ ...draft, question })} maxLength={500} description={t('dialog.questionHint')} />
        <TextField label={t('dialog.client')} value={draft.client} onChange={(client) => setDraft({ ...draft, client })} maxLength={200} />
        <TextField label={t('dialog.agency')} value={draft.agency} onChange={(agency) => setDraft({ ...draft, agency })} maxLength={200} />
        <TextField label={t('dialog.headingFont')} value={look.headingFont} onChange={(headingFont) => setDraft({ ...draft, look: { ...look, headingFont } })} maxLength={80} />
        <TextField label={t('dialog.bodyFont')} value={look.bodyFont} onChange={(bodyFont) => setDraft({ ...draft, look: { ...look, bodyFont } })} maxLength={80} />
        <TextField label={t('dialog.accent')} value={look.accent} onChange={(accent) => setDraft({ ...draft, look: { ...look, accent } })} maxLength={7} error={isColour ? undefined : t('dialog.wrongColour')} icon={<span className="report-swatch" style={{ background: isColour ? look.accent : 'transparent' }} aria-hidden="true" />} />
        <span />
        <LogoField label={t('dialog.clientLogo')} value={look.clientLogo} onChange={(clientLogo) => setDraft({ ...draft, look: { ...look, clientLogo } })} />
        <LogoField label={t('dialog.agencyLogo')} value={look.agencyLogo} onChange={(agencyLogo) => setDraft({ ...draft, look: { ...look, agencyLogo } })} />
      </div>
    </Dialog>
  );
}

function LogoField({ label, value, onChange }: { readonly label: string; readonly value: string | null; readonly onChange: (value: string | null) => void }) {
  const { t } = useTranslation('present');
  const [error, setError] = useState('');
  const read = (file: File | undefined): void => {
    if (file === undefined) return;
    if (file.size > LARGEST_LOGO || !/^image\/(png|jpeg)$/.test(file.type)) {
      setError(t('dialog.tooLarge'));
      return;
    }
    const reader = new FileReader();
    reader.addEventListener('load', () => {
      setError('');
      onChange(typeof reader.result === 'string' ? reader.result : null);
    });
    reader.readAsDataURL(file);
  };
  return (
    <div className="field">
      <span className="field-label">{label}</span>
      <span><FileTrigger acceptedFileTypes={['image/png', 'image/jpeg']} onSelect={(files) => read(files?.[0])}><Button size="small" aria-label={t('dialog.chooseOf', { label, choose: t('dialog.choose') })}>{t('dialog.choose')}</Button></FileTrigger></span>
      {error !== '' && <span className="field-error" role="alert">{error}</span>}
      {value !== null && <span className="report-logos"><img src={value} alt={label} /><Button size="small" variant="plain" onPress={() => onChange(null)}>{t('dialog.remove')}</Button></span>}
    </div>
  );
}
