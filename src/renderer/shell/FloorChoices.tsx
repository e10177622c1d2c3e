import { useTranslation } from 'react-i18next';
import { useFormats } from '../i18n/use-formats.ts';
import { useProject } from '../state/use-project.ts';
import { useWorkbench } from '../state/workbench.ts';
import { Select } from '../ui/Select.tsx';

/** What can be chosen, beginning with what the definitions ask for. */
const CHOICES = { people: [5, 10, 15, 20, 30, 50, 100], cases: [30, 50, 100, 200, 500, 1000] } as const;

/** From how many people and cases on figures are told; the lowest choice is that of the definitions. */
export function FloorChoices() {
  const { t } = useTranslation('preferences');
  const formats = useFormats();
  const workbench = useWorkbench();
  const { readOnly, floors } = useProject();
  const set = async (part: Partial<typeof floors>): Promise<void> => {
    const outcome = await workbench.run('counting.setFloors', { ...floors, ...part });
    if (!outcome.ok) workbench.failure.set(outcome.failure);
  };
  return (
    <>
      {(['people', 'cases'] as const).map((kind) => (
        <div key={kind} className="setting">
          <span className="setting-label" aria-hidden="true">{t(`floors.${kind}`)}</span>
          <Select
            size="small" hideLabel label={t(`floors.${kind}`)} isDisabled={readOnly} value={String(floors[kind])}
            options={[...new Set<number>([...CHOICES[kind], floors[kind]])].sort((one, other) => one - other).map((value) => ({ value: String(value), label: formats.count(value) }))}
            onChange={(value) => void set({ [kind]: Number(value) })}
          />
        </div>
      ))}
      <p className="quiet-text">{t('floors.note')}</p>
    </>
  );
}
