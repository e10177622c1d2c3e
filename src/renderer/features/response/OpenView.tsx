import { Backlog } from './Backlog.tsx';

/** Open requests: who still waits. */
export function OpenView() {
  return <Backlog />;
}
