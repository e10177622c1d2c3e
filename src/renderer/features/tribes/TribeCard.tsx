import { useTranslation } from 'react-i18next';
import { tribeColorAt } from '../../charts/intent-style.ts';
import { ShareBar, ShareInterval } from '../../charts/ShareBar.tsx';
import { TribeMark } from '../../charts/TribeMark.tsx';
import { useChartVoice } from '../../charts/use-chart-voice.ts';
import { useFilters, useLocation, useScope } from '../../state/navigation.ts';
import { useSidePanel } from '../../state/panels.ts';
import { Button } from '../../ui/Button.tsx';
import { tribeName } from '../../charts/tribe-name.ts';
import type { Tribe } from './map-marks.ts';

export interface TribeCardProps {
  readonly tribe: Tribe;
  readonly isFull: boolean;
}

/** One tribe: shape, name, share, balance with its interval, how it is answered; opens its messages, filters every room. */
export function TribeCard({ tribe, isFull }: TribeCardProps) {
  const { t } = useTranslation('tribes');
  const voice = useChartVoice();
  const scope = useScope();
  const { filters, toggle } = useFilters();
  const { openMessages } = useSidePanel();
  const name = tribeName(tribe, voice);
  const { size, share, balance, low, high, tooFew, answeredWithin7d, requests, messages, zoneHolds, stability, words, balanceWithoutPairs, networks } = tribe;
  const { go } = useLocation();
  const color = tribeColorAt(tribe.color);
  const chosen = filters.tribes?.includes(tribe.id) ?? false;
  return (
    <li className="tribe-card" data-chosen={chosen}>
      <header>
        <TribeMark color={tribe.color} shape={tribe.shape} />
        <h3>{name}</h3>
        <span className="tribe-size">{tribe.origin === 'public' ? t('card.public') : voice.text('tribes.map.people', { count: size })}</span>
      </header>
      {tribe.sensitive?.basis === '' && <p className="tribe-warning">{t('card.sensitive', { topics: voice.list(tribe.sensitive.topics.map((topic) => voice.text(`tribe.topics.${topic}`))) })}</p>}
      {tooFew ? (
        <>
          <p className="too-few">{size > 0 ? t('card.few') : tribe.origin === 'public' ? t('card.publicNote') : tribe.origin === 'ruled' && tribe.lens === 'roles' ? voice.text(`tribe.where.${tribe.name}`) : t('card.empty')}</p>
          <footer><Button size="small" variant="plain" className="page-link" onPress={() => go({ path: ['tribe', tribe.id] })}>{t('card.page')}</Button></footer>
        </>
      ) : (
        <>
          {share !== null && (
            <div className="tribe-line">
              <ShareBar total={1} parts={[{ key: 'share', value: share, color }]} height={6} />
              <span>{t('card.share', { share: voice.inHundred(share) })}</span>
            </div>
          )}
          <dl>
            <div>
              <dt>{t('card.balance')}</dt>
              <dd>{balance === null ? t('card.noBalance') : low === null || high === null ? voice.number(balance) : t('card.balanceRange', { balance: voice.number(balance), low: voice.number(low), high: voice.number(high) })}</dd>
            </div>
            <div>
              <dt>{t('card.answered')}</dt>
              <dd>
                {answeredWithin7d === null || answeredWithin7d.estimate === null || answeredWithin7d.low === null || answeredWithin7d.high === null
                  ? t('card.noAnswered', { n: voice.count(requests) })
                  : t('card.answeredRange', { share: voice.inHundred(answeredWithin7d.estimate), low: voice.inHundred(answeredWithin7d.low), high: voice.inHundred(answeredWithin7d.high) })}
                {answeredWithin7d !== null && <ShareInterval estimate={answeredWithin7d.estimate} low={answeredWithin7d.low} high={answeredWithin7d.high} color={color} />}
              </dd>
            </div>
          </dl>
          {words.length > 0 && <p className="tribe-words"><span>{t('card.words')}: </span>{words.slice(0, 6).map(({ word }) => word).join(', ')}</p>}
          {zoneHolds === false && stability !== null && <p className="chart-note">{t('card.depends', { share: voice.inHundred(stability) })}</p>}
          {isFull && (
            <div className="tribe-full">
              {zoneHolds === true && stability !== null && <p>{t('card.holds', { share: voice.inHundred(stability) })}</p>}
              {balanceWithoutPairs !== null && <p>{t('card.pairs', { balance: voice.number(balanceWithoutPairs) })}</p>}
              <p>{voice.list(networks.slice(0, 4).map(({ network, people }) => `${voice.network(network)} ${voice.count(people)}`))}</p>
            </div>
          )}
          <footer>
            <Button size="small" onPress={() => openMessages({ ...scope, filters: { ...scope.filters, tribes: [tribe.id] } }, { title: name, count: messages })}>{voice.text('tribes.card.messages', { count: messages })}</Button>
            <Button size="small" variant="plain" aria-pressed={chosen} onPress={() => toggle('tribes', tribe.id)}>{t('card.filter')}</Button>
            <Button size="small" variant="plain" className="page-link" onPress={() => go({ path: ['tribe', tribe.id] })}>{t('card.page')}</Button>
          </footer>
        </>
      )}
    </li>
  );
}
