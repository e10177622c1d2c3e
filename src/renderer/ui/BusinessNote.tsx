import { useTranslation } from 'react-i18next';
import { useFormats } from '../i18n/use-formats.ts';
import { useScope } from '../state/navigation.ts';
import { useOperation } from '../state/use-operation.ts';
import { useWorkbench } from '../state/workbench.ts';
import { Button } from './Button.tsx';

/** Says in a room that counts people that it does, while the preset for companies is on, and with which windows; nothing otherwise. */
export function BusinessNote() {
  const { t } = useTranslation('companies');
  const formats = useFormats();
  const { navigation } = useWorkbench();
  const state = useOperation('business.get', useScope());
  if (state.status !== 'value' || state.value.writing === null) return null;
  const { preset, writing: { people, known, companies } } = state.value;
  return (
    <p className="business-note">
      <span>{t('inRooms', { people: formats.count(people), known: formats.count(known), companies: formats.count(companies), hours: formats.count(preset.followUpHours), days: formats.count(preset.horizonDays) })}</span>
      <Button size="small" variant="plain" onPress={() => navigation.go({ path: ['strategy'], parameters: { view: 'companies' } })}>{t('title')}</Button>
    </p>
  );
}
