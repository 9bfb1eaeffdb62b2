import { createPortal } from 'react-dom'
import { useHand } from './hand.ts'
import { useHeldWords } from './held-words.ts'
import { usePointer } from './pointer.ts'

const WIDEST_PX = 360
const AWAY_PX = 16

/** Beside the pointer: when what is held would be there, and whether it may. */
export function GhostWords() {
  const held = useHand((hand) => hand.held)
  const point = usePointer((pointer) => pointer.point)
  const wordsOf = useHeldWords()
  if (held === null || held.grip === 'keys' || held.drafts.length === 0 || point === null)
    return null
  const words = wordsOf(held)
  const left = Math.min(point.clientX + AWAY_PX, innerWidth - WIDEST_PX - 8)
  const low = point.clientY + 110 > innerHeight
  return createPortal(
    <div
      className="lp-ghost-words"
      data-verdict={held.verdict.kind}
      aria-hidden="true"
      style={{
        left,
        ...(low
          ? { bottom: innerHeight - point.clientY + AWAY_PX }
          : { top: point.clientY + AWAY_PX }),
      }}
    >
      <div>{words.stretch}</div>
      <div>{words.verdict}</div>
      {words.others === '' ? null : <div className="lp-soft">{words.others}</div>}
      {words.offer === '' ? null : <div>{words.offer}</div>}
    </div>,
    document.body,
  )
}
