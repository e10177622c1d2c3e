import { Download, X } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ROLES } from '../../../domain/model/codes.ts';
import { useChartVoice } from '../../charts/use-chart-voice.ts';
import { useTableCsv } from '../../charts/use-table-csv.ts';
import { saveText } from '../../state/save-text.ts';
import { useProject } from '../../state/use-project.ts';
import { useTribeNames } from '../../state/use-tribe-names.ts';
import { Button } from '../../ui/Button.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { Select } from '../../ui/Select.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { AT_A_BRAND, bulkSentence, type BulkRole } from './bulk-change.ts';
import { chosenTable } from './chosen-table.ts';
import type { ListedProfile } from './people-types.ts';
import { useBulkDesk, type BulkDesk } from './use-bulk-desk.ts';

const GIVEN: readonly BulkRole[] = ROLES.filter((role) => role !== 'unknown');
const NO_BRAND = '';

/** What can be done with all chosen people at once: a role, a tribe, a tag, a note, a table. Each is one change; above fifty people it is told first. */
export function PeopleBulkBar({ profiles, onLeave }: { readonly profiles: readonly ListedProfile[]; readonly onLeave: () => void }) {
  const { t } = useTranslation('people');
  const voice = useChartVoice();
  const tableCsv = useTableCsv();
  const { readOnly } = useProject();
  const desk = useBulkDesk(profiles);
  return (
    <section className="bulk-bar people-bulk" role="group" aria-label={t('bulk.tools')}>
      <div className="people-bulk-head">
        <p className="bulk-count" role="status">
          {voice.text('people.bulk.chosen', { count: profiles.length })}
          {desk.done !== null && ` · ${voice.text('people.bulk.done', { count: desk.done })}`}
        </p>
        <Button size="small" variant="plain" className="keep-button" icon={<Download size={14} aria-hidden="true" />} onPress={() => saveText(t('bulk.file'), tableCsv(chosenTable(profiles, voice)))}>{t('bulk.csv')}</Button>
        <IconButton size="small" className="keep-button" icon={<X size={14} />} label={t('bulk.leave')} onPress={onLeave} />
      </div>
      {desk.waiting === null ? !readOnly && <BulkTools desk={desk} /> : (
        <div className="people-bulk-ask" role="alert">
          <p>{bulkSentence(desk.waiting, profiles, voice)} {t('bulk.undo')}</p>
          <Button size="small" variant="plain" className="keep-button" onPress={desk.leave}>{t('bulk.no')}</Button>
          <Button size="small" variant="primary" className="keep-button" onPress={desk.confirm}>{t('bulk.yes')}</Button>
        </div>
      )}
    </section>
  );
}

function BulkTools({ desk: { ask, isBusy } }: { readonly desk: BulkDesk }) {
  const { t } = useTranslation('people');
  const voice = useChartVoice();
  const { brands } = useProject();
  const own = [...useTribeNames()].filter(([id]) => id.startsWith('own:'));
  const [role, setRole] = useState<BulkRole | null>(null);
  const [brand, setBrand] = useState(brands.find((known) => known.own)?.name ?? NO_BRAND);
  const [tribe, setTribe] = useState<string | null>(null);
  const [tag, setTag] = useState('');
  const [note, setNote] = useState('');
  const needsBrand = role !== null && AT_A_BRAND.has(role) && brand === NO_BRAND;
  const putTribe = (on: boolean): void => {
    if (tribe !== null) ask({ kind: 'tribe', id: tribe, name: own.find(([id]) => id === tribe)?.[1] ?? tribe, on });
  };
  const isTagged = tag.trim() !== '';
  return (
    <div className="people-bulk-tools">
      <span className="people-bulk-tool">
        <Select size="small" hideLabel label={t('bulk.role')} placeholder={t('bulk.role')} value={role} options={GIVEN.map((value) => ({ value, label: voice.text(`codes.role.${value}`) }))} onChange={setRole} />
        <Select size="small" hideLabel label={t('bulk.brand')} value={brand} options={[...brands.map(({ name }) => ({ value: name, label: name })), { value: NO_BRAND, label: t('bulk.noBrand') }]} onChange={setBrand} />
        <Button size="small" className="keep-button" isDisabled={role === null || needsBrand || isBusy} onPress={() => { if (role !== null) ask({ kind: 'role', role, brand: role === 'bot' || brand === NO_BRAND ? null : brand }); }}>{t('bulk.give')}</Button>
      </span>
      {own.length > 0 && (
        <span className="people-bulk-tool">
          <Select size="small" hideLabel label={t('bulk.tribe')} placeholder={t('bulk.tribe')} value={tribe} options={own.map(([value, label]) => ({ value, label }))} onChange={setTribe} />
          <Button size="small" className="keep-button" isDisabled={tribe === null || isBusy} onPress={() => putTribe(true)}>{t('bulk.in')}</Button>
          <Button size="small" variant="plain" className="keep-button" isDisabled={tribe === null || isBusy} onPress={() => putTribe(false)}>{t('bulk.out')}</Button>
        </span>
      )}
      <span className="people-bulk-tool">
        <TextField label={t('bulk.tag')} hideLabel placeholder={t('bulk.tag')} value={tag} onChange={setTag} maxLength={40} />
        <Button size="small" className="keep-button" isDisabled={!isTagged || isBusy} onPress={() => ask({ kind: 'tag', tag: tag.trim(), on: true })}>{t('bulk.add')}</Button>
        <Button size="small" variant="plain" className="keep-button" isDisabled={!isTagged || isBusy} onPress={() => ask({ kind: 'tag', tag: tag.trim(), on: false })}>{t('bulk.take')}</Button>
      </span>
      <span className="people-bulk-tool">
        <TextField label={t('bulk.note')} hideLabel placeholder={t('bulk.note')} value={note} onChange={setNote} maxLength={1000} />
        <Button size="small" className="keep-button" isDisabled={note.trim() === '' || isBusy} onPress={() => ask({ kind: 'note', text: note.trim() })}>{t('bulk.write')}</Button>
      </span>
    </div>
  );
}
