import { Download, Upload } from 'lucide-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useChartVoice } from '../../charts/use-chart-voice.ts';
import { useOperation } from '../../state/use-operation.ts';
import { Button } from '../../ui/Button.tsx';
import { FailureNotice } from '../../ui/FailureNotice.tsx';
import { Menu } from '../../ui/Menu.tsx';
import { EffectCard } from './EffectCard.tsx';
import { RuleEditor } from './RuleEditor.tsx';
import { RuleList } from './RuleList.tsx';
import type { Dictionary } from './rule-draft.ts';
import { TryText } from './TryText.tsx';
import { useLater } from './use-later.ts';
import { useRuleDesk, type DeskNews } from './use-rule-desk.ts';
import { VersionsCard } from './VersionsCard.tsx';

/** One rule is tried as one writes; the whole set, and what it would change, once one pauses. */
const RULE_PAUSE_MS = 350;
const SET_PAUSE_MS = 1200;

/** Where rules are written, tried and saved. */
export function RuleWorkshop({ dictionary }: { readonly dictionary: Dictionary }) {
  const { t } = useTranslation('reading');
  const voice = useChartVoice();
  const desk = useRuleDesk(dictionary);
  const [chosenId, setChosenId] = useState<string | null>(null);
  const picker = useRef<HTMLInputElement>(null);
  const { rules } = desk;
  const chosen = rules.find(({ id }) => id === chosenId) ?? rules[0] ?? null;
  const laterRule = useLater(chosen, RULE_PAUSE_MS);
  const laterRules = useLater(rules, SET_PAUSE_MS);
  const one = useOperation('dictionary.try', laterRule === null ? null : { rules: [laterRule] });
  const all = useOperation('dictionary.try', laterRules.length === 0 && dictionary.rules.length === 0 ? null : { rules: [...laterRules], effect: desk.isChanged });
  const oneTrial = one.status === 'value' && laterRule?.id === chosen?.id ? one.value : null;
  const allTrial = all.status === 'value' ? all.value : null;
  const isSettled = laterRules === rules && all.status === 'value' && !all.refreshing;
  const isSound = allTrial !== null && allTrial.faults.length + allTrial.failing.length === 0;
  const news = newsText(desk.news, voice.text);
  return (
    <>
      <div className="rule-workshop" data-empty={rules.length === 0}>
        <RuleList rules={rules} trial={allTrial} chosen={chosen?.id ?? null} onChoose={setChosenId} onAdd={rules.length >= dictionary.limits.rules || !desk.canSave ? null : () => setChosenId(desk.add(t('rules.newName', { n: rules.length + 1 })))} />
        {chosen !== null && <div className="rule-side">
          <RuleEditor key={chosen.id} rule={chosen} trial={oneTrial} limits={dictionary.limits} isDisabled={!desk.canSave} onChange={(part) => desk.change(chosen.id, part)} onRemove={() => desk.remove(chosen.id)} />
          <TryText rules={rules} />
        </div>}
      </div>
      {desk.failure !== null && <FailureNotice failure={desk.failure} onDismiss={desk.dismiss} />}
      <div className="rule-bar" data-changed={desk.isChanged}>
        <span role="status">{news ?? (desk.isChanged ? t(!isSettled || isSound ? 'rules.unsaved' : allTrial !== null && allTrial.faults.length > 0 ? 'rules.blockedLines' : 'rules.blocked') : '')}</span>
        <span className="reading-actions">
          <Button variant="plain" icon={<Upload size={16} aria-hidden="true" />} isDisabled={!desk.canSave || desk.isBusy} onPress={() => picker.current?.click()}>{t('rules.importFile')}</Button>
          <Menu
            label={t('rules.exportFile')}
            trigger={<Button variant="plain" icon={<Download size={16} aria-hidden="true" />} isDisabled={dictionary.rules.length === 0 || desk.isBusy}>{t('rules.exportFile')}</Button>}
            entries={[{ id: 'json', label: t('rules.exportJson') }, { id: 'csv', label: t('rules.exportCsv') }]}
            onAction={(format) => void desk.exportFile(format)}
          />
          {desk.isChanged && <Button isDisabled={desk.isBusy} onPress={desk.discard}>{t('rules.discard')}</Button>}
          <Button variant="primary" isDisabled={!desk.isChanged || !desk.canSave || desk.isBusy || !isSettled || !isSound} onPress={() => void desk.save()}>{t('rules.save')}</Button>
        </span>
        <input
          ref={picker} type="file" accept=".json,.csv,application/json,text/csv" hidden aria-hidden="true" tabIndex={-1}
          onChange={({ currentTarget }) => {
            const [file] = currentTarget.files ?? [];
            currentTarget.value = '';
            if (file !== undefined) void desk.importFile(file);
          }}
        />
      </div>
      {desk.isChanged && <EffectCard state={all} />}
      <VersionsCard dictionary={dictionary} onTakeUp={(version) => void desk.takeUp(version)} />
    </>
  );
}

function newsText(news: DeskNews | null, text: (key: string, values?: Readonly<Record<string, string | number>>) => string): string | null {
  if (news === null) return null;
  return news.kind === 'imported' ? text('reading.rules.imported', { count: news.n }) : text(`reading.rules.${news.kind}`, { n: news.n });
}
