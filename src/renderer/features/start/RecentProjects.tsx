import { ChevronRight } from 'lucide-react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { OperationValue } from '../../../contract/operations.ts';
import { useFormats } from '../../i18n/use-formats.ts';
import { DeleteProject } from './DeleteProject.tsx';

type RecentProject = OperationValue<'app.state'>['recent'][number];

interface RecentProjectsProps {
  readonly recent: readonly RecentProject[];
  readonly busy: boolean;
  readonly onOpen: (recent: RecentProject) => void;
}

/** Projects opened before, the latest first; those out of reach stay visible and say so. */
export function RecentProjects({ recent, busy, onOpen }: RecentProjectsProps) {
  const { t } = useTranslation('start');
  const { t: common } = useTranslation('common');
  const formats = useFormats();
  return (
    <section className="recent">
      <h2>{t('recent')}</h2>
      {recent.length === 0 ? (
        <p className="quiet-text">{t('recentNone')}</p>
      ) : (
        <ul className="recent-list">
          {recent.map((project) => (
            <li key={project.id} className="recent-item">
              <Button className="recent-row" isDisabled={busy || !project.available} onPress={() => onOpen(project)}>
                <span className="recent-name">{project.name}</span>
                <span className="recent-facts">
                  {project.available ? `${project.messages === 0 ? '' : `${common('messages', { count: project.messages, n: formats.count(project.messages) })} · `}${t('openedAt', { date: formats.date(project.openedAtMs) })}` : t('recentMissing')}
                </span>
                <ChevronRight size={18} aria-hidden="true" />
              </Button>
              <DeleteProject project={project} isDisabled={busy} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
