import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useChartVoice } from '../../charts/use-chart-voice.ts';
import type { OperationValue } from '../../../contract/operations.ts';
import { useScope } from '../../state/navigation.ts';
import { useSidePanel } from '../../state/panels.ts';
import { useOperation } from '../../state/use-operation.ts';
import { useProject } from '../../state/use-project.ts';
import { useWorkbench } from '../../state/workbench.ts';
import { Answer } from '../../ui/Answer.tsx';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { DataTable } from '../../ui/DataTable.tsx';
import { PageButtons } from '../../ui/PageButtons.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { smallShareWords } from './company-words.ts';

const SIZE = 20;
type Companies = OperationValue<'companies.list'>;

/** Companies instead of people: who writes for which, what each was answered, and the longer windows with their effect. */
export function CompaniesView() {
  const scope = useScope();
  const [page, setPage] = useState(0);
  const [tried, setTried] = useState<Companies['tried'] | null>(null);
  const companies = useOperation('companies.list', { ...scope, page, size: SIZE, ...(tried === null ? {} : { tried }) });
  return (
    <Answer state={companies} shape="lines" rows={8}>
      {(value) => (
        <div className="strategy-stack">
          <PresetCard value={value} onTry={setTried} />
          <CompaniesCard value={value} page={page} onPage={setPage} />
          {value.without.length > 0 && <WithoutCard key={value.without.length} value={value} />}
        </div>
      )}
    </Answer>
  );
}

function PresetCard({ value, onTry }: { readonly value: Companies; readonly onTry: (tried: Companies['tried']) => void }) {
  const { t } = useTranslation('companies');
  const voice = useChartVoice();
  const workbench = useWorkbench();
  const { readOnly } = useProject();
  const { preset, tried, effect } = value;
  const [hours, setHours] = useState(String(tried.followUpHours));
  const [days, setDays] = useState(String(tried.horizonDays));
  const [followUpHours, horizonDays] = [Number(hours), Number(days)];
  const isValid = Number.isInteger(followUpHours) && followUpHours >= 1 && followUpHours <= 2160 && Number.isInteger(horizonDays) && horizonDays >= 1 && horizonDays <= 90;
  const set = async (): Promise<void> => {
    const outcome = await workbench.run('business.set', { on: !preset.on, followUpHours: isValid ? followUpHours : preset.followUpHours, horizonDays: isValid ? horizonDays : preset.horizonDays });
    if (!outcome.ok) workbench.failure.set(outcome.failure);
    else await workbench.refresh();
  };
  const attempt = (): void => {
    if (isValid) onTry({ followUpHours, horizonDays });
  };
  const mean = (seconds: number | null): string => (seconds === null ? t('few') : voice.duration(seconds));
  const rows = [
    ...(['requests', 'people', 'companies'] as const).map((key) => ({ key, before: voice.count(effect.before[key]), after: voice.count(effect.after[key]) })),
    ...(['withinDay', 'withinHorizon'] as const).map((key) => ({ key, before: smallShareWords(effect.before[key], voice), after: smallShareWords(effect.after[key], voice) })),
    { key: 'mean' as const, before: mean(effect.before.meanSeconds), after: mean(effect.after.meanSeconds) },
  ];
  return (
    <Card title={`${t('preset')}: ${t(preset.on ? 'isOn' : 'isOff')}`} subtitle={t('presetSubtitle')} actions={readOnly ? undefined : <Button size="small" className="page-link" onPress={() => void set()}>{t(preset.on ? 'turnOff' : 'turnOn')}</Button>}>
      <form className="company-fields" onSubmit={(event) => { event.preventDefault(); attempt(); }}>
        <TextField label={t('hours')} value={hours} onChange={setHours} maxLength={4} />
        <TextField label={t('days')} value={days} onChange={setDays} maxLength={2} />
        <Button type="submit" size="small" className="page-link" isDisabled={!isValid}>{t('effect')}</Button>
      </form>
      <DataTable caption={t('effect')} dense rows={rows} rowKey={({ key }) => key} columns={[{ key: 'what', label: '', cell: ({ key }) => t(`effectRows.${key}`) }, { key: 'before', label: t('before'), cell: ({ before }) => before }, { key: 'after', label: t('after'), cell: ({ after }) => after }]} />
    </Card>
  );
}

function CompaniesCard({ value, page, onPage }: { readonly value: Companies; readonly page: number; readonly onPage: (page: number) => void }) {
  const { t } = useTranslation('companies');
  const voice = useChartVoice();
  const { t: charts } = useTranslation('charts');
  const { openMessages, openMetric } = useSidePanel();
  const { total, people, bases, companies } = value;
  return (
    <Card title={t('title')} subtitle={voice.text('companies.subtitle', { count: total, people: voice.count(people) })} actions={<Button size="small" variant="plain" className="page-link" onPress={() => openMetric('company')}>{charts('frame.definition')}</Button>}>
      <p className="chart-note">{t('bases', { hand: voice.count(bases.hand), file: voice.count(bases.file), domain: voice.count(bases.domain), profile: voice.count(bases.profile), none: voice.count(bases.none) })}</p>
      {companies.length === 0 ? <p className="quiet-text">{t('none')}</p> : (
        <DataTable
          caption={t('title')} rows={companies} rowKey={({ key }) => key}
          columns={[
            { key: 'company', label: t('columns.company'), cell: ({ name, members }) => <details><summary>{name}</summary><ul className="company-people">{members.map((member) => <li key={member.accountId}>{member.name} · {voice.count(member.messages)} · {t(`basis.${member.basis}`)}</li>)}</ul></details> },
            { key: 'people', label: t('columns.people'), align: 'end', cell: (row) => voice.count(row.people) },
            { key: 'requests', label: t('columns.requests'), align: 'end', cell: ({ requests, messageIds, name }) => (requests === 0 ? voice.count(0) : <Button size="small" variant="plain" aria-label={`${voice.count(requests)} · ${t('openRequests', { name })}`} onPress={() => openMessages({ messageIds }, { title: t('openRequests', { name }) })}>{voice.count(requests)}</Button>) },
            { key: 'answered', label: t('columns.answered'), cell: ({ answered }) => smallShareWords(answered, voice) },
            { key: 'basis', label: t('columns.basis'), cell: ({ basis }) => t(`basis.${basis}`) },
          ]}
        />
      )}
      <PageButtons page={page} size={SIZE} total={total} onPage={onPage} />
    </Card>
  );
}

function WithoutCard({ value }: { readonly value: Companies }) {
  const { t } = useTranslation('companies');
  const voice = useChartVoice();
  const workbench = useWorkbench();
  const { readOnly } = useProject();
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set());
  const [name, setName] = useState('');
  const toggle = (id: number): void => setChosen((before) => new Set(before.has(id) ? [...before].filter((one) => one !== id) : [...before, id]));
  const assign = async (): Promise<void> => {
    const outcome = await workbench.run('companies.assign', { accountIds: [...chosen], company: name.trim() });
    if (!outcome.ok) workbench.failure.set(outcome.failure);
    else await workbench.refresh();
    setChosen(new Set());
  };
  return (
    <Card title={t('without')}>
      <DataTable
        caption={t('without')} dense rows={value.without} rowKey={({ accountId }) => accountId}
        columns={[
          { key: 'person', label: t('columns.person'), cell: (person) => (readOnly ? person.name : <label className="company-choice"><input type="checkbox" className="keep-button" aria-label={t('choose', { name: person.name })} checked={chosen.has(person.accountId)} onChange={() => toggle(person.accountId)} /> {person.name}</label>) },
          { key: 'messages', label: t('columns.messages'), align: 'end', cell: ({ messages }) => voice.count(messages) },
        ]}
      />
      {!readOnly && (
        <form className="company-fields" onSubmit={(event) => { event.preventDefault(); void assign(); }}>
          <TextField label={t('company')} value={name} onChange={setName} maxLength={120} />
          <Button type="submit" size="small" className="page-link" isDisabled={chosen.size === 0 || name.trim() === ''}>{t('assign')}</Button>
        </form>
      )}
    </Card>
  );
}
