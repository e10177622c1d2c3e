import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { OperationState } from '../state/operation-state.ts';
import { FailureNotice } from './FailureNotice.tsx';
import { Skeleton, type SkeletonProps } from './Skeleton.tsx';

export interface AnswerProps<Value> {
  readonly state: OperationState<Value>;
  readonly shape: SkeletonProps['shape'];
  readonly rows?: number;
  /** Where it would stand, for the failure notice. */
  readonly where?: string;
  readonly children: (value: Value) => ReactNode;
}

/** Shows an operation's answer in the state it is in: the shape of what comes, the failure, or the value: dimmed while a newer one is computed, with a word while its intervals are. */
export function Answer<Value>({ state, shape, rows, where, children }: AnswerProps<Value>) {
  const { t } = useTranslation('common');
  if (state.status === 'loading') return <Skeleton shape={shape} label={t('loading')} {...(rows === undefined ? {} : { rows })} />;
  if (state.status === 'failed') return <FailureNotice failure={state.failure} onRetry={state.retry} {...(where === undefined ? {} : { where })} />;
  return (
    <div className={state.refreshing ? 'answer answer-refreshing' : 'answer'} aria-busy={state.refreshing || state.unfinished === true}>
      {state.unfinished === true && <p className="answer-unfinished">{t('intervalsComing')}</p>}
      {children(state.value)}
    </div>
  );
}
