import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { INTENTS, SENTIMENTS } from '../../../domain/model/codes.ts';
import { intentStyle, isIntent, sentimentColor } from '../../charts/intent-style.ts';
import { useChartVoice } from '../../charts/use-chart-voice.ts';
import { useParameter } from '../../state/navigation.ts';
import { useSidePanel } from '../../state/panels.ts';
import { Card } from '../../ui/Card.tsx';
import type { CheckScores } from './check-words.ts';

interface Cell {
  readonly said: string;
  readonly truth: string;
  readonly n: number;
  readonly share: number;
  readonly messageIds: readonly number[];
}

/** Below this share of a cell its ground is too light for the number to need another ink. */
const STRONGEST_GROUND = 40;

/** The confusion of the main label: rows by the reader, columns by the person; every number opens its messages. */
export function ConfusionCard({ value }: { readonly value: CheckScores }) {
  const { t } = useTranslation('check');
  const voice = useChartVoice();
  const { openMessages } = useSidePanel();
  const [kind] = useParameter('what', { initial: 'intents', allowed: ['intents', 'sentiments'] as const });
  const cells: readonly Cell[] = value.confusion[kind];
  const codes: readonly string[] = kind === 'intents' ? INTENTS : SENTIMENTS;
  const name = (code: string): string => voice.text(isIntent(code) ? `codes.intent.${code}` : `codes.sentiment.${code}`);
  const shown = codes.filter((code) => cells.some(({ said, truth }) => said === code || truth === code));
  const most = cells.filter(({ said, truth }) => said !== truth).reduce<Cell | null>((best, cell) => (best === null || cell.n > best.n ? cell : best), null);
  if (cells.length === 0) return null;
  const open = ({ said, truth, n, messageIds }: Cell): void => openMessages({ messageIds: [...messageIds] }, { title: t('confusion.opened', { said: name(said), truth: name(truth) }), count: n });
  return (
    <Card title={t('confusion.title')} subtitle={t(kind === 'intents' ? 'confusion.subtitle' : 'confusion.subtitleTone')}>
      <p className="check-prose">{most === null ? t('confusion.none') : t('confusion.most', { said: name(most.said), truth: name(most.truth), n: voice.count(most.n) })}</p>
      <div className="table-scroll" role="group" aria-label={t('confusion.title')} tabIndex={0}>
        <table className="confusion">
          <caption className="visually-hidden">{t('confusion.title')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('confusion.corner')}</th>
              {shown.map((code) => <th key={code} scope="col"><CodeMark code={code} name={name(code)} isShort={kind === 'intents'} /></th>)}
            </tr>
          </thead>
          <tbody>
            {shown.map((said) => (
              <tr key={said}>
                <th scope="row"><CodeMark code={said} name={name(said)} isShort={false} /></th>
                {shown.map((truth) => {
                  const cell = cells.find((one) => one.said === said && one.truth === truth);
                  const ground = cell === undefined ? 0 : Math.round(8 + (STRONGEST_GROUND - 8) * cell.share);
                  return (
                    <td key={truth}>
                      {cell !== undefined && (
                        <Button className="confusion-cell" aria-label={t('confusion.cell', { said: name(said), truth: name(truth), n: voice.count(cell.n) })} style={{ backgroundColor: `color-mix(in oklab, ${said === truth ? 'var(--accent)' : 'var(--warm)'} ${String(ground)}%, var(--surface))` }} onPress={() => open(cell)}>
                          {voice.count(cell.n)}
                        </Button>
                      )}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="quiet-text">{t('confusion.few')}</p>
    </Card>
  );
}

function CodeMark({ code, name, isShort }: { readonly code: string; readonly name: string; readonly isShort: boolean }) {
  const style = isIntent(code) ? intentStyle(code) : null;
  return (
    <span className="score-label" title={name}>
      {style === null ? <span className="chart-swatch" style={{ backgroundColor: sentimentColor(SENTIMENTS.find((known) => known === code) ?? 'neutral') }} /> : <style.Icon size={14} color={style.color} aria-hidden="true" />}
      <span className={isShort ? 'visually-hidden' : ''}>{name}</span>
    </span>
  );
}
