import { UnstyledButton } from '@mantine/core'
import type { ReactNode } from 'react'
import './tile.css'

/** One large choice of a row of them: pressed it is taken, and its number key takes it too. */
export function Tile({
  isChosen,
  isFirstStop,
  digit,
  trouble,
  onChoose,
  children,
}: {
  isChosen: boolean
  /** Whether Tab reaches the group by it: the chosen one, or the first while none is. */
  isFirstStop: boolean
  /** The key that takes it; null behind the tenth. */
  digit: number | null
  /** Why it can't be taken just now. */
  trouble?: string | null
  onChoose: (byKeyboard: boolean) => void
  children: ReactNode
}) {
  const isOff = trouble !== undefined && trouble !== null
  return (
    <UnstyledButton
      className="lp-dk-tile"
      role="radio"
      aria-checked={isChosen}
      aria-disabled={isOff || undefined}
      tabIndex={isFirstStop ? 0 : -1}
      data-stop={isFirstStop || undefined}
      data-tile
      // A press of a key is a click without a place.
      onClick={(event) => (isOff ? undefined : onChoose(event.detail === 0))}
    >
      <span className="lp-dk-tile-words">
        {children}
        {isOff ? <span className="lp-dk-tile-trouble">{trouble}</span> : null}
      </span>
      {digit === null ? null : <kbd aria-hidden="true">{digit}</kbd>}
    </UnstyledButton>
  )
}

/** The key of a choice by its place in the row, 0 for the tenth; null behind that. */
export function digitAt(index: number): number | null {
  return index < 10 ? (index + 1) % 10 : null
}
