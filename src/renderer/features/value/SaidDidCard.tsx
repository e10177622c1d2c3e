import { useTranslation } from 'react-i18next';
import { useChartVoice } from '../../charts/use-chart-voice.ts';
import { useLocation, useScope } from '../../state/navigation.ts';
import { useSidePanel } from '../../state/panels.ts';
import { useOperation } from '../../state/use-operation.ts';
import { Answer } from '../../ui/Answer.tsx';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';

/** The page “you said, we did” as it may go to the client: declared changes in written words. */
export function SaidDidCard() {
  const { t } = useTranslation('origins');
  const voice = useChartVoice();
  const scope = useScope();
  const { go } = useLocation();
  const { openMessages } = useSidePanel();
  const state = useOperation('value.saidDid', scope);
  return (
    <Card title={t('saidDid.title')} subtitle={t('saidDid.subtitle')} foot={<><span>{t('saidDid.section')}</span><Button size="small" variant="plain" className="page-link" onPress={() => go({ path: ['present'] })}>{t('saidDid.toPresent')}</Button></>}>
      <Answer state={state} shape="lines" rows={2}>
        {({ changes }) => (changes.length === 0 ? <p className="quiet-text">{t('saidDid.none')}</p> : (
          <ul className="said-did">
            {changes.map(({ id, typicalId, youSaid, weDid, doneMs, requesters, told, state: standing }) => (
              <li key={id}>
                <p><span>{t('saidDid.youSaid')}</span>{youSaid}</p>
                <p><span>{t('saidDid.weDid')}</span>{weDid}</p>
                <div className="said-did-facts">
                  <span>{voice.date(doneMs)}</span>
                  <Button size="small" variant="plain" aria-label={t('saidDid.messages', { text: `${youSaid}, ${voice.text('origins.changes.asked', { count: requesters })}` })} onPress={() => openMessages({ messageIds: [typicalId] }, { title: youSaid, count: 1 })}>{voice.text('origins.changes.asked', { count: requesters })}</Button>
                  <span>{t('changes.told', { k: voice.count(told.k), n: voice.count(told.n) })}</span>
                  {standing === 'leads' && <strong>{t('saidDid.leads')}</strong>}
                </div>
              </li>
            ))}
          </ul>
        ))}
      </Answer>
    </Card>
  );
}
