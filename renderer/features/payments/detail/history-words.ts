import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import type { PaymentMoment } from '../../../../shared/domain/payment/payment-moment.ts'
import { disputeStatus } from '../../../../shared/domain/payment/dispute.ts'
import { entryKind } from '../../../../shared/domain/ledger/entry.ts'
import { refundState } from '../../../../shared/domain/payment/refund.ts'
import { stripeCallState } from '../../../../shared/domain/payment/stripe-call.ts'
import { words } from '../../../i18n/en/payments.ts'
import { useDeclineWords } from '../../../payment/payment-words.ts'
import { inert } from '../../../ui/mark/inert.ts'
import { useDisputeReason } from '../dispute/dispute-words.ts'

type Known = Extract<keyof typeof words.history, `${string}/${string}`>

/** Puts a moment of a payment's history into words; a code that has none is quoted. */
export function useHistoryWords(): (moment: PaymentMoment) => string {
  const { t } = useTranslation(['payments', 'payment'])
  return useCallback(
    ({ what, text, detail }) => {
      switch (what) {
        case 'journal':
          return known(text)
        case 'call': {
          const { kind, state } = callOf(text)
          const call = known(`call.${kind}`)
          return state === null ? call : t(`history.call/${state}`, { what: call })
        }
        case 'refund': {
          const { data } = refundState.safeParse(text)
          const state = data ? t(`payment:refundState.${data}`) : inert(text, 40).text
          return t('history.refund', { state })
        }
        case 'dispute': {
          const { data } = disputeStatus.safeParse(text)
          const state = data ? t(`dispute.status.${data}`) : inert(text, 40).text
          return t('history.dispute', { state })
        }
        case 'ledger': {
          const { data } = entryKind.safeParse(text)
          const kind = data ? t(`ledger.kind.${data}`) : inert(text, 40).text
          return t('history.ledger', { kind, number: inert(detail, 12).text })
        }
        case 'receipt': {
          const number = inert(detail, 12).text
          return t(text === 'refund' ? 'history.receiptRefund' : 'history.receiptPayment', {
            number,
          })
        }
      }
      function known(code: string): string {
        const key = code.replaceAll('.', '/')
        return isKnown(key) ? t(`history.${key}`) : inert(code, 60).text
      }
    },
    [t],
  )
}

/**
 * What was said of a moment, line by line: why a card was declined with Stripe's own words and code, who gave which
 * reason.
 */
export function useSaidWords(): (moment: PaymentMoment) => string[] {
  const { t } = useTranslation('payments')
  const declineOf = useDeclineWords()
  const reasonOf = useDisputeReason()
  return useCallback(
    ({ what, text, detail, code }) => {
      // Their numbers stand in the line itself.
      if (what === 'receipt' || what === 'ledger' || text.startsWith('receipt.')) return []
      if (what === 'dispute') return [reasonOf(detail)]
      if (code === null) return [detail]
      const why = declineOf({ failureCode: code, failureMessage: detail || null })
      const isQuoted = why?.includes(detail) ?? false
      return [why ?? '', isQuoted ? '' : detail, t('history.code', { code })]
    },
    [t, declineOf, reasonOf],
  )
}

/** A call's kind and state, which come as one word: `intent.create.done`. */
export function callOf(text: string) {
  const at = text.lastIndexOf('.')
  const state = stripeCallState.safeParse(text.slice(at + 1)).data ?? null
  return { kind: state === null ? text : text.slice(0, at), state }
}

function isKnown(key: string): key is Known {
  return key.includes('/') && Object.hasOwn(words.history, key)
}
