import { CancelDialog } from './cancel-dialog.tsx'
import { answered, useAsked } from './form-store.ts'
import { MoveDialog } from './move-dialog.tsx'
import { SplitDialog } from './split-dialog.tsx'

/** The small dialog that is asked for, if one is. */
export function AskedDialogs() {
  const asked = useAsked((store) => store.asked)
  switch (asked?.kind) {
    case 'move':
      return <MoveDialog booking={asked.booking} onClose={answered} />
    case 'split':
      return <SplitDialog booking={asked.booking} onClose={answered} />
    case 'cancel':
      return <CancelDialog bookings={asked.bookings} onClose={answered} />
    default:
      return null
  }
}
