import { notifications } from '@mantine/notifications'
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import type { RefusedBooking } from '../../../../shared/contract/booking.ts'
import type { Booking } from '../../../../shared/domain/booking/booking.ts'
import type { BookingCommand } from '../../../../shared/domain/booking/command.ts'
import { judge } from '../../../../shared/domain/booking/decide.ts'
import { plateOf } from '../../../../shared/domain/booking/placement.ts'
import type { BookingStep, StepAct } from '../../../../shared/domain/booking/step.ts'
import { deskId } from '../../../live/desk-id.ts'
import { tellAct } from '../../../live/last-act.ts'
import { refusalOf } from '../../../live/refusal.ts'
import { hope, settle, unhope } from '../../../live/shown-bookings.ts'
import { liveSurroundings } from '../../../live/surroundings.ts'
import { useClient } from '../../../live/use-live.ts'
import { inert } from '../../../ui/mark/inert.ts'
import { useRefusalWords } from '../../../ui/words/refusal-words.ts'
import { dismiss, reject } from './hand.ts'
import { startsAround } from './offered-store.ts'
import { verdictOn } from './verdict.ts'

/** Gives the words for what a step did: "Moved ABC 123". */
export function useStepWords(): (step: Pick<BookingStep, 'act' | 'plate' | 'count'>) => string {
  const { t } = useTranslation('booking')
  return useCallback(
    ({ act, plate, count }) =>
      t(`step.${act}`, { count, plate: inert(plate, 20).text || t('unnamed') }),
    [t],
  )
}

/**
 * Sends commands on bookings. They are shown as done at once; when the hub refuses, all is shown as it was, with the
 * reason and where it would fit. @returns whether it was done
 */
export function useSend(): (
  commands: readonly BookingCommand[],
  act?: StepAct,
) => Promise<boolean> {
  const hub = useClient()
  const { t } = useTranslation(['booking', 'ui'])
  const wordsOf = useRefusalWords()
  const stepWords = useStepWords()
  const { undo } = useUndo()
  return useCallback(
    async (commands, act) => {
      if (commands.length === 0) return true
      const around = liveSurroundings()
      const verdict = verdictOn(commands, around, startsAround)
      if (verdict.kind === 'refused') {
        const { refusals, alternatives, bookingId } = verdict
        reject({ commands, plate: plateIn(commands, bookingId), refusals, alternatives })
        return false
      }
      dismiss()
      const hoped = hopesOf(commands)
      hope(hoped)
      try {
        const input = { commands: [...commands], deskId: deskId(), ...(act ? { act } : {}) }
        const { bookings, step } = await hub.booking.apply(input)
        settle(new Map(bookings.map((row) => [row.id, row])))
        if (step) tellAct(stepWords(step), { label: t('ui:undo'), run: () => void undo() })
        return true
      } catch (error) {
        unhope(hoped.keys())
        const { code, data } = refusalOf(error)
        if (code !== 'BOOKING_REFUSED') {
          notifications.show({ message: wordsOf(error), color: 'ink' })
          return false
        }
        const { refusals, alternatives, bookingId } = data as RefusedBooking // validated by the contract's client
        reject({ commands, plate: plateIn(commands, bookingId), refusals, alternatives })
        return false
      }
    },
    [hub, t, wordsOf, stepWords, undo],
  )
}

/** Taking this desk's steps back, and doing them again. */
export function useUndo() {
  const hub = useClient()
  const { t } = useTranslation('booking')
  const wordsOf = useRefusalWords()
  const stepWords = useStepWords()
  const back = useCallback(
    async (direction: 'undo' | 'redo'): Promise<void> => {
      try {
        const step = await hub.booking[direction]({ deskId: deskId() })
        dismiss()
        tellAct(t(direction === 'undo' ? 'undone' : 'redone', { step: stepWords(step) }))
      } catch (error) {
        const { code, data } = refusalOf(error)
        if (code === 'NOTHING_TO_UNDO' || code === 'NOTHING_TO_REDO') return
        if (code !== 'BOOKING_REFUSED') {
          notifications.show({ message: wordsOf(error), color: 'ink' })
          return
        }
        const { refusals, bookingId } = data as RefusedBooking // validated by the contract's client
        reject({ commands: [], plate: plateIn([], bookingId), refusals, alternatives: [] })
      }
    },
    [hub, t, wordsOf, stepWords],
  )
  return {
    undo: useCallback(() => back('undo'), [back]),
    redo: useCallback(() => back('redo'), [back]),
  }
}

/** The rows as they will be once the commands are done. */
function hopesOf(commands: readonly BookingCommand[]): Map<string, Booking | null> {
  const decision = judge(commands, liveSurroundings())
  if (decision.kind === 'refused') return new Map()
  return new Map(
    decision.changes.flatMap(({ before, after }) => {
      const id = (after ?? before)?.id
      return id === undefined ? [] : [[id, after] as const]
    }),
  )
}

/** The plate of the booking that was refused, or of the one it would have become. */
function plateIn(commands: readonly BookingCommand[], bookingId: string | null): string {
  const around = liveSurroundings()
  const known = bookingId === null ? undefined : around.occupancy.get(bookingId)
  if (known !== undefined) return plateOf(known, around)
  const made = commands.find(({ id }) => id === bookingId)
  if (made?.kind !== 'create') return ''
  return plateOf(made.plan, around)
}
