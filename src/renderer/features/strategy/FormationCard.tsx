import { Minus, Plus } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FORMATION_LINES } from '../../../domain/model/formation-line.ts';
import { ChartFrame } from '../../charts/ChartFrame.tsx';
import { FormationPitch } from '../../charts/FormationPitch.tsx';
import { useChartVoice } from '../../charts/use-chart-voice.ts';
import { useScope } from '../../state/navigation.ts';
import { useSidePanel } from '../../state/panels.ts';
import { useProject } from '../../state/use-project.ts';
import { Button } from '../../ui/Button.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { Segmented } from '../../ui/Segmented.tsx';
import { formationSentence, movedPlayer, observedShares, PLAYERS, playersOf, sharesOfPlayers, shareWords, type FormationValue, type LineCode, type LineShares } from './formation-words.ts';
import { useFormationTarget } from './use-formation-target.ts';

const SIDES = ['observed', 'criticised', 'target'] as const;
type Side = (typeof SIDES)[number];

/** The pitch: what was played, the line-up that the essay criticises, and a target that is dragged or stepped. */
export function FormationCard({ value }: { readonly value: FormationValue }) {
  const { t } = useTranslation('strategy');
  const { t: charts } = useTranslation('charts');
  const voice = useChartVoice();
  const { readOnly } = useProject();
  const scope = useScope();
  const { openMetric, openMessages } = useSidePanel();
  const [side, setSide] = useState<Side>('observed');
  const observed = observedShares(value);
  const { moved, move: moveTarget, clear } = useFormationTarget(value.target?.shares ?? null);
  // a target begins as the observed team in whole players, so that its shares add up
  const target = moved ?? value.target?.shares ?? sharesOfPlayers(playersOf(observed));
  const shares: Record<Side, LineShares> = { observed, criticised: value.criticised.shares, target };
  const move = (from: LineCode, to: LineCode): void => {
    const next = movedPlayer(target, from, to);
    if (next !== target) moveTarget(next);
  };
  const canMove = side === 'target' && !readOnly;
  const players = playersOf(shares[side]);
  const hatchedOf = (line: LineCode): number => {
    const row = value.rows.find((one) => one.line === line);
    return side !== 'observed' || row === undefined || row.n === 0 ? 0 : Math.round((players[line] * row.formOnly) / row.n);
  };
  const wordsOf = (line: LineCode): { readonly lines: string[]; readonly open?: () => void } => {
    const row = value.rows.find((one) => one.line === line);
    const words = [t('formation.players', { n: voice.count(players[line]), of: PLAYERS })];
    if (side !== 'observed' || row === undefined) return { lines: words };
    const told = [...words, voice.text('strategy.formation.messages', { count: row.n }), ...(value.tooFew ? [] : [shareWords(row, voice)])];
    return row.n === 0 ? { lines: told } : { lines: told, open: () => openMessages({ messageIds: row.messageIds }, { title: t(`formation.lines.${line}`), count: row.messageIds.length }) };
  };
  const title = formationSentence(value, voice);
  const distance = side === 'target' ? value.target?.distance : value.criticised.distance;
  const finding = useMemo(() => ({
    form: value.tooFew ? 'too-few' as const : 'clear' as const, metric: 'formation',
    figure: { unit: 'share' as const, ...value.criticised.distance, n: value.n, source: { operation: 'strategy.formation', input: { ...scope }, at: ['criticised', 'distance'], fields: { estimate: 'estimate', low: 'low', high: 'high' } } },
  }), [value, scope]);
  return (
    <ChartFrame
      className="formation-card"
      title={title}
      finding={finding}
      subtitle={voice.text(value.rows.some(({ time }) => time !== null) ? 'strategy.formation.subtitleTime' : 'strategy.formation.subtitle', { count: value.n, unread: voice.count(value.unread) })}
      onDefinition={() => openMetric('formation')}
      table={{
        caption: title,
        columns: [{ key: 'line', label: t('formation.line') }, { key: 'n', label: t('formation.n'), numeric: true }, { key: 'share', label: t('formation.share'), numeric: true }, { key: 'criticised', label: t('formation.sides.criticised'), numeric: true }, { key: 'target', label: t('formation.sides.target'), numeric: true }],
        rows: value.rows.map((row) => [t(`formation.lines.${row.line}`), voice.count(row.n), shareWords(row, voice), voice.inHundred(value.criticised.shares[row.line]), value.target === null ? '' : voice.inHundred(value.target.shares[row.line])]),
      }}
      controls={
        <>
          <Segmented label={t('formation.show')} value={side} options={SIDES.map((one) => ({ value: one, label: t(`formation.sides.${one}`) }))} onChange={setSide} />
          {(value.target !== null || moved !== null) && side === 'target' && !readOnly && <Button size="small" variant="plain" onPress={clear}>{t('formation.clearTarget')}</Button>}
        </>
      }
      notes={
        <>
          <p className="chart-note">{t(`formation.note.${side}`)}{distance?.estimate == null ? '' : ` ${t(side === 'target' ? 'formation.distanceTarget' : 'formation.distance', { value: voice.inHundred(distance.estimate), low: voice.inHundred(distance.low ?? distance.estimate), high: voice.inHundred(distance.high ?? distance.estimate) })}`}</p>
          <ul className="formation-rows">
            {value.rows.map((row) => (
              <li key={row.line}>
                <span className="formation-name">{t(`formation.lines.${row.line}`)}</span>
                <span className="formation-what">{t(`formation.what.${row.line}`)}</span>
                <Button variant="plain" size="small" isDisabled={row.n === 0} aria-label={`${t(`formation.lines.${row.line}`)}: ${voice.text('strategy.formation.messages', { count: row.n })}`} onPress={() => openMessages({ messageIds: row.messageIds }, { title: t(`formation.lines.${row.line}`), count: row.messageIds.length })}>{voice.text('strategy.formation.messages', { count: row.n })}</Button>
                <span className="formation-share">{value.tooFew ? '' : shareWords(row, voice)}</span>
                {row.time !== null && <span className="formation-share">{t('formation.time', { share: voice.inHundred(row.time.share), low: voice.inHundred(row.time.low), high: voice.inHundred(row.time.high) })}</span>}
                {canMove && (
                  <span className="formation-steps">
                    <IconButton size="small" icon={<Minus size={14} aria-hidden="true" />} label={t('formation.fewer', { line: t(`formation.lines.${row.line}`) })} isDisabled={target[row.line] <= 0} onPress={() => move(row.line, row.line === 'presence' ? 'listening' : 'presence')} />
                    <span>{voice.inHundred(target[row.line])}</span>
                    <IconButton size="small" icon={<Plus size={14} aria-hidden="true" />} label={t('formation.more', { line: t(`formation.lines.${row.line}`) })} onPress={() => move(largestOther(target, row.line), row.line)} />
                  </span>
                )}
              </li>
            ))}
          </ul>
        </>
      }
    >
      {(!value.tooFew || side !== 'observed') && (
        <FormationPitch
          lines={FORMATION_LINES.map((code) => ({ code, label: t(`formation.lines.${code}`), players: players[code], hatched: hatchedOf(code), ...wordsOf(code) }))}
          hint={charts('frame.hint')}
          label={t('formation.picture', { players: voice.list(FORMATION_LINES.map((line) => `${t(`formation.lines.${line}`)} ${voice.count(players[line])}`)), of: PLAYERS })}
          {...(side === 'target' && !value.tooFew ? { ghosts: playersOf(observed) } : {})}
          {...(canMove ? { onMove: move } : {})}
        />
      )}
    </ChartFrame>
  );
}

/** The line with most players beside one: from there the next one comes. */
function largestOther(shares: LineShares, line: LineCode): LineCode {
  return FORMATION_LINES.filter((one) => one !== line).reduce<LineCode>((most, one) => (shares[one] > shares[most] ? one : most), line === 'presence' ? 'listening' : 'presence');
}
