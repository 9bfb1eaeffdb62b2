import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import type { Command } from '../../../../shared/domain/command/command.ts'
import type { words as stateWords } from '../../../i18n/en/state.ts'
import { inert } from '../../../ui/mark/inert.ts'

const told = z.looseObject({ status: z.string() })

/** A charger's words for yes: OCPP 1.6 §7.31 RemoteStartStopStatus, §7.47 UnlockStatus, §7.34 ResetStatus. */
const YES: ReadonlySet<string> = new Set(['Accepted', 'Unlocked'])

/** Gives what a charger said to a command, and whether that is a yes. */
export function useAnswerWords(): (command: Pick<Command, 'state' | 'answer' | 'failure'>) => {
  isYes: boolean
  words: string
} {
  const { t } = useTranslation('state')
  return useCallback(
    ({ state, answer, failure }) => {
      const status = told.safeParse(answer).data?.status
      if (state === 'answered' && status !== undefined) {
        const words = isKnown(status) ? t(`commandStatus.${status}`) : inert(status, 40).text
        return { isYes: YES.has(status), words }
      }
      if (failure !== null) return { isYes: false, words: t(`commandFailure.${failure}`) }
      return { isYes: false, words: t(`command.${state}`) }
    },
    [t],
  )
}

const known: Record<keyof typeof stateWords.commandStatus, true> = {
  Accepted: true,
  Rejected: true,
  Scheduled: true,
  Unlocked: true,
  UnlockFailed: true,
  NotSupported: true,
  NotImplemented: true,
  RebootRequired: true,
  UnknownMessageId: true,
  UnknownVendorId: true,
  Occupied: true,
  Faulted: true,
  Unavailable: true,
}

function isKnown(status: string): status is keyof typeof stateWords.commandStatus {
  return Object.hasOwn(known, status)
}
