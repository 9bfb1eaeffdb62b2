import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { words } from '../../i18n/en/transactions.ts'
import { inert } from '../../ui/mark/inert.ts'

type KnownReason = keyof typeof words.reason

function isKnown(reason: string): reason is KnownReason {
  return Object.hasOwn(words.reason, reason)
}

/** Puts why a transaction stopped (OCPP 1.6 §7.36 Reason) into words; one not in the protocol is quoted. */
export function useReasonWords(): (reason: string | null) => string {
  const { t } = useTranslation('transactions')
  return useCallback(
    (reason) => {
      if (reason === null) return t('reason.unknown')
      return isKnown(reason) ? t(`reason.${reason}`) : inert(reason, 60).text
    },
    [t],
  )
}
