/** A file that cannot be taken in at all, as opposed to a row that cannot. `message` is for people and holds no text of the file. */
export class IngestFailure extends Error {
  readonly code: 'unreadable-file' | 'unknown-format' | 'invalid-input' | 'not-found';
  constructor(code: IngestFailure['code'], message: string) {
    super(message);
    this.name = 'IngestFailure';
    this.code = code;
  }
}
