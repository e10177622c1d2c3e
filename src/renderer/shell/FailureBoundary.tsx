import { Component, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';

interface FailureBoundaryProps {
  /** When it changes, what failed is tried again. */
  readonly place: string;
  readonly children: ReactNode;
}

interface FailureBoundaryState {
  readonly failedAt: string | null;
}

/** Keeps a failure of one part from taking the window with it. */
export class FailureBoundary extends Component<FailureBoundaryProps, FailureBoundaryState> {
  override state: FailureBoundaryState = { failedAt: null };

  static getDerivedStateFromProps({ place }: FailureBoundaryProps, { failedAt }: FailureBoundaryState): FailureBoundaryState | null {
    return failedAt !== null && failedAt !== '' && failedAt !== place ? { failedAt: null } : null;
  }

  static getDerivedStateFromError(): FailureBoundaryState {
    return { failedAt: '' };
  }

  override componentDidCatch(): void {
    this.setState({ failedAt: this.props.place });
  }

  override render(): ReactNode {
    if (this.state.failedAt === null) return this.props.children;
    return <BrokenPart onRetry={() => this.setState({ failedAt: null })} />;
  }
}

function BrokenPart({ onRetry }: { readonly onRetry: () => void }) {
  const { t } = useTranslation('failures');
  const { t: common } = useTranslation('common');
  return <EmptyState title={t('room')} text={t('roomAdvice')} action={<Button onPress={onRetry}>{common('tryAgain')}</Button>} />;
}
