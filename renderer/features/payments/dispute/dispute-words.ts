import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { words } from '../../../i18n/en/payments.ts'
import { useFormat } from '../../../i18n/use-format.ts'
import { inert } from '../../../ui/mark/inert.ts'

type Reason = keyof typeof words.dispute.reason

/** Puts Stripe's reason for a dispute into words; one that is new is quoted. */
export function useDisputeReason(): (reason: string) => string {
  const { t } = useTranslation('payments')
  return useCallback(
    (reason) => (isReason(reason) ? t(`dispute.reason.${reason}`) : inert(reason, 60).text),
    [t],
  )
}

/** Until when a dispute is to be answered, and how long that still is. */
export function useDeadlineWords(now: number): (dueBy: number | null) => string {
  const { t } = useTranslation('payments')
  const format = useFormat()
  return useCallback(
    (dueBy) => {
      if (dueBy === null) return t('dispute.none')
      const when = format.moment(dueBy, now)
      if (dueBy <= now) return t('dispute.over', { when })
      return t('dispute.left', { when, left: format.duration(dueBy - now) })
    },
    [t, format, now],
  )
}

function isReason(reason: string): reason is Reason {
  return Object.hasOwn(words.dispute.reason, reason)
}
