/**
 * The place that a save dialog's answer means: projects end in `.tribuna`. `replace`: the dialog itself asked about what stands at
 * that very place; where the ending is added here it asked about another name, and said nothing of this one.
 * @example chosenPlace('/home/a/Report') // { path: '/home/a/Report.tribuna', replace: false }
 */
export function chosenPlace(answer: string): { readonly path: string; readonly replace: boolean } {
  return answer.toLowerCase().endsWith('.tribuna') ? { path: answer, replace: true } : { path: `${answer}.tribuna`, replace: false };
}
