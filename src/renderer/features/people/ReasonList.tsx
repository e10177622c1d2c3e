import { MessageSquareText } from 'lucide-react';
import { Button as AriaButton } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { useChartVoice } from '../../charts/use-chart-voice.ts';
import { useSidePanel } from '../../state/panels.ts';
import { Button } from '../../ui/Button.tsx';
import type { Reason } from './people-types.ts';
import { figuresSentence, reasonOpens, ruleWords, surenessWord } from './people-words.ts';

interface ReasonListProps {
  readonly reasons: readonly Reason[];
  /** Whose reasons they are, for the panel that opens. */
  readonly name: string;
  readonly onRule: (rule: string) => void;
}

/** Why a role is suggested: each rule in words, how sure, its figures, the messages it was found in, and the rule itself one press away. */
export function ReasonList({ reasons, name, onRule }: ReasonListProps) {
  const { t } = useTranslation('people');
  const voice = useChartVoice();
  const { openMessages } = useSidePanel();
  if (reasons.length === 0) return null;
  return (
    <ul className="people-reasons">
      {reasons.map((reason) => {
        const words = ruleWords(reason.rule, voice);
        const figures = figuresSentence(reason.rule, reason.figures, voice);
        const opens = reasonOpens(reason, voice);
        return (
          <li key={reason.rule}>
            <AriaButton className="people-rule" aria-label={t('reason.openRule', { rule: words })} onPress={() => onRule(reason.rule)}>
              {words}
            </AriaButton>
            <span className="quiet-text">
              {[surenessWord(reason.confidence, voice), ...(reason.times > 1 ? [voice.text('people.reason.times', { count: reason.times })] : []), ...(figures === null ? [] : [figures])].join(' · ')}
            </span>
            {opens !== null && (
              <Button
                size="small"
                variant="plain"
                icon={<MessageSquareText size={14} aria-hidden="true" />}
                aria-label={`${opens}: ${t('reason.about', { rule: words, name })}`}
                onPress={() => openMessages({ messageIds: reason.messageIds }, { title: t('reason.about', { rule: words, name }), count: reason.messageIds.length })}
              >
                {opens}
              </Button>
            )}
          </li>
        );
      })}
    </ul>
  );
}
