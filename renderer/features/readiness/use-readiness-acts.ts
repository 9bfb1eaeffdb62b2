import { notifications } from '@mantine/notifications'
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import type { RefusedBooking } from '../../../shared/contract/booking.ts'
import type { Instant } from '../../../shared/time/instant.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { deskId } from '../../live/desk-id.ts'
import { tellAct } from '../../live/last-act.ts'
import { refusalOf } from '../../live/refusal.ts'
import { useClient } from '../../live/use-live.ts'
import { useBookingRefusalWords } from '../../ui/words/booking-refusal-words.ts'
import { inert } from '../../ui/mark/inert.ts'
import { useRefusalWords } from '../../ui/words/refusal-words.ts'
import type { ReadinessRow } from './readiness-row.ts'

/** What can be done to a booking from the board; each is a step that the desk can take back. */
export function useReadinessActs(): {
  raise: (row: ReadinessRow) => Promise<void>
  stay: (row: ReadinessRow, until: Instant) => Promise<void>
} {
  const { t } = useTranslation(['readiness', 'ui'])
  const hub = useClient()
  const format = useFormat()
  const wordsOf = useRefusalWords()
  const refusalWords = useBookingRefusalWords()

  const carryOut = useCallback(
    async (row: ReadinessRow, said: string, call: () => Promise<unknown>) => {
      const tellFailed = (error: unknown) => {
        const { code, data } = refusalOf(error)
        if (code !== 'BOOKING_REFUSED') {
          notifications.show({ message: wordsOf(error), color: 'ink' })
          return
        }
        const { refusals } = data as RefusedBooking // validated by the contract's client
        const reason = refusals.slice(0, 1).map(refusalWords).join('')
        const message = t('act.refused', { plate: nameOf(row) || t('unnamed'), reason })
        notifications.show({ message, color: 'ink' })
      }
      const undo = () => void hub.booking.undo({ deskId: deskId() }).catch(tellFailed)
      try {
        await call()
        tellAct(said, { label: t('ui:undo'), run: undo })
      } catch (error) {
        tellFailed(error)
      }
    },
    [hub, t, wordsOf, refusalWords],
  )
  const raise = useCallback(
    (row: ReadinessRow) => {
      const { id, revision } = row.booking
      return carryOut(row, t('act.raised', { plate: nameOf(row) || t('unnamed') }), () =>
        hub.booking.change({ id, revision, priority: 'high', deskId: deskId() }),
      )
    },
    [hub, t, carryOut],
  )
  const stay = useCallback(
    (row: ReadinessRow, until: Instant) => {
      const { id, revision } = row.booking
      const when = format.moment(until, Date.now())
      const said = t('act.extended', { plate: nameOf(row) || t('unnamed'), when })
      return carryOut(row, said, () =>
        hub.booking.resize({ id, revision, departsAt: until, deskId: deskId() }),
      )
    },
    [hub, t, format, carryOut],
  )
  return { raise, stay }
}

/** What a car is called in a sentence; empty when by nothing. */
export function nameOf({ plate }: Pick<ReadinessRow, 'plate'>): string {
  return inert(plate, 24).text
}
