import { PackageOpen } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DEPARTMENTS } from '../../../domain/model/value-piece.ts';
import { useChartVoice } from '../../charts/use-chart-voice.ts';
import { useScope } from '../../state/navigation.ts';
import { useSidePanel } from '../../state/panels.ts';
import { useOperation } from '../../state/use-operation.ts';
import { useProject } from '../../state/use-project.ts';
import { Answer } from '../../ui/Answer.tsx';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { PageButtons } from '../../ui/PageButtons.tsx';
import { Select } from '../../ui/Select.tsx';
import { DeskNote } from './DeskNote.tsx';
import { ExportButton } from './ExportButton.tsx';
import { DEPARTMENT_CHOICES, DEPARTMENT_KEYS, KIND_CHOICES, RARE_KINDS, readingWords, STATE_CHOICES, type DepartmentCode, type LostPiece, type LostSummary, type PieceKindCode, type PieceStateCode, type RouteSubject } from './lost-words.ts';
import { PieceItem } from './PieceItem.tsx';
import { RouteDialog, type RoutedThing } from './RouteDialog.tsx';
import { useListKeys } from './use-list-keys.ts';
import { useLostDesk } from './use-lost-desk.ts';

/** What the list shows; kept by the room, because the figures above choose it too. */
export interface PieceFilter {
  readonly kind: PieceKindCode | 'all';
  readonly state: PieceStateCode | 'all';
  readonly department: DepartmentCode | 'all';
  readonly order: PieceOrder | null;
  readonly page: number;
}

const ORDERS = ['points', 'age', 'newest', 'sure'] as const;
type PieceOrder = (typeof ORDERS)[number];
const SHOWN = 20;

const keyOf = ({ messageId, kind }: LostPiece): string => `${String(messageId)} ${kind}`;
const subjectOf = ({ messageId, kind }: LostPiece): RouteSubject => ({ messageId, piece: kind, scope: 'piece' });

/** The desk: contributions one by one, to be sent to a department by key or in bulk. */
export function PiecesView({ filter, onFilter, summary }: { readonly filter: PieceFilter; readonly onFilter: (filter: PieceFilter) => void; readonly summary: LostSummary }) {
  const { t } = useTranslation('lost');
  const voice = useChartVoice();
  const scope = useScope();
  const { readOnly } = useProject();
  const { openMessages } = useSidePanel();
  const desk = useLostDesk();
  const [selected, setSelected] = useState<ReadonlyMap<string, LostPiece>>(new Map());
  const [thing, setThing] = useState<RoutedThing | null>(null);
  const { kind, state, department, page } = filter;
  const order = filter.order ?? (kind !== 'all' && RARE_KINDS.has(kind) ? 'sure' : 'points');
  const choice = { kinds: kind === 'all' ? [] : [kind], states: state === 'all' ? [] : [state], departments: department === 'all' ? [] : [department] };
  const list = useOperation('lost.pieces', { ...scope, ...choice, orderBy: order, page, size: SHOWN });
  const pieces = list.status === 'value' ? list.value.pieces : [];
  const change = (part: Partial<PieceFilter>): void => onFilter({ ...filter, page: 0, ...part });
  const select = (chosen: readonly LostPiece[], isSelected: boolean): void => {
    setSelected((known) => {
      const next = new Map(known);
      for (const piece of chosen) if (isSelected) next.set(keyOf(piece), piece); else next.delete(keyOf(piece));
      return next;
    });
  };
  const send = async (chosen: readonly LostPiece[], to: DepartmentCode): Promise<void> => {
    const words = voice.text('lost.sent', { count: chosen.length, department: t(`department.${to}`) });
    if (await desk.decide('lost.route', { subjects: chosen.map(subjectOf), department: to }, words)) setSelected(new Map());
  };
  const open = ({ messageId }: LostPiece): void => openMessages({ messageIds: [messageId] });
  const keys = useListKeys(pieces.length, (key, place) => {
    const piece = pieces[place];
    if (piece === undefined) return false;
    const to = DEPARTMENTS.find((code) => DEPARTMENT_KEYS[code] === key);
    if (to !== undefined && !readOnly) void send(selected.size > 0 ? [...selected.values()] : [piece], to);
    else if (key === 'x') select([piece], !selected.has(keyOf(piece)));
    else if (key === 'Enter') open(piece);
    else return false;
    return true;
  });
  const reading = kind === 'all' ? null : readingWords(summary.kinds.find((row) => row.kind === kind)?.reading ?? null, voice);
  const chosen = [...selected.values()];
  return (
    <Card
      title={t('list.pieces')}
      subtitle={list.status === 'value' ? voice.text('lost.count', { count: list.value.total }) : ' '}
      actions={<ExportButton table={{ list: 'pieces', ...choice }} />}
      className="lost-desk"
    >
      <div className="lost-bar">
        <Select size="small" label={t('filter.kind')} value={kind} options={KIND_CHOICES.map((value) => ({ value, label: value === 'all' ? t('filter.all') : t(`kinds.${value}`) }))} onChange={(value) => change({ kind: value })} />
        <Select size="small" label={t('filter.state')} value={state} options={STATE_CHOICES.map((value) => ({ value, label: value === 'all' ? t('filter.all') : t(`states.${value}`) }))} onChange={(value) => change({ state: value })} />
        <Select size="small" label={t('filter.department')} value={department} options={DEPARTMENT_CHOICES.map((value) => ({ value, label: value === 'all' ? t('filter.all') : t(`department.${value}`) }))} onChange={(value) => change({ department: value })} />
        <Select size="small" label={t('filter.order')} value={order} options={ORDERS.map((value) => ({ value, label: t(`order.${value}`) }))} onChange={(value) => change({ order: value })} />
      </div>
      {reading !== null && <p className="quiet-text lost-reading">{reading}</p>}
      {!readOnly && (
        <div className="lost-bulk">
          <span className="lost-selected">{voice.text('lost.selected', { count: chosen.length })}</span>
          <Button size="small" variant="plain" isDisabled={pieces.length === 0} onPress={() => select(pieces, true)}>{t('selectPage')}</Button>
          <Button size="small" variant="plain" isDisabled={chosen.length === 0} onPress={() => setSelected(new Map())}>{t('unselect')}</Button>
          {DEPARTMENTS.map((code) => <Button key={code} size="small" isDisabled={chosen.length === 0} onPress={() => void send(chosen, code)}>{t('send', { department: t(`department.${code}`) })}</Button>)}
          <Button size="small" isDisabled={chosen.length === 0} onPress={() => setThing({ subjects: chosen.map(subjectOf), text: '', department: null, byHand: false, route: null })}>{t('details')}</Button>
          <DeskNote desk={desk} />
        </div>
      )}
      <Answer state={list} shape="lines" rows={6}>
        {({ total }) => (total === 0 ? <EmptyState icon={<PackageOpen size={36} />} title={t('empty.pieces')} text={t('empty.piecesText')} /> : (
          <>
            <p className="quiet-text lost-keys" id="lost-keys">{t('list.keys')}</p>
            <ul className="lost-list" aria-label={t('list.pieces')} aria-describedby="lost-keys" onKeyDown={keys.onKeyDown}>
              {pieces.map((piece, place) => (
                <PieceItem
                  key={keyOf(piece)}
                  piece={piece}
                  place={place}
                  isCurrent={place === keys.current}
                  isSelected={selected.has(keyOf(piece))}
                  onFocus={() => keys.setCurrent(place)}
                  onSelect={(isSelected) => select([piece], isSelected)}
                  onOpen={() => open(piece)}
                  {...(readOnly ? {} : { onSend: (to: DepartmentCode) => void send([piece], to), onDetails: () => setThing({ subjects: [subjectOf(piece)], text: piece.text, department: piece.department, byHand: piece.byHand, route: piece.route?.scope === 'group' ? null : piece.route }) })}
                />
              ))}
            </ul>
            <PageButtons page={page} size={SHOWN} total={total} onPage={(next) => change({ page: next })} />
          </>
        ))}
      </Answer>
      {thing !== null && <RouteDialog thing={thing} desk={desk} onClose={() => setThing(null)} />}
    </Card>
  );
}
