import { FileInput } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { RoomPage } from '../ui/RoomPage.tsx';
import type { RoomId } from './rooms.ts';

/** A room of a project that holds nothing yet: its question, and the one thing to do before it can answer. */
export function EmptyProject({ room, onImport }: { readonly room: RoomId; readonly onImport: (() => void) | null }) {
  const { t } = useTranslation(['shell', 'data', 'overview', 'messages', 'tribes', 'response']);
  const questions: Partial<Record<RoomId, string>> = { overview: t('overview:question'), messages: t('messages:question'), tribes: t('tribes:question'), response: t('response:question') };
  return (
    <RoomPage title={t(`rooms.${room}`)} question={questions[room] ?? ''}>
      <EmptyState
        title={t('data:emptyTitle')}
        text={t('data:emptyText')}
        {...(onImport === null ? {} : { action: <Button variant="primary" icon={<FileInput size={16} aria-hidden="true" />} onPress={onImport}>{t('data:importAction')}</Button> })}
      />
    </RoomPage>
  );
}
