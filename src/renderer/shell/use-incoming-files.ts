import { useCallback } from 'react';
import { useWorkbench } from '../state/workbench.ts';

/** True for a file that is a project of this product. */
export function isProjectFile(file: File): boolean {
  return file.name.toLowerCase().endsWith('.tribuna');
}

/** True for comments that came back from a client room. */
function isCommentFile(file: File): boolean {
  return file.name.toLowerCase().endsWith('.comments.json');
}

/** What happens to files chosen or dropped: a project is opened, comments of a client room are read where one is open, anything else waits for the import page. */
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
      const comments = files.find(isCommentFile);
      if (comments !== undefined && workbench.project.get().status === 'open') {
        void workbench.run('comments.read', { file: comments }).then(async (outcome) => {
          if (!outcome.ok) workbench.failure.set(outcome.failure);
          else await workbench.refresh();
          workbench.navigation.go({ path: ['present'] });
        });
        return;
      }
      workbench.waitingFiles.set([...workbench.waitingFiles.get(), ...files]);
      if (workbench.project.get().status === 'open') workbench.navigation.go({ path: ['import'] });
    },
    [workbench],
  );
}
