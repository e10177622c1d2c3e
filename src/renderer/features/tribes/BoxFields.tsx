import { useEffect, useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { PointsBox } from '../../charts/map-plane.ts';
import { Button } from '../../ui/Button.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { BOX_SIDES, boxTexts, typedBox } from './box-limits.ts';

export interface BoxFieldsProps {
  readonly box: PointsBox | null;
  readonly onBox: (box: PointsBox | null) => void;
}

/** The map's rectangle by number fields, which dragging fills as well. */
export function BoxFields({ box, onBox }: BoxFieldsProps) {
  const { t } = useTranslation('tribes');
  const [texts, setTexts] = useState(boxTexts(box));
  useEffect(() => {
    setTexts(boxTexts(box));
  }, [box]);
  const typed = typedBox(texts);
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (typed !== 'invalid') onBox(typed);
  };
  return (
    <form onSubmit={submit} className="box-form">
      {BOX_SIDES.map((side) => (
        <TextField key={side} label={t(`brush.${side}`)} value={texts[side]} onChange={(value) => setTexts({ ...texts, [side]: value })} />
      ))}
      <Button type="submit" isDisabled={typed === 'invalid'}>{t('brush.apply')}</Button>
    </form>
  );
}
