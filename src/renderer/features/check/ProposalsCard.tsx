import { useTranslation } from 'react-i18next';
import { useChartVoice } from '../../charts/use-chart-voice.ts';
import { useLocation } from '../../state/navigation.ts';
import { useSidePanel } from '../../state/panels.ts';
import { useOperation } from '../../state/use-operation.ts';
import { Answer } from '../../ui/Answer.tsx';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { DataTable } from '../../ui/DataTable.tsx';

const SHOWN = 8;
const SHORTEST = 90;

const shortened = (text: string): string => (text.length <= SHORTEST ? text : `${text.slice(0, SHORTEST - 1).trimEnd()}…`);

/** The messages whose label would teach most, and the way to label them. */
export function ProposalsCard({ canLabel }: { readonly canLabel: boolean }) {
  const { t } = useTranslation('check');
  const voice = useChartVoice();
  const { go } = useLocation();
  const { openMessages } = useSidePanel();
  const state = useOperation('check.proposals', { size: 50 });
  return (
    <Answer state={state} shape="table" rows={4}>
      {({ hesitant, messages }) => (
        <Card title={t('proposals.title')} subtitle={hesitant === 0 ? t('proposals.none') : voice.text('check.proposals.subtitle', { count: hesitant })}>
          <p className="quiet-text">{t('proposals.text')}</p>
          {messages.length > 0 && (
            <DataTable
              dense
              caption={t('proposals.title')}
              rows={messages.slice(0, SHOWN)}
              rowKey={({ messageId }) => messageId}
              columns={[
                { key: 'text', label: t('proposals.which'), cell: ({ messageId, text }) => <Button className="proposal-open" size="small" variant="plain" onPress={() => openMessages({ messageIds: [messageId] }, { title: t('proposals.which'), count: 1 })}>{shortened(text)}</Button> },
                { key: 'language', label: t('proposals.language'), cell: ({ language }) => voice.language(language) },
                { key: 'doubt', label: t('proposals.doubt'), cell: ({ first, second }) => t('proposals.between', { first: voice.text(`codes.intent.${first}`), second: voice.text(`codes.intent.${second}`) }) },
              ]}
            />
          )}
          <div className="check-row">
            <Button isDisabled={!canLabel || messages.length === 0} onPress={() => go({ path: ['check', 'teach'] })}>{t('proposals.start')}</Button>
          </div>
        </Card>
      )}
    </Answer>
  );
}
