import { useTranslation } from 'react-i18next';
import { useChartVoice } from '../../charts/use-chart-voice.ts';
import { Card } from '../../ui/Card.tsx';
import type { ReportValue } from './report-view.ts';

/** What a client's report leaves out; for an analyst's, what it may hold. */
export function PrivacyCard({ report: { privacy, audience } }: { readonly report: ReportValue }) {
  const { t } = useTranslation('present');
  const voice = useChartVoice();
  const withheld = privacy.withheld.reduce((sum, { cells }) => sum + cells, 0);
  return (
    <Card headingLevel={3} title={t('privacy.title')}>
      {audience === 'analyst' ? <p className="report-flag">{t('privacy.analyst')}</p> : (
        <ul className="report-privacy">
          <li>{t('privacy.floor', { floor: privacy.floor })}</li>
          {privacy.mergedTribes > 0 && <li>{voice.text('present.privacy.merged', { count: privacy.mergedTribes })}</li>}
          <li>{withheld === 0 ? t('privacy.none') : voice.text('present.privacy.withheld', { count: withheld })}</li>
          {privacy.quotes > 0 && <li>{voice.text('room.quotes.shown', { count: privacy.quotes })}</li>}
          <li>{t('privacy.without', { list: voice.list(privacy.dropped.map((part) => t(`privacy.dropped.${part}`))) })}</li>
        </ul>
      )}
    </Card>
  );
}
