import { ArrowLeft, Check } from 'lucide-react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from '../../state/navigation.ts';
import { useStore } from '../../state/store.ts';
import { useProject } from '../../state/use-project.ts';
import { useWorkbench } from '../../state/workbench.ts';
import { Button } from '../../ui/Button.tsx';
import { NothingToImportInto } from '../../ui/NothingToImportInto.tsx';
import { RoomPage } from '../../ui/RoomPage.tsx';
import { CheckStep } from './CheckStep.tsx';
import { FilesStep } from './FilesStep.tsx';
import { draftObstacle, holdsPrivate, takenDrafts } from './import-draft.ts';
import { IMPORT_STEPS, type ImportState, type ImportStep } from './import-desk.ts';
import { MappingStep } from './MappingStep.tsx';
import { RecognisedStep } from './RecognisedStep.tsx';
import { RunStep } from './RunStep.tsx';
import { useImportDesk } from './use-import-desk.ts';
import './import.css';

/** Whether a step holds what it asks for. */
function isStepDone(step: ImportStep, { drafts, previews, outcome, furthest }: ImportState): boolean {
  const obstacles = takenDrafts({ drafts, previews }).map(({ id }) => draftObstacle(previews[id]));
  if (drafts.length === 0 || (step !== 'run' && IMPORT_STEPS.indexOf(step) >= IMPORT_STEPS.indexOf(furthest))) return false;
  if (step === 'files') return true;
  if (step === 'recognised') return obstacles.every((obstacle) => obstacle !== 'reading' && obstacle !== 'failure');
  if (step === 'run') return outcome?.kind === 'report';
  return obstacles.every((obstacle) => obstacle === null);
}

/** One page for the whole import: steps at the left, all reachable, nothing modal. Where nothing can be written files wait for a copy of the project. */
export function ImportPage() {
  const { t } = useTranslation('importing');
  const { go } = useLocation();
  const project = useProject();
  return (
    <RoomPage
      title={t('title')}
      question={t('question')}
      actions={
        <Button variant="plain" icon={<ArrowLeft size={16} aria-hidden="true" />} onPress={() => go({ path: ['data'] })}>
          {t('leave')}
        </Button>
      }
    >
      {project.readOnly ? <NothingToImportInto /> : <ImportSteps />}
    </RoomPage>
  );
}

function ImportSteps() {
  const { t } = useTranslation('importing');
  const { t: common } = useTranslation('common');
  const workbench = useWorkbench();
  const { desk, state } = useImportDesk();
  const waiting = useStore(workbench.waitingFiles);
  const isRunning = state.step === 'run' && state.outcome === null;

  useEffect(() => {
    if (waiting.length === 0 || isRunning) return;
    workbench.waitingFiles.set([]);
    desk.addFiles(waiting);
  }, [waiting, isRunning, desk, workbench]);

  const position = IMPORT_STEPS.indexOf(state.step);
  const following = IMPORT_STEPS[position + 1];
  const preceding = IMPORT_STEPS[position - 1];
  const isEditing = state.step !== 'run';
  const taken = takenDrafts(state);
  const ready = (state.hasBasis || !holdsPrivate(state)) && taken.length > 0 && taken.every(({ id }) => draftObstacle(state.previews[id]) === null);

  return (
    <div className="import-page">
      <nav aria-label={t('stepList')}>
        <ol className="import-steps">
          {IMPORT_STEPS.map((step, index) => {
            const done = isStepDone(step, state);
            return (
              <li key={step}>
                <Button
                  variant="plain"
                  className={step === state.step ? 'import-step import-step-current' : 'import-step'}
                  {...(step === state.step ? { 'aria-current': 'step' as const } : {})}
                  isDisabled={isRunning || (step !== 'files' && state.drafts.length === 0) || (step === 'run' && state.outcome === null)}
                  onPress={() => desk.change({ step })}
                >
                  <span className={done ? 'import-step-mark import-step-done' : 'import-step-mark'} aria-hidden="true">
                    {done ? <Check size={14} strokeWidth={3} /> : index + 1}
                  </span>
                  {t(`steps.${step}`)}
                  <span className="visually-hidden">{done ? t('stepDone') : t('stepOpen')}</span>
                </Button>
              </li>
            );
          })}
        </ol>
      </nav>
      <div className="import-body">
        {state.step === 'files' && <FilesStep />}
        {state.step === 'recognised' && <RecognisedStep />}
        {state.step === 'mapping' && <MappingStep />}
        {state.step === 'check' && <CheckStep />}
        {state.step === 'run' && <RunStep />}
        {isEditing && state.drafts.length > 0 && (
          <div className="import-moves">
            {preceding !== undefined && <Button onPress={() => desk.change({ step: preceding })}>{common('back')}</Button>}
            {state.step === 'check' ? (
              <Button variant="primary" isDisabled={!ready} onPress={() => void desk.start()}>
                {t('start', { count: taken.length, n: taken.length })}
              </Button>
            ) : (
              following !== undefined && (
                <Button variant="primary" onPress={() => desk.change({ step: following })}>
                  {common('next')}
                </Button>
              )
            )}
          </div>
        )}
      </div>
    </div>
  );
}
