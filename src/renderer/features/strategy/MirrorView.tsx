import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OperationValue } from '../../../contract/operations.ts';
import { useChartVoice } from '../../charts/use-chart-voice.ts';
import { useScope } from '../../state/navigation.ts';
import { useSidePanel } from '../../state/panels.ts';
import { useOperation } from '../../state/use-operation.ts';
import { useProject } from '../../state/use-project.ts';
import { useWorkbench } from '../../state/workbench.ts';
import { Answer } from '../../ui/Answer.tsx';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { DataTable } from '../../ui/DataTable.tsx';
import { Measure } from '../../ui/Measure.tsx';
import { PageButtons } from '../../ui/PageButtons.tsx';
import { Select } from '../../ui/Select.tsx';
import { BasisForm } from './BasisForm.tsx';
import { smallShareParts } from './company-words.ts';

const SIZE = 20;
const CHOICES = ['none', 'agency', 'client'] as const;
const VERDICTS = ['open', 'adopted', 'not-adopted'] as const;
type Mirror = OperationValue<'mirror.account'>;
type Side = Mirror['both'][number]['side'];

/** The agency and its client in the mirror: who waits for whom, what was promised, proposed and adopted. */
export function MirrorView() {
  const scope = useScope();
  const [page, setPage] = useState(0);
  const mirror = useOperation('mirror.account', { ...scope, page, size: SIZE });
  const { t } = useTranslation('companies');
  return (
    <Answer state={mirror} shape="lines" rows={8}>
      {(value) => (
        <div className="strategy-stack">
          <SidesCard value={value} />
          {value.ready ? (
            <>
              {value.both.map((one) => <SideCard key={one.side} one={one} />)}
              <BetweenCard value={value} />
              <AdviceCard value={value} page={page} onPage={setPage} />
            </>
          ) : <p className="quiet-text">{t('notReady')}</p>}
        </div>
      )}
    </Answer>
  );
}

function useSides(value: Mirror): (changed: { readonly key: string; readonly side: Side | null }) => Promise<void> {
  const workbench = useWorkbench();
  return async ({ key, side }) => {
    const keysOf = (wanted: Side): string[] => value.sides.filter((one) => (one.key === key ? side : one.side) === wanted).map((one) => one.key);
    const outcome = await workbench.run('mirror.setSides', { agency: keysOf('agency'), client: keysOf('client') });
    if (!outcome.ok) workbench.failure.set(outcome.failure);
    else await workbench.refresh();
  };
}

function SidesCard({ value }: { readonly value: Mirror }) {
  const { t } = useTranslation('companies');
  const voice = useChartVoice();
  const { readOnly } = useProject();
  const set = useSides(value);
  return (
    <Card title={t('mirror')} subtitle={t('mirrorSubtitle')}>
      {value.sides.length > 0 && (
        <DataTable
          caption={t('sides')} dense rows={value.sides} rowKey={({ key }) => key}
          columns={[
            { key: 'company', label: t('columns.company'), cell: ({ name }) => name },
            { key: 'people', label: t('columns.people'), align: 'end', cell: ({ people }) => voice.count(people) },
            { key: 'messages', label: t('columns.messages'), align: 'end', cell: ({ messages }) => voice.count(messages) },
            { key: 'side', label: t('sides'), cell: ({ key, name, side }) => (readOnly ? t(`side.${side ?? 'none'}`) : <Select label={t('sideOf', { name })} hideLabel value={side ?? 'none'} options={CHOICES.map((choice) => ({ value: choice, label: t(`side.${choice}`) }))} onChange={(choice) => void set({ key, side: choice === 'none' ? null : choice })} />) },
          ]}
        />
      )}
    </Card>
  );
}

function SideCard({ one }: { readonly one: Mirror['both'][number] }) {
  const { t } = useTranslation('companies');
  const voice = useChartVoice();
  const { openMessages, openMetric } = useSidePanel();
  const definition = (): void => openMetric('agency-mirror');
  const shares = ['withinDay', 'withinWeek'] as const;
  return (
    <Card title={t(`waitsFor.${one.side}`)}>
      <div className="company-figures">
        {shares.map((key) => <Measure key={key} label={t(`measure.${key}`)} {...smallShareParts(one[key], voice)} onDefinition={definition} />)}
        <Measure label={t('measure.median')} value={one.medianSeconds === null ? t('few') : voice.duration(one.medianSeconds)} n={voice.count(one.turns)} tooFew={one.medianSeconds === null} onDefinition={definition} />
        <Measure label={t('measure.open')} value={voice.count(one.open)} n={voice.count(one.turns)} onDefinition={definition} {...(one.open === 0 ? {} : { onOpen: () => openMessages({ messageIds: one.openIds }, { title: t('openTurns') }) })} />
        <Measure label={t('measure.opened')} value={voice.count(one.opened)} onDefinition={definition} />
        <Measure label={`${t('measure.proposals')} (${t(`side.${one.side}`)})`} value={voice.count(one.proposals)} interval={`${t('measure.unsolicited')}: ${voice.count(one.unsolicited)}`} onDefinition={definition} />
        <Measure label={t('measure.adopted')} {...smallShareParts(one.adopted, voice)} onDefinition={definition} />
      </div>
    </Card>
  );
}

function BetweenCard({ value }: { readonly value: Mirror }) {
  const { t } = useTranslation('companies');
  const voice = useChartVoice();
  const { readOnly } = useProject();
  const { promises, reciprocity, referents } = value;
  return (
    <Card title={t('referents')}>
      <p>{reciprocity === null ? t('noReciprocity') : t('reciprocity', { value: voice.number(reciprocity) })}</p>
      <p>{t('promises', { kept: promises.kept, late: promises.late, broken: promises.broken, unverifiable: promises.unverifiable, open: promises.open })} {t('voices', { voices: promises.voices, of: promises.of })}</p>
      {referents.reason !== null && <p className="quiet-text">{t(referents.reason === 'no-basis' ? 'noBasis' : 'fewPeople')}</p>}
      {referents.people.length > 0 && (
        <DataTable
          caption={t('referents')} dense rows={referents.people} rowKey={({ accountId }) => accountId}
          columns={[
            { key: 'person', label: t('columns.person'), cell: ({ name, side }) => `${name} · ${t(`side.${side}`)}` },
            { key: 'proposals', label: t('measure.proposals'), align: 'end', cell: ({ proposals }) => voice.count(proposals) },
            { key: 'unsolicited', label: t('measure.unsolicited'), align: 'end', cell: ({ unsolicited }) => voice.count(unsolicited) },
            { key: 'adopted', label: t('verdict.adopted'), align: 'end', cell: ({ adopted }) => voice.count(adopted) },
          ]}
        />
      )}
      {!readOnly && <BasisForm key={value.basis?.atMs ?? 0} basis={value.basis} />}
    </Card>
  );
}

function AdviceCard({ value, page, onPage }: { readonly value: Mirror; readonly page: number; readonly onPage: (page: number) => void }) {
  const { t } = useTranslation('companies');
  const voice = useChartVoice();
  const workbench = useWorkbench();
  const { readOnly } = useProject();
  const { openMessages } = useSidePanel();
  const judge = async (messageId: number, verdict: (typeof VERDICTS)[number]): Promise<void> => {
    const outcome = await workbench.run('mirror.judge', { messageId, verdict });
    if (!outcome.ok) workbench.failure.set(outcome.failure);
    else await workbench.refresh();
  };
  return (
    <Card title={t('advice')} subtitle={voice.text('companies.adviceSubtitle', { count: value.total })}>
      <ul className="kept-findings">
        {value.advice.map(({ messageId, side, atMs, text, solicited, suggestion, replyId, verdict }) => (
          <li key={messageId} className="kept-finding">
            <p className="kept-sentence">{text.slice(0, 240)}</p>
            <p className="kept-facts"><span>{t(`side.${side}`)}</span><span>{voice.date(atMs)}</span><span>{t(solicited ? 'solicited' : 'own')}</span><span>{suggestion === null ? t('noSuggestion') : t(`suggestion.${suggestion}`)}</span></p>
            <div className="kept-ways">
              {readOnly ? <span>{t(`verdict.${verdict}`)}</span> : <Select label={t('verdictOf', { text: text.slice(0, 60) })} hideLabel value={verdict} options={VERDICTS.map((one) => ({ value: one, label: t(`verdict.${one}`) }))} onChange={(next) => void judge(messageId, next)} />}
              <Button size="small" variant="plain" aria-label={`${t('thread')}: ${text.slice(0, 60)}`} onPress={() => openMessages({ messageIds: replyId === null ? [messageId] : [messageId, replyId] }, { title: t('advice') })}>{t('thread')}</Button>
            </div>
          </li>
        ))}
      </ul>
      <PageButtons page={page} size={SIZE} total={value.total} onPage={onPage} />
    </Card>
  );
}
