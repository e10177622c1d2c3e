import { useTranslation } from 'react-i18next';
import { useChartVoice } from '../../charts/use-chart-voice.ts';
import { useSidePanel } from '../../state/panels.ts';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { DataTable } from '../../ui/DataTable.tsx';
import { figureWords, groupName, partWords, type Change } from './change-words.ts';
import type { TribeTitles } from './plan-words.ts';

interface GroupsProps {
  readonly change: Change;
  readonly groups: NonNullable<Change['between']>['groups'];
  readonly titles: TribeTitles;
}

/** Group by group: what part of the cases it is and its own figure, before and after, and what it gives by being another part and by being served otherwise. */
export function ChangeGroupsCard({ change, groups, titles }: GroupsProps) {
  const { t } = useTranslation('change');
  const { t: charts } = useTranslation('charts');
  const voice = useChartVoice();
  const { openMetric, openMessages } = useSidePanel();
  const { unit, by } = change;
  const side = ({ n, share, figure }: GroupsProps['groups'][number]['before'], tooFew: boolean): string => {
    if (n === 0) return t('absent');
    return figure === null || tooFew ? t('groupFew', { n: voice.count(n) }) : t('groupSide', { figure: figureWords(figure, unit, voice), n: voice.count(n), share: voice.inHundred(share ?? 0) });
  };
  return (
    <Card title={t(`groupsTitle.${by}`)} subtitle={t('groupsSubtitle')} foot={<Button variant="plain" size="small" aria-label={`${charts('frame.definition')}: ${t(`groupsTitle.${by}`)}`} onPress={() => openMetric('why-it-changed')}>{charts('frame.definition')}</Button>}>
      <div className="table-scroll">
        <DataTable
          dense
          caption={t(`groupsTitle.${by}`)}
          rows={groups}
          rowKey={({ key }) => key}
          columns={[
            { key: 'group', label: t(`bys.${by}`), cell: ({ key, messageIds }) => (messageIds.length === 0 ? groupName(key, change, { voice, titles }) : <Button variant="plain" size="small" className="change-open" aria-label={t('openGroup', { group: groupName(key, change, { voice, titles }), n: voice.count(messageIds.length) })} onPress={() => openMessages({ messageIds }, { title: groupName(key, change, { voice, titles }), count: messageIds.length })}>{groupName(key, change, { voice, titles })}</Button>) },
            { key: 'before', label: t('columns.before'), cell: ({ before, tooFew }) => side(before, tooFew) },
            { key: 'after', label: t('columns.after'), cell: ({ after, tooFew }) => side(after, tooFew) },
            { key: 'rate', label: t('part.rate'), cell: ({ rate }) => (rate === null ? t('few') : partWords(rate, unit, voice)) },
            { key: 'mix', label: t('part.mix'), cell: ({ mix }) => (mix === null ? t('few') : partWords(mix, unit, voice)) },
          ]}
        />
      </div>
      <p className="chart-note">{t('groupsNote')}</p>
    </Card>
  );
}
