import { useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChartTable } from '../../charts/chart-table.ts';
import { useChartVoice } from '../../charts/use-chart-voice.ts';
import { useScope } from '../../state/navigation.ts';
import { stableText } from '../../state/operation-cache.ts';
import { useSidePanel } from '../../state/panels.ts';
import { useOperation } from '../../state/use-operation.ts';
import { useProject } from '../../state/use-project.ts';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { DataTable } from '../../ui/DataTable.tsx';
import { FailureNotice } from '../../ui/FailureNotice.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { SaveTable } from './SaveTable.tsx';
import { useWeightDraft, type WeightDraft } from './use-weight-draft.ts';
import type { WeightsValue } from './value-words.ts';

const CALM_MS = 350;

/** The table of weights: typed here, with what it would change told before it is kept; every version kept can come back. */
export function WeightsCard({ weights }: { readonly weights: WeightsValue }) {
  const { t, i18n } = useTranslation('value');
  const voice = useChartVoice();
  const { openMetric } = useSidePanel();
  const { readOnly } = useProject();
  const separator = i18n.language.startsWith('it') ? ',' : '.';
  // every digit: what is typed must come back as it was
  const written = useCallback((value: number): string => String(value).replace('.', separator), [separator]);
  const draft = useWeightDraft(weights, written);
  const [note, setNote] = useState('');
  const { version, rules, versions } = weights;
  const [latest] = versions;
  const name = (rule: string): string => voice.text(`tribes.rules.${rule}`);
  const table = (): ChartTable => ({
    caption: t('weights.title'),
    columns: [{ key: 'rule', label: t('weights.rule') }, { key: 'weight', label: t('weights.weight'), numeric: true }, { key: 'default', label: t('weights.byDefault'), numeric: true }, { key: 'entries', label: t('weights.entries'), numeric: true }, { key: 'points', label: t('weights.points'), numeric: true }],
    rows: rules.map(({ rule, weight, defaultWeight, bookings, points }) => [name(rule), written(weight), written(defaultWeight), String(bookings), voice.plain(points)]),
  });
  return (
    <Card
      className="weights-card"
      title={t('weights.title')}
      subtitle={version === null || latest === undefined ? t('weights.default') : t('weights.inForce', { version, date: voice.dateTime(latest.atMs) })}
      actions={<SaveTable label={t('weights.csv')} fileName="value-weights.csv" table={table} />}
      foot={<Button variant="plain" size="small" onPress={() => openMetric('weights')}>{t('definitions.weights')}</Button>}
    >
      {draft.failure !== null && <FailureNotice failure={draft.failure} onDismiss={draft.dismiss} />}
      <DataTable
        dense
        caption={t('weights.title')}
        rows={rules}
        rowKey={({ rule }) => rule}
        columns={[
          { key: 'rule', label: t('weights.rule'), cell: ({ rule }) => name(rule) },
          { key: 'weight', label: t('weights.weight'), align: 'end', cell: ({ rule }) => <TextField label={t('weights.field', { rule: name(rule) })} hideLabel value={draft.typed[rule] ?? ''} onChange={(text) => draft.type(rule, text)} isDisabled={readOnly} error={draft.isInvalid(rule) ? t('weights.invalid') : undefined} /> },
          { key: 'default', label: t('weights.byDefault'), align: 'end', cell: ({ defaultWeight }) => <span className="value-quiet">{voice.number(defaultWeight)}</span> },
          { key: 'entries', label: t('weights.entries'), align: 'end', cell: ({ bookings }) => voice.count(bookings) },
          { key: 'points', label: t('weights.points'), align: 'end', cell: ({ points }) => voice.points(points) },
        ]}
      />
      {!readOnly && (
        <>
          <Effect draft={draft} />
          <div className="weights-save">
            <TextField label={t('weights.note')} value={note} onChange={setNote} maxLength={500} />
            <Button
              variant="primary"
              isDisabled={draft.table === null}
              onPress={() => {
                void draft.save(note);
                setNote('');
              }}
            >
              {t('weights.save')}
            </Button>
            <Button isDisabled={rules.every(({ rule, weight }) => draft.typed[rule] === written(weight))} onPress={draft.reset}>{t('weights.reset')}</Button>
            <Button isDisabled={rules.every(({ rule, defaultWeight }) => draft.typed[rule] === written(defaultWeight))} onPress={draft.toDefault}>{t('weights.toDefault')}</Button>
          </div>
          <p className="value-told" role="status">
            {draft.saved !== null && (
              <>
                {t('weights.saved', { version: draft.saved })} <Button variant="plain" size="small" onPress={() => void draft.undo()}>{t('weights.undo')}</Button>
              </>
            )}
          </p>
        </>
      )}
      {versions.length > 0 && <Versions weights={weights} draft={draft} readOnly={readOnly} />}
    </Card>
  );
}

/** What the table being typed would change, counted once typing pauses. */
function Effect({ draft }: { readonly draft: WeightDraft }) {
  const { t } = useTranslation('value');
  const voice = useChartVoice();
  const scope = useScope();
  const text = draft.table === null ? '' : stableText(draft.table);
  const [tried, setTried] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setTried(text), CALM_MS);
    return () => clearTimeout(timer);
  }, [text]);
  const effect = useOperation('value.weightsEffect', tried === '' ? null : { ...scope, weights: JSON.parse(tried) as NonNullable<WeightDraft['table']> });
  const told = (): string => {
    if (text === '') return t('weights.effect.idle');
    if (effect.status !== 'value' || effect.refreshing || tried !== text) return t('weights.effect.computing');
    const { n, changed, changedTribes, moves } = effect.value;
    if (changed === 0 && changedTribes === 0) return t('weights.effect.none', { n: voice.count(n) });
    const both = t('weights.effect.both', { accounts: voice.text('value.weights.effect.accounts', { count: changed, whole: voice.count(n) }), tribes: voice.text('value.weights.effect.tribes', { count: changedTribes }) });
    const largest = moves.slice(0, 3).map(({ from, to, accounts }) => t('weights.effect.move', { accounts: voice.count(accounts), from: t(`zones.${from}`), to: t(`zones.${to}`) }));
    return largest.length === 0 ? both : `${both} ${voice.list(largest)}.`;
  };
  return <p className="weights-effect" role="status">{told()}</p>;
}

/** Every version kept, with its date and note; any but the one in force can hold again. */
function Versions({ weights: { versions, version: inForce }, draft, readOnly }: { readonly weights: WeightsValue; readonly draft: WeightDraft; readonly readOnly: boolean }) {
  const { t } = useTranslation('value');
  const voice = useChartVoice();
  return (
    <>
      <h3 className="value-heading">{t('weights.versions')}</h3>
      <DataTable
        dense
        caption={t('weights.versions')}
        rows={versions}
        rowKey={({ version }) => version}
        columns={[
          { key: 'version', label: t('weights.versions'), cell: ({ version }) => t('weights.version', { version }) },
          { key: 'when', label: t('weights.when'), cell: ({ atMs }) => voice.dateTime(atMs) },
          { key: 'why', label: t('weights.why'), cell: ({ note }) => note },
          { key: 'differs', label: t('weights.differs'), align: 'end', cell: ({ weights }) => voice.count(Object.keys(weights).length) },
          { key: 'back', label: '', align: 'end', cell: ({ version }) => (version === inForce || readOnly ? null : <Button size="small" variant="plain" aria-label={t('weights.backTo', { version })} onPress={() => void draft.revertTo(version)}>{t('weights.back')}</Button>) },
        ]}
      />
    </>
  );
}
