import { RotateCw, Save, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../../contract/outcome.ts';
import { beginCopy } from '../state/save-copy.ts';
import { useStore } from '../state/store.ts';
import { useWorkbench } from '../state/workbench.ts';
import { Button } from './Button.tsx';
import { joinClasses } from './join-classes.ts';
import './content.css';

export interface FailureNoticeProps {
  readonly failure: Failure;
  /** Where it happened, in words: the file, the room, the figure. */
  readonly where?: string;
  readonly onRetry?: () => void;
  readonly onDismiss?: () => void;
  readonly compact?: boolean;
  /** A way out of its own, before the others. */
  readonly action?: ReactNode;
}

/** A failure: what happened, where, what to do. The rest of the screen stays usable. */
export function FailureNotice({ failure, where, onRetry, onDismiss, compact = false, action }: FailureNoticeProps) {
  const { t } = useTranslation('failures');
  const { t: common } = useTranslation('common');
  const isReadOnly = failure.code === 'read-only-project';
  return (
    <div className={joinClasses('failure', compact && 'failure-compact')} role="alert">
      <TriangleAlert className="failure-icon" size={20} aria-hidden="true" />
      <div className="failure-body">
        <p className="failure-title">{where === undefined ? t(`what.${failure.code}`) : t('whatWhere', { what: t(`what.${failure.code}`), where })}</p>
        <p className="failure-text">{t(`advice.${failure.code}`)}</p>
        <p className="failure-detail">
          <code>{failure.message}</code>
        </p>
        {failure.issues !== undefined && failure.issues.length > 0 && (
          <ul className="failure-issues">
            {failure.issues.slice(0, 5).map((issue) => (
              <li key={`${issue.path} ${issue.message}`}>
                <code>
                  {issue.path}: {issue.message}
                </code>
              </li>
            ))}
          </ul>
        )}
        {(onRetry !== undefined || onDismiss !== undefined || isReadOnly || action !== undefined) && (
          <div className="failure-actions">
            {action}
            {isReadOnly && <SaveElsewhere />}
            {onRetry !== undefined && (
              <Button size="small" icon={<RotateCw size={14} aria-hidden="true" />} onPress={onRetry}>
                {common('tryAgain')}
              </Button>
            )}
            {onDismiss !== undefined && (
              <Button size="small" variant="plain" onPress={onDismiss}>
                {common('close')}
              </Button>
            )}
          </div>
        )}
      </div>
    </div>
  );
}

/** The way out of a project that cannot be written: a copy of it where it can. Nothing while no project is open. */
function SaveElsewhere() {
  const { t } = useTranslation('saving');
  const workbench = useWorkbench();
  if (useStore(workbench.project).status !== 'open') return null;
  return <Button size="small" icon={<Save size={14} aria-hidden="true" />} onPress={() => void beginCopy(workbench, 'as')}>{t('as')}</Button>;
}
