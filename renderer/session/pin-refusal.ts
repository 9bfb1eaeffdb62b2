import { useTranslation } from 'react-i18next'
import { useFormat } from '../i18n/use-format.ts'
import { refusalOf } from '../live/refusal.ts'
import { useNow } from '../live/use-now.ts'

/** What became of a PIN: how many tries are left, or until when none is looked at (epoch ms). */
export type PinRefusal = { triesLeft: number; lockedUntil: number | null }

/** What the hub said of a PIN, in what a call threw; null where that is about something else. */
export function pinRefusalOf(error: unknown): PinRefusal | null {
  if (error === null || error === undefined) return null
  const { code, data } = refusalOf(error)
  const told = { triesLeft: 0, lockedUntil: null, until: null, ...(data as object | null) }
  if (code === 'PIN_WRONG') return { triesLeft: told.triesLeft, lockedUntil: told.lockedUntil }
  if (code === 'LOCKED_OUT') return { triesLeft: 0, lockedUntil: told.until }
  return null
}

/** A refused PIN in words, with the time that is left to wait; `waits` while no PIN is looked at. */
export function usePinWords(refusal: PinRefusal | null): { words: string | null; waits: boolean } {
  const { t } = useTranslation('session')
  const format = useFormat()
  const now = useNow(1_000)
  if (refusal === null) return { words: null, waits: false }
  const { triesLeft, lockedUntil } = refusal
  if (lockedUntil === null) return { words: t('pin.wrong', { count: triesLeft }), waits: false }
  const leftMs = lockedUntil - now
  if (leftMs <= 0) return { words: t('pin.mayTryAgain'), waits: false }
  const left = format.countdown(leftMs)
  return {
    words: t('pin.lockedOut', { when: format.clockSeconds(lockedUntil), left }),
    waits: true,
  }
}
