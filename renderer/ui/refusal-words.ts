import type { TFunction } from 'i18next'
import type { words } from '../i18n/en/refusal.ts'
import { refusalOf } from '../live/refusal.ts'

type Code = keyof typeof words

/** The sentence for whatever a call to the hub threw. */
export function refusalWords(error: unknown, t: TFunction<['ui', 'refusal']>): string {
  const { code, message } = refusalOf(error)
  return t(`refusal:${isKnown(code) ? code : 'UNEXPECTED'}`, { message })
}

const known: Record<Code, true> = {
  HUB_LOST: true,
  NOT_FOUND: true,
  BAD_REQUEST: true,
  STORE_READ_ONLY: true,
  STATION_ID_TAKEN: true,
  STATION_OFFLINE: true,
  STATION_CHARGING: true,
  COMMANDS_WAITING: true,
  CANDIDATE_GONE: true,
  CANDIDATE_HAS_NO_PASSWORD: true,
  UNEXPECTED: true,
}

function isKnown(code: string): code is Code {
  return Object.hasOwn(known, code)
}
