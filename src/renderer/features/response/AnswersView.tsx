import { usePreferences } from '../../state/use-preferences.ts';
import { useScope } from '../../state/navigation.ts';
import { useOperation } from '../../state/use-operation.ts';
import { Answer } from '../../ui/Answer.tsx';
import { BenchmarksCard } from './BenchmarksCard.tsx';
import { CriticismCard } from './CriticismCard.tsx';
import { PublishedCard } from './PublishedCard.tsx';
import { QualityCard } from './QualityCard.tsx';
import { QuartersCard } from './QuartersCard.tsx';
import { TeamsCard } from './TeamsCard.tsx';
import { VanishedCard } from './VanishedCard.tsx';
import './answers.css';

/** Answers: whom they meet, how good they are, the wait usually published beside the honest one, what they may be held against, what vanished. */
export function AnswersView() {
  const scope = useScope();
  const { level } = usePreferences();
  const quality = useOperation('response.quality', scope);
  const criticism = useOperation('response.criticism', scope);
  const benchmarks = useOperation('response.benchmarks', scope);
  const vanished = useOperation('response.vanished', scope);
  const teams = useOperation('response.teams', level === 'full' ? scope : null);
  return (
    <>
      <div className="answers-row">
        <Answer state={criticism} shape="chart">{(value) => <CriticismCard criticism={value} />}</Answer>
        <Answer state={quality} shape="chart">{(value) => <PublishedCard quality={value} />}</Answer>
      </div>
      <div className="answers-row">
        <Answer state={quality} shape="chart">{(value) => <QualityCard quality={value} />}</Answer>
        <Answer state={quality} shape="chart">{(value) => <QuartersCard quality={value} />}</Answer>
      </div>
      <Answer state={benchmarks} shape="lines" rows={6}>{(value) => <BenchmarksCard benchmarks={value} />}</Answer>
      {level === 'full' && <Answer state={teams} shape="lines" rows={3}>{(value) => <TeamsCard value={value} />}</Answer>}
      <Answer state={vanished} shape="lines" rows={3}>{(value) => <VanishedCard vanished={value} />}</Answer>
    </>
  );
}
