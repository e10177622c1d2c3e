import { useChartVoice } from '../../charts/use-chart-voice.ts';
import { Chip } from '../../ui/Chip.tsx';
import type { HeldRole, ListedFlag } from './people-types.ts';
import { flagReason, heldRoleWords, roleOrigin } from './people-words.ts';

/** The roles a profile holds, each with where it comes from and since when. */
export function RoleChips({ roles }: { readonly roles: readonly HeldRole[] }) {
  const voice = useChartVoice();
  if (roles.length === 0) return <span className="quiet-text">–</span>;
  return (
    <ul className="people-chips">
      {roles.map((held) => (
        <li key={`${held.role} ${held.brand ?? ''} ${held.origin} ${String(held.fromMs)}`}>
          <Chip tone={held.role === 'voice' && held.brand !== null ? 'accent' : 'neutral'} label={heldRoleWords(held, voice)} />
          <span className="quiet-text">{roleOrigin(held, voice)}</span>
        </li>
      ))}
    </ul>
  );
}

/** What makes a profile doubtful, each with its reason. */
export function FlagChips({ flags }: { readonly flags: readonly ListedFlag[] }) {
  const voice = useChartVoice();
  const [first] = flags;
  if (first === undefined) return <span className="quiet-text">–</span>;
  const kinds = [...new Set(flags.map(({ flag }) => flag))];
  return (
    <ul className="people-chips">
      {kinds.map((kind) => (
        <li key={kind}>
          <Chip tone="gold" label={voice.text(`people.flags.${kind}`)} />
          <span className="quiet-text">{flags.filter(({ flag }) => flag === kind).map((flag) => flagReason(flag, voice)).filter((words) => words !== '').join('; ')}</span>
        </li>
      ))}
    </ul>
  );
}
