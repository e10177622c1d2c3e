import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useChartVoice } from '../../charts/use-chart-voice.ts';
import { useTableCsv } from '../../charts/use-table-csv.ts';
import { useScope } from '../../state/navigation.ts';
import { useSidePanel } from '../../state/panels.ts';
import { saveText } from '../../state/save-text.ts';
import { useOperation } from '../../state/use-operation.ts';
import { useWorkbench } from '../../state/workbench.ts';
import { Answer } from '../../ui/Answer.tsx';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { DataTable } from '../../ui/DataTable.tsx';
import { PageButtons } from '../../ui/PageButtons.tsx';
import { Select } from '../../ui/Select.tsx';

const SHOWN = 20;
const ORDERS = ['messages', 'created', 'first', 'last', 'name'] as const;
/** Rows asked for at once when the whole list is written to a file. */
const WRITTEN = 1000;

/** The people of a tribe, page by page, and as a file. */
export function TribeMembers({ id }: { readonly id: string }) {
  const { t } = useTranslation('tribe');
  const tableCsv = useTableCsv();
  const voice = useChartVoice();
  const scope = useScope();
  const workbench = useWorkbench();
  const { openMessages } = useSidePanel();
  const [page, setPage] = useState(0);
  const [orderBy, setOrder] = useState<(typeof ORDERS)[number]>('messages');
  const state = useOperation('tribes.members', { ...scope, id, page, size: SHOWN, orderBy });
  const day = (ms: number | null): string => (ms === null ? '' : voice.date(ms));
  const download = async (): Promise<void> => {
    const rows: string[][] = [];
    for (let next = 0; ; next += 1) {
      const outcome = await workbench.run('tribes.members', { ...scope, id, page: next, size: WRITTEN, orderBy });
      if (!outcome.ok) return;
      rows.push(...outcome.value.members.map((one) => [one.network, one.nativeId, one.name, String(one.messages), day(one.firstMs), day(one.lastMs), voice.plain(one.created), voice.plain(one.consumed)]));
      if ((next + 1) * WRITTEN >= outcome.value.total) break;
    }
    const labels = [t('members.network'), 'id', t('members.name'), t('members.messages'), t('members.first'), t('members.last'), t('members.created'), t('members.consumed')];
    saveText(`${id.replaceAll(':', '-')}.csv`, tableCsv({ caption: id, columns: labels.map((label) => ({ key: label, label })), rows }));
  };
  return (
    <Card className="tribe-members" title={t('members.title')} actions={<><Select label={t('members.order')} hideLabel size="small" value={orderBy} options={ORDERS.map((value) => ({ value, label: t(`members.orders.${value}`) }))} onChange={(next) => { setOrder(next); setPage(0); }} /><Button size="small" onPress={() => void download()}>{t('members.csv')}</Button></>}>
      <Answer state={state} shape="table">
        {({ total, members }) => (
          <>
            <DataTable
              dense
              caption={t('members.title')}
              rows={members}
              rowKey={({ accountId }) => accountId}
              columns={[
                { key: 'name', label: t('members.name'), cell: ({ accountId, name, messages }) => <Button variant="plain" size="small" onPress={() => openMessages({ ...scope, accountIds: [accountId] }, { title: name, count: messages })}>{name}</Button> },
                { key: 'network', label: t('members.network'), cell: ({ network }) => voice.network(network) },
                { key: 'messages', label: t('members.messages'), align: 'end', cell: ({ messages }) => voice.count(messages) },
                { key: 'first', label: t('members.first'), align: 'end', cell: ({ firstMs }) => day(firstMs) },
                { key: 'last', label: t('members.last'), align: 'end', cell: ({ lastMs }) => day(lastMs) },
                { key: 'created', label: t('members.created'), align: 'end', cell: ({ created }) => voice.points(created) },
                { key: 'consumed', label: t('members.consumed'), align: 'end', cell: ({ consumed }) => voice.points(consumed) },
              ]}
            />
            <PageButtons page={page} size={SHOWN} total={total} onPage={setPage} />
          </>
        )}
      </Answer>
    </Card>
  );
}
