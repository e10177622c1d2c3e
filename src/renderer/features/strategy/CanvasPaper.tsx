import { ArrowLeft, CircleAlert, Printer } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { CANVAS_LINES } from '../../../domain/model/canvas-line.ts';
import type { OperationValue } from '../../../contract/operations.ts';
import { tribeName } from '../../charts/tribe-name.ts';
import { useChartVoice } from '../../charts/use-chart-voice.ts';
import { useLocation } from '../../state/navigation.ts';
import { useOperation } from '../../state/use-operation.ts';
import { useProject } from '../../state/use-project.ts';
import { Answer } from '../../ui/Answer.tsx';
import { Button } from '../../ui/Button.tsx';
import { RoomPage } from '../../ui/RoomPage.tsx';
import './canvas-paper.css';

type Canvas = OperationValue<'canvas.one'>;
type LineCode = (typeof CANVAS_LINES)[number];

const MOST_EVIDENCE = 180;
/** Letters of a canvas up to which each size of type fits one sheet, the largest first. */
const TYPE_SIZES = [{ letters: 900, size: 'large' }, { letters: 1800, size: 'medium' }, { letters: 3600, size: 'small' }] as const;

/** A canvas on one sheet of A3, filled with what was written of a tribe (`sheet` in the address; a tribe there is a filter) or empty to be filled by hand. */
export function CanvasPaper() {
  const { t } = useTranslation('plan');
  const { parameters, go } = useLocation();
  const tribe = parameters['sheet'] ?? null;
  return (
    <RoomPage
      title={t('paper.title')}
      question={t('paper.question')}
      actions={
        <div className="paper-actions">
          <Button variant="plain" className="page-link" icon={<ArrowLeft size={16} aria-hidden="true" />} onPress={() => go({ path: ['strategy'], parameters: { view: 'canvas', ...(tribe === null ? {} : { sheet: tribe }) } })}>{t('paper.back')}</Button>
          <Button variant="primary" className="page-link" icon={<Printer size={16} aria-hidden="true" />} onPress={() => window.print()}>{t('paper.print')}</Button>
        </div>
      }
    >
      <div className="paper-desk">{tribe === null ? <Sheet canvas={null} name={null} /> : <WrittenSheet tribe={tribe} />}</div>
    </RoomPage>
  );
}

function WrittenSheet({ tribe }: { readonly tribe: string }) {
  const voice = useChartVoice();
  const state = useOperation('canvas.one', { tribe });
  const tribes = useOperation('tribes.list', {});
  const found = tribes.status === 'value' ? tribes.value.tribes.find(({ id }) => id === tribe) : undefined;
  return <Answer state={state} shape="lines" rows={8}>{(canvas) => <Sheet canvas={canvas} name={found === undefined ? tribe : tribeName(found, voice)} />}</Answer>;
}

function typeSize(canvas: Canvas | null): string {
  const letters = Object.values(canvas?.lines ?? {}).reduce((sum, { text }) => sum + text.length, 0);
  return TYPE_SIZES.find((one) => letters <= one.letters)?.size ?? 'tiny';
}

function Sheet({ canvas, name }: { readonly canvas: Canvas | null; readonly name: string | null }) {
  const { t } = useTranslation('plan');
  const { t: strategy } = useTranslation('strategy');
  const voice = useChartVoice();
  const project = useProject();
  const blank = <span className="paper-rule" />;
  const range = (value: Canvas['perPerson'] | undefined): ReactNode => (value == null ? blank : t('paper.range', { low: voice.number(value.low), high: voice.number(value.high), currency: canvas?.currency ?? '' }));
  return (
    <article className="paper" data-size={typeSize(canvas)} aria-label={name ?? t('paper.blankTitle')}>
      <header className="paper-head">
        <h2>{name ?? <>{t('paper.tribe')} {blank}</>}</h2>
        <p>{canvas?.size == null ? t('paper.title') : voice.text('plan.paper.people', { count: canvas.size })}</p>
        <dl>
          <div><dt>{t('paper.owner')}</dt><dd>{canvas === null || canvas.owner === '' ? blank : canvas.owner}</dd></div>
          <div><dt>{t('paper.due')}</dt><dd>{canvas?.dueMs == null ? blank : voice.date(canvas.dueMs)}</dd></div>
          <div><dt>{t('paper.state')}</dt><dd>{canvas === null ? blank : strategy(`canvas.states.${canvas.state}`)}</dd></div>
        </dl>
      </header>
      <div className="paper-lines">{CANVAS_LINES.map((line) => <PaperLine key={line} line={line} canvas={canvas} />)}</div>
      <footer className="paper-foot">
        <p><b>{t('paper.costs')}</b> {t('paper.mine')}: {range(canvas?.perPerson)} {t('paper.mass')}: {range(canvas?.massPerPerson)}</p>
        <p>{t('paper.costsText')}</p>
        <p>{t('paper.foot', { project: project.name, date: voice.date(Date.now()) })}</p>
      </footer>
    </article>
  );
}

function PaperLine({ line, canvas }: { readonly line: LineCode; readonly canvas: Canvas | null }) {
  const { t } = useTranslation('plan');
  const { t: strategy } = useTranslation('strategy');
  const { text = '', findingId = null } = canvas?.lines[line] ?? {};
  const standing = canvas?.standings.find((one) => one.findingId === findingId);
  const isWeak = standing !== undefined && standing.standing !== 'holds' && standing.standing !== 'unlinked';
  const sentence = standing?.sentence ?? '';
  return (
    <section className="paper-line" data-line={line} data-weak={isWeak}>
      <h3>{strategy(`canvas.lines.${line}`)}</h3>
      {text === '' ? <p className="paper-hint">{strategy(`canvas.hints.${line}`)}</p> : <p className="paper-text">{text}</p>}
      {line === 'kpi' && (canvas === null || canvas.target !== '') && <p className="paper-target"><b>{t('paper.target')}</b> {canvas === null ? <span className="paper-rule" /> : canvas.target}</p>}
      {sentence !== '' && <p className="paper-evidence"><b>{t('paper.evidence')}</b> {sentence.length > MOST_EVIDENCE ? `${sentence.slice(0, MOST_EVIDENCE)}…` : sentence}</p>}
      {isWeak && <p className="paper-weak"><CircleAlert size={14} aria-hidden="true" /> {t('paper.weak', { standing: strategy(`standing.${standing.standing}`) })}</p>}
    </section>
  );
}
