/**
 * Hands a text to the person as a file: the browser asks where, or keeps it among the downloads. The text never leaves the
 * computer: its address is one of this page alone, and is given back at once.
 */
export function saveText(fileName: string, text: string, type = 'text/csv;charset=utf-8'): void {
  const address = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = fileName;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
