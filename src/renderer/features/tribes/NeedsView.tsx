import { useState } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { ChartFrame } from '../../charts/ChartFrame.tsx';
import { limitWords, shareWords } from '../../charts/counted-words.ts';
import { TribeMark } from '../../charts/TribeMark.tsx';
import { tribeName } from '../../charts/tribe-name.ts';
import { useChartVoice } from '../../charts/use-chart-voice.ts';
import { useScope } from '../../state/navigation.ts';
import { useSidePanel } from '../../state/panels.ts';
import { useOperation } from '../../state/use-operation.ts';
import { Answer } from '../../ui/Answer.tsx';
import { DataTable, type DataColumn } from '../../ui/DataTable.tsx';
import { PageButtons } from '../../ui/PageButtons.tsx';
import { chanceWords, needsSentence, needsTable, shade, type Need, type Needs, type NeedTribe } from './need-words.ts';
import './needs.css';

const SIZE = 15;

/** What tribes need: a row a need, a column a tribe, what became of it, and which needs several tribes have at once. */
export function NeedsView({ lens }: { readonly lens: Needs['lens'] }) {
  const [page, setPage] = useState(0);
  const state = useOperation('tribes.needs', { ...useScope(), lens, page, size: SIZE });
  return <Answer state={state} shape="table">{(needs) => <NeedMap needs={needs} page={page} onPage={setPage} />}</Answer>;
}

function NeedMap({ needs, page, onPage }: { readonly needs: Needs; readonly page: number; readonly onPage: (page: number) => void }) {
  const { t } = useTranslation('minds');
  const voice = useChartVoice();
  const { openMessages, openMetric } = useSidePanel();
  const title = needsSentence(needs, voice);
  const most = Math.max(1, ...needs.needs.flatMap(({ cells }) => cells.map(({ people }) => people ?? 0)));
  const open = (name: string, ids: readonly number[]): void => openMessages({ messageIds: [...ids] }, { title: name, count: ids.length });
  const share = (found: Need['answered']) => <span className="mind-figure"><span>{shareWords(found, voice)}</span><span>{limitWords(found, voice)}</span></span>;
  const tribeColumn = (tribe: NeedTribe): DataColumn<Need> => ({
    key: tribe.id,
    align: 'end',
    label: <span className="need-tribe"><TribeMark color={tribe.color} shape={tribe.shape} /><span className="need-tribe-name"><span>{tribeName(tribe, voice)}</span><span className="quiet-text">{tribe.asking === null ? t('needs.askingFew') : voice.text('minds.needs.asking', { n: voice.count(tribe.asking) })}</span></span></span>,
    cell: (need) => {
      const cell = need.cells.find(({ tribe: id }) => id === tribe.id);
      if (cell?.people == null) return <span className="need-empty"><span aria-hidden="true">·</span><span className="visually-hidden">{voice.text('minds.share.few', { n: '<5' })}</span></span>;
      const name = voice.text('minds.needs.cell', { tribe: tribeName(tribe, voice), need: need.text });
      return (
        <AriaButton className="need-cell" style={{ backgroundColor: `color-mix(in srgb, var(--accent) ${shade(cell.people, most)}, var(--surface))` }} aria-label={`${voice.count(cell.people)} ${cell.answered === null ? '' : voice.text('minds.needs.cellAnswered', { share: shareWords(cell.answered, voice) })}: ${name}, ${voice.text('minds.brand.messages', { count: cell.messageIds.length })}`} onPress={() => open(name, cell.messageIds)}>
          <span>{voice.count(cell.people)}</span>
          {cell.answered !== null && <span className="need-answered">{voice.text('minds.needs.cellAnswered', { share: shareWords(cell.answered, voice) })}</span>}
        </AriaButton>
      );
    },
  });
  return (
    <ChartFrame
      className="needs-card"
      title={title}
      subtitle={voice.text('minds.needs.measure', { people: voice.count(needs.people), unassigned: voice.count(needs.unassigned) })}
      onDefinition={() => openMetric('need-map')}
      table={needsTable(needs, title, voice)}
      notes={
        <>
          <PageButtons page={page} size={SIZE} total={needs.total} onPage={onPage} />
          {needs.left > 0 && <p className="chart-note">{voice.text('minds.needs.left', { count: needs.left })}</p>}
          {needs.total > 0 && <p className="chart-note">{voice.text('minds.needs.note', { draws: voice.count(needs.draws) })} <AriaButton className="mind-open" onPress={() => openMetric('needs-at-once')}>{t('needs.definition')}</AriaButton>. {t('needs.desk')}</p>}
        </>
      }
    >
      {needs.needs.length > 0 && (
        <DataTable
          dense
          caption={title}
          rows={needs.needs}
          rowKey={({ group }) => group}
          columns={[
            { key: 'need', label: t('needs.column.need'), cell: ({ text, kind, messageIds }) => <AriaButton className="need-text" aria-label={`${text} ${t(`needs.kind.${kind}`)}: ${voice.text('minds.brand.messages', { count: messageIds.length })}`} onPress={() => open(voice.text('minds.needs.openNeed', { need: text }), messageIds)}><span className="need-words">{text}</span><span className="quiet-text">{t(`needs.kind.${kind}`)}</span></AriaButton> },
            { key: 'people', label: t('needs.column.people'), align: 'end', cell: ({ people }) => voice.count(people) },
            ...needs.tribes.map(tribeColumn),
            { key: 'chance', label: t('needs.column.chance'), cell: (need) => <span className="need-chance" data-beyond={need.beyondChance}>{chanceWords(need, voice)}</span> },
            { key: 'answered', label: t('needs.column.answered'), align: 'end', cell: ({ answered }) => share(answered) },
            { key: 'entered', label: t('needs.column.entered'), align: 'end', cell: ({ entered }) => share(entered) },
            { key: 'changed', label: t('needs.column.changed'), align: 'end', cell: ({ changed }) => share(changed) },
          ]}
        />
      )}
    </ChartFrame>
  );
}
