import { useTranslation } from 'react-i18next';
import { useOperation } from '../../state/use-operation.ts';
import { useProject } from '../../state/use-project.ts';
import { useWorkbench } from '../../state/workbench.ts';
import { Switch } from '../../ui/Switch.tsx';
import { PairQueue } from './PairQueue.tsx';
import { PersonsCard } from './PersonsCard.tsx';

/** Which profiles are one person: the queue of pairs, the persons made so far, and whether somebody has looked. */
export function IdentitiesView() {
  const { t } = useTranslation('people');
  const workbench = useWorkbench();
  const project = useProject();
  const pairs = useOperation('identity.suggestions', { page: 0, size: 1 });
  const known = pairs.status === 'value' ? pairs.value : null;
  const review = async (reviewed: boolean): Promise<void> => {
    const outcome = await workbench.run('identity.review', { reviewed });
    if (!outcome.ok) workbench.failure.set(outcome.failure);
  };
  return (
    <>
      {project.readOnly ? (
        known !== null && <p>{t(known.reviewed ? 'review.isOn' : 'review.isOff')}</p>
      ) : (
        <div className="people-review">
          <Switch isSelected={known?.reviewed === true} isDisabled={known === null} onChange={(reviewed) => void review(reviewed)}>
            {t('review.label')}
          </Switch>
          <p className="quiet-text">{t('review.text')}</p>
        </div>
      )}
      <PairQueue onReviewed={known?.reviewed === false && !project.readOnly ? () => void review(true) : null} />
      <PersonsCard />
    </>
  );
}
