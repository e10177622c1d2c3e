import { useCallback } from 'react';
import { useWorkbench } from '../state/workbench.ts';

/** True for a file that is a project of this product. */
export function isProjectFile(file: File): boolean {
  return file.name.toLowerCase().endsWith('.tribuna');
}

/** What happens to files chosen or dropped: a project is opened, anything else waits for the import page. */
export function useIncomingFiles(): (files: readonly File[]) => void {
  const workbench = useWorkbench();
  return useCallback(
    (files) => {
      const projectFile = files.find(isProjectFile);
      if (projectFile !== undefined) {
        void workbench.run('project.open', { file: projectFile }).then((outcome) => {
          if (!outcome.ok) workbench.failure.set(outcome.failure);
          else workbench.navigation.go({ path: ['overview'], filters: {}, brand: null });
        });
        return;
      }
      workbench.waitingFiles.set([...workbench.waitingFiles.get(), ...files]);
      if (workbench.project.get().status === 'open') workbench.navigation.go({ path: ['import'] });
    },
    [workbench],
  );
}
