import { CircleAlert, CircleCheck } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { ScepticButton } from '../../charts/ScepticButton.tsx';
import { useChartVoice } from '../../charts/use-chart-voice.ts';
import { locationFromHash } from '../../state/location.ts';
import { useLocation } from '../../state/navigation.ts';
import { useSidePanel } from '../../state/panels.ts';
import { Button } from '../../ui/Button.tsx';
import { Chip } from '../../ui/Chip.tsx';
import { figureWords, isOverdue, type FindingLine, type StandingLine } from './finding-words.ts';

const TONES = { 'to-discuss': 'gold', accepted: 'accent', rejected: 'neutral', postponed: 'neutral' } as const;

export interface FindingItemProps {
  readonly finding: FindingLine;
  /** What its figure is today; undefined until somebody asked. */
  readonly standing: StandingLine | undefined;
  readonly isChosen: boolean;
  readonly nowMs: number;
  /** Left out where the project can only be read. */
  readonly onDecide?: () => void;
  /** Registers a target on its figure; only for figures with an interval that can be computed again. */
  readonly onTest?: () => void;
}

/** One finding: the sentence, who takes care of it, how far to trust it, and the ways to what it rests on. */
export function FindingItem({ finding, standing, isChosen, nowMs, onDecide, onTest }: FindingItemProps) {
  const { t } = useTranslation('strategy');
  const { t: hypotheses } = useTranslation('hypotheses');
  const voice = useChartVoice();
  const { go } = useLocation();
  const { openMessages, openMetric } = useSidePanel();
  const { sentence, detail, state, owner, dueMs, form, metric, evidence, address, figure, madeMs, recommendation, decision, outcome, note } = finding;
  const item = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (isChosen) item.current?.scrollIntoView({ block: 'center' });
  }, [isChosen]);
  const isLate = isOverdue(finding, nowMs);
  return (
    <li ref={item} className="kept-finding" data-chosen={isChosen} data-state={state}>
      <p className="kept-sentence">{sentence}</p>
      {detail !== '' && <p className="kept-detail">{detail}</p>}
      <p className="kept-facts">
        <Chip label={t(`state.${state}`)} tone={TONES[state]} />
        <span>{owner === '' ? t('noOwner') : owner}</span>
        <span data-late={isLate}>{dueMs === null ? t('noDue') : `${voice.date(dueMs)}${isLate ? ` · ${t('overdue')}` : ''}`}</span>
        <span>{t('made', { date: voice.date(madeMs) })}</span>
      </p>
      <p className="kept-facts">
        {form !== null && <span>{t('trust')}: {t(`form.${form}`)}</span>}
        {figure !== null && <span>{t('then', { value: figureWords(figure, figure.unit, voice) })}</span>}
        {standing !== undefined && figure !== null && standing.standing !== 'unlinked' && standing.standing !== 'gone' && <span>{t('now', { value: figureWords(standing, figure.unit, voice) })}</span>}
        {standing !== undefined && (
          <Chip
            label={t(`standing.${standing.standing}`)}
            tone={standing.standing === 'holds' ? 'accent' : standing.standing === 'unlinked' ? 'neutral' : 'gold'}
            icon={standing.standing === 'holds' ? <CircleCheck size={12} aria-hidden="true" /> : <CircleAlert size={12} aria-hidden="true" />}
          />
        )}
      </p>
      {([['recommendation', recommendation], ['decision', decision], ['outcome', outcome], ['note', note]] as const).filter(([, text]) => text !== '').map(([name, text]) => (
        <p key={name} className="kept-words"><b>{t(name)}</b> {text}</p>
      ))}
      <div className="kept-ways">
        {onDecide !== undefined && <Button size="small" aria-label={`${t('edit')}: ${sentence.slice(0, 80)}`} onPress={onDecide}>{t('edit')}</Button>}
        {onTest !== undefined && figure?.source != null && figure.low !== null && figure.high !== null && <Button size="small" aria-label={`${hypotheses('fromFinding')}: ${sentence.slice(0, 80)}`} onPress={onTest}>{hypotheses('fromFinding')}</Button>}
        {figure?.source != null && <ScepticButton sentence={sentence} unit={figure.unit} source={figure.source} />}
        {evidence !== null && <Button size="small" variant="plain" onPress={() => openMessages(evidence, { title: sentence })}>{t('messages')}</Button>}
        {address !== '' && <Button size="small" variant="plain" onPress={() => go(locationFromHash(`#/${address}`))}>{t('place')}</Button>}
        {metric !== null && <Button size="small" variant="plain" onPress={() => openMetric(metric)}>{t('definition')}</Button>}
      </div>
    </li>
  );
}
