import { X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { INTENTS } from '../../../../domain/model/codes.ts';
import { networkName } from '../../../../domain/wording/network-name.ts';
import { useScope } from '../../../state/navigation.ts';
import { useOperation } from '../../../state/use-operation.ts';
import { useProject } from '../../../state/use-project.ts';
import { Button } from '../../../ui/Button.tsx';
import { IconButton } from '../../../ui/IconButton.tsx';
import { dayOf, dayStart } from '../../../../domain/model/local-days.ts';
import { DateField } from '../../../ui/DateField.tsx';
import { filteredBy, isFiltered, type LiveFilters, type ShowState } from './show-state.ts';
import type { LiveStanding } from './use-deck.ts';

interface BarProps {
  readonly state: ShowState;
  readonly standing: LiveStanding;
  readonly onFilter: (live: LiveFilters) => void;
  readonly onClose: () => void;
}

/** Network, kind of request and period of the page that is shown; says when a page is not made from them. Nothing is kept. */
export function LiveFilterBar({ state, standing, onFilter, onClose }: BarProps) {
  const { t } = useTranslation(['present', 'codes', 'shell']);
  const { brand, filters } = useScope();
  const options = useOperation('filters.options', brand === undefined ? {} : { brand });
  const { live } = state;
  const { timeZone } = useProject();
  const networks = options.status === 'value' ? options.value.networks.map(({ value }) => value).filter((value) => filters?.networks === undefined || filters.networks.includes(value)) : [];
  const set = (change: { readonly [Key in keyof LiveFilters]?: LiveFilters[Key] | undefined }): void => onFilter(filteredBy(state, { ...live, ...change }).live);
  const toggled = <Value extends string>(list: readonly Value[] | undefined, value: Value): Value[] => (list?.includes(value) === true ? list.filter((other) => other !== value) : [...(list ?? []), value]);
  return (
    <section className="show-filters" aria-label={t('show.filters')}>
      <Choices label={t('shell:filterKinds.networks')} values={networks} chosen={live.networks ?? []} name={(value) => networkName(value, t('shell:networkUnknown'))} onToggle={(value) => set({ networks: toggled(live.networks, value) })} />
      <Choices label={t('shell:filterKinds.intents')} values={INTENTS} chosen={live.intents ?? []} name={(value) => t(`codes:intent.${value}`)} onToggle={(value) => set({ intents: toggled(live.intents, value) })} />
      <div className="show-period">
        <DateField label={t('shell:filterFrom')} value={dayOf(live.fromMs, timeZone)} onChange={(day) => set({ fromMs: dayStart(day, timeZone) ?? undefined })} />
        <DateField label={t('shell:filterTo')} value={dayOf(live.toMs, timeZone, -1)} onChange={(day) => set({ toMs: dayStart(day, timeZone, 1) ?? undefined })} />
      </div>
      <p role="status" className="show-standing">{standing === 'none' || standing === 'filtered' ? t('show.hint') : t(`show.standing.${standing}`)}</p>
      <div className="show-filter-ways">
        <Button size="small" className="page-link" isDisabled={!isFiltered(state)} onPress={() => onFilter({})}>{t('show.asWritten')}</Button>
        <IconButton size="small" className="page-link" icon={<X size={16} aria-hidden="true" />} label={t('show.closeFilters')} onPress={onClose} />
      </div>
    </section>
  );
}

interface ChoicesProps<Value extends string> {
  readonly label: string;
  readonly values: readonly Value[];
  readonly chosen: readonly Value[];
  readonly name: (value: Value) => string;
  readonly onToggle: (value: Value) => void;
}

function Choices<Value extends string>({ label, values, chosen, name, onToggle }: ChoicesProps<Value>) {
  return (
    <div role="group" aria-label={label} className="show-choices">
      <span className="show-choices-label" aria-hidden="true">{label}</span>
      {values.map((value) => <button key={value} type="button" className="show-choice page-link" aria-pressed={chosen.includes(value)} onClick={() => onToggle(value)}>{name(value)}</button>)}
    </div>
  );
}
