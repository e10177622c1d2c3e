import { Check, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Role } from '../../../domain/model/codes.ts';
import { useChartVoice } from '../../charts/use-chart-voice.ts';
import { useOperation } from '../../state/use-operation.ts';
import { usePreferences } from '../../state/use-preferences.ts';
import { useProject } from '../../state/use-project.ts';
import { Answer } from '../../ui/Answer.tsx';
import { Chip } from '../../ui/Chip.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import type { RoleRule } from './people-types.ts';
import { ruleWords, surenessWord } from './people-words.ts';

/** Which rules to show: those of a role, one of them first when it was asked for. */
export interface ShownRules {
  readonly role: Role;
  readonly rule: string | null;
}

/** The rules behind a role, each with sentences it finds and sentences it leaves alone. */
export function RulesDialog({ shown, onClose }: { readonly shown: ShownRules | null; readonly onClose: () => void }) {
  const { t } = useTranslation('people');
  const { t: codes } = useTranslation('codes');
  return (
    <Dialog width="wide" title={shown === null ? '' : t('ruleBook.title', { role: codes(`role.${shown.role}`) })} isOpen={shown !== null} onClose={onClose}>
      {shown !== null && <RuleBook shown={shown} />}
    </Dialog>
  );
}

function RuleBook({ shown }: { readonly shown: ShownRules }) {
  const { t } = useTranslation('people');
  const state = useOperation('roles.rules', { role: shown.role });
  return (
    <Answer state={state} shape="lines" rows={6}>
      {({ rules, confirmed }) => (
        <div className="rule-book">
          <p className="quiet-text">{t(confirmed.includes(shown.role) ? 'ruleBook.thresholdConfirmed' : 'ruleBook.threshold')}</p>
          {[...new Set([...rules.filter(({ rule }) => rule === shown.rule), ...rules].map(({ rule }) => rule))].map((code) => (
            <RuleEntry key={code} isChosen={code === shown.rule} variants={rules.filter(({ rule }) => rule === code)} />
          ))}
        </div>
      )}
    </Answer>
  );
}

function RuleEntry({ variants, isChosen }: { readonly variants: readonly RoleRule[]; readonly isChosen: boolean }) {
  const { t } = useTranslation('people');
  const voice = useChartVoice();
  const project = useProject();
  const { language: reader } = usePreferences();
  const [first] = variants;
  if (first === undefined) return null;
  const brand = (project.brands.find(({ own }) => own) ?? project.brands[0])?.name ?? t('ruleBook.someBrand');
  const inWords = (text: string): string => text.replaceAll('{brand}', brand);
  const hasExamples = variants.some(({ matches, rejects }) => matches.length + rejects.length > 0);
  const readsWords = variants.some(({ language }) => language !== null);
  return (
    <section className="rule-entry" data-chosen={isChosen}>
      <header>
        <h3>{ruleWords(first.rule, voice)}</h3>
        {isChosen && <Chip tone="accent" label={t('ruleBook.chosen')} />}
      </header>
      <p className="quiet-text">
        {[t('ruleBook.clearSign', { word: surenessWord(first.confidence, voice) }), t('ruleBook.reads', { what: voice.list([...new Set(variants.flatMap(({ basis }) => basis))].map((basis) => t(`bases.${basis}`))) })].join(' · ')}
        {readsWords && ` · ${t(`ruleBook.brand.${first.brand}`)}`}
        {first.ends && ` ${t('ruleBook.ends')}`}
      </p>
      {!hasExamples && first.basis[0] !== undefined && <p className="quiet-text">{t(`ruleBook.noWords.${first.basis[0]}`)}</p>}
      {[...variants].sort((one, other) => Number(other.language === reader) - Number(one.language === reader)).map(({ language, matches, rejects }) => (
        matches.length + rejects.length > 0 && (
          <div key={language ?? ''} className="rule-examples">
            {language !== null && variants.length > 1 && <p className="rule-language">{t(`ruleBook.language.${language}`)}</p>}
            <Examples kind="finds" texts={matches.map(inWords)} language={language} />
            <Examples kind="leaves" texts={rejects.map(inWords)} language={language} />
          </div>
        )
      ))}
    </section>
  );
}

function Examples({ kind, texts, language }: { readonly kind: 'finds' | 'leaves'; readonly texts: readonly string[]; readonly language: RoleRule['language'] }) {
  const { t } = useTranslation('people');
  const Icon = kind === 'finds' ? Check : X;
  if (texts.length === 0) return null;
  return (
    <div className="rule-side" data-kind={kind}>
      <h4>{t(`ruleBook.${kind}`)}</h4>
      <ul>
        {texts.map((text) => (
          <li key={text}>
            <Icon size={14} aria-hidden="true" />
            <q className="message-text" {...(language === null ? {} : { lang: language })}>
              {text}
            </q>
          </li>
        ))}
      </ul>
    </div>
  );
}
