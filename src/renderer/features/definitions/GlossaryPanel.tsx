import { Search } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useChartVoice } from '../../charts/use-chart-voice.ts';
import { useSidePanel } from '../../state/panels.ts';
import { useOperation } from '../../state/use-operation.ts';
import { usePreferences } from '../../state/use-preferences.ts';
import { Answer } from '../../ui/Answer.tsx';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { SidePanel } from '../../ui/SidePanel.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { foundMetrics } from './found-metrics.ts';
import './definitions.css';

/** Every definition by name, searched in names and meanings; each opens its card. */
export function GlossaryPanel({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('definitions');
  const voice = useChartVoice();
  const { language } = usePreferences();
  const { openMetric } = useSidePanel();
  const [typed, setTyped] = useState('');
  const state = useOperation('metrics.list', { language });
  return (
    <SidePanel title={t('glossary.title')} subtitle={state.status === 'value' ? voice.text('definitions.glossary.count', { count: state.value.metrics.length }) : undefined} onClose={onClose}>
      <Answer state={state} shape="lines" rows={8}>
        {({ metrics }) => {
          const found = foundMetrics(metrics, typed);
          return (
            <div className="glossary">
              <TextField type="search" label={t('glossary.search')} hideLabel placeholder={t('glossary.search')} icon={<Search size={16} aria-hidden="true" />} value={typed} onChange={setTyped} maxLength={100} autoFocus />
              {found.length === 0 ? <EmptyState title={t('glossary.nothing')} /> : (
                <ul className="glossary-list">
                  {found.map(({ id, name, definition }) => (
                    <li key={id}>
                      <Button variant="plain" size="small" className="glossary-name page-link" onPress={() => openMetric(id)}>{name}</Button>
                      <p className="glossary-text">{definition}</p>
                    </li>
                  ))}
                </ul>
              )}
            </div>
          );
        }}
      </Answer>
    </SidePanel>
  );
}
