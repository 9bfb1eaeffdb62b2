import type { MouseEvent } from 'react'
import { shell } from '../live/shell.ts'

/** Opens a link in the computer's own program through the shell; in a plain browser it is a link like any other. */
export function openOutside(event: MouseEvent<HTMLAnchorElement>): void {
  const program = shell()
  if (program === undefined) return
  event.preventDefault()
  void program.openExternal(event.currentTarget.href)
}
