/** What became of a request for a department: answered by the brand, only entered in the register, neither, or not to be told (no answers in the data, or watched for less than seven days). */
export const HEARINGS = ['answered', 'entered', 'silent', 'untold'] as const;
export type Hearing = (typeof HEARINGS)[number];
