import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import type { words } from '../i18n/en/refusal.ts'
import { refusalOf } from '../live/refusal.ts'

type Code = keyof typeof words

/** Gives the sentence, in the reader's language, for whatever a call to the hub threw. */
export function useRefusalWords(): (error: unknown) => string {
  const { t } = useTranslation('refusal')
  return useCallback(
    (error) => {
      const { code, message } = refusalOf(error)
      return t(isKnown(code) ? code : 'UNEXPECTED', { message })
    },
    [t],
  )
}

const known: Record<Code, true> = {
  HUB_LOST: true,
  NOT_FOUND: true,
  BAD_REQUEST: true,
  STORE_READ_ONLY: true,
  STATION_ID_TAKEN: true,
  STATION_OFFLINE: true,
  STATION_CHARGING: true,
  STATION_RETIRED: true,
  TRANSACTION_FINISHED: true,
  TRANSACTION_STOPPABLE: true,
  COMMANDS_WAITING: true,
  CANDIDATE_GONE: true,
  CANDIDATE_HAS_NO_PASSWORD: true,
  PLATE_TAKEN: true,
  VEHICLE_ARCHIVED: true,
  VEHICLE_BOOKED: true,
  SAME_VEHICLE: true,
  CUSTOMER_ARCHIVED: true,
  CUSTOMER_HAS_VEHICLES: true,
  SAME_CUSTOMER: true,
  RECURRING_REFUSED: true,
  LOAD_TOO_FINE: true,
  FEEDER_LOOP: true,
  NO_SUCH_FEEDER: true,
  LIMIT_PAST: true,
  SERIES_EMPTY: true,
  UNEXPECTED: true,
}

function isKnown(code: string): code is Code {
  return Object.hasOwn(known, code)
}
