import { BrandMind } from '../../charts/BrandMind.tsx';
import { useScope } from '../../state/navigation.ts';
import { useOperation } from '../../state/use-operation.ts';
import { Answer } from '../../ui/Answer.tsx';

/** Every brand of the project in the minds of one tribe, side by side. */
export function TribeMinds({ id }: { readonly id: string }) {
  const { brand: _brand, ...scope } = useScope();
  const state = useOperation('tribes.associations', { ...scope, tribe: id });
  return <Answer state={state} shape="table">{(answer) => <>{answer.entries.map((entry) => <BrandMind key={entry.brand} entry={entry} answer={answer} className="tribe-wide" />)}</>}</Answer>;
}
