import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OperationValue } from '../../../contract/operations.ts';
import type { Failure } from '../../../contract/outcome.ts';
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
import { FailureNotice } from '../../ui/FailureNotice.tsx';
import { Slider } from '../../ui/Slider.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { BORDER_RANGE, typedBorder } from './border-typed.ts';

type BorderValue = OperationValue<'value.zoneBorder'>;

const CALM_MS = 350;

/** Where parity ends: moved here, with how many profiles would change zone told before it is kept. */
export function BorderCard() {
  const state = useOperation('value.zoneBorder', useScope());
  return <Answer state={state} shape="table" rows={3}>{(value) => <BorderDesk key={value.borderLog2} standing={value} />}</Answer>;
}

function BorderDesk({ standing }: { readonly standing: BorderValue }) {
  const { t, i18n } = useTranslation('tribes');
  const voice = useChartVoice();
  const workbench = useWorkbench();
  const scope = useScope();
  const { readOnly } = useProject();
  const { openMetric } = useSidePanel();
  const written = (value: number): string => String(value).replace('.', i18n.language.startsWith('it') ? ',' : '.');
  const [text, setText] = useState(written(standing.borderLog2));
  const [failure, setFailure] = useState<Failure | null>(null);
  const typed = typedBorder(text);
  const [asked, setAsked] = useState(standing.borderLog2);
  useEffect(() => {
    if (typed === null) return undefined;
    const timer = setTimeout(() => setAsked(typed), CALM_MS);
    return () => clearTimeout(timer);
  }, [typed]);
  const state = useOperation('value.zoneBorder', asked === standing.borderLog2 ? null : { ...scope, borderLog2: asked });
  const effect = asked === standing.borderLog2 ? standing : state.status === 'value' && !state.refreshing ? state.value : null;
  const range = (border: number): string => t('border.range', { low: voice.number(2 ** -border), high: voice.number(2 ** border) });
  const save = async (border: number): Promise<void> => {
    const outcome = await workbench.run('value.setZoneBorder', { borderLog2: border });
    setFailure(outcome.ok ? null : outcome.failure);
    if (outcome.ok) await workbench.refresh();
  };
  return (
    <Card
      title={t('border.title')}
      subtitle={t('border.subtitle', { range: range(standing.borderLog2) })}
      foot={<Button variant="plain" size="small" onPress={() => openMetric('zone')}>{t('border.definition')}</Button>}
    >
      {failure !== null && <FailureNotice failure={failure} onDismiss={() => setFailure(null)} />}
      <div className="border-desk">
        <Slider label={t('border.slider')} value={typed ?? asked} min={BORDER_RANGE.least} max={BORDER_RANGE.most} step={BORDER_RANGE.step} isDisabled={readOnly} valueText={range(typed ?? asked)} ends={[range(BORDER_RANGE.least), range(BORDER_RANGE.most)]} onChange={(value) => setText(written(Math.round(value * 100) / 100))} />
        <TextField label={t('border.doublings')} value={text} onChange={setText} isDisabled={readOnly} error={typed === null ? t('border.invalid') : undefined} />
        <Button variant="primary" isDisabled={readOnly || typed === null || typed === standing.borderLog2} onPress={() => void (typed === null ? undefined : save(typed))}>{t('border.save')}</Button>
        <Button isDisabled={readOnly || standing.borderLog2 === standing.defaultLog2} onPress={() => void save(standing.defaultLog2)}>{t('border.toDefault')}</Button>
      </div>
      <p role="status" className="chart-note border-effect">{effect === null ? t('border.counting') : effect.tried === standing.borderLog2 ? t('border.standing', { n: voice.count(effect.n) }) : voice.text('tribes.border.effect', { count: effect.changed, of: voice.count(effect.n), range: range(effect.tried) })}</p>
      <DataTable
        dense
        caption={t('border.zones')}
        rows={(effect ?? standing).zones}
        rowKey={({ zone }) => zone}
        columns={[
          { key: 'zone', label: t('border.zone'), cell: ({ zone }) => (zone === 'depends' ? t('map.key.depends') : voice.text(`tribes.zones.${zone}`)) },
          { key: 'before', label: t('border.now'), align: 'end', cell: ({ before }) => voice.count(before) },
          { key: 'after', label: t('border.then'), align: 'end', cell: ({ after }) => voice.count(after) },
        ]}
      />
    </Card>
  );
}
