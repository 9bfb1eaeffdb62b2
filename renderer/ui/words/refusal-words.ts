import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import type { words } from '../../i18n/en/refusal.ts'
import { words as session } from '../../i18n/en/session.ts'
import { refusalOf } from '../../live/refusal.ts'
import { inert } from '../mark/inert.ts'

type Code = keyof typeof words

/** Gives the sentence, in the reader's language, for whatever a call to the hub threw. */
export function useRefusalWords(): (error: unknown) => string {
  const { t } = useTranslation(['refusal', 'session'])
  return useCallback(
    (error) => {
      const { code, message, data } = refusalOf(error)
      const key = isKnown(code) ? (`refusal:${code}` as const) : 'refusal:UNEXPECTED'
      const right = rightIn(data)
      const roles = right === null ? '' : t(`session:needs.${right}`)
      return t(key, { message: saidIn(data) ?? message, roles })
    },
    [t],
  )
}

const known: Record<Code, true> = {
  HUB_LOST: true,
  NOT_FOUND: true,
  BAD_REQUEST: true,
  STORE_READ_ONLY: true,
  LOCKED: true,
  FORBIDDEN: true,
  NAME_TAKEN: true,
  FIRST_SUPERVISOR: true,
  LAST_SUPERVISOR: true,
  PIN_WRONG: true,
  LOCKED_OUT: true,
  NOBODY_IN: true,
  MAY_NOT_APPROVE: true,
  APPROVAL_NEEDED: true,
  STATION_ID_TAKEN: true,
  PAYS_NOT_OFFERED: true,
  TOO_LONG: true,
  NOT_NOW: true,
  TERMS_REFUSED: true,
  WORDS_REFUSED: true,
  BAD_RECEIVER: true,
  MESSAGE_NOT_NOW: true,
  NOTHING_TO_HAND_BACK: true,
  NOTHING_TO_STOP: true,
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
  BILL_CHARGING: true,
  BILL_NOT_FINAL: true,
  BILL_BELOW_ZERO: true,
  BILL_PAID: true,
  BILL_NEEDS_CUSTOMER: true,
  BILL_SETTLED: true,
  ABOVE_DUE: true,
  BELOW_MINIMUM: true,
  MEANS_NOT_TAKEN: true,
  SWISH_ONLY_SEK: true,
  ALREADY_PAYING: true,
  STRIPE_NOT_SET_UP: true,
  STRIPE_LOCKED: true,
  STRIPE_UNREACHABLE: true,
  STRIPE_REFUSED: true,
  NO_SUCH_READER: true,
  READER_OFFLINE: true,
  READER_BUSY: true,
  TENDERED_TOO_LITTLE: true,
  REASON_NEEDED: true,
  REFERENCE_NEEDED: true,
  CUSTOMER_NEEDED: true,
  PAYMENT_NOT_OPEN: true,
  PAYMENT_NOT_HELD: true,
  ABOVE_HELD: true,
  NOT_PAID: true,
  ABOVE_REFUNDABLE: true,
  PAYMENT_DISPUTED: true,
  PAYMENT_UNKNOWN: true,
  OTHER_MODE: true,
  NOT_UNKNOWN: true,
  FOUND_AT_STRIPE: true,
  NO_OPEN_SHIFT: true,
  CASH_OF_ANOTHER_CURRENCY: true,
  TILL_NAME_TAKEN: true,
  TILL_ARCHIVED: true,
  SHIFT_OPEN: true,
  SHIFT_CLOSED: true,
  SHIFT_OF_ANOTHER: true,
  STILL_TO_COUNT: true,
  NOTE_UNREAD: true,
  PAYMENTS_UNDER_WAY: true,
  COUNT_NEEDED: true,
  VARIANCE_REASON_NEEDED: true,
  NO_Z_REPORT: true,
  FEE_OF_TERMINAL: true,
  NOTHING_PAID: true,
  NO_RECEIPT: true,
  PAYMENT_INVOICED: true,
  SELLER_MISSING: true,
  VAT_NUMBER_MISSING: true,
  NOTHING_LEFT: true,
  ABOVE_LEFT: true,
  ALREADY_UNDONE: true,
  NOT_CREDITABLE: true,
  NUMBERS_BEGUN: true,
  NAMES_DIFFER: true,
  NO_SUCH_ACCOUNT: true,
  ACCOUNTS_UNMAPPED: true,
  CDR_TERMS_MISSING: true,
  TARIFF_ARCHIVED: true,
  TARIFF_ASSIGNED: true,
  TARIFF_IN_THE_PAST: true,
  TARIFF_ENDS_FIRST: true,
  TARIFF_VERSION_HOLDS: true,
  TARIFF_LAST_VERSION: true,
  TARIFF_UNREADABLE: true,
  UNEXPECTED: true,
}

function isKnown(code: string): code is Code {
  return Object.hasOwn(known, code)
}

/** What somebody further out said, such as Stripe, in its own words. */
function saidIn(data: unknown): string | null {
  if (typeof data !== 'object' || data === null || !('said' in data)) return null
  return typeof data.said === 'string' ? inert(data.said, 200).text : null
}

/** The right that was asked for and is missing. */
function rightIn(data: unknown): keyof typeof session.needs | null {
  if (typeof data !== 'object' || data === null || !('right' in data)) return null
  const { right } = data
  return typeof right === 'string' && isRight(right) ? right : null
}

function isRight(right: string): right is keyof typeof session.needs {
  return Object.hasOwn(session.needs, right)
}
