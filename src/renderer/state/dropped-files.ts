/** Files taken from a drop or a folder, at the most: a folder of a whole computer is a mistake. */
export const MOST_FILES = 5000;

const paths = new WeakMap<File, string>();

/** Where a file lay inside the folder it came from; its name when it came alone. */
export function pathOf(file: File): string {
  return paths.get(file) ?? (file.webkitRelativePath === '' ? file.name : file.webkitRelativePath);
}

/** True for a file that came with a folder. */
export function isFromFolder(file: File): boolean {
  return pathOf(file).includes('/');
}

function isHidden(name: string): boolean {
  return name.startsWith('.') || name === 'Thumbs.db' || name === 'desktop.ini' || name === '__MACOSX';
}

function fileOf(entry: FileSystemFileEntry): Promise<File | null> {
  return new Promise((resolve) => entry.file(resolve, () => resolve(null)));
}

function entriesOf(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  return new Promise((resolve) => {
    const all: FileSystemEntry[] = [];
    // a reader gives its entries in portions, and an empty one at the end
    const next = (): void => reader.readEntries((entries) => {
      all.push(...entries);
      if (entries.length === 0 || all.length > MOST_FILES) resolve(all);
      else next();
    }, () => resolve(all));
    next();
  });
}

async function collect(entry: FileSystemEntry, files: File[]): Promise<void> {
  if (files.length >= MOST_FILES || isHidden(entry.name)) return;
  if (entry.isFile) {
    const file = await fileOf(entry as FileSystemFileEntry);
    if (file === null) return;
    const path = entry.fullPath.replace(/^\//, '');
    if (path.includes('/')) paths.set(file, path);
    files.push(file);
    return;
  }
  const inner = await entriesOf(entry as FileSystemDirectoryEntry);
  for (const one of inner.sort((first, second) => (first.name < second.name ? -1 : 1))) await collect(one, files);
}

/** The files of a drop, those below dropped folders included, in the order of their names; hidden ones are left out. */
export async function filesOfDrop(transfer: DataTransfer): Promise<File[]> {
  // entries must be taken before the first pause: the list is empty afterwards
  const entries = [...transfer.items].map((item) => (item.kind === 'file' ? item.webkitGetAsEntry() : null)).filter((entry) => entry !== null);
  if (entries.length === 0) return [...transfer.files];
  const files: File[] = [];
  for (const entry of entries) await collect(entry, files);
  return files;
}

/** The files of a folder chosen in a dialog, without hidden ones. */
export function filesOfFolder(files: Iterable<File>): File[] {
  return [...files].filter((file) => !file.webkitRelativePath.split('/').some(isHidden)).slice(0, MOST_FILES).sort((one, other) => (one.webkitRelativePath < other.webkitRelativePath ? -1 : 1));
}
