import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useScope } from '../../state/navigation.ts';
import { useSidePanel } from '../../state/panels.ts';
import { useOperation } from '../../state/use-operation.ts';
import { useProject } from '../../state/use-project.ts';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { DataTable } from '../../ui/DataTable.tsx';
import { meanFigure, medianFigure, withinFigure } from './response-figures.ts';
import { TeamsDialog } from './TeamsDialog.tsx';
import { teamsSentence, type TeamLine, type TeamsValue } from './team-words.ts';
import { TestsTable } from './TestsTable.tsx';
import { useWaitVoice } from './use-wait-voice.ts';
import { Figure } from './WithinTable.tsx';
import './teams.css';

/** How long the answered wait for each team of those who answer: off until somebody states on what basis it is looked at. */
export function TeamsCard({ value }: { readonly value: TeamsValue }) {
  const { t } = useTranslation('teams');
  const { t: charts } = useTranslation('charts');
  const voice = useWaitVoice();
  const { readOnly } = useProject();
  const { openMetric } = useSidePanel();
  const [isEdited, setEdited] = useState(false);
  const title = teamsSentence(value, voice);
  return (
    <>
      <Card
        className="teams-card"
        title={title}
        subtitle={value.stated ? voice.text('teams.subtitle', { count: value.answered, n: voice.count(value.answered), unassigned: voice.count(value.unassigned) }) : t('offWhy')}
        actions={readOnly ? undefined : <Button size="small" onPress={() => setEdited(true)}>{t(value.stated ? 'edit' : 'state')}</Button>}
        foot={<Button variant="plain" size="small" onPress={() => openMetric('answer-teams')}>{charts('frame.definition')}</Button>}
      >
        {value.stated && value.teams.length > 0 && <TeamRows value={value} />}
        {value.stated && value.teams.length > 0 && <p className="chart-note">{t('note')}</p>}
        {isEdited && <EditedTeams onClose={() => setEdited(false)} />}
      </Card>
      {value.tests.length > 0 && <TestsTable tests={value.tests} subtitle={t('tests')} label={(id) => value.teams.find((team) => team.id === id)?.name ?? id} />}
    </>
  );
}

function TeamRows({ value: { teams, shareSeconds, horizonSeconds, leastPeople } }: { readonly value: TeamsValue }) {
  const { t } = useTranslation('teams');
  const { t: response } = useTranslation('response');
  const voice = useWaitVoice();
  const { openMessages } = useSidePanel();
  const few = voice.text('teams.fewPeople', { least: voice.count(leastPeople) });
  const figure = (write: (waits: NonNullable<TeamLine['waits']>) => Parameters<typeof Figure>[0]['text']) => ({ waits }: TeamLine) => (waits === null ? '–' : <Figure text={write(waits)} />);
  return (
    <DataTable
      caption={t('caption')}
      rows={teams}
      rowKey={({ id }) => id}
      columns={[
        { key: 'team', label: t('column.team'), cell: ({ name }) => name },
        { key: 'people', label: t('column.people'), cell: ({ people }) => (people === null ? few : voice.count(people)) },
        {
          key: 'n', label: t('column.n'), align: 'end',
          cell: ({ name, waits, messageIds }) => (waits === null ? '–' : messageIds === null ? voice.count(waits.n) : (
            <Button variant="plain" size="small" aria-label={`${name}: ${voice.count(waits.n)}`} onPress={() => openMessages({ messageIds }, { title: name, count: waits.n })}>{voice.count(waits.n)}</Button>
          )),
        },
        ...shareSeconds.map((seconds) => ({ key: String(seconds), label: response('within.time', { time: voice.duration(seconds) }), cell: figure((waits) => withinFigure(waits, seconds, voice)) })),
        { key: 'median', label: response('within.median'), cell: figure((waits) => medianFigure(waits, voice)) },
        { key: 'mean', label: response('within.mean', { horizon: voice.duration(horizonSeconds) }), cell: figure((waits) => meanFigure(waits, voice)) },
      ]}
    />
  );
}

function EditedTeams({ onClose }: { readonly onClose: () => void }) {
  const { brand } = useScope();
  const settings = useOperation('teams.settings', brand === undefined ? {} : { brand });
  return settings.status === 'value' ? <TeamsDialog key={settings.value.basis === null ? 'basis' : 'teams'} settings={settings.value} onClose={onClose} /> : null;
}
