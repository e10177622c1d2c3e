import { ChevronDown, ChevronUp } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useProject } from '../../state/use-project.ts';
import { useWorkbench } from '../../state/workbench.ts';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { movedSections, type ReportValue, type SettingsValue } from './report-view.ts';

const STANDING: readonly string[] = ['cover', 'limits', 'method'];

interface ListProps {
  readonly report: ReportValue;
  readonly settings: SettingsValue;
  readonly chosen: string;
  /** A closed edition keeps its sections. */
  readonly isFixed: boolean;
  readonly onChoose: (page: string) => void;
}

/** The sections in their order, each with its pages; a section is shown or left out, moved up or down, and every change can be undone. */
export function SectionsList({ report, settings, chosen, isFixed, onChoose }: ListProps) {
  const { t } = useTranslation('present');
  const workbench = useWorkbench();
  const { readOnly: isReadOnly } = useProject();
  const readOnly = isReadOnly || isFixed;
  const save = async (sections: SettingsValue['sections']): Promise<void> => {
    const saved = await workbench.run('present.save', { sections });
    if (!saved.ok) workbench.failure.set(saved.failure);
    else await workbench.refresh();
  };
  return (
    <nav className="report-list" aria-label={t('pages')}>
      <ol>
        {(isFixed ? [...new Set(report.pages.map(({ section }) => section))].map((section) => ({ section, shown: true })) : settings.sections).map(({ section, shown }) => {
          const name = t(`sections.${section}`);
          const pages = report.pages.filter((page) => page.section === section);
          const isStanding = STANDING.includes(section);
          return (
            <li key={section} className="report-section" data-shown={shown}>
              <div className="report-section-head">
                {isStanding ? <span className="report-section-name">{name}<small>{t('standing')}</small></span> : (
                  <Checkbox isSelected={shown} isDisabled={readOnly} onChange={(isShown) => void save(settings.sections.map((one) => (one.section === section ? { ...one, shown: isShown } : one)))}>{name}</Checkbox>
                )}
                {!isStanding && !readOnly && (
                  <span className="report-section-moves">
                    <IconButton icon={<ChevronUp size={14} aria-hidden="true" />} className="page-link" label={t('up', { section: name })} onPress={() => void save(movedSections(settings.sections, section, -1))} />
                    <IconButton icon={<ChevronDown size={14} aria-hidden="true" />} className="page-link" label={t('down', { section: name })} onPress={() => void save(movedSections(settings.sections, section, 1))} />
                  </span>
                )}
              </div>
              {shown && pages.length === 0 && <p className="quiet-text report-none">{t('empty')}</p>}
              {shown && pages.length > 0 && (
                <ul>
                  {pages.map((page) => (
                    <li key={page.key}>
                      <button type="button" className="report-page-link page-link" aria-current={page.key === chosen ? 'page' : undefined} onClick={() => onChoose(page.key)}>
                        {page.title.text}
                        {page.title.flag !== null && <span className="report-flag" aria-label={t(`flag.${page.title.flag}`)}> ●</span>}
                      </button>
                    </li>
                  ))}
                </ul>
              )}
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
