import { Check, CircleDashed, CircleSlash } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { OperationValue } from '../../../contract/operations.ts';
import { useFormats } from '../../i18n/use-formats.ts';
import { unseenText } from '../../../domain/wording/unseen-text.ts';
import { useChartVoice } from '../../charts/use-chart-voice.ts';
import { networkName } from '../../../domain/wording/network-name.ts';
import { Card } from '../../ui/Card.tsx';
import { Chip } from '../../ui/Chip.tsx';
import { DataTable } from '../../ui/DataTable.tsx';
import { coverageReasonText } from './coverage-words.ts';

type Overview = OperationValue<'overview'>;

const LOOKS = {
  present: { tone: 'accent', icon: <Check size={14} aria-hidden="true" /> },
  partly: { tone: 'gold', icon: <CircleDashed size={14} aria-hidden="true" /> },
  absent: { tone: 'warm', icon: <CircleSlash size={14} aria-hidden="true" /> },
} as const;

/** Whether the replies of every page or channel are there, and what else stays out of sight. */
export function CoverageCard({ overview }: { readonly overview: Overview }) {
  const { t } = useTranslation('data');
  const { t: codes } = useTranslation('codes');
  const formats = useFormats();
  const voice = useChartVoice();
  const apart = overview.unseen.filter(({ code }) => !code.startsWith('replies-'));
  return (
    <Card title={t('coverage')} subtitle={t('coverageSubtitle')}>
      <DataTable
        caption={t('coverageSubtitle')}
        rows={overview.coverage}
        rowKey={({ network, container }) => `${network} ${container}`}
        columns={[
          {
            key: 'container',
            label: t('coverageColumns.container'),
            cell: ({ container, network }) => (
              <span className="ledger-file">
                <strong>{container}</strong>
                <span className="quiet-text">{networkName(network, t('networkUnknown'))}</span>
              </span>
            ),
          },
          { key: 'brand', label: t('coverageColumns.brand'), cell: ({ brand }) => brand ?? <span className="quiet-text">–</span> },
          { key: 'replies', label: t('coverageColumns.replies'), cell: ({ replies }) => <Chip tone={LOOKS[replies].tone} icon={LOOKS[replies].icon} label={codes(`replies.${replies}`)} /> },
          { key: 'reason', label: t('coverageColumns.reason'), cell: ({ reason }) => coverageReasonText(reason, t) },
          { key: 'imported', label: t('coverageColumns.imported'), align: 'end', cell: ({ imported, declared }) => (declared === null || declared <= imported ? formats.count(imported) : t('declared', { imported: formats.count(imported), declared: formats.count(declared) })) },
        ]}
      />
      {apart.length > 0 && (
        <div>
          <h3 className="data-heading">{t('unseen')}</h3>
          <ul className="unseen-list">
            {apart.map((item) => (
              <li key={`${item.code} ${item.container ?? ''}`}>{unseenText(item, voice, overview.abstained)}</li>
            ))}
          </ul>
        </div>
      )}
    </Card>
  );
}
