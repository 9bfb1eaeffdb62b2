/** The window's frame. */
export function Shell() {
  return null
}
