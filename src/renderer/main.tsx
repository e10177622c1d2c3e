import '@fontsource-variable/inter/wght.css';
import '@fontsource-variable/source-serif-4/wght.css';
import './tokens/tokens.css';
import './tokens/base.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { allowEmptying } from './bridge/allow-emptying.ts';
import { bridge } from './bridge/bridge.ts';
import { closePageNetwork } from './bridge/close-page-network.ts';
import { createTranslator } from './i18n/catalogue.ts';
import { createWorkbench } from './state/workbench.ts';

closePageNetwork(window);
allowEmptying(window);
const workbench = createWorkbench(bridge);
const translator = createTranslator(workbench.preferences.values.get().language);
const root = document.getElementById('root');
if (root !== null) {
  createRoot(root).render(
    <StrictMode>
      <App workbench={workbench} translator={translator} />
    </StrictMode>,
  );
}
