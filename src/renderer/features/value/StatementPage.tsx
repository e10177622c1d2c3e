import { ArrowLeft, FileX } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OperationInput } from '../../../contract/operations.ts';
import { useChartVoice } from '../../charts/use-chart-voice.ts';
import { useLocation, useScope } from '../../state/navigation.ts';
import { stableText } from '../../state/operation-cache.ts';
import { useOperation } from '../../state/use-operation.ts';
import { Answer } from '../../ui/Answer.tsx';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { RoomPage } from '../../ui/RoomPage.tsx';
import { SaveStatement } from './SaveStatement.tsx';
import { StatementLines } from './StatementLines.tsx';
import { StatementTotals } from './StatementTotals.tsx';
import { tribeIdName, type StatementValue } from './value-words.ts';
import './value.css';

const SIZE = 50;
const KINDS = ['account', 'person', 'tribe', 'brand'] as const;
type Party = OperationInput<'value.statement'>['party'];

/** The party that an address names: `person-12`, `tribe-value:even`, `brand-Aurora`; null for anything else. */
export function partyAt(segment: string | undefined): Party | null {
  const cut = segment?.indexOf('-') ?? -1;
  if (segment === undefined || cut < 0 || cut === segment.length - 1) return null;
  const kind = KINDS.find((known) => known === segment.slice(0, cut));
  return kind === undefined ? null : { kind, id: segment.slice(cut + 1) };
}

/** The statement of a person, a tribe or a brand, like a bank's: balances, then every line with the message behind it. */
export function StatementPage() {
  const { t } = useTranslation('value');
  const voice = useChartVoice();
  const scope = useScope();
  const { go, path } = useLocation();
  const party = partyAt(path[1]);
  const [at, setAt] = useState({ of: '', page: 0 });
  const of = stableText([party, scope]);
  const page = at.of === of ? at.page : 0;
  const state = useOperation('value.statement', party === null ? null : { ...scope, party, page, size: SIZE });
  const nameOf = ({ party: { kind, name, id } }: StatementValue): string => (kind === 'tribe' ? tribeIdName(id, voice) : name);
  const back = <Button variant="plain" icon={<ArrowLeft size={16} aria-hidden="true" />} onPress={() => go({ path: ['value'] })}>{t('statement.back')}</Button>;
  const missing = party === null || (state.status === 'failed' && (state.failure.code === 'not-found' || state.failure.code === 'invalid-input'));
  const value = state.status === 'value' ? state.value : null;
  const lead = (one: StatementValue): string => {
    if (one.tooFew) return t('statement.tooFew');
    return one.total === 0 ? t('statement.empty') : voice.text('value.statement.lead', { count: one.total, created: voice.points(one.closing.created), consumed: voice.points(one.closing.consumed) });
  };
  return (
    <RoomPage
      title={value === null ? t('statement.link') : t('accounts.statementOf', { name: nameOf(value) })}
      question={t('statement.question')}
      lead={value === null || missing ? undefined : lead(value)}
      actions={<>{back}{party !== null && value !== null && value.total > 0 && <SaveStatement party={party} />}</>}
    >
      {missing ? <EmptyState icon={<FileX size={36} />} title={t('statement.missing')} /> : (
        <Answer state={state} shape="table">
          {(statement) => (statement.total === 0 && statement.closing.created + statement.closing.consumed === 0 ? null : (
            <div className="statement">
              <StatementTotals statement={statement} />
              <StatementLines statement={statement} page={page} size={SIZE} onPage={(next) => setAt({ of, page: next })} />
            </div>
          ))}
        </Answer>
      )}
    </RoomPage>
  );
}
