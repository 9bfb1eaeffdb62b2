import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { stripeMeans } from '../../../../shared/domain/payment/payment.ts'
import { useFormat } from '../../../i18n/use-format.ts'
import { useRow } from '../../../live/use-live.ts'
import { askingPayment } from './desk-card.ts'
import type { DeskCard } from './desk-card.ts'

/** Gives in words what a card is about. */
export function useCardWords(): (card: DeskCard, place: string) => string {
  const { t } = useTranslation('desk')
  const format = useFormat()
  const stripe = useRow('stripeAccount', 'stripe')?.state ?? 'none'
  return useCallback(
    (card, place) => {
      const { kind, walkUp } = card
      switch (kind) {
        case 'pay': {
          const payment = askingPayment(card)
          const means = payment?.means ?? walkUp?.means ?? null
          if (means === null || !stripeMeans.has(means)) return t('what.pay.other')
          const isWaiting = payment?.state === 'requested' && stripe !== 'ok'
          if (isWaiting) return t('what.pay.stripeGone')
          return means === 'checkout' || means === 'reader' || means === 'swish'
            ? t(`what.pay.${means}`)
            : t('what.pay.other')
        }
        case 'payFailed':
        case 'stuck':
          return t(failureKey(walkUp?.failure ?? null))
        case 'paused':
          return card.waitsUntil === null
            ? t('what.paused')
            : t('what.pausedUntil', { until: format.clock(card.waitsUntil) })
        case 'plugIn':
          return t('what.plugIn', { place })
        default:
          return t(`what.${kind}`)
      }
    },
    [t, format, stripe],
  )
}

type Failure = NonNullable<DeskCard['walkUp']>['failure']

/** Where the words of a failure are. */
function failureKey(failure: Failure) {
  switch (failure) {
    case null:
      return 'what.starting' as const
    case 'paymentFailed':
    case 'paymentExpired':
    case 'paymentCancelled':
      return `what.payFailed.${failure}` as const
    default:
      return `what.stuck.${failure}` as const
  }
}
