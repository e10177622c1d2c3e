import { BrandMind } from '../../charts/BrandMind.tsx';
import { useScope } from '../../state/navigation.ts';
import { useOperation } from '../../state/use-operation.ts';
import { Answer } from '../../ui/Answer.tsx';

/** Under the words of one tribe: what it says of every brand of the project and not elsewhere. The other filters hold. */
export function TribeBrand({ tribe }: { readonly tribe: string }) {
  const { brand: _brand, filters, ...scope } = useScope();
  const { tribes: _tribes, ...others } = filters ?? {};
  const state = useOperation('tribes.associations', { ...scope, filters: others, tribe });
  return <Answer state={state} shape="table">{(answer) => <div className="minds">{answer.entries.map((entry) => <BrandMind key={entry.brand} entry={entry} answer={answer} />)}</div>}</Answer>;
}
