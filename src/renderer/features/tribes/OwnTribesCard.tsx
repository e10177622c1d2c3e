import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../../../contract/outcome.ts';
import { useChartVoice } from '../../charts/use-chart-voice.ts';
import { useTableCsv } from '../../charts/use-table-csv.ts';
import { useLocation } from '../../state/navigation.ts';
import { useSidePanel } from '../../state/panels.ts';
import { saveText } from '../../state/save-text.ts';
import { useOperation } from '../../state/use-operation.ts';
import { useProject } from '../../state/use-project.ts';
import { useWorkbench } from '../../state/workbench.ts';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { FailureNotice } from '../../ui/FailureNotice.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { tribeName } from '../../charts/tribe-name.ts';
import type { Tribe } from './map-marks.ts';
import './tribe-page.css';

/** Where tribes of the user's own are made, publics are named, and those who never spoke to the brand are counted. */
export function OwnTribesCard({ tribes }: { readonly tribes: readonly Tribe[] }) {
  const { t } = useTranslation('tribe');
  const tableCsv = useTableCsv();
  const voice = useChartVoice();
  const { go } = useLocation();
  const { readOnly } = useProject();
  const { openMetric } = useSidePanel();
  const workbench = useWorkbench();
  const latent = useOperation('tribes.latent', {});
  const ladder = useOperation('tribes.ladder', {});
  const [name, setName] = useState('');
  const [source, setSource] = useState('');
  const [failure, setFailure] = useState<Failure | null>(null);
  const addPublic = async (): Promise<void> => {
    const outcome = await workbench.run('tribes.save', { name, rule: null, source });
    setFailure(outcome.ok ? null : outcome.failure);
    if (!outcome.ok) return;
    setName('');
    setSource('');
    await workbench.refresh();
  };
  const download = (): void => {
    const numeric = (key: string): { key: string; label: string; numeric: true } => ({ key, label: key, numeric: true });
    saveText('tribes.csv', tableCsv({
      caption: t('own.title'),
      columns: [{ key: 'id', label: 'id' }, { key: 'name', label: t('edit.name') }, ...['people', 'share', 'created', 'consumed', 'balance', 'low', 'high', 'messages', 'requests'].map(numeric)],
      rows: tribes.map((tribe) => [tribe.id, tribeName(tribe, voice), ...[tribe.size, tribe.share, ...(tribe.tooFew ? [null, null] : [tribe.created, tribe.consumed]), tribe.balance, tribe.low, tribe.high, tribe.messages, tribe.requests].map((value) => (value === null ? '' : voice.plain(value)))]),
    }));
  };
  return (
    <Card
      className="own-tribes"
      title={t('own.title')}
      subtitle={t('own.note')}
      foot={<><Button variant="plain" size="small" onPress={() => openMetric('latent-tribes')}>{t('own.latent')}</Button><Button variant="plain" size="small" onPress={download}>{t('own.csv')}</Button></>}
    >
      <p><Button variant="primary" isDisabled={readOnly} onPress={() => go({ path: ['tribe-maker'], parameters: {} })}>{t('own.make')}</Button></p>
      {failure !== null && <FailureNotice failure={failure} onDismiss={() => setFailure(null)} />}
      {latent.status === 'value' && (
        <>
          <h3 className="tribe-part">{t('own.latent')}</h3>
          <ul className="latent">
            <li><strong>{voice.count(latent.value.named.count)}</strong> {t('own.named', { people: voice.count(latent.value.named.byPeople) })}</li>
            <li>{latent.value.reacted === null ? t('own.noReactions') : <><strong>{voice.count(latent.value.reacted)}</strong> {t('own.reacted')}</>}</li>
            <li><strong>{voice.count(latent.value.elsewhere)}</strong> {t('own.elsewhere')}</li>
          </ul>
        </>
      )}
      <details>
        <summary>{t('own.addPublic')}</summary>
        <TextField label={t('own.publicName')} value={name} onChange={setName} maxLength={80} />
        <TextField label={t('own.publicSource')} value={source} onChange={setSource} maxLength={500} />
        <Button size="small" isDisabled={readOnly || name.trim() === ''} onPress={() => void addPublic()}>{t('own.addPublic')}</Button>
      </details>
      {ladder.status === 'value' && ladder.value.available && (
        <>
          <h3 className="tribe-part">{t('ladder.title')}</h3>
          <p className="chart-note">{t('ladder.text', { n: voice.count(ladder.value.n) })}</p>
          <dl className="tribe-facts">
            {ladder.value.rungs.map(({ rung, people, share }) => <div key={rung}><dt>{t(`ladder.rungs.${rung}`)}</dt><dd>{voice.count(people)}{share !== null && ` (${t('value.inHundred', { share: voice.inHundred(share) })})`}</dd></div>)}
          </dl>
          {ladder.value.offLadder > 0 && <p className="chart-note">{voice.text('tribe.ladder.off', { count: ladder.value.offLadder })}</p>}
        </>
      )}
    </Card>
  );
}
