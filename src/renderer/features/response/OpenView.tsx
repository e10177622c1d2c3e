import { useScope } from '../../state/navigation.ts';
import { stableText } from '../../state/operation-cache.ts';
import { Backlog } from './Backlog.tsx';
import { FirstPageCard } from './FirstPageCard.tsx';
import './answers.css';

/** Open requests: who still waits, with the conversation beside, and what visitors find today. */
export function OpenView() {
  const scope = useScope();
  return (
    <>
      <Backlog key={stableText(scope)} />
      <FirstPageCard />
    </>
  );
}
