import { BookOpen } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/use-formats.ts';
import { useFilters } from '../../state/navigation.ts';
import { useSidePanel } from '../../state/panels.ts';
import { useOperation } from '../../state/use-operation.ts';
import { usePreferences } from '../../state/use-preferences.ts';
import { Answer } from '../../ui/Answer.tsx';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { NoteCard } from '../../ui/NoteCard.tsx';
import { SidePanel } from '../../ui/SidePanel.tsx';
import './definitions.css';

interface DefinitionPanelProps {
  readonly metricId: string;
  readonly onClose: () => void;
}

/** The card of a number: what it means, how it is computed, where it comes from, what it cannot say. */
export function DefinitionPanel({ metricId, onClose }: DefinitionPanelProps) {
  const { t } = useTranslation('definitions');
  const { t: notes } = useTranslation('notes');
  const formats = useFormats();
  const { openGlossary } = useSidePanel();
  const { language } = usePreferences();
  const { isEmpty, filters } = useFilters();
  const state = useOperation('metrics.list', { language });
  const window = useOperation('filters.options', {});
  const metric = state.status === 'value' ? state.value.metrics.find(({ id }) => id === metricId) : undefined;
  return (
    <SidePanel title={metric?.name ?? t('title')} subtitle={metric === undefined ? undefined : `${t('title')} · ${t('version', { version: metric.version })}`} onClose={onClose} foot={<Button size="small" className="page-link" icon={<BookOpen size={14} aria-hidden="true" />} onPress={openGlossary}>{t('glossary.all')}</Button>}>
      <Answer state={state} shape="lines" where={t('title')}>
        {() =>
          metric === undefined ? (
            <EmptyState title={t('notFound')} text={metricId} />
          ) : (
            <div className="definition">
              <p className="definition-text">{metric.definition}</p>
              <dl>
                <dt>{t('formula')}</dt>
                <dd>
                  <code>{metric.formula}</code>
                </dd>
                <dt>{t('unit')}</dt>
                <dd>{metric.unit}</dd>
                <dt>{t('limits')}</dt>
                <dd>{metric.limits}</dd>
                <dt>{t('source')}</dt>
                <dd>{metric.source}</dd>
              </dl>
              <h3>{t('context')}</h3>
              <dl>
                <dt>{t('filters')}</dt>
                <dd>{isEmpty ? t('noFilters') : formats.count(Object.keys(filters).length)}</dd>
                {window.status === 'value' && window.value.fromMs !== null && window.value.toMs !== null && (
                  <>
                    <dt>{t('window')}</dt>
                    <dd>{`${formats.shortDate(window.value.fromMs)} – ${formats.shortDate(window.value.toMs)}`}</dd>
                  </>
                )}
              </dl>
              <NoteCard key={metricId} subject={{ kind: 'figure', metricId }} empty={notes('note.emptyFigure')} />
            </div>
          )
        }
      </Answer>
    </SidePanel>
  );
}
