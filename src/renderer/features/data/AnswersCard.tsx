import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OperationValue } from '../../../contract/operations.ts';
import type { SourceAnswers } from '../../../contract/operations/import-account.ts';
import { useOperation } from '../../state/use-operation.ts';
import { useWorkbench } from '../../state/workbench.ts';
import { Answer } from '../../ui/Answer.tsx';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { Select } from '../../ui/Select.tsx';
import { TextField } from '../../ui/TextField.tsx';

interface AnswersCardProps {
  readonly importId: number;
  readonly format: string;
}

type Answered = OperationValue<'import.answers'>;

const CHOICES = {
  moderatedBy: ['brand', 'agency', 'both', 'nobody', 'unknown'],
  ads: ['included', 'excluded', 'none-run', 'unknown'],
  hiddenComments: ['included', 'excluded', 'none-hidden', 'unknown'],
  privateMessages: ['included', 'excluded', 'unknown'],
  nestedReplies: ['included', 'excluded', 'unknown'],
  order: ['all', 'most-relevant', 'unknown'],
  deletes: ['yes', 'no', 'unknown'],
} as const;
type Choice = keyof typeof CHOICES;
const CODES = Object.keys(CHOICES) as Choice[];

/** What the client answered about a kind of source: given once, it holds for all files of that source. */
export function AnswersCard({ importId, format }: AnswersCardProps) {
  const { t } = useTranslation('questions');
  const state = useOperation('import.answers', { importId });
  return (
    <Card title={t('answersTitle')} subtitle={t('answersText')}>
      <Answer state={state} shape="lines" where={t('answersTitle')}>
        {(answered) => <AnswersForm key={JSON.stringify(given(answered, format))} format={format} before={given(answered, format)} />}
      </Answer>
    </Card>
  );
}

function given({ sources }: Answered, format: string): SourceAnswers {
  return sources.find((source) => source.format === format)?.answers ?? {};
}

function AnswersForm({ format, before }: { readonly format: string; readonly before: SourceAnswers }) {
  const { t } = useTranslation('questions');
  const { t: account } = useTranslation('account');
  const workbench = useWorkbench();
  const [answers, setAnswers] = useState<SourceAnswers>(before);
  const [profiles, setProfiles] = useState((before.officialProfiles ?? []).join(', '));
  const [isSaved, setSaved] = useState(false);
  const choose = (code: Choice, value: string): void => {
    setSaved(false);
    const rest = Object.fromEntries(Object.entries(answers).filter(([key]) => key !== code)) as SourceAnswers;
    setAnswers(value === 'none' ? rest : ({ ...rest, [code]: value }));
  };
  const save = async (): Promise<void> => {
    const named = profiles.split(',').map((name) => name.trim()).filter((name) => name !== '');
    const rest = Object.fromEntries(Object.entries(answers).filter(([key]) => key !== 'officialProfiles')) as SourceAnswers;
    const outcome = await workbench.run('import.answer', { format, answers: { ...rest, ...(named.length > 0 ? { officialProfiles: named } : {}) } });
    if (outcome.ok) setSaved(true);
    else workbench.failure.set(outcome.failure);
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <div className="field-grid">
        {CODES.map((code) => (
          <Select
            key={code}
            label={t(`asked.${code}`)}
            value={answers[code] ?? 'none'}
            onChange={(value) => choose(code, value)}
            options={[{ value: 'none', label: t('notAnswered') }, ...CHOICES[code].map((value) => ({ value, label: t(`options.${value}`) }))]}
          />
        ))}
        <TextField label={t('asked.officialProfiles')} description={t('profilesHint')} value={profiles} onChange={(value) => {
          setProfiles(value);
          setSaved(false);
        }} />
      </div>
      <div className="button-row">
        <Button type="submit">{account('answersSave')}</Button>
        {isSaved && (
          <span role="status" className="quiet-text">
            {account('answersSaved')}
          </span>
        )}
      </div>
    </form>
  );
}
