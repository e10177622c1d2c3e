import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSidePanel } from '../../state/panels.ts';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { Segmented } from '../../ui/Segmented.tsx';
import { Select } from '../../ui/Select.tsx';
import { Switch } from '../../ui/Switch.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { amountOf, UNIT_SECONDS, type Hours } from './hours-words.ts';

type Reply = NonNullable<Hours['reply']>;

const YEAR_SECONDS = 31_536_000;
const A_DAY: Reply = { seconds: 86_400, clock: 'wall' };
const UNITS = ['minutes', 'hours', 'days'] as const;

/** Whether the brand says within what time it replies, the time, and on which clock it counts. */
export function ReplyCard({ reply, onChange, isReadOnly }: { readonly reply: Hours['reply']; readonly onChange: (reply: Hours['reply']) => void; readonly isReadOnly: boolean }) {
  const { t } = useTranslation('hours');
  const { openMetric } = useSidePanel();
  return (
    <Card className="hours-reply" title={t('reply.title')} subtitle={t('reply.subtitle')} foot={<Button variant="plain" size="small" onPress={() => openMetric('reply-time-declared')}>{t('definitions.reply')}</Button>}>
      <Switch isSelected={reply !== null} isDisabled={isReadOnly} onChange={(isOn) => onChange(isOn ? A_DAY : null)}>{t('reply.declared')}</Switch>
      {reply !== null && <ReplyFields reply={reply} onChange={onChange} isReadOnly={isReadOnly} />}
    </Card>
  );
}

function ReplyFields({ reply, onChange, isReadOnly }: { readonly reply: Reply; readonly onChange: (reply: Reply) => void; readonly isReadOnly: boolean }) {
  const { t } = useTranslation('hours');
  const known = amountOf(reply.seconds);
  const [chosen, setChosen] = useState(known.unit);
  const [typed, setTyped] = useState<string | null>(null);
  useEffect(() => setTyped(null), [reply.seconds]);
  const unit = typed === null && reply.seconds % UNIT_SECONDS[chosen] !== 0 ? known.unit : chosen;
  const amount = typed ?? String(reply.seconds / UNIT_SECONDS[unit]);
  const secondsOf = (text: string, of: keyof typeof UNIT_SECONDS): number | null => {
    const seconds = /^\d{1,6}$/.test(text.trim()) ? Number(text) * UNIT_SECONDS[of] : 0;
    return seconds >= 60 && seconds <= YEAR_SECONDS ? seconds : null;
  };
  const put = (text: string, of: keyof typeof UNIT_SECONDS): void => {
    const seconds = secondsOf(text, of);
    setTyped(seconds === null ? text : null);
    setChosen(of);
    if (seconds !== null) onChange({ ...reply, seconds });
  };
  return (
    <div className="hours-fields">
      <div className="hours-amount"><TextField label={t('reply.amount')} value={amount} isDisabled={isReadOnly} onChange={(text) => put(text, unit)} error={secondsOf(amount, unit) === null ? t('reply.wrong') : undefined} /></div>
      <Select label={t('reply.unit')} value={unit} isDisabled={isReadOnly} options={UNITS.map((value) => ({ value, label: t(`reply.units.${value}`) }))} onChange={(of) => put(amount, of)} />
      <div className="field">
        <span className="field-label" aria-hidden="true">{t('reply.clock')}</span>
        <Segmented label={t('reply.clock')} value={reply.clock} options={(['wall', 'opening'] as const).map((value) => ({ value, label: t(`reply.clocks.${value}`), isDisabled: isReadOnly }))} onChange={(clock) => onChange({ ...reply, clock })} />
      </div>
    </div>
  );
}
