import { WholeWord } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { intentStyle } from '../../charts/intent-style.ts';
import { useChartVoice } from '../../charts/use-chart-voice.ts';
import { useFilters } from '../../state/navigation.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import type { Distinctive } from './term-rows.ts';

/** Groups offered to begin with. */
const READY = ['trouble', 'idea', 'purchase', 'praise'] as const;

/** Where there is no list: no group chosen yet, with some to begin with, or too few authors on one side. */
export function FewTerms({ answer, isWhole }: { readonly answer: Distinctive; readonly isWhole: boolean }) {
  const { t } = useTranslation('terms');
  const voice = useChartVoice();
  const { toggle } = useFilters();
  const icon = <WholeWord size={36} />;
  if (isWhole && answer.rest.authors === 0) {
    return (
      <EmptyState
        icon={icon}
        title={t('words.chooseTitle')}
        text={t('words.chooseText')}
        action={
          <div className="terms-ready" role="group" aria-label={t('words.choose')}>
            {READY.map((intent) => {
              const { Icon, color } = intentStyle(intent);
              return <Button key={intent} icon={<Icon size={16} color={color} aria-hidden="true" />} onPress={() => toggle('intents', intent)}>{voice.text(`codes.intent.${intent}`)}</Button>;
            })}
          </div>
        }
      />
    );
  }
  const isGroup = answer.tooFew === 'group';
  return <EmptyState icon={icon} title={t(isGroup ? 'words.fewGroupTitle' : 'words.fewRestTitle', { n: voice.count(isGroup ? answer.group.authors : answer.rest.authors) })} text={t('words.fewText', { least: voice.count(answer.leastAuthors) })} />;
}
