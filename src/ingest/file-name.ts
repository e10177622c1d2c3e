/**
 * A file's own name, without the folders that a path inside an archive puts before it.
 * @example fileName('comments_and_reactions/comments.json') // 'comments.json'
 */
export function fileName(path: string): string {
  return path.split(/[/\\]/).at(-1) ?? '';
}

/**
 * A file's own name without its ending: what people call the file.
 * @example fileStem('export/Pagina 1.csv') // 'Pagina 1'
 */
export function fileStem(path: string): string {
  return fileName(path).replace(/\.[^.]*$/, '').trim();
}
