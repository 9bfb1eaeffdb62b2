/**
 * Takes what was typed out of an input: what is returned is the only copy that the page still has. An uncontrolled
 * input gives React nothing to keep.
 */
export function takenText(input: HTMLInputElement | null): string {
  if (input === null) return ''
  const text = input.value
  input.value = ''
  return text
}
