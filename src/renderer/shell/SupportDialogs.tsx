import { openedSupport } from '../state/support.ts';
import { useStore } from '../state/store.ts';
import { AboutDialog } from './AboutDialog.tsx';
import { DiagnosticsDialog } from './DiagnosticsDialog.tsx';
import './support.css';

/** The two sheets of help over whatever is shown. */
export function SupportDialogs() {
  const opened = useStore(openedSupport);
  const close = (): void => openedSupport.set(null);
  return (
    <>
      <AboutDialog isOpen={opened === 'about'} onClose={close} />
      <DiagnosticsDialog isOpen={opened === 'diagnostics'} onClose={close} />
    </>
  );
}
