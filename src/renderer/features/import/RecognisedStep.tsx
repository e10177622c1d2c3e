import { useTranslation } from 'react-i18next';
import { useFormatWords } from '../../i18n/use-format-words.ts';
import { useFormats } from '../../i18n/use-formats.ts';
import { networkName } from '../../../domain/wording/network-name.ts';
import { Card } from '../../ui/Card.tsx';
import { Chip } from '../../ui/Chip.tsx';
import { FailureNotice } from '../../ui/FailureNotice.tsx';
import { Select } from '../../ui/Select.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { FileParts } from './FileParts.tsx';
import { takenDrafts, type ImportDraft, type Preview } from './import-draft.ts';
import { warningText } from './import-words.ts';
import { useImportDesk } from './use-import-desk.ts';

const ENCODINGS = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252', 'iso-8859-1', 'iso-8859-15', 'macintosh'];
const DELIMITERS = [
  { value: ',', word: 'comma' },
  { value: ';', word: 'semicolon' },
  { value: '\t', word: 'tab' },
  { value: '|', word: 'pipe' },
] as const;
const NETWORKS = ['facebook', 'instagram', 'x', 'youtube', 'tiktok', 'linkedin', 'reddit', 'mastodon', 'google-maps', 'trustpilot', 'zendesk', 'freshdesk'];
const HEADER_ROWS = 10;
/** Files shown one by one; a folder's further ones are recognised alike. */
const SHOWN_FILES = 25;

/** How every file was recognised, each with the choices that change it. */
export function RecognisedStep() {
  const { t } = useTranslation('importing');
  const { t: common } = useTranslation('common');
  const { state } = useImportDesk();
  const taken = takenDrafts(state);
  return (
    <>
      <p className="quiet-text import-intro">{t('recognisedText')}</p>
      {taken.slice(0, SHOWN_FILES).map((draft) => {
        const look = state.previews[draft.id];
        return (
          <Card key={draft.id} title={draft.path}>
            {look?.failure != null && <FailureNotice failure={look.failure} where={draft.path} />}
            {look?.preview != null ? <RecognisedFile draft={draft} preview={look.preview} /> : look?.failure == null && <Skeleton shape="lines" rows={3} label={common('loading')} />}
          </Card>
        );
      })}
      {taken.length > SHOWN_FILES && <p className="quiet-text">{t('recognisedMore', { n: taken.length - SHOWN_FILES })}</p>}
    </>
  );
}

function RecognisedFile({ draft, preview }: { readonly draft: ImportDraft; readonly preview: Preview }) {
  const { t } = useTranslation('importing');
  const formats = useFormats();
  const { desk } = useImportDesk();
  const words = useFormatWords();
  const formatList = words.ids.map((id) => ({ value: id, label: words.name(id) }));
  const change = (part: Partial<ImportDraft>): void => desk.changeDraft(draft.id, part);
  const encodings = [...new Set([preview.encoding.toLowerCase(), ...ENCODINGS])];
  const network = draft.network ?? preview.mapping.network ?? '';
  const networks = [...new Set([...(network === '' ? [] : [network]), ...NETWORKS])];
  const namesNetwork = preview.columns.some(({ field }) => field === 'network');
  const namesContainer = preview.columns.some(({ field }) => field === 'container');
  return (
    <>
      <p className="chip-row">
        <Chip tone="accent" label={preview.format === null ? t('formatAuto') : words.name(preview.format)} />
        {preview.format !== null && preview.confidence > 0 && <Chip label={t('confidence', { share: formats.floorPercent(preview.confidence) })} />}
        <Chip label={formats.bytes(preview.bytes)} />
      </p>
      <div className="field-grid">
        <Select label={t('format')} description={words.description(draft.format ?? preview.format ?? 'csv') ?? undefined} value={draft.format ?? preview.format ?? 'csv'} onChange={(format) => change({ format })} options={formatList} />
        {preview.isTable && <Select label={t('encoding')} value={(draft.encoding ?? preview.encoding).toLowerCase()} onChange={(encoding) => change({ encoding })} options={encodings.map((name) => ({ value: name, label: name.toUpperCase() }))} />}
        {preview.delimiter !== null && <Select label={t('delimiter')} value={draft.delimiter ?? preview.delimiter ?? ','} onChange={(delimiter) => change({ delimiter })} options={DELIMITERS.map(({ value, word }) => ({ value, label: t(`delimiters.${word}`) }))} />}
        {preview.delimiter !== null && <Select
          label={t('headerRow')}
          value={String(preview.headerRow)}
          onChange={(row) => change({ headerRow: Number(row) })}
          options={Array.from({ length: Math.max(HEADER_ROWS, preview.headerRow + 1) }, (_, row) => ({ value: String(row), label: t('headerRowValue', { n: row + 1 }) }))}
        />}
        {preview.isTable && (namesNetwork ? (
          <TextField label={t('network')} isDisabled value={t('networkFromColumn')} onChange={() => undefined} />
        ) : (
          <Select label={t('network')} value={network === '' ? null : network} placeholder={t('networkChoose')} onChange={(value) => change({ network: value })} options={networks.map((name) => ({ value: name, label: networkName(name) }))} />
        ))}
        {preview.isTable && !namesContainer && (
          <TextField label={t('containerName')} description={t('containerHint')} value={draft.containerName ?? preview.mapping.container?.name ?? ''} onChange={(containerName) => change({ containerName })} />
        )}
      </div>
      {preview.parts.length + preview.unread.length > 1 && <FileParts preview={preview} />}
      {preview.warnings.length > 0 && (
        <div className="import-warnings">
          <h3>{t('warnings')}</h3>
          <ul>
            {preview.warnings.map((warning) => (
              <li key={warning.code}>{warningText(warning, t, formats)}</li>
            ))}
          </ul>
        </div>
      )}
    </>
  );
}
