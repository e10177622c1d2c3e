import { X } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { INTENTS, type Intent } from '../../../domain/model/codes.ts';
import { useChartVoice } from '../../charts/use-chart-voice.ts';
import { useCalmAnalysis } from '../../state/use-calm-analysis.ts';
import { useWorkbench } from '../../state/workbench.ts';
import { Button } from '../../ui/Button.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { Select } from '../../ui/Select.tsx';
import { TextField } from '../../ui/TextField.tsx';

/** What can be done with all chosen messages at once: a tag put on or taken off, one intent set by hand. Each is one change that undo takes back. */
export function BulkBar({ messageIds, onLeave }: { readonly messageIds: readonly number[]; readonly onLeave: () => void }) {
  const { t } = useTranslation('notes');
  const voice = useChartVoice();
  const workbench = useWorkbench();
  const analyse = useCalmAnalysis();
  const [tag, setTag] = useState('');
  const [intent, setIntent] = useState<Intent | null>(null);
  const [done, setDone] = useState<number | null>(null);
  const putTag = async (on: boolean): Promise<void> => {
    const outcome = await workbench.run('notes.tag', { tag: tag.trim(), messageIds: [...messageIds], on });
    if (outcome.ok) setDone(outcome.value.changed);
    else workbench.failure.set(outcome.failure);
  };
  const putIntent = async (code: Intent): Promise<void> => {
    const outcome = await workbench.run('labels.set', { labels: messageIds.map((messageId) => ({ messageId, intents: [code] })) });
    if (!outcome.ok) {
      workbench.failure.set(outcome.failure);
      return;
    }
    setDone(outcome.value.changed);
    await workbench.refresh();
    analyse();
  };
  const isTagged = tag.trim() !== '';
  return (
    <section className="bulk-bar" role="group" aria-label={t('bulk.tools')}>
      <p className="bulk-count" role="status">{voice.text('notes.bulk.chosen', { count: messageIds.length })}{done !== null && ` · ${voice.text('notes.bulk.done', { count: done })}`}</p>
      <TextField label={t('bulk.tag')} hideLabel placeholder={t('bulk.tag')} value={tag} onChange={setTag} maxLength={40} />
      <Button size="small" isDisabled={!isTagged} onPress={() => void putTag(true)}>{t('bulk.add')}</Button>
      <Button size="small" variant="plain" isDisabled={!isTagged} onPress={() => void putTag(false)}>{t('bulk.take')}</Button>
      <Select size="small" hideLabel label={t('bulk.intent')} placeholder={t('bulk.intent')} value={intent} options={INTENTS.map((value) => ({ value, label: voice.text(`codes.intent.${value}`) }))} onChange={setIntent} />
      <Button size="small" isDisabled={intent === null} onPress={() => { if (intent !== null) void putIntent(intent); }}>{t('bulk.set')}</Button>
      <IconButton size="small" icon={<X size={14} />} label={t('bulk.leave')} onPress={onLeave} />
    </section>
  );
}
