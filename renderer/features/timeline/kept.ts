/** What is kept on this computer under `laddplan.timeline.<name>`; undefined when nothing there can be read. */
export function readKept<Value>(
  name: string,
  accept: (stored: unknown) => Value | undefined,
): Value | undefined {
  try {
    return accept(JSON.parse(localStorage.getItem(keyOf(name)) ?? 'null'))
  } catch {
    return undefined
  }
}

/** Keeps a choice on this computer. */
export function keep(name: string, value: unknown): void {
  localStorage.setItem(keyOf(name), JSON.stringify(value))
}

function keyOf(name: string): string {
  return `laddplan.timeline.${name}`
}
