import { useTranslation } from 'react-i18next';
import { useLocation } from '../state/navigation.ts';
import { Segmented } from './Segmented.tsx';

/** The views of the messages room, by the first part of their address. */
const MESSAGE_VIEWS = { messages: 'all', words: 'words', recurring: 'recurring' } as const;
/** A view of the messages room. */
export type MessageView = keyof typeof MESSAGE_VIEWS;

/** Switches between all messages, the terms that tell a group apart and the questions that recur; filters stay. */
export function MessageViews({ view }: { readonly view: MessageView }) {
  const { t } = useTranslation('terms');
  const { go } = useLocation();
  return (
    <Segmented
      label={t('views.label')}
      value={view}
      options={(Object.keys(MESSAGE_VIEWS) as MessageView[]).map((value) => ({ value, label: t(`views.${MESSAGE_VIEWS[value]}`) }))}
      onChange={(next) => go({ path: [next] })}
    />
  );
}
