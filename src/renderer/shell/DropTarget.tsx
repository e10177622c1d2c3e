import { FileInput } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { filesOfDrop } from '../state/dropped-files.ts';

interface DropTargetProps {
  readonly onFiles: (files: readonly File[]) => void;
}

function hasFiles(event: DragEvent): boolean {
  return event.dataTransfer?.types.includes('Files') === true;
}

/** Takes files and folders dropped anywhere on the window, and says so while they are over it. */
export function DropTarget({ onFiles }: DropTargetProps) {
  const { t } = useTranslation('shell');
  const [isOver, setOver] = useState(false);
  useEffect(() => {
    // enter and leave fire for every element passed: only the balance tells whether the window was left
    let depth = 0;
    const enter = (event: DragEvent): void => {
      if (!hasFiles(event)) return;
      depth += 1;
      setOver(true);
    };
    const leave = (event: DragEvent): void => {
      if (!hasFiles(event)) return;
      depth -= 1;
      if (depth <= 0) setOver(false);
    };
    const over = (event: DragEvent): void => {
      if (hasFiles(event)) event.preventDefault();
    };
    const drop = (event: DragEvent): void => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      depth = 0;
      setOver(false);
      if (event.dataTransfer === null) return;
      void filesOfDrop(event.dataTransfer).then((files) => {
        if (files.length > 0) onFiles(files);
      });
    };
    window.addEventListener('dragenter', enter);
    window.addEventListener('dragleave', leave);
    window.addEventListener('dragover', over);
    window.addEventListener('drop', drop);
    return () => {
      window.removeEventListener('dragenter', enter);
      window.removeEventListener('dragleave', leave);
      window.removeEventListener('dragover', over);
      window.removeEventListener('drop', drop);
    };
  }, [onFiles]);
  if (!isOver) return null;
  return (
    <div className="drop-veil" role="status">
      <FileInput size={32} aria-hidden="true" />
      <p className="drop-title">{t('dropHere')}</p>
      <p>{t('dropHint')}</p>
    </div>
  );
}
