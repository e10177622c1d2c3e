/**
 * A class attribute from the names that hold.
 * @example joinClasses('chip', false, 'chip-removable') // 'chip chip-removable'
 */
export function joinClasses(...names: readonly (string | false | null | undefined)[]): string {
  return names.filter((name) => typeof name === 'string' && name !== '').join(' ');
}
