/**
 * A bug in one line that can be shown to anyone: the operation, the kind of error and where it was thrown. The error's
 * message is left out, since it may quote a text, a name or a path; frames keep file names without their folders.
 */
export function bugLine(operation: string, error: unknown): string {
  const kind = error instanceof Error ? error.name : typeof error;
  const stack = error instanceof Error ? (error.stack ?? '') : '';
  const frames = stack.split('\n').flatMap((line) => {
    const place = /^\s+at .*?([^\\/()\s]+:\d+:\d+)\)?$/.exec(line)?.[1];
    return place === undefined ? [] : [place];
  });
  return `bug in ${operation.slice(0, 80)}: ${kind}${frames.length === 0 ? '' : ` at ${frames.slice(0, 8).join(' < ')}`}`;
}
