import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OperationValue } from '../../../contract/operations.ts';
import { useChartVoice } from '../../charts/use-chart-voice.ts';
import { useFilters, useLocation, useScope } from '../../state/navigation.ts';
import { useSidePanel } from '../../state/panels.ts';
import { useOperation } from '../../state/use-operation.ts';
import { useProject } from '../../state/use-project.ts';
import { useWorkbench } from '../../state/workbench.ts';
import { Button } from '../../ui/Button.tsx';
import { Chip } from '../../ui/Chip.tsx';
import { DataTable } from '../../ui/DataTable.tsx';
import { Select } from '../../ui/Select.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { tribeName } from '../../charts/tribe-name.ts';
import type { Tribe } from './map-marks.ts';
import type { MapSelection } from './map-selection.ts';

export interface SelectionCardProps {
  readonly selection: MapSelection;
  /** The people chosen; null while they are counted. */
  readonly people: OperationValue<'value.accounts'> | null;
  readonly tribes: readonly Tribe[];
  readonly onClear: () => void;
}

const MOST_PEOPLE = 5000;

/** What is chosen on the map: how many, who (those with most traces first), their messages, and the tribe they can become. */
export function SelectionCard({ selection, people, tribes, onClear }: SelectionCardProps) {
  const { t } = useTranslation('tribes');
  const voice = useChartVoice();
  const scope = useScope();
  const { go } = useLocation();
  const { openMessages } = useSidePanel();
  // kept here: the list below goes while people are counted anew, which a tribe just made brings about
  const [told, setTold] = useState('');
  const [made, setMade] = useState<string | null>(null);
  const { filters, toggle } = useFilters();
  const byPeople = selection.kind === 'lasso' && people !== null && people.total > 0 && people.total <= MOST_PEOPLE ? { ...scope, accountIds: people.chosenIds } : null;
  const behindInput = selection.kind === 'box' ? { ...scope, box: selection.box } : byPeople;
  const behind = useOperation('messages.list', behindInput === null ? null : { ...behindInput, page: 0, size: 1, orderBy: 'newest' });
  const messages = behind.status === 'value' && !behind.refreshing ? behind.value.total : null;
  const name = t(selection.kind === 'box' ? 'brush.box' : 'lasso.shape');
  return (
    <div className="map-selection">
      <p className="box-chosen" role="status">
        <Chip tone="accent" label={people === null ? name : voice.text('tribes.brush.selected', { count: people.total })} onRemove={onClear} removeLabel={t(selection.kind === 'box' ? 'brush.clear' : 'lasso.clear')} />
        {behindInput !== null && <Button size="small" onPress={() => openMessages(behindInput, { title: name, ...(messages === null ? {} : { count: messages }) })}>{messages === null ? t('brush.open') : t('brush.openCount', { n: voice.count(messages) })}</Button>}
      </p>
      {people !== null && people.total > 0 && (
        <>
          <DataTable
            dense
            caption={t('lasso.people')}
            rows={people.accounts}
            rowKey={({ accountId }) => accountId}
            columns={[
              { key: 'name', label: t('lasso.profile'), cell: ({ accountId, accountName, network }) => <Button size="small" variant="plain" onPress={() => go({ path: ['people', 'account', String(accountId)] })}>{accountName === '' ? voice.network(network) : accountName}</Button> },
              { key: 'network', label: t('card.networks'), cell: ({ network }) => voice.network(network) },
              { key: 'created', label: t('map.created'), align: 'end', cell: ({ created }) => voice.points(created) },
              { key: 'consumed', label: t('map.consumed'), align: 'end', cell: ({ consumedTotal }) => voice.points(consumedTotal) },
              { key: 'bookings', label: t('lasso.traces'), align: 'end', cell: ({ bookings }) => voice.count(bookings) },
            ]}
          />
          {people.total > people.accounts.length && <p className="chart-note">{voice.text('tribes.lasso.first', { count: people.accounts.length, of: voice.count(people.total) })}</p>}
          {people.total > MOST_PEOPLE ? <p className="chart-note">{voice.text('tribes.lasso.tooMany', { count: MOST_PEOPLE })}</p> : <TribeOfChosen accountIds={people.chosenIds} tribes={tribes} onTold={setTold} onMade={setMade} />}
        </>
      )}
      <p role="status" className="chart-note chosen-told">{told}</p>
      {made !== null && <Button size="small" aria-pressed={filters.tribes?.includes(made) ?? false} onPress={() => toggle('tribes', made)}>{t('card.filter')}</Button>}
    </div>
  );
}

/** Makes a tribe of the chosen people, or divides one of the lens into them and the others. */
function TribeOfChosen({ accountIds, tribes, onTold, onMade }: { readonly accountIds: readonly number[]; readonly tribes: readonly Tribe[]; readonly onTold: (words: string) => void; readonly onMade: (tribe: string) => void }) {
  const { t } = useTranslation('tribes');
  const voice = useChartVoice();
  const workbench = useWorkbench();
  const { readOnly } = useProject();
  const [name, setName] = useState('');
  const [others, setOthers] = useState('');
  const [divided, setDivided] = useState<string>('none');
  const whole = tribes.find(({ id }) => id === divided) ?? null;
  const ready = name.trim() !== '' && (whole === null || others.trim() !== '');
  const save = async (): Promise<void> => {
    const outcome = whole === null
      ? await workbench.run('tribes.savePeople', { name, accountIds: [...accountIds] })
      : await workbench.run('tribes.split', { id: whole.id, by: { accountIds: [...accountIds] }, names: [name, others] });
    if (!outcome.ok) {
      onTold(voice.text('tribes.lasso.notSaved'));
      return;
    }
    onTold('sizes' in outcome.value ? voice.text('tribes.lasso.split', { name, first: voice.count(outcome.value.sizes[0]), others, second: voice.count(outcome.value.sizes[1]) }) : voice.text('tribes.lasso.saved', { name, count: outcome.value.size }));
    onMade('id' in outcome.value ? outcome.value.id : outcome.value.ids[0]);
    setName('');
    setOthers('');
    setDivided('none');
    await workbench.refresh();
  };
  if (readOnly) return null;
  return (
    <form
      className="tribe-of-chosen"
      aria-label={t('lasso.make')}
      onSubmit={(event) => {
        event.preventDefault();
        if (ready) void save();
      }}
    >
      <TextField label={t('lasso.name')} value={name} onChange={setName} maxLength={80} />
      <Select label={t('lasso.divides')} value={divided} options={[{ value: 'none', label: t('lasso.dividesNone') }, ...tribes.filter(({ size }) => size > 0).map((tribe) => ({ value: tribe.id, label: tribeName(tribe, voice) }))]} onChange={setDivided} />
      {whole !== null && <TextField label={t('lasso.othersName')} value={others} onChange={setOthers} maxLength={80} />}
      <Button type="submit" isDisabled={!ready}>{t(whole === null ? 'lasso.save' : 'lasso.divide')}</Button>
    </form>
  );
}
