import { useRef } from 'react'
import { useRow } from '../../../live/use-live.ts'
import { TakeDialog } from '../../../payment/take/take-dialog.tsx'
import type { DeskCards } from '../card/card-keeper.ts'
import { deskColumns } from '../card/desk-card.ts'
import type { DeskCard } from '../card/desk-card.ts'
import { askAbout, useDesk } from '../desk-store.ts'
import { MoveDialog } from './move-dialog.tsx'
import { ReleaseDialog } from './release-dialog.tsx'
import { CancelDialog, HandBackDialog, StartDialog } from './small-dialogs.tsx'
import { StopDialog } from './stop-dialog.tsx'
import './act.css'

/** The dialog that is open, of the card as it is now, or as it was last: who has paid is gone, and gets a receipt. */
export function ActDialogs({ cards }: { cards: DeskCards }) {
  const asked = useDesk((desk) => desk.ask)
  const last = useRef<DeskCard | null>(null)
  const now = asked === null ? undefined : cardById(cards, asked.id)
  if (now !== undefined) last.current = now
  const card = asked?.id === last.current?.id ? last.current : null
  const bill = useRow('bill', card?.bill?.id ?? null) ?? card?.bill ?? null
  if (asked === null || card === null) return null
  const close = () => askAbout(null)
  switch (asked.kind) {
    case 'take':
      return bill === null ? null : <TakeDialog bill={bill} onClose={close} />
    case 'stop':
      return <StopDialog card={card} onClose={close} />
    case 'release':
      return <ReleaseDialog card={card} onClose={close} />
    case 'move':
      return <MoveDialog card={card} onClose={close} />
    case 'handBack':
      // Asked for with the answer to another act, it waits for the rows.
      return card.due === null || card.due.handBackMinor <= 0 ? null : (
        <HandBackDialog card={card} onClose={close} />
      )
    case 'start':
      return <StartDialog card={card} onClose={close} />
    case 'cancel':
      return <CancelDialog card={card} onClose={close} />
  }
}

/** A card by its stay, in whichever column it is now. */
export function cardById(cards: DeskCards, id: string): DeskCard | undefined {
  for (const column of deskColumns) {
    const card = cards[column].find((one) => one.id === id)
    if (card !== undefined) return card
  }
  return undefined
}
