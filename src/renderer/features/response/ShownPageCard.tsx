import { useTranslation } from 'react-i18next';
import type { OperationValue } from '../../../contract/operations.ts';
import { useChartVoice } from '../../charts/use-chart-voice.ts';
import { useSidePanel } from '../../state/panels.ts';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import './past-page.css';

type Shown = NonNullable<OperationValue<'response.pastPage'>['page']>;

/** What a visitor of one place saw on a day, item by item, against what the brand itself had put there. */
export function ShownPageCard({ page: { container, items, mix, openIds }, atMs }: { readonly page: Shown; readonly atMs: number }) {
  const { t } = useTranslation('pastPage');
  const voice = useChartVoice();
  const { openMessages } = useSidePanel();
  const actName = (act: string): string => (act === 'unread' ? t('shown.unread') : voice.text(`codes.act.${act}`));
  return (
    <Card title={t('shown.title', { container })} subtitle={t('shown.subtitle', { n: voice.count(items.length), date: voice.date(atMs) })}>
      <div className="past-page-shown">
        <div className="past-page-items" role="group" aria-label={t('shown.list')} tabIndex={0}><ol>
          {items.map(({ rootId, atMs: itemMs, own, act, text, below, open, goneAtMs }) => (
            <li key={rootId} data-open={open > 0}>
              <p className="past-page-facts">{[voice.date(itemMs), own ? t('shown.own') : t('shown.public'), ...(own && act !== null ? [actName(act)] : [])].join(' · ')}</p>
              <p className="past-page-text">{text === null || text === '' ? t('shown.noText') : text}</p>
              <p className="past-page-facts">
                {voice.text('pastPage.shown.below', { count: below })}{open > 0 && <b> · {voice.text('pastPage.shown.open', { count: open })}</b>}{goneAtMs !== null && ` · ${t('shown.gone', { date: voice.date(goneAtMs) })}`}
              </p>
            </li>
          ))}
        </ol></div>
        <div className="past-page-mix">
          <h3>{t('shown.mixTitle')}</h3>
          {mix.length === 0 ? <p className="quiet-text">{t('shown.mixNone')}</p> : <ul>{mix.map(({ act, n }) => <li key={act}>{t('shown.mix', { act: actName(act), n: voice.count(n) })}</li>)}</ul>}
          <p>{openIds.length === 0 ? t('shown.against_zero') : voice.text('pastPage.shown.against', { count: openIds.length })}</p>
          {openIds.length > 0 && <Button size="small" onPress={() => openMessages({ messageIds: openIds }, { title: t('shown.title', { container }), count: openIds.length })}>{t('shown.openAll')}</Button>}
        </div>
      </div>
    </Card>
  );
}
