import type { i18n } from 'i18next';
import { lazy, Suspense, useEffect } from 'react';
import { I18nProvider } from 'react-aria-components';
import { I18nextProvider, useTranslation } from 'react-i18next';
import { FailureBoundary } from './shell/FailureBoundary.tsx';
import { SupportDialogs } from './shell/SupportDialogs.tsx';
import { StartWindow } from './shell/StartWindow.tsx';
import { useDensity } from './shell/use-density.ts';
import { useTheme } from './shell/use-theme.ts';
import { Workspace } from './shell/Workspace.tsx';
import { useLocation } from './state/navigation.ts';
import { usePreferences } from './state/use-preferences.ts';
import { useProjectState } from './state/use-project.ts';
import { useWorkbench, WorkbenchContext, type Workbench } from './state/workbench.ts';
import { FailureNotice } from './ui/FailureNotice.tsx';
import { Skeleton } from './ui/Skeleton.tsx';

const ShowScreen = lazy(async () => ({ default: (await import('./features/present/show/ShowScreen.tsx')).ShowScreen }));

interface AppProps {
  readonly workbench: Workbench;
  readonly translator: i18n;
}

/** The whole window: the start screen, or the frame around an open project. */
export function App({ workbench, translator }: AppProps) {
  return (
    <WorkbenchContext value={workbench}>
      <I18nextProvider i18n={translator}>
        <LocalisedWindow translator={translator} />
      </I18nextProvider>
    </WorkbenchContext>
  );
}

function LocalisedWindow({ translator }: Pick<AppProps, 'translator'>) {
  const { language } = usePreferences();
  useTheme();
  useDensity();
  useEffect(() => {
    document.documentElement.lang = language;
    void translator.changeLanguage(language);
  }, [language, translator]);
  return (
    <I18nProvider locale={language === 'it' ? 'it-IT' : 'en-GB'}>
      <FailureBoundary place="window">
        <CurrentScreen />
        <SupportDialogs />
      </FailureBoundary>
    </I18nProvider>
  );
}

function CurrentScreen() {
  const workbench = useWorkbench();
  const { t } = useTranslation('common');
  const state = useProjectState();
  const { path } = useLocation();
  useEffect(() => workbench.navigation.listen(), [workbench]);
  useEffect(() => {
    void workbench.refresh();
  }, [workbench]);
  if (state.status === 'starting') return <Skeleton shape="cards" rows={3} label={t('loading')} />;
  if (state.status === 'failed') {
    return (
      <main className="screen-centre">
        <FailureNotice failure={state.failure} onRetry={() => void workbench.refresh()} />
      </main>
    );
  }
  if (state.status === 'none') return <StartWindow app={state.app} />;
  // a presentation stands alone: what people look on at holds nothing of the rooms
  if (path[0] === 'present' && (path[1] === 'show' || path[1] === 'notes')) return <Suspense fallback={<Skeleton shape="chart" label={t('loading')} />}><ShowScreen /></Suspense>;
  return <Workspace key={state.project.fileName} />;
}
