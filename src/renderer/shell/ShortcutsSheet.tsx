import { useTranslation } from 'react-i18next';
import { Dialog } from '../ui/Dialog.tsx';
import { isMac, shownKey } from './keys.ts';
import type { Command } from './use-commands.ts';

interface ShortcutsSheetProps {
  readonly commands: readonly Command[];
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

const GROUPS = ['rooms', 'editing', 'view'] as const;

/** Keys of the message that has the focus. */
const MESSAGE_KEYS = { explain: ['E'], correct: ['C'], note: ['N'], choose: ['X'], step: ['↑', '↓'] } as const;

/** Keys of a shape being drawn on the value map; the space bar has a name of its own in each language. */
const LASSO_KEYS = { corner: '', back: '⌫', close: '↵', drop: 'Esc' } as const;

/** Keys of a chart over time, and of the list of people. */
const PERIOD_KEYS = { move: ['←', '→'], stretch: ['Shift+←', 'Shift+→'], filter: ['↵'], drop: ['Esc'] } as const;
const PEOPLE_KEYS = { select: ['X'], until: [''] } as const;

/** Keys of the list of pieces, lost and found. */
const PIECE_KEYS = { step: ['J', 'K'], product: ['P'], innovation: ['I'], care: ['C'], select: ['X'], open: ['↵'] } as const;

/** All keys on one sheet. */
export function ShortcutsSheet({ commands, isOpen, onClose }: ShortcutsSheetProps) {
  const { t } = useTranslation('shell');
  const mac = isMac();
  return (
    <Dialog title={t('shortcuts')} isOpen={isOpen} onClose={onClose} width="wide">
      <div className="shortcut-groups">
        {GROUPS.map((group) => (
          <section key={group}>
            <h3 className="shortcut-group">{t(`shortcutGroups.${group}`)}</h3>
            <dl className="shortcut-list">
              {commands
                .filter((command) => command.group === group && command.keys.length > 0)
                .map((command) => (
                  <div key={command.id} className="shortcut">
                    <dt>{command.label}</dt>
                    <dd>
                      {command.keys.map((name) => (
                        <kbd key={name}>{shownKey(name, mac)}</kbd>
                      ))}
                    </dd>
                  </div>
                ))}
              {group === 'view' && (
                <div className="shortcut">
                  <dt>{t('commands.closePanel')}</dt>
                  <dd>
                    <kbd>Esc</kbd>
                  </dd>
                </div>
              )}
            </dl>
          </section>
        ))}
        <section>
          <h3 className="shortcut-group">{t('shortcutGroups.message')}</h3>
          <dl className="shortcut-list">
            {(['explain', 'correct', 'note', 'choose', 'step'] as const).map((key) => (
              <div key={key} className="shortcut">
                <dt>{t(`messageKeys.${key}`)}</dt>
                <dd>{MESSAGE_KEYS[key].map((name) => <kbd key={name}>{name}</kbd>)}</dd>
              </div>
            ))}
          </dl>
        </section>
        <section>
          <h3 className="shortcut-group">{t('shortcutGroups.period')}</h3>
          <dl className="shortcut-list">
            {(['move', 'stretch', 'filter', 'drop'] as const).map((key) => (
              <div key={key} className="shortcut">
                <dt>{t(`periodKeys.${key}`)}</dt>
                <dd>{PERIOD_KEYS[key].map((name) => <kbd key={name}>{shownKey(name, mac)}</kbd>)}</dd>
              </div>
            ))}
          </dl>
        </section>
        <section>
          <h3 className="shortcut-group">{t('shortcutGroups.people')}</h3>
          <dl className="shortcut-list">
            {(['select', 'until'] as const).map((key) => (
              <div key={key} className="shortcut">
                <dt>{t(`peopleKeys.${key}`)}</dt>
                <dd>{PEOPLE_KEYS[key].map((name) => <kbd key={name}>{name === '' ? t('peopleKeys.shiftBox') : name}</kbd>)}</dd>
              </div>
            ))}
          </dl>
        </section>
        <section>
          <h3 className="shortcut-group">{t('shortcutGroups.pieces')}</h3>
          <dl className="shortcut-list">
            {(['step', 'product', 'innovation', 'care', 'select', 'open'] as const).map((key) => (
              <div key={key} className="shortcut">
                <dt>{t(`pieceKeys.${key}`)}</dt>
                <dd>{PIECE_KEYS[key].map((name) => <kbd key={name}>{name}</kbd>)}</dd>
              </div>
            ))}
          </dl>
        </section>
        <section>
          <h3 className="shortcut-group">{t('shortcutGroups.lasso')}</h3>
          <dl className="shortcut-list">
            {(['corner', 'back', 'close', 'drop'] as const).map((key) => (
              <div key={key} className="shortcut">
                <dt>{t(`lassoKeys.${key}`)}</dt>
                <dd><kbd>{LASSO_KEYS[key] === '' ? t('lassoKeys.space') : LASSO_KEYS[key]}</kbd></dd>
              </div>
            ))}
          </dl>
        </section>
      </div>
    </Dialog>
  );
}
