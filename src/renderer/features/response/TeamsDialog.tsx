import { Plus, X } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answererKey } from '../../../domain/model/answer-team.ts';
import { useChartVoice } from '../../charts/use-chart-voice.ts';
import { useWorkbench } from '../../state/workbench.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { Select } from '../../ui/Select.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { answererName, byProfile, type TeamAnswerer, type TeamSettings } from './team-words.ts';

const NO_TEAM = '';
const LEAST_BASIS = 10;

type Team = TeamSettings['teams'][number];

/** States the basis on which the work of people is looked at, then puts those who answer into teams. Nothing stands until it is saved. */
export function TeamsDialog({ settings, onClose }: { readonly settings: TeamSettings; readonly onClose: () => void }) {
  const { t } = useTranslation('teams');
  const workbench = useWorkbench();
  const [text, setText] = useState(settings.basis?.text ?? '');
  const [statedBy, setStatedBy] = useState(settings.basis?.statedBy ?? '');
  const [teams, setTeams] = useState<readonly Team[]>(settings.teams);
  const [isTried, setTried] = useState(false);
  const isFirst = settings.basis === null;
  const problem = text.trim().length < LEAST_BASIS || statedBy.trim() === '' ? t('dialog.needsBasis') : teams.some(({ name }) => name.trim() === '') ? t('dialog.needsName') : null;
  const write = async (basis: { readonly text: string; readonly statedBy: string } | null): Promise<void> => {
    const outcome = await workbench.run('teams.set', { basis, teams: [...teams] });
    workbench.failure.set(outcome.ok ? null : outcome.failure);
    // who answers is shown once the basis stands: the dialog stays for the teams
    if (!outcome.ok || !isFirst || basis === null) onClose();
  };
  const save = (): void => {
    setTried(true);
    if (problem === null) void write({ text: text.trim(), statedBy: statedBy.trim() });
  };
  return (
    <Dialog
      isOpen
      title={t(isFirst ? 'dialog.stateTitle' : 'dialog.title')}
      width="wide"
      onClose={onClose}
      footer={
        <>
          {!isFirst && <Button onPress={() => void write(null)}>{t('dialog.off')}</Button>}
          <Button onPress={onClose}>{t('dialog.cancel')}</Button>
          <Button variant="primary" onPress={save}>{t(isFirst ? 'dialog.next' : 'dialog.save')}</Button>
        </>
      }
    >
      <div className="teams-basis">
        <TextArea label={t('dialog.basis')} value={text} onChange={setText} rows={3} maxLength={2000} />
        <TextField label={t('dialog.by')} value={statedBy} onChange={setStatedBy} maxLength={200} />
        <p className="chart-note">{t('dialog.law')}</p>
      </div>
      {settings.answerers !== null && <TeamsEditor answerers={settings.answerers} teams={teams} onTeams={setTeams} leastPeople={settings.leastPeople} />}
      {isTried && problem !== null && <p className="field-error" role="alert">{problem}</p>}
    </Dialog>
  );
}

interface EditorProps {
  readonly answerers: readonly TeamAnswerer[];
  readonly teams: readonly Team[];
  readonly onTeams: (teams: readonly Team[]) => void;
  readonly leastPeople: number;
}

const newTeam = (name: string, members: readonly TeamAnswerer[] = []): Team => ({ id: crypto.randomUUID().slice(0, 8), name, members: [...members] });

/** The teams with some people moved into one of them, or into none. */
function moved(teams: readonly Team[], people: readonly TeamAnswerer[], teamId: string): Team[] {
  const keys = new Set(people.map(answererKey));
  return teams.map((team) => {
    const others = team.members.filter((member) => !keys.has(answererKey(member)));
    return { ...team, members: team.id === teamId ? [...others, ...people] : others };
  });
}

function TeamsEditor({ answerers, teams, onTeams, leastPeople }: EditorProps) {
  const { t } = useTranslation('teams');
  const voice = useChartVoice();
  const teamOf = new Map(teams.flatMap(({ id, members }) => members.map((member) => [answererKey(member), id] as const)));
  const options = [{ value: NO_TEAM, label: t('dialog.noTeam') }, ...teams.map(({ id, name }) => ({ value: id, label: name.trim() === '' ? t('dialog.unnamed') : name }))];
  const profiles = byProfile(answerers);
  return (
    <>
      <h3 className="teams-head">{t('dialog.teams')}</h3>
      <ul className="teams-list">
        {teams.map((team) => (
          <li key={team.id}>
            <TextField label={t('dialog.name')} value={team.name} maxLength={100} onChange={(name) => onTeams(teams.map((one) => (one.id === team.id ? { ...one, name } : one)))} />
            <span className="quiet-text">{voice.text('teams.dialog.members', { count: team.members.length, least: voice.count(leastPeople) })}</span>
            <IconButton icon={<X size={16} />} label={t('dialog.remove', { name: team.name })} onPress={() => onTeams(teams.filter(({ id }) => id !== team.id))} />
          </li>
        ))}
      </ul>
      <div className="teams-ways">
        <Button size="small" icon={<Plus size={14} aria-hidden="true" />} onPress={() => onTeams([...teams, newTeam(t('dialog.newName', { n: voice.count(teams.length + 1) }))])}>{t('dialog.add')}</Button>
        {profiles.length > 0 && <Button size="small" onPress={() => onTeams(profiles.map(({ profile, people }) => newTeam(profile, people)))}>{t('dialog.byProfile')}</Button>}
      </div>
      <h3 className="teams-head">{t('dialog.who')}</h3>
      {profiles.length === 0 && <p className="quiet-text">{t('dialog.nobody')}</p>}
      {profiles.map(({ key, network, profile, people }) => (
        <section key={key} className="teams-profile" aria-label={profile}>
          <div className="teams-profile-head">
            <span>{profile} · {voice.network(network)}</span>
            <Select size="small" hideLabel label={t('dialog.allOf', { profile })} placeholder={t('dialog.all')} value={null} options={options} onChange={(id) => onTeams(moved(teams, people, id))} />
          </div>
          <ul className="teams-people">
            {people.map((person) => (
              <li key={answererKey(person)}>
                <span>{answererName(person, voice)}</span>
                <Select size="small" hideLabel label={t('dialog.teamOf', { name: answererName(person, voice) })} value={teamOf.get(answererKey(person)) ?? NO_TEAM} options={options} onChange={(id) => onTeams(moved(teams, [person], id))} />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}
