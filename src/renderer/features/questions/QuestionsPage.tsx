import { ArrowLeft, Printer } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OperationValue } from '../../../contract/operations.ts';
import { networkName } from '../../../domain/wording/network-name.ts';
import { wordOf } from '../../i18n/word-of.ts';
import { questions as words } from '../../i18n/it/questions.ts';
import { useLocation } from '../../state/navigation.ts';
import { useOperation } from '../../state/use-operation.ts';
import { Answer } from '../../ui/Answer.tsx';
import { Button } from '../../ui/Button.tsx';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { RoomPage } from '../../ui/RoomPage.tsx';
import './questions.css';

type Questions = OperationValue<'import.clientQuestions'>;

const FILE_WORDS = Object.fromEntries(Object.keys(words.files).map((code) => [code, code])) as { readonly [Code in keyof typeof words.files]: Code };
const BOX_WORDS = Object.fromEntries(Object.keys(words.boxes).map((code) => [code, code])) as { readonly [Code in keyof typeof words.boxes]: Code };
const OPTION_WORDS = Object.fromEntries(Object.keys(words.options).map((code) => [code, code])) as { readonly [Code in keyof typeof words.options]: Code };
/** Networks an agency nearly always asks about; the rest is one tick away. */
const USUAL = new Set(['facebook', 'instagram']);

/** What to ask the client before the first import: a page that prints well, with the networks one chooses. */
export function QuestionsPage() {
  const { t } = useTranslation('questions');
  const { go } = useLocation();
  const state = useOperation('import.clientQuestions', {});
  return (
    <RoomPage
      title={t('title')}
      question={t('question')}
      lead={t('lead')}
      actions={
        <span className="no-print question-actions">
          <Button variant="plain" icon={<ArrowLeft size={16} aria-hidden="true" />} onPress={() => go({ path: ['import'] })}>
            {t('back')}
          </Button>
          <Button variant="primary" icon={<Printer size={16} aria-hidden="true" />} onPress={() => window.print()}>
            {t('print')}
          </Button>
        </span>
      }
    >
      <Answer state={state} shape="lines" where={t('title')}>
        {(value) => <QuestionSheet questions={value} />}
      </Answer>
    </RoomPage>
  );
}

function QuestionSheet({ questions }: { readonly questions: Questions }) {
  const { t } = useTranslation('questions');
  const { t: shell } = useTranslation('shell');
  const [chosen, setChosen] = useState<ReadonlySet<string>>(USUAL);
  const toggle = (network: string, isOn: boolean): void => setChosen(new Set(isOn ? [...chosen, network] : [...chosen].filter((one) => one !== network)));
  return (
    <div className="question-sheet">
      <fieldset className="question-networks no-print">
        <legend>{t('choose')}</legend>
        {questions.networks.map(({ network }) => (
          <Checkbox key={network} isSelected={chosen.has(network)} onChange={(isOn) => toggle(network, isOn)}>
            {networkName(network, shell('networkUnknown'))}
          </Checkbox>
        ))}
      </fieldset>
      {questions.networks.filter(({ network }) => chosen.has(network)).map((one) => (
        <NetworkAsk key={one.network} {...one} />
      ))}
      <section className="card question-card">
        <h2 className="card-title">{t('generalTitle')}</h2>
        <p className="card-subtitle">{t('generalText')}</p>
        <dl className="question-list">
          {questions.questions.map(({ code, options, repeats }) => (
            <div key={code}>
              <dt>{t(`asked.${code}`)}</dt>
              <dd>
                {options.length > 0 ? (
                  <ul className="tick-list tick-row">
                    {options.map((option) => {
                      const word = wordOf(OPTION_WORDS, option);
                      return <li key={option}>{word === null ? option : t(`options.${word}`)}</li>;
                    })}
                  </ul>
                ) : (
                  Array.from({ length: repeats ? 3 : 1 }, (_, line) => <span key={line} className="blank-line" />)
                )}
              </dd>
            </div>
          ))}
        </dl>
        <p className="card-foot">{t('foot')}</p>
      </section>
    </div>
  );
}

function NetworkAsk({ network, files, boxes }: Questions['networks'][number]) {
  const { t } = useTranslation('questions');
  const { t: shell } = useTranslation('shell');
  const name = networkName(network, shell('networkUnknown'));
  return (
    <section className="card question-card" aria-label={name}>
      <h2 className="card-title">{name}</h2>
      <div className="question-columns">
        <div>
          <h3 className="question-heading">{t('filesTitle')}</h3>
          <ul className="tick-list">
            {files.map(({ code, format }) => {
              const word = wordOf(FILE_WORDS, code);
              return (
                <li key={code}>
                  {word === null ? code : t(`files.${word}`)} <span className="quiet-text">({format === null ? t('needsMapping') : t('readsIt')})</span>
                </li>
              );
            })}
          </ul>
        </div>
        <div>
          <h3 className="question-heading">{t('boxesTitle')}</h3>
          <ul className="tick-list">
            {boxes.map((box) => {
              const word = wordOf(BOX_WORDS, box);
              return <li key={box}>{word === null ? box : t(`boxes.${word}`)}</li>;
            })}
          </ul>
        </div>
      </div>
    </section>
  );
}
