import { useTranslation } from 'react-i18next'
import type { Payment } from '../../../shared/domain/payment/payment.ts'
import { useApprovable } from '../../approval/use-approvable.ts'
import type { Approval } from '../../approval/use-approvable.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { tellAct } from '../../live/last-act.ts'
import type { Act } from '../../live/use-act.ts'
import { atTill } from '../../live/till-id.ts'
import { useClient } from '../../live/use-live.ts'
import { amountOf, holds, isManual, openingOf, takingOf, tillOf } from './take-form.ts'
import type { TakeAround, TakeForm } from './take-form.ts'

/** Sends the payment that a form has put together; what the status bar then says. */
export function useTake(
  around: TakeAround,
): Act<TakeForm, Payment | undefined> & { approval: Approval } {
  const { t } = useTranslation('payment')
  const format = useFormat()
  const hub = useClient()
  const { bill } = around
  return useApprovable(async (form: TakeForm, approvalId) => {
    const { means } = form
    const amountMinor = amountOf(form, around)
    if (means === null || amountMinor === undefined) return undefined
    const amount = format.money(tillOf(form, around) ?? amountMinor, bill.currency)
    if (!isManual(means)) {
      const opened = await hub.payment.open({
        ...openingOf(form, means, around, amountMinor),
        ...atTill(),
      })
      tellAct(t(holds(form, bill) ? 'take.saidHold' : 'take.saidOpen', { amount }))
      return opened
    }
    const { customerId } = form
    // Who gets the invoice is the bill's word, not the payment's.
    if (means === 'invoice' && customerId !== null && customerId !== bill.customerId)
      await hub.bill.settle({ id: bill.id, settlement: 'pay', customerId })
    const taken = await hub.payment.take({
      ...takingOf(form, means, around, amountMinor),
      ...atTill(),
      ...(approvalId === undefined ? {} : { approvalId }),
    })
    tellAct(t('take.said', { amount, means: t(`means.${means}`) }))
    return taken
  })
}
