import { useTranslation } from 'react-i18next';
import type { OperationValue } from '../../../contract/operations.ts';
import { INTENTS } from '../../../domain/model/codes.ts';
import { useChartVoice } from '../../charts/use-chart-voice.ts';
import { useLocation } from '../../state/navigation.ts';
import { useOperation } from '../../state/use-operation.ts';
import { Answer } from '../../ui/Answer.tsx';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';

type Comparison = OperationValue<'editions.compare'>;

/** What the figures of a closed edition are on the data of today, and what changed since it was closed. */
export function SinceCard({ id, language, page }: { readonly id: string; readonly language: 'it' | 'en'; readonly page: string }) {
  const { t } = useTranslation('present');
  const compared = useOperation('editions.compare', { id, language });
  const verdicts = useOperation('editions.verdicts', { id });
  const { go } = useLocation();
  return (
    <Card headingLevel={3} title={t('since.title')} subtitle={t('since.subtitle')}>
      <Answer state={compared} shape="lines" rows={3}>{(value) => <Since value={value} page={page} />}</Answer>
      <p><Button size="small" className="page-link" onPress={() => go({ path: ['strategy'], parameters: { view: 'change', then: id } })}>{t('since.why')}</Button></p>
      {verdicts.status === 'value' && <Judged verdicts={verdicts.value.verdicts} />}
    </Card>
  );
}

/** The targets that were judged when the edition was closed, as it keeps them. */
function Judged({ verdicts }: { readonly verdicts: OperationValue<'editions.verdicts'>['verdicts'] }) {
  const { t } = useTranslation('present');
  const { t: words } = useTranslation('hypotheses');
  const { t: codes } = useTranslation('codes');
  const { go } = useLocation();
  if (verdicts.length === 0) return <p className="quiet-text">{t('since.noTargets')}</p>;
  const named = ({ sentence, measure, subject }: (typeof verdicts)[number]): string => {
    if (sentence !== '') return sentence;
    const intent = INTENTS.find((code) => code === subject);
    return intent === undefined ? words(`measures.${measure}`) : words('about', { measure: words(`measures.${measure}`), subject: codes(`intent.${intent}`) });
  };
  return (
    <>
      <h4 className="report-words">{t('since.targets')}</h4>
      <ul className="report-privacy">
        {verdicts.map((one) => <li key={one.hypothesis}>{t('since.target', { what: named(one), verdict: words(`verdict.${one.verdict}`), why: words(`why.${one.verdict}`) })}</li>)}
      </ul>
      <p><Button size="small" variant="plain" className="page-link" onPress={() => go({ path: ['strategy'], parameters: { list: 'hypotheses' } })}>{t('since.hypotheses')}</Button></p>
    </>
  );
}

function Since({ value: { figures, causes }, page }: { readonly value: Comparison; readonly page: string }) {
  const { t } = useTranslation('present');
  const voice = useChartVoice();
  const here = figures.filter((figure) => figure.page === page);
  const changed = figures.filter(({ changed: isChanged }) => isChanged).length;
  const reasons = [
    causes.imports > 0 ? t('since.imports', { imports: voice.count(causes.imports), messages: voice.count(causes.messages) }) : '',
    causes.reading ? t('since.reading') : '',
    causes.definitions.length > 0 ? t('since.definitions', { n: voice.count(causes.definitions.length) }) : '',
    causes.program ? t('since.program') : '',
    causes.imports === 0 && causes.dataVersion ? t('since.decisions') : '',
  ].filter((reason) => reason !== '');
  return (
    <>
      <p className="report-words">{t('since.count', { changed: voice.count(changed), of: voice.count(figures.length) })}</p>
      {here.map(({ key, then, now, changed: isChanged }) => <p key={key} className={isChanged ? 'report-flag' : 'quiet-text'}>{isChanged ? t('since.moved', { then: then.written, now: now?.written ?? t('since.gone') }) : t('since.same')}</p>)}
      {reasons.length > 0 && <ul className="report-privacy">{reasons.map((reason) => <li key={reason}>{reason}</li>)}</ul>}
    </>
  );
}
