import { Info } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { ShareInterval } from '../../charts/ShareBar.tsx';
import { useChartVoice } from '../../charts/use-chart-voice.ts';
import { useSidePanel } from '../../state/panels.ts';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { shareWords, type DepartmentCode, type LostSummary } from './lost-words.ts';

/** Share of the requests for each department: listening is not only marketing. */
export function DepartmentsCard({ summary, onShow }: { readonly summary: LostSummary; readonly onShow: (department: DepartmentCode) => void }) {
  const { t } = useTranslation('lost');
  const voice = useChartVoice();
  const { openMetric } = useSidePanel();
  const n = summary.departments[0]?.requests.n ?? 0;
  return (
    <Card
      title={t('departments.title')}
      subtitle={n === 0 ? t('departments.none') : voice.text('lost.departments.subtitle', { count: n })}
      foot={<Button size="small" variant="plain" icon={<Info size={14} aria-hidden="true" />} onPress={() => openMetric('department-share')}>{t('definitions.departments')}</Button>}
    >
      {n > 0 && (
        <ul className="lost-departments">
          {summary.departments.map(({ department, requests, byHand }) => (
            <li key={department}>
              <Button variant="plain" size="small" className="lost-number" onPress={() => onShow(department)}>{t(`department.${department}`)}</Button>
              <ShareInterval estimate={requests.share} low={requests.low} high={requests.high} color="var(--accent)" />
              <span>{shareWords(requests, voice) ?? t('of', { part: voice.count(requests.count), n: voice.count(requests.n) })}</span>
              <span className="quiet-text">{byHand > 0 ? voice.text('lost.departments.byHand', { count: byHand }) : ''}</span>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
