import { ArrowLeft } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OperationValue } from '../../../contract/operations.ts';
import { networkName } from '../../../domain/wording/network-name.ts';
import { useFormats } from '../../i18n/use-formats.ts';
import { useLocation } from '../../state/navigation.ts';
import { useSidePanel } from '../../state/panels.ts';
import { useOperation } from '../../state/use-operation.ts';
import { useWorkbench } from '../../state/workbench.ts';
import { Answer } from '../../ui/Answer.tsx';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { Chip } from '../../ui/Chip.tsx';
import { RoomPage } from '../../ui/RoomPage.tsx';
import { Segmented } from '../../ui/Segmented.tsx';
import { PageButtons } from '../../ui/PageButtons.tsx';
import './data.css';

type Duplicates = OperationValue<'duplicates.list'>;
type Pair = Duplicates['pairs'][number];
type State = 'open' | 'same' | 'different';
type Verdict = 'same' | 'different' | null;

const PAGE_SIZE = 20;
const STATES: readonly State[] = ['open', 'same', 'different'];

/** Messages that two tools likely brought twice: looked at once, decided for good, taken back at will. */
export function DuplicatesPage() {
  const { t } = useTranslation('account');
  const { t: charts } = useTranslation('charts');
  const { openMetric } = useSidePanel();
  const { go } = useLocation();
  const formats = useFormats();
  const workbench = useWorkbench();
  const [state, setState] = useState<State>('open');
  const [page, setPage] = useState(0);
  const answer = useOperation('duplicates.list', { state, page, size: PAGE_SIZE });
  const open = answer.status === 'value' ? answer.value.open : null;
  const decide = async (pairs: readonly Pair[], verdict: Verdict): Promise<void> => {
    const outcome = await workbench.run('duplicates.decide', { pairs: pairs.map(({ a, b }) => ({ a: a.messageId, b: b.messageId, verdict })) });
    if (outcome.ok) void workbench.analyse();
    else workbench.failure.set(outcome.failure);
  };
  return (
    <RoomPage
      title={t('duplicatesTitle')}
      question={t('duplicatesQuestion')}
      {...(open === null ? {} : { lead: open === 0 ? t('duplicatesNone') : t('duplicatesLead', { count: open, n: formats.count(open) }) })}
      actions={
        <span className="button-row">
          <Button variant="plain" onPress={() => openMetric('likely-copies')}>
            {charts('frame.definition')}
          </Button>
        <Button variant="plain" icon={<ArrowLeft size={16} aria-hidden="true" />} onPress={() => go({ path: ['data'] })}>
          {t('back')}
        </Button>
        </span>
      }
    >
      <Segmented
        label={t('duplicatesTitle')}
        value={state}
        onChange={(value) => {
          setState(value);
          setPage(0);
        }}
        options={STATES.map((value) => ({ value, label: t(`duplicateStates.${value}`) }))}
      />
      <Answer state={answer} shape="lines" where={t('duplicatesTitle')}>
        {(value) => (
          <>
            {value.pairs.length === 0 && <p className="quiet-text">{t('duplicatesNone')}</p>}
            {state === 'open' && value.pairs.length > 1 && (
              <div className="button-row">
                <Button onPress={() => void decide(value.pairs, 'same')}>{t('sameAll')}</Button>
              </div>
            )}
            <div className="pair-list">
              {value.pairs.map((pair) => (
                <PairCard key={`${String(pair.a.messageId)} ${String(pair.b.messageId)}`} pair={pair} onDecide={(verdict) => void decide([pair], verdict)} />
              ))}
            </div>
            <PageButtons page={page} size={PAGE_SIZE} total={value[state]} onPage={setPage} />
          </>
        )}
      </Answer>
    </RoomPage>
  );
}

function PairCard({ pair, onDecide }: { readonly pair: Pair; readonly onDecide: (verdict: Verdict) => void }) {
  const { t } = useTranslation('account');
  return (
    <Card>
      <div className="pair">
        <Copy copy={pair.a} />
        <Copy copy={pair.b} />
      </div>
      <div className="button-row">
        {pair.verdict === null ? (
          <>
            <Button variant="primary" size="small" onPress={() => onDecide('same')}>
              {t('same')}
            </Button>
            <Button size="small" onPress={() => onDecide('different')}>
              {t('different')}
            </Button>
          </>
        ) : (
          <Button size="small" variant="plain" onPress={() => onDecide(null)}>
            {t('takeBack')}
          </Button>
        )}
      </div>
    </Card>
  );
}

function Copy({ copy }: { readonly copy: Pair['a'] }) {
  const { t } = useTranslation('account');
  const { t: importing } = useTranslation('importing');
  const { t: shell } = useTranslation('shell');
  const formats = useFormats();
  return (
    <article className="pair-copy">
      <header>
        <strong>{copy.authorName ?? importing('notSaid')}</strong>
        <span className="quiet-text">
          {[networkName(copy.network, shell('networkUnknown')), copy.container, copy.atMs === null ? null : copy.precision === 'day' ? formats.shortDate(copy.atMs) : formats.dateTime(copy.atMs)].filter((part) => part !== null).join(' · ')}
        </span>
        {copy.setAside && <Chip label={t('setAside')} />}
      </header>
      <p>{copy.text ?? importing('noText')}</p>
      <footer className="quiet-text">
        {copy.file} · {copy.nativeId}
      </footer>
    </article>
  );
}
