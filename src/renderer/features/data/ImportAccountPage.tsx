import { ArrowLeft, TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { OperationValue } from '../../../contract/operations.ts';
import { useFormatWords } from '../../i18n/use-format-words.ts';
import { useFormats } from '../../i18n/use-formats.ts';
import { useLocation } from '../../state/navigation.ts';
import { useSidePanel } from '../../state/panels.ts';
import { useOperation } from '../../state/use-operation.ts';
import { Answer } from '../../ui/Answer.tsx';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { DataTable } from '../../ui/DataTable.tsx';
import { RoomPage } from '../../ui/RoomPage.tsx';
import { AbsencesCard } from './AbsencesCard.tsx';
import { AnswersCard } from './AnswersCard.tsx';
import { ExportRejections } from './ExportRejections.tsx';
import { RetentionCard } from './RetentionCard.tsx';
import { ZonesCard } from './ZonesCard.tsx';
import './data.css';

/** What the engine tells of one import. */
export type ImportAccount = OperationValue<'import.account'>;

const COUNTS = ['rows', 'added', 'updated', 'same', 'duplicates', 'accounts', 'reactions', 'rejected'] as const;

/** The account of one import: one page that says what came, what changed, what is gone and what nobody can know. */
export function ImportAccountPage({ importId }: { readonly importId: number }) {
  const { t } = useTranslation('account');
  const { go } = useLocation();
  const formats = useFormats();
  const state = useOperation('import.account', { importId });
  const value = state.status === 'value' ? state.value : null;
  const lead = (found: ImportAccount): string => {
    if (found.undone) return t('leadUndone');
    const { added, updated } = found.counts;
    const { vanished } = found.absences;
    const parts = [t('leadNew', { count: added, n: formats.count(added) }), ...(updated > 0 ? [t('leadUpdated', { count: updated, n: formats.count(updated) })] : []), ...(vanished > 0 ? [t('leadVanished', { count: vanished, n: formats.count(vanished) })] : [])];
    return `${formats.list(parts)}.`;
  };
  return (
    <RoomPage
      title={value?.file ?? ''}
      question={t('question')}
      {...(value === null ? {} : { lead: lead(value) })}
      actions={
        <Button variant="plain" icon={<ArrowLeft size={16} aria-hidden="true" />} onPress={() => go({ path: ['data'] })}>
          {t('back')}
        </Button>
      }
    >
      <Answer state={state} shape="table" where={t('countsTitle')}>
        {(found) => (
          <div className="data-room">
            <CountsCard account={found} />
            {found.warnings.length > 0 && <WarningsCard account={found} />}
            {(found.absences.vanished + found.absences.notReExported + found.absences.cameBack + found.absences.hidden > 0) && <AbsencesCard account={found} />}
            {found.zones.all.preceding > 0 && <ZonesCard account={found} />}
            {found.parts.length > 1 && <PartsCard account={found} />}
            {found.reactions.length > 0 && <ReactionsCard account={found} />}
            {!found.undone && <AnswersCard importId={importId} format={found.format} />}
            <RetentionCard removable={{ importId, file: found.file, messages: found.counts.added }} />
          </div>
        )}
      </Answer>
    </RoomPage>
  );
}

function CountsCard({ account }: { readonly account: ImportAccount }) {
  const { t } = useTranslation('account');
  const { t: common } = useTranslation('common');
  const { t: codes } = useTranslation('codes');
  const { t: privacy } = useTranslation('privacy');
  const formats = useFormats();
  const { openRejections } = useSidePanel();
  const { collectedAtMs, finishedAtMs } = account;
  const finished = finishedAtMs === null ? common('unknown') : formats.dateTime(finishedAtMs);
  return (
    <Card title={t('countsTitle')} subtitle={collectedAtMs === null ? t('countsTextNoDate', { finished }) : t('countsText', { collected: formats.dateTime(collectedAtMs), finished })}>
      <dl className="count-grid">
        {COUNTS.map((code) => (
          <div key={code}>
            <dt>{t(`counts.${code}`)}</dt>
            <dd>{formats.count(account.counts[code])}</dd>
          </div>
        ))}
      </dl>
      {account.suppressed !== undefined && <p className="quiet-text">{privacy('suppressedRows', { count: account.suppressed, n: formats.count(account.suppressed) })}</p>}
      {account.updates.length > 0 && (
        <div>
          <h3 className="data-heading">{t('updatesTitle')}</h3>
          <p className="chip-line">{formats.list(account.updates.map(({ field, count }) => `${t(`fields.${field}`)} (${formats.count(count)})`))}</p>
        </div>
      )}
      {account.reasons.length > 0 && (
        <div className="rejected-line">
          <ul className="plain-list">
            {account.reasons.map(({ code, count }) => (
              <li key={code}>
                {codes(`rejection.${code}`)}: {formats.count(count)}
              </li>
            ))}
          </ul>
          <div className="button-row">
            <Button size="small" onPress={() => openRejections(account.importId, account.file)}>
              {t('counts.rejected')}
            </Button>
            <ExportRejections importId={account.importId} />
          </div>
        </div>
      )}
    </Card>
  );
}

function WarningsCard({ account }: { readonly account: ImportAccount }) {
  const { t } = useTranslation('account');
  const formats = useFormats();
  const { go } = useLocation();
  return (
    <Card title={t('warningsTitle')}>
      <ul className="warning-list">
        {account.warnings.map(({ code, count }) => (
          <li key={code}>
            <TriangleAlert size={16} aria-hidden="true" />
            <span>{t(`warnings.${code}`, { n: count === null ? '' : formats.count(count) })}</span>
            {code === 'likely-duplicates' && (
              <Button size="small" variant="plain" onPress={() => go({ path: ['data', 'duplicates'] })}>
                {t('duplicatesOpen')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}

function PartsCard({ account }: { readonly account: ImportAccount }) {
  const { t } = useTranslation('account');
  const { t: importing } = useTranslation('importing');
  const formats = useFormats();
  const { name: nameOf } = useFormatWords();
  const words: Readonly<Record<string, string>> = { media: importing('unreadMedia'), 'no-messages': importing('unreadNoMessages') };
  const read = [...account.parts].sort((one, other) => other.messages + other.reactions - one.messages - one.reactions);
  return (
    <Card title={t('partsTitle')}>
      <DataTable
        dense
        caption={t('partsTitle')}
        rows={read.slice(0, 200)}
        rowKey={({ name }) => name}
        columns={[
          { key: 'name', label: t('partColumns.name'), cell: ({ name }) => <span className="part-path">{name}</span> },
          { key: 'format', label: t('partColumns.format'), cell: ({ format, note }) => (format === null ? <span className="quiet-text">{`${t('notRead')}: ${words[note ?? ''] ?? note ?? ''}`}</span> : <>{nameOf(format)}{note !== null && <span className="quiet-text"> · {note}</span>}</>) },
          { key: 'rows', label: t('partColumns.rows'), align: 'end', cell: ({ rows, format }) => (format === null ? '–' : formats.count(rows)) },
          { key: 'messages', label: t('partColumns.messages'), align: 'end', cell: ({ messages, format }) => (format === null ? '–' : formats.count(messages)) },
          { key: 'reactions', label: t('partColumns.reactions'), align: 'end', cell: ({ reactions, format }) => (format === null ? '–' : formats.count(reactions)) },
          { key: 'rejected', label: t('partColumns.rejected'), align: 'end', cell: ({ rejected, format }) => (format === null ? '–' : formats.count(rejected)) },
        ]}
      />
    </Card>
  );
}

function ReactionsCard({ account }: { readonly account: ImportAccount }) {
  const { t } = useTranslation('account');
  const formats = useFormats();
  return (
    <Card title={t('reactionsTitle')}>
      <DataTable
        dense
        caption={t('reactionsTitle')}
        rows={account.reactions}
        rowKey={({ kind }) => kind}
        columns={[
          { key: 'kind', label: t('reactionColumns.kind'), cell: ({ kind }) => t(`reactionKinds.${kind}`) },
          { key: 'named', label: t('reactionColumns.named'), align: 'end', cell: ({ named }) => formats.count(named) },
          { key: 'linked', label: t('reactionColumns.linked'), align: 'end', cell: ({ linked }) => formats.count(linked) },
        ]}
      />
    </Card>
  );
}
