import { useTranslation } from 'react-i18next';
import { ShareInterval } from '../../charts/ShareBar.tsx';
import { useChartVoice } from '../../charts/use-chart-voice.ts';
import { useSidePanel } from '../../state/panels.ts';
import { Button } from '../../ui/Button.tsx';

export interface ShareRowProps {
  readonly name: string;
  /** What is counted, of what. */
  readonly what: string;
  readonly share: { readonly k: number; readonly n: number; readonly estimate: number | null; readonly low: number | null; readonly high: number | null } | null;
  /** A length of time, where the figure is one. */
  readonly seconds?: number | null;
  /** Why there is no figure, in words. */
  readonly reason: string | null;
  readonly messageIds: readonly number[];
  readonly color?: string;
}

/** One indicator: its name and meaning, the share on a line with its interval, the counts, the messages behind it. */
export function ShareRow({ name, what, share, seconds = null, reason, messageIds, color = 'var(--accent)' }: ShareRowProps) {
  const { t } = useTranslation('strategy');
  const voice = useChartVoice();
  const { openMessages } = useSidePanel();
  const figure = (): string => {
    if (seconds !== null) return voice.duration(seconds);
    if (share === null) return reason ?? '';
    const { k, n, estimate, low, high } = share;
    return estimate === null || low === null || high === null ? t('kOfN', { k: voice.count(k), n: voice.count(n) }) : t('inHundred', { share: voice.inHundred(estimate), low: voice.inHundred(low), high: voice.inHundred(high) });
  };
  return (
    <li className="share-row">
      <span className="share-row-name">{name}</span>
      <span className="share-row-what">{what}</span>
      <span className="share-row-line">{share?.estimate != null && <ShareInterval estimate={share.estimate} low={share.low} high={share.high} color={color} />}</span>
      <span className={share === null && seconds === null ? 'too-few' : 'share-row-figure'}>{figure()}</span>
      <span className="share-row-n">
        {share !== null && messageIds.length > 0
          ? <Button variant="plain" size="small" aria-label={`${name}: ${t('kOfN', { k: voice.count(share.k), n: voice.count(share.n) })}`} onPress={() => openMessages({ messageIds: [...messageIds] }, { title: name, count: messageIds.length })}>{t('kOfN', { k: voice.count(share.k), n: voice.count(share.n) })}</Button>
          : share !== null && share.estimate !== null && t('kOfN', { k: voice.count(share.k), n: voice.count(share.n) })}
      </span>
    </li>
  );
}
