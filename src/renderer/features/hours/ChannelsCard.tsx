import { Plus, X } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useChartVoice } from '../../charts/use-chart-voice.ts';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { Select } from '../../ui/Select.tsx';
import { Switch } from '../../ui/Switch.tsx';
import { channelName, withMember, withoutMember, type ChannelChoice, type Hours, type Problem } from './hours-words.ts';
import { WeekTable } from './WeekTable.tsx';

export interface ChannelsCardProps {
  readonly hours: Hours;
  readonly choices: readonly ChannelChoice[];
  readonly onChange: (channels: Hours['channels']) => void;
  readonly problems: readonly Problem[];
  readonly isReadOnly: boolean;
}

const keyOf = ({ network, container }: { readonly network: string; readonly container: string | null }): string => JSON.stringify([network, container]);

/** Channels with hours of their own, each with its week; any page or network can be given some. */
export function ChannelsCard({ hours, choices, onChange, problems, isReadOnly }: ChannelsCardProps) {
  const { t } = useTranslation('hours');
  const voice = useChartVoice();
  const [chosen, setChosen] = useState<string | null>(null);
  const { channels } = hours;
  const taken = new Set(channels.map(keyOf));
  const free = choices.filter((choice) => !taken.has(keyOf(choice)));
  const nameOf = (channel: Hours['channels'][number]): string => channelName(choices.find((choice) => keyOf(choice) === keyOf(channel)) ?? { ...channel, name: null }, voice);
  const picked = free.find((choice) => keyOf(choice) === chosen);
  return (
    <Card className="hours-channels" title={t('channels.title')} subtitle={t('channels.subtitle')}>
      {channels.length === 0 && <p className="quiet-text">{t('channels.empty')}</p>}
      {channels.map((channel, place) => {
        const name = nameOf(channel);
        const path = `channels.${String(place)}`;
        const own = problems.filter((problem) => problem.path === path);
        return (
          <section key={keyOf(channel)} className="hours-channel" aria-label={name}>
            <header>
              <h3>{name}</h3>
              {!isReadOnly && <IconButton size="small" label={t('channels.remove', { name })} icon={<X size={14} />} onPress={() => onChange(withoutMember(channels, place))} />}
            </header>
            <WeekTable week={channel.week} path={`${path}.week`} problems={problems} isReadOnly={isReadOnly} onChange={(week) => onChange(withMember(channels, place, { ...channel, week }))} />
            <Switch isSelected={channel.keepsClosures} isDisabled={isReadOnly} onChange={(keepsClosures) => onChange(withMember(channels, place, { ...channel, keepsClosures }))}>{t('channels.keepsClosures')}</Switch>
            {own.map(({ code }) => <p key={code} className="hours-problem" role="alert">{t(`problem.${code}`)}</p>)}
          </section>
        );
      })}
      {!isReadOnly && free.length > 0 && (
        <div className="hours-fields">
          <Select label={t('channels.choose')} placeholder={t('channels.placeholder')} value={chosen} onChange={setChosen} options={free.map((choice) => ({ value: keyOf(choice), label: channelName(choice, voice), description: voice.text('hours.channels.requests', { count: choice.requests }) }))} />
          <Button
            size="small"
            icon={<Plus size={14} aria-hidden="true" />}
            isDisabled={picked === undefined}
            onPress={() => {
              if (picked === undefined) return;
              onChange([...channels, { network: picked.network, container: picked.container, week: hours.week, keepsClosures: true }]);
              setChosen(null);
            }}
          >
            {t('channels.add')}
          </Button>
        </div>
      )}
    </Card>
  );
}
