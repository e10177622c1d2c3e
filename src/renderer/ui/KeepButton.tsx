import { Pin } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { keepSentence, type KeepableSentence } from '../state/sentences.ts';
import { useOperation } from '../state/use-operation.ts';
import { useProject } from '../state/use-project.ts';
import { useWorkbench } from '../state/workbench.ts';
import { IconButton } from './IconButton.tsx';

/** Keeps the sentence of a card as a finding; filled once it is kept, and then it opens the list. */
export function KeepButton({ sentence }: { readonly sentence: KeepableSentence }) {
  const { t } = useTranslation('strategy');
  const workbench = useWorkbench();
  const { readOnly } = useProject();
  const list = useOperation('findings.list', {});
  const isKept = list.status === 'value' && list.value.findings.some((finding) => finding.sentence === sentence.sentence);
  return (
    <IconButton
      size="small"
      className="keep-button"
      shortcut="F"
      icon={<Pin size={16} aria-hidden="true" fill={isKept ? 'currentColor' : 'none'} />}
      label={t(isKept ? 'keep.kept' : 'keep.keep')}
      isDisabled={readOnly && !isKept}
      onPress={() => (isKept ? workbench.navigation.go({ path: ['strategy'] }) : void keepSentence(workbench, sentence))}
    />
  );
}
