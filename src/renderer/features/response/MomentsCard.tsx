import { Button as AriaButton } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { useChartVoice } from '../../charts/use-chart-voice.ts';
import { useSidePanel } from '../../state/panels.ts';
import { Card } from '../../ui/Card.tsx';
import { PageButtons } from '../../ui/PageButtons.tsx';
import { Segmented } from '../../ui/Segmented.tsx';
import { momentFacts, type Decisions } from './decision-words.ts';

const SHOWS = ['all', 'present', 'absent', 'unseen'] as const;

/** What the list takes besides the moments: which are shown, and which page. */
export interface MomentsCardProps {
  readonly decisions: Decisions;
  readonly show: (typeof SHOWS)[number];
  readonly onShow: (show: (typeof SHOWS)[number]) => void;
  readonly page: number;
  readonly size: number;
  readonly onPage: (page: number) => void;
}

/** The moments one by one, newest first: each opens its conversation. */
export function MomentsCard({ decisions: { list, total }, show, onShow, page, size, onPage }: MomentsCardProps) {
  const { t } = useTranslation('minds');
  const voice = useChartVoice();
  const { openMessages } = useSidePanel();
  return (
    <Card title={t('choices.list.title')} actions={<Segmented label={t('choices.list.show')} value={show} options={SHOWS.map((value) => ({ value, label: t(`choices.list.shows.${value}`) }))} onChange={onShow} />}>
      {list.length === 0 ? <p className="too-few">{t('choices.list.none')}</p> : (
        <ul className="choice-list">
          {list.map((moment) => {
            const ids = [moment.messageId, ...moment.mergedIds];
            return (
              <li key={moment.messageId}>
                <AriaButton className="choice-moment" aria-label={`${voice.text('minds.choices.list.open', { text: `${moment.text} ${momentFacts(moment, voice)}` })}, ${voice.text('minds.brand.messages', { count: ids.length })}`} onPress={() => openMessages({ messageIds: ids }, { title: t('choices.list.title'), count: ids.length })}>
                  <span className="choice-text">{moment.text}</span>
                  <span className="choice-facts">{momentFacts(moment, voice)}</span>
                </AriaButton>
              </li>
            );
          })}
        </ul>
      )}
      <PageButtons page={page} size={size} total={total} onPage={onPage} />
    </Card>
  );
}
