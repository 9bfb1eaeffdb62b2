const KEY = 'laddplan.deskId'

/** Under which this computer's steps are remembered, so that they can be taken back after a restart of the window. */
export function deskId(): string {
  const known = localStorage.getItem(KEY)
  if (known !== null && known.length > 0 && known.length <= 64) return known
  const made = crypto.randomUUID()
  localStorage.setItem(KEY, made)
  return made
}
