import { Pin, PinOff } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useChartVoice } from '../../charts/use-chart-voice.ts';
import { useFilters, useLocation, useScope } from '../../state/navigation.ts';
import { useOperation } from '../../state/use-operation.ts';
import { useTribeNames } from '../../state/use-tribe-names.ts';
import { Answer } from '../../ui/Answer.tsx';
import { Button } from '../../ui/Button.tsx';
import { MessageViews } from '../../ui/MessageViews.tsx';
import { RoomPage } from '../../ui/RoomPage.tsx';
import { Segmented } from '../../ui/Segmented.tsx';
import { AGAINST, filtersFrom, filterWords, writtenFilters } from './comparison.ts';
import { BorrowedCard } from './BorrowedCard.tsx';
import { FewTerms } from './FewTerms.tsx';
import { TermChart } from './TermChart.tsx';
import { TribeBrand } from './TribeBrand.tsx';
import { TermTables } from './TermTables.tsx';
import { leftOutWords, termsLead } from './terms-lead.ts';
import './terms.css';

const LISTED = 20;

/** Parole che distinguono: the terms that tell the filtered group from all others, or from another group that was kept. */
export function TermsView() {
  const { t } = useTranslation('terms');
  const { t: shell } = useTranslation('shell');
  const voice = useChartVoice();
  const scope = useScope();
  const tribeNames = useTribeNames();
  const { filters, isEmpty } = useFilters();
  const { parameters, go } = useLocation();
  const against = filtersFrom(parameters[AGAINST]);
  const wanted = (['it', 'en'] as const).find((language) => language === parameters['language']);
  const state = useOperation('terms.distinctive', { ...scope, limit: LISTED, ...(against === null ? {} : { against }), ...(wanted === undefined ? {} : { language: wanted }) });
  const [told, setTold] = useState('');
  const change = (part: Readonly<Record<string, string | undefined>>): void => {
    go({ parameters: Object.fromEntries(Object.entries({ ...parameters, ...part }).flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const]))) }, { replace: true });
  };
  const answer = state.status === 'value' ? state.value : null;
  return (
    <RoomPage countsPeople title={shell('rooms.messages')} question={t('words.question')} actions={<MessageViews view="words" />} lead={answer === null || (isEmpty && against === null) ? undefined : termsLead(answer, voice)}>
      <div className="room-figures terms-view">
        <div className="terms-bar">
          {answer !== null && answer.languages.length > 1 && answer.language !== null && (
            <Segmented label={t('words.language')} value={answer.language} options={answer.languages.map(({ language }) => ({ value: language, label: voice.language(language) }))} onChange={(language) => change({ language })} />
          )}
          <p className="terms-against">
            <span className="quiet-text">{t('words.compare')}</span> {against === null ? t('words.compareAll') : filterWords(against, voice, tribeNames)}
          </p>
          {against !== null ? (
            <Button size="small" icon={<PinOff size={14} aria-hidden="true" />} onPress={() => { change({ [AGAINST]: undefined }); setTold(''); }}>{t('words.drop')}</Button>
          ) : !isEmpty && (
            <Button size="small" icon={<Pin size={14} aria-hidden="true" />} onPress={() => { change({ [AGAINST]: writtenFilters(filters) }); setTold(t('words.kept')); }}>{t('words.keep')}</Button>
          )}
          <span role="status" className="quiet-text">{told}</span>
        </div>
        {answer !== null && !(isEmpty && against === null) && leftOutWords(answer, voice) !== '' && <p className="quiet-text terms-left-out">{leftOutWords(answer, voice)}</p>}
        <Answer state={state} shape="chart" where={t('views.words')}>
          {(value) => (value.tooFew !== null ? <FewTerms answer={value} isWhole={isEmpty} /> : (
            <>
              <TermChart answer={value} against={against} />
              <TermTables answer={value} against={against} />
            </>
          ))}
        </Answer>
        <BorrowedCard language={wanted} />
        {filters.tribes?.length === 1 && filters.tribes[0] !== undefined && <TribeBrand tribe={filters.tribes[0]} />}
      </div>
    </RoomPage>
  );
}
