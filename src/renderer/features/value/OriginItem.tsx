import { MessagesSquare } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useChartVoice } from '../../charts/use-chart-voice.ts';
import { useSidePanel } from '../../state/panels.ts';
import { useProject } from '../../state/use-project.ts';
import { Button } from '../../ui/Button.tsx';
import { Chip } from '../../ui/Chip.tsx';
import { Select } from '../../ui/Select.tsx';
import { leadWords, shortText, SIDE_TONES, type OriginDemand, type OriginLine } from './origin-words.ts';
import type { ValueDesk } from './use-value-desk.ts';

const VERDICTS = ['open', 'same', 'different'] as const;

/** One announcement: its origin, who asked first, the demands like it with what a person says of each. */
export function OriginItem({ line, lookBackDays, desk }: { readonly line: OriginLine; readonly lookBackDays: number; readonly desk: ValueDesk }) {
  const { t } = useTranslation('origins');
  const voice = useChartVoice();
  const { openMessages } = useSidePanel();
  const [isLooking, setLooking] = useState(false);
  const { messageId, text, atMs, network, container, side, before, after, firstMs, people, copies, demands, candidates } = line;
  const short = shortText(text);
  const lead = leadWords(line, voice);
  return (
    <li className="origin-line">
      <p className="origin-text">{text}</p>
      <p className="origin-facts">
        <Chip label={t(`sides.${side}`)} tone={SIDE_TONES[side]} />
        <span className="quiet-text">{[voice.date(atMs), container ?? voice.network(network), ...(copies.length === 0 ? [] : [voice.text('origins.list.repeated', { count: copies.length })])].join(' · ')}</span>
        <Button size="small" variant="plain" icon={<MessagesSquare size={14} aria-hidden="true" />} aria-label={t('list.openOf', { text: short })} onPress={() => openMessages({ messageIds: [messageId, ...copies] }, { title: short, count: 1 + copies.length })}>{t('list.open')}</Button>
      </p>
      <p className="origin-facts">
        {before === 0 ? <span>{t(`sideOf.${side}`, { days: voice.count(lookBackDays) })}</span> : <span>{voice.text('origins.list.before', { count: before, date: firstMs === null ? '' : voice.date(firstMs) })}</span>}
        {lead !== null && <span className="quiet-text">{lead}</span>}
        {people[0] !== undefined && <strong>{t('list.first', { name: people[0].name ?? t('credits.unknown') })}</strong>}
        {after > 0 && <span className="quiet-text">{voice.text('origins.list.after', { count: after })}</span>}
      </p>
      {demands.length > 0 && <DemandList title={t('list.demands')} announcementId={messageId} demands={demands} desk={desk} />}
      {candidates.length > 0 && (
        <>
          <Button size="small" variant="plain" className="origin-more keep-button" aria-expanded={isLooking} aria-label={t(isLooking ? 'list.hideCandidatesOf' : 'list.showCandidatesOf', { text: short })} onPress={() => setLooking(!isLooking)}>{t(isLooking ? 'list.hideCandidates' : 'list.showCandidates')}</Button>
          {isLooking && <DemandList title={t('list.candidates')} announcementId={messageId} demands={candidates} desk={desk} />}
        </>
      )}
    </li>
  );
}

function DemandList({ title, announcementId, demands, desk }: { readonly title: string; readonly announcementId: number; readonly demands: readonly OriginDemand[]; readonly desk: ValueDesk }) {
  const { t } = useTranslation('origins');
  const voice = useChartVoice();
  const { readOnly } = useProject();
  const { openMessages } = useSidePanel();
  const judge = (demandId: number, verdict: (typeof VERDICTS)[number]): void => void desk.decide('value.judgeOrigin', { announcementId, demandId, verdict: verdict === 'open' ? null : verdict }, t('verdict.saved'));
  return (
    <div className="origin-demands">
      <h3>{title}</h3>
      <ul>
        {demands.map(({ messageId, text, q, verdict, people, firstMs, messageIds }) => (
          <li key={messageId} data-verdict={verdict ?? 'open'}>
            <div>
              <p className="origin-demand">{text}</p>
              <p className="origin-facts quiet-text">
                <span>{voice.text('origins.list.people', { count: people })}</span>
                <span>{voice.date(firstMs)}</span>
                <span>{verdict !== null ? t('list.byHand') : q === null ? '' : t('list.chance', { q: voice.inHundred(Math.max(0.01, q)) })}</span>
                <Button size="small" variant="plain" aria-label={t('list.messagesOf', { text: shortText(text) })} onPress={() => openMessages({ messageIds }, { title: shortText(text), count: messageIds.length })}>{t('list.messages')}</Button>
              </p>
            </div>
            <Select size="small" label={t('verdict.label')} isDisabled={readOnly} value={verdict ?? 'open'} options={VERDICTS.map((value) => ({ value, label: t(`verdict.${value}`) }))} onChange={(value) => judge(messageId, value)} />
          </li>
        ))}
      </ul>
    </div>
  );
}
