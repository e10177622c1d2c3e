/**
 * Hands a text to the person as a file: the browser asks where, or keeps it among the downloads. The text never leaves the
 * computer: its address is one of this page alone, and is given back at once.
 */
export function saveText(fileName: string, text: string, type = 'text/csv;charset=utf-8'): void {
  saveBlob(fileName, new Blob([text], { type }));
}

/** Hands bytes, given as base64, to the person as a file, as {@link saveText} does a text. */
export function saveBytes(fileName: string, base64: string, type: string): void {
  saveBlob(fileName, new Blob([Uint8Array.from(atob(base64), (letter) => letter.codePointAt(0) ?? 0)], { type }));
}

/** Hands bytes that the page made to the person as a file, as {@link saveText} does a text. */
export function saveBlob(fileName: string, blob: Blob): void {
  const address = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = address;
  link.download = fileName;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
