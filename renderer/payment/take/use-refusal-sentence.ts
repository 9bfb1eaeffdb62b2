import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import type { ManualRefusal } from '../../../shared/domain/payment/manual.ts'
import { useFormat } from '../../i18n/use-format.ts'

/** Gives the sentence for what is in the way of a payment, with its figures. */
export function useRefusalSentence(currency: string): (refusal: ManualRefusal) => string {
  const { t } = useTranslation(['payment', 'refusal'])
  const format = useFormat()
  return useCallback(
    (refusal) => {
      const money = (minor: number) => format.money(minor, currency)
      switch (refusal.code) {
        case 'aboveDue':
          return t('payment:take.amountBad', { most: money(refusal.dueMinor) })
        case 'belowMinimum':
          return t('payment:take.below', { minimum: money(refusal.minimumMinor) })
        case 'swishOnlySek':
          return t('payment:take.onlySek')
        case 'tenderedTooLittle':
          return t('payment:take.tenderedBad', { least: money(refusal.payableMinor) })
        case 'reasonNeeded':
          return t('payment:take.whyNone')
        case 'referenceNeeded':
          return t('payment:take.slipNone')
        case 'customerNeeded':
          return t('payment:take.customerNone')
        case 'billSettled':
          return t('payment:take.nothingDue')
        case 'alreadyPaying':
          return t('refusal:ALREADY_PAYING')
        case 'meansNotTaken':
          return t('refusal:MEANS_NOT_TAKEN')
        default:
          return t('refusal:BAD_REQUEST')
      }
    },
    [t, format, currency],
  )
}
