import { Pencil, X } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OperationValue } from '../../../contract/operations.ts';
import { useChartVoice } from '../../charts/use-chart-voice.ts';
import { useParameter } from '../../state/navigation.ts';
import { useSidePanel } from '../../state/panels.ts';
import { useOperation } from '../../state/use-operation.ts';
import { useProject } from '../../state/use-project.ts';
import { useWorkbench } from '../../state/workbench.ts';
import { Answer } from '../../ui/Answer.tsx';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { InitiativeAccount } from './InitiativeAccount.tsx';
import { InitiativeDialog } from './InitiativeDialog.tsx';
import './initiatives.css';

/** One initiative as the engine lists it. */
export type ListedInitiative = OperationValue<'initiatives.list'>['initiatives'][number];

/** Initiatives that were written down, and the account of the one chosen. */
export function InitiativesView() {
  const state = useOperation('initiatives.list', {});
  return <Answer state={state} shape="lines" rows={3}>{({ initiatives }) => <Initiatives initiatives={initiatives} />}</Answer>;
}

function Initiatives({ initiatives }: { readonly initiatives: readonly ListedInitiative[] }) {
  const { t } = useTranslation('initiatives');
  const { t: charts } = useTranslation('charts');
  const voice = useChartVoice();
  const workbench = useWorkbench();
  const { readOnly } = useProject();
  const { openMetric } = useSidePanel();
  const [asked, setAsked] = useParameter<string>('initiative', { initial: '', allowed: initiatives.map(({ id }) => id) });
  const [edited, setEdited] = useState<ListedInitiative | 'new' | null>(null);
  const chosen = initiatives.find(({ id }) => id === asked) ?? initiatives[0] ?? null;
  const remove = async (id: string): Promise<void> => {
    const outcome = await workbench.run('initiatives.remove', { id });
    workbench.failure.set(outcome.ok ? null : outcome.failure);
  };
  return (
    <div className="strategy-stack">
      <Card
        title={initiatives.length === 0 ? t('title_zero') : voice.text('initiatives.title', { count: initiatives.length })}
        subtitle={t('subtitle')}
        actions={!readOnly && <Button size="small" variant="primary" onPress={() => setEdited('new')}>{t('add')}</Button>}
        foot={<Button variant="plain" size="small" onPress={() => openMetric('initiative')}>{charts('frame.definition')}</Button>}
      >
        {initiatives.length > 0 && (
          <ul className="initiative-list">
            {initiatives.map((initiative) => {
              const { id, name, kind, startMs, endMs } = initiative;
              return (
                <li key={id} data-chosen={id === chosen?.id}>
                  <Button variant="plain" size="small" className="page-link" aria-label={t('open', { name })} onPress={() => setAsked(id)}>{name}</Button>
                  <span className="initiative-facts">{t(`kinds.${kind}`)} · {t('span', { from: voice.date(startMs), to: voice.date(endMs - 1) })}</span>
                  {!readOnly && (
                    <span className="initiative-ways">
                      <IconButton size="small" className="keep-button" icon={<Pencil size={14} aria-hidden="true" />} label={t('editNamed', { name })} onPress={() => setEdited(initiative)} />
                      <IconButton size="small" className="keep-button" icon={<X size={14} aria-hidden="true" />} label={t('removeNamed', { name })} onPress={() => void remove(id)} />
                    </span>
                  )}
                </li>
              );
            })}
          </ul>
        )}
      </Card>
      {chosen !== null && <InitiativeAccount key={chosen.id} id={chosen.id} />}
      {edited !== null && <InitiativeDialog initiative={edited === 'new' ? null : edited} onClose={() => setEdited(null)} onSaved={(id) => { setEdited(null); setAsked(id); }} />}
    </div>
  );
}
