import { useTranslation } from 'react-i18next';
import { useChartVoice } from '../../charts/use-chart-voice.ts';
import { networkName } from '../../../domain/wording/network-name.ts';
import { useFormats } from '../../i18n/use-formats.ts';
import { useLocation } from '../../state/navigation.ts';
import { useOperation } from '../../state/use-operation.ts';
import { Answer } from '../../ui/Answer.tsx';
import { Button } from '../../ui/Button.tsx';
import { Chip } from '../../ui/Chip.tsx';
import { MessageCount } from './MessageCount.tsx';
import type { AccountCard } from './people-types.ts';
import { profileName, usernameOf } from './people-words.ts';

/** One profile of a pair: where, who, how much and when, and its latest messages. */
export function PairSide({ account }: { readonly account: AccountCard }) {
  const { t } = useTranslation('people');
  const voice = useChartVoice();
  const formats = useFormats();
  const { go } = useLocation();
  const name = profileName(account);
  const username = usernameOf(account);
  const network = networkName(account.network, t('list.networkUnknown'));
  const { firstMs, lastMs, followers, reactions, nativeId } = account;
  const facts = [
    ...(firstMs === null || lastMs === null ? [t('noDates')] : [formats.shortDate(firstMs) === formats.shortDate(lastMs) ? formats.shortDate(firstMs) : t('between', { from: formats.shortDate(firstMs), to: formats.shortDate(lastMs) })]),
    ...(followers === null ? [] : [voice.text('people.queue.followers', { count: followers })]), ...(reactions === 0 ? [] : [voice.text('people.queue.reactions', { count: reactions })]),
  ];
  return (
    <article className="pair-side">
      <header>
        <p className="pair-network">{network}</p>
        <h3 className="people-name">{name}</h3>
        {(username !== null || (nativeId !== name && nativeId !== account.handle)) && <p className="quiet-text people-name">{[...(username === null ? [] : [username]), ...(nativeId === name || nativeId === account.handle ? [] : [nativeId])].join(' · ')}</p>}
      </header>
      <p className="pair-facts">
        <MessageCount inWords accountIds={account.personId === null ? [account.accountId] : null} name={name} count={account.messages} />
        <span className="quiet-text">{facts.join(' · ')}</span>
      </p>
      {account.personId !== null && <Chip label={t('queue.joined')} />}
      <Samples messageIds={account.sampleMessageIds} />
      <Button size="small" variant="plain" aria-label={t('queue.openOf', { name, network })} onPress={() => go({ path: ['people', 'account', String(account.accountId)] })}>
        {t('queue.open')}
      </Button>
    </article>
  );
}

function Samples({ messageIds }: { readonly messageIds: readonly number[] }) {
  const { t } = useTranslation('people');
  const { t: messageWords } = useTranslation('messages');
  const formats = useFormats();
  const state = useOperation('messages.list', messageIds.length === 0 ? null : { messageIds: [...messageIds], page: 0, size: 10 });
  if (messageIds.length === 0) return <p className="quiet-text">{t('queue.noSamples')}</p>;
  return (
    <div className="pair-samples">
      <h4>{t('queue.samples')}</h4>
      <Answer state={state} shape="lines" rows={Math.min(3, messageIds.length)} where={t('queue.samples')}>
        {({ messages }) => (
          <ul>
            {messages.map(({ messageId, text, atMs, precision, container }) => (
              <li key={messageId}>
                <p className="quiet-text pair-place">{[...(container === null ? [] : [container]), ...(atMs === null || precision === 'none' ? [] : [precision === 'relative' ? `${formats.shortDate(atMs)} (${messageWords('row.relative')})` : formats.shortDate(atMs)])].join(' · ')}</p>
                {text === null || text === '' ? <p className="quiet-text">{t('queue.noText')}</p> : <p className="message-text">{text}</p>}
              </li>
            ))}
          </ul>
        )}
      </Answer>
    </div>
  );
}
