import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useChartVoice } from '../../charts/use-chart-voice.ts';
import { useOperation } from '../../state/use-operation.ts';
import { TextField } from '../../ui/TextField.tsx';
import type { Rule } from './rule-draft.ts';
import { labelName } from './rule-words.ts';
import { useLater } from './use-later.ts';

const PAUSE_MS = 300;

/** A sentence to try all rules on: what they find in it, with the words. */
export function TryText({ rules }: { readonly rules: readonly Rule[] }) {
  const { t } = useTranslation('reading');
  const voice = useChartVoice();
  const [text, setText] = useState('');
  const tried = useLater(text, PAUSE_MS);
  const settled = useLater(rules, PAUSE_MS);
  const state = useOperation('dictionary.try', tried.trim() === '' ? null : { rules: settled.map((rule) => ({ ...rule, matches: [], rejects: [] })), texts: [tried] });
  const [found] = state.status === 'value' && tried.trim() !== '' ? state.value.texts : [];
  const isRead = found !== undefined && (found.language === 'it' || found.language === 'en');
  return (
    <div className="try-text">
      <TextField label={t('rules.tryText')} value={text} onChange={setText} maxLength={2000} description={t('rules.tryHint')} />
      <div role="status">
        {found !== undefined && !isRead && <p className="quiet-text">{t('rules.tryLanguage', { language: voice.language(found.language) })}</p>}
        {isRead && found.hits.length === 0 && <p className="quiet-text">{t('rules.tryNothing')}</p>}
        {isRead && found.hits.length > 0 && (
          <ul className="try-hits">
            {found.hits.map(({ rule, code, on, start, end }) => (
              <li key={`${rule} ${String(start)}`}>
                {t('rules.tryFound', { words: tried.slice(start, end), name: rules.find(({ id }) => id === rule)?.name ?? rule, effect: t(on ? 'rules.switchesOn' : 'rules.switchesOff', { label: labelName(code, voice) }) })}
              </li>
            ))}
          </ul>
        )}
      </div>
    </div>
  );
}
