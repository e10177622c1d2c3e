import { useEffect, useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { PointsBox } from '../../charts/map-plane.ts';
import { useChartVoice } from '../../charts/use-chart-voice.ts';
import { useScope } from '../../state/navigation.ts';
import { useOperation } from '../../state/use-operation.ts';
import { useSidePanel } from '../../state/panels.ts';
import { Button } from '../../ui/Button.tsx';
import { Chip } from '../../ui/Chip.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { BOX_SIDES, boxTexts, typedBox } from './box-limits.ts';

export interface BoxFieldsProps {
  readonly box: PointsBox | null;
  readonly onBox: (box: PointsBox | null) => void;
  readonly selected: number | null;
}

/** The map's rectangle by number fields, which dragging fills as well, and what it selects. */
export function BoxFields({ box, onBox, selected }: BoxFieldsProps) {
  const { t } = useTranslation('tribes');
  const voice = useChartVoice();
  const scope = useScope();
  const { openMessages } = useSidePanel();
  const [texts, setTexts] = useState(boxTexts(box));
  useEffect(() => {
    setTexts(boxTexts(box));
  }, [box]);
  const typed = typedBox(texts);
  const behind = useOperation('messages.list', box === null ? null : { ...scope, box, page: 0, size: 1, orderBy: 'newest' });
  const messages = behind.status === 'value' && !behind.refreshing ? behind.value.total : null;
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (typed !== 'invalid') onBox(typed);
  };
  return (
    <section className="box-fields" aria-label={t('brush.title')}>
      <form onSubmit={submit}>
        {BOX_SIDES.map((side) => (
          <TextField key={side} label={t(`brush.${side}`)} value={texts[side]} onChange={(value) => setTexts({ ...texts, [side]: value })} />
        ))}
        <Button type="submit" isDisabled={typed === 'invalid'}>{t('brush.apply')}</Button>
      </form>
      <p className="chart-note">{t('brush.hint')}</p>
      {box !== null && (
        <p className="box-chosen" role="status">
          <Chip tone="accent" label={selected === null ? t('brush.box') : voice.text('tribes.brush.selected', { count: selected })} onRemove={() => onBox(null)} removeLabel={t('brush.clear')} />
          <Button size="small" onPress={() => openMessages({ ...scope, box }, { title: t('brush.box'), ...(messages === null ? {} : { count: messages }) })}>{messages === null ? t('brush.open') : t('brush.openCount', { n: voice.count(messages) })}</Button>
        </p>
      )}
    </section>
  );
}
