import { useParameter, useScope } from '../../state/navigation.ts';
import { useOperation } from '../../state/use-operation.ts';
import { Answer } from '../../ui/Answer.tsx';
import { CompetingCard } from './CompetingCard.tsx';
import { TREND_KINDS, TrendCard, type TrendKind } from './TrendCard.tsx';

/** Over time: response by week with its changes of level, and who answers first, for all requests or one kind. */
export function TrendView() {
  const scope = useScope();
  const [kind, setKind] = useParameter<TrendKind>('kind', { initial: 'all', allowed: TREND_KINDS });
  const trend = useOperation('response.trend', { ...scope, ...(kind === 'all' ? {} : { intent: kind }) });
  const competing = useOperation('response.competing', { ...scope, by: kind === 'all' ? 'none' : 'intent' });
  return (
    <>
      <Answer state={trend} shape="chart">{(value) => <TrendCard trend={value} kind={kind} onKind={setKind} />}</Answer>
      <Answer state={competing} shape="chart">{(value) => <CompetingCard competing={value} kind={kind} />}</Answer>
    </>
  );
}
