import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import type { Payment } from '../../shared/domain/payment/payment.ts'
import { words } from '../i18n/en/payment.ts'
import { inert } from '../ui/mark/inert.ts'

type Declined = keyof typeof words.decline

/** Why a payment did not go through, for the person at the desk; null where nothing says so. */
export function useDeclineWords(): (
  payment: Pick<Payment, 'failureCode' | 'failureMessage'>,
) => string | null {
  const { t } = useTranslation('payment')
  return useCallback(
    ({ failureCode, failureMessage }) => {
      if (failureCode === null && failureMessage === null) return null
      if (failureCode !== null && isKnown(failureCode)) return t(`decline.${failureCode}`)
      return t('decline.other', { code: inert(failureMessage ?? failureCode ?? '', 120).text })
    },
    [t],
  )
}

/** How somebody paid, with what tells one card or slip from another: "visa •••• 4242", "F-20144". */
export function meansDetail(
  payment: Pick<Payment, 'cardBrand' | 'cardLast4' | 'reference'>,
): string {
  const { cardBrand, cardLast4, reference } = payment
  if (cardLast4 === null) return reference
  return [cardBrand === null ? null : capital(cardBrand), `•••• ${cardLast4}`]
    .filter((word) => word !== null)
    .join(' ')
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1)
}

function isKnown(code: string): code is Declined {
  return Object.hasOwn(words.decline, code)
}
