/** A file that cannot be taken in at all, as opposed to a row that cannot. `message` is for people and holds no text of the file. */
export class IngestFailure extends Error {
  readonly code: 'unreadable-file' | 'unknown-format' | 'invalid-input' | 'not-found';
  constructor(code: IngestFailure['code'], message: string) {
    super(message);
    this.name = 'IngestFailure';
    this.code = code;
  }
}

/** Dates that read as well with the day first as with the month first: only a person can say which. */
export class AmbiguousDates extends IngestFailure {
  constructor() {
    super('invalid-input', "ambiguous dates: day first and month first fit every value; the mapping's dateOrder must say which");
    this.name = 'AmbiguousDates';
  }
}
