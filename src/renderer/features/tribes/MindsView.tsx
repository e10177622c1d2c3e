import { useState } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { BrandMind, mindSentence, ToneNote, type BrandMindEntry } from '../../charts/BrandMind.tsx';
import { ChartFrame } from '../../charts/ChartFrame.tsx';
import { toneWords } from '../../charts/counted-words.ts';
import { TribeMark } from '../../charts/TribeMark.tsx';
import { tribeName } from '../../charts/tribe-name.ts';
import { useChartVoice } from '../../charts/use-chart-voice.ts';
import { useScope } from '../../state/navigation.ts';
import { useSidePanel } from '../../state/panels.ts';
import { useOperation } from '../../state/use-operation.ts';
import { Answer } from '../../ui/Answer.tsx';
import { Button } from '../../ui/Button.tsx';
import { DataTable } from '../../ui/DataTable.tsx';

const MOST_WORDS = 5;

/** The brand in the minds of every tribe of a lens: one row a tribe, then the chosen one in full. */
export function MindsView({ lens }: { readonly lens: 'value' | 'roles' | 'interests' | 'communities' }) {
  const { t } = useTranslation('minds');
  const voice = useChartVoice();
  const scope = useScope();
  const { openMessages, openMetric } = useSidePanel();
  const [wanted, choose] = useState('');
  const state = useOperation('tribes.associations', { ...scope, lens });
  const column = (key: string): string => voice.text(`minds.brand.column.${key}`);
  return (
    <Answer state={state} shape="table">
      {(answer) => {
        const shown = answer.entries.filter(({ state: found }) => found !== 'tribe');
        if (answer.brands.length === 0) return <p className="too-few">{t('brand.noBrand')}</p>;
        if (shown.length === 0) return <p className="too-few">{t('brand.noTribes')}</p>;
        const strongest = shown.toSorted((one, other) => (other.terms[0]?.z ?? 0) - (one.terms[0]?.z ?? 0))[0];
        const chosen = shown.find(({ tribe }) => tribe.id === wanted) ?? strongest;
        const title = strongest === undefined || strongest.terms.length === 0 ? t('brand.list') : mindSentence(strongest, answer.leastAuthors, voice);
        const words = ({ state: found, about, terms }: BrandMindEntry): string => {
          if (found === 'never') return t('brand.neverCell');
          if (found === 'about') return voice.text('minds.brand.fewCell', { n: voice.count(about.people) });
          if (found === 'rest') return t('brand.restCell');
          return terms.length === 0 ? t('brand.none') : terms.slice(0, MOST_WORDS).map(({ term }) => term).join(', ');
        };
        return (
          <div className="minds">
            <ChartFrame
              title={title}
              subtitle={t('brand.listMeasure')}
              onDefinition={() => openMetric('brand-associations')}
              table={{ caption: title, columns: [{ key: 'tribe', label: column('tribe') }, { key: 'people', label: column('about'), numeric: true }, { key: 'words', label: column('term') }, { key: 'negative', label: column('negative'), numeric: true }, { key: 'positive', label: column('positive'), numeric: true }], rows: shown.map((entry) => [tribeName(entry.tribe, voice), voice.count(entry.about.people), words(entry), entry.tone === null ? '' : toneWords(entry.tone, 'negative', voice), entry.tone === null ? '' : toneWords(entry.tone, 'positive', voice)]) }}
              notes={<>{answer.left > 0 && <p className="chart-note">{voice.text('minds.needs.left', { count: answer.left })}</p>}<ToneNote correction={answer.correction} /></>}
            >
              <DataTable
                caption={t('brand.list')}
                rows={shown}
                rowKey={({ tribe }) => tribe.id}
                columns={[
                  { key: 'tribe', label: column('tribe'), cell: ({ tribe }) => <span className="need-tribe"><TribeMark color={tribe.color} shape={tribe.shape} /><Button size="small" variant="plain" className="page-link" aria-pressed={tribe.id === chosen?.tribe.id} onPress={() => choose(tribe.id)}>{tribeName(tribe, voice)}</Button></span> },
                  { key: 'people', label: column('about'), align: 'end', cell: ({ about, messageIds, tribe }) => (messageIds.length === 0 ? voice.text('minds.brand.people', { count: about.people }) : <AriaButton className="mind-open" aria-label={`${voice.text('minds.brand.people', { count: about.people })}: ${tribeName(tribe, voice)}, ${voice.text('minds.brand.messages', { count: messageIds.length })}`} onPress={() => openMessages({ messageIds: [...messageIds] }, { title: voice.text('minds.brand.openAbout', { tribe: tribeName(tribe, voice) }), count: messageIds.length })}>{voice.text('minds.brand.people', { count: about.people })}</AriaButton>) },
                  { key: 'words', label: column('term'), cell: (entry) => <span className={entry.state === 'told' && entry.terms.length > 0 ? undefined : 'too-few'}>{words(entry)}</span> },
                  { key: 'negative', label: column('negative'), align: 'end', cell: ({ tone }) => (tone === null ? '' : toneWords(tone, 'negative', voice)) },
                  { key: 'positive', label: column('positive'), align: 'end', cell: ({ tone }) => (tone === null ? '' : toneWords(tone, 'positive', voice)) },
                ]}
              />
            </ChartFrame>
            {chosen !== undefined && <BrandMind entry={chosen} answer={answer} />}
          </div>
        );
      }}
    </Answer>
  );
}
