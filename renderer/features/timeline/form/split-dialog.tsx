import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Booking } from '../../../../shared/domain/booking/booking.ts'
import type { BookingCommand } from '../../../../shared/domain/booking/command.ts'
import { useLocale } from '../../../i18n/locale.ts'
import { newId } from '../../../live/new-id.ts'
import { localTimeOf, readLocalTime } from '../../../ui/input/local-time.ts'
import { LocalTimeInput } from '../../../ui/input/local-time-input.tsx'
import { snapped } from '../gesture/hand.ts'
import { JudgedDialog } from './judged-dialog.tsx'

/** Makes two bookings of one, at a time that is asked for; the middle is proposed. */
export function SplitDialog({ booking, onClose }: { booking: Booking; onClose: () => void }) {
  const { t } = useTranslation('booking')
  const timeZone = useLocale((locale) => locale.timeZone)
  const [secondId] = useState(newId)
  const [typed, setTyped] = useState(() =>
    localTimeOf(snapped(middleOf(booking, Date.now())), timeZone),
  )
  const at = readLocalTime(typed, timeZone)
  const { id, revision } = booking
  const commands: BookingCommand[] =
    at === null ? [] : [{ kind: 'split', id, revision, at, newId: secondId }]
  return (
    <JudgedDialog
      title={t('act.splitTitle')}
      act={t('act.split')}
      commands={commands}
      onClose={onClose}
    >
      <LocalTimeInput
        focused
        label={t('act.splitAt')}
        value={typed}
        error={at === null ? t('form.timeBad') : null}
        onChange={setTyped}
      />
    </JudgedDialog>
  )
}

/** The middle of what is still ahead of it. */
function middleOf({ arrivesAt, departsAt }: Booking, now: number): number {
  const from = Math.min(Math.max(arrivesAt, now), departsAt)
  return (from + departsAt) / 2
}
