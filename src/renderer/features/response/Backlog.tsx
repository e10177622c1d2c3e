import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OperationValue } from '../../../contract/operations.ts';
import { REQUEST_INTENTS } from '../../../domain/model/codes.ts';
import { useChartVoice } from '../../charts/use-chart-voice.ts';
import { useScope } from '../../state/navigation.ts';
import { useSidePanel } from '../../state/panels.ts';
import { useOperation } from '../../state/use-operation.ts';
import { Answer } from '../../ui/Answer.tsx';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { Conversation } from '../../ui/Conversation.tsx';
import { PageButtons } from '../../ui/PageButtons.tsx';
import { Segmented } from '../../ui/Segmented.tsx';
import { Select } from '../../ui/Select.tsx';
import { BacklogExport } from './BacklogExport.tsx';
import { BacklogList } from './BacklogList.tsx';

type Value = OperationValue<'response.backlog'>;

const SHOWN = 20;
const KINDS = ['all', ...REQUEST_INTENTS] as const;
type Kind = (typeof KINDS)[number];
const ORDERS = ['importance', 'age', 'probability'] as const;
type Order = (typeof ORDERS)[number];
const EVERYWHERE = ' ';

/** Open requests by importance: the list at the left, the conversation of the chosen one at the right. */
export function Backlog() {
  const { t } = useTranslation('answers');
  const { t: charts } = useTranslation('charts');
  const voice = useChartVoice();
  const scope = useScope();
  const { openMetric } = useSidePanel();
  const [kind, setKind] = useState<Kind>('all');
  const [place, setPlace] = useState(EVERYWHERE);
  const [order, setOrder] = useState<Order | null>(null);
  const [unseen, setUnseen] = useState(false);
  const [page, setPage] = useState(0);
  const [chosen, setChosen] = useState<number | null>(null);
  const orderBy = order ?? 'importance';
  const choice = { ...scope, unseen, orderBy, ...(kind === 'all' ? {} : { intent: kind }), ...(place === EVERYWHERE ? {} : { container: place }) };
  const state = useOperation('response.backlog', { ...choice, page, size: SHOWN });
  const again = <Part,>(set: (part: Part) => void) => (part: Part): void => {
    set(part);
    setPage(0);
    setChosen(null);
  };
  return (
    <Answer state={state} shape="lines" rows={8}>
      {(value) => {
        const current = value.requests.find(({ messageId }) => messageId === chosen) ?? value.requests[0];
        return (
          <Card
            className="backlog-card"
            title={value.total === 0 ? t('backlog.title.none') : voice.text('answers.backlog.title.clear', { count: value.total })}
            subtitle={t('backlog.subtitle', { silence: voice.count(value.silence), nods: voice.count(value.nods) })}
            actions={<BacklogExport choice={choice} total={value.total} />}
            foot={<Button variant="plain" size="small" onPress={() => openMetric('backlog')}>{charts('frame.definition')}</Button>}
          >
            <div className="backlog-bar">
              <KindChips value={value} kind={kind} onKind={again(setKind)} />
              <div className="backlog-selects">
                <Select size="small" label={t('backlog.place')} value={place} options={[{ value: EVERYWHERE, label: t('backlog.allPlaces') }, ...placeOptions(value, voice.count)]} onChange={again(setPlace)} />
                <Segmented label={t('backlog.order')} value={orderBy} options={ORDERS.map((one) => ({ value: one, label: t(`backlog.orders.${one}`) }))} onChange={again(setOrder)} />
                {value.unseen > 0 && <Checkbox isSelected={unseen} onChange={again(setUnseen)}>{voice.text('answers.backlog.unseen', { count: value.unseen })}</Checkbox>}
              </div>
            </div>
            {kind !== 'all' && <p className="chart-note">{expectedWords(value, voice)}</p>}
            {current !== undefined && (
              <>
                <p className="quiet-text" id="backlog-keys">{t('backlog.keys')}</p>
                <div className="backlog-desk">
                  <div className="backlog-side">
                    <BacklogList requests={value.requests} current={current.messageId} onCurrent={setChosen} />
                    <PageButtons page={page} size={SHOWN} total={value.total} onPage={(next) => { setPage(next); setChosen(null); }} />
                  </div>
                  <Conversation messageId={current.messageId} label={t('backlog.beside')} />
                </div>
              </>
            )}
          </Card>
        );
      }}
    </Answer>
  );
}

/** Kinds of request with how many of each are open; one press chooses one. */
function KindChips({ value, kind, onKind }: { readonly value: Value; readonly kind: Kind; readonly onKind: (kind: Kind) => void }) {
  const { t } = useTranslation('answers');
  const voice = useChartVoice();
  const counts = new Map<string, number>(value.intents.map(({ intent, n }) => [intent, n]));
  return (
    <div className="backlog-kinds" role="group" aria-label={t('backlog.kinds')}>
      {KINDS.filter((one) => one === 'all' || one === kind || (counts.get(one) ?? 0) > 0).map((one) => (
        <button key={one} type="button" className="backlog-kind" aria-pressed={kind === one} onClick={() => onKind(one)}>
          {one === 'all' ? t('backlog.allKinds', { n: voice.count(value.open) }) : t('backlog.kind', { kind: voice.text(`codes.intent.${one}`), n: voice.count(counts.get(one) ?? 0) })}
        </button>
      ))}
    </div>
  );
}

/** Names of places; of two with one name only one can be chosen, and stands for both. */
function placeOptions({ containers }: Value, count: (value: number) => string): { value: string; label: string }[] {
  const byName = new Map<string, number>();
  for (const { container, n } of containers) byName.set(container, (byName.get(container) ?? 0) + n);
  return [...byName].map(([container, n]) => ({ value: container, label: `${container} (${count(n)})` }));
}

function expectedWords({ expectedRight }: Value, voice: ReturnType<typeof useChartVoice>): string {
  if (expectedRight === null || expectedRight.low === null || expectedRight.high === null) return voice.text('answers.backlog.unchecked');
  const { share, low, high, n } = expectedRight;
  return voice.text('answers.backlog.expected', { share: voice.inHundred(share), low: voice.inHundred(low), high: voice.inHundred(high), n: voice.count(n) });
}
