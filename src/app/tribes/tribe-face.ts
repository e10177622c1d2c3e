import type { OperationValue } from '../../contract/operations.ts';
import type { ListedTribe } from './listed-tribes.ts';

type Face = Pick<OperationValue<'tribes.list'>['tribes'][number], 'title' | 'color' | 'shape' | 'hidden' | 'origin' | 'sensitive'>;

/** How a tribe is named and drawn, with the sensitive topics it rests on. */
export function tribeFace({ title, look, hidden, origin, topics, basis }: ListedTribe): Face {
  return { title, color: look.color, shape: look.shape, hidden, origin, sensitive: topics.length === 0 ? null : { topics: [...topics], basis } };
}
