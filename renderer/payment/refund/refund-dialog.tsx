import { Button, Radio, Stack, Switch, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { dueAgainMinor } from '../../../shared/domain/bill/taken-off.ts'
import type { Bill } from '../../../shared/domain/bill/bill.ts'
import type { Payment, PaymentMeans } from '../../../shared/domain/payment/payment.ts'
import { stripeMeans } from '../../../shared/domain/payment/payment.ts'
import type { Refundable } from '../../../shared/domain/payment/refunding.ts'
import { ApprovalDialog } from '../../approval/approval-dialog.tsx'
import { useApprovable } from '../../approval/use-approvable.ts'
import { useLocale } from '../../i18n/locale.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { tellAct } from '../../live/last-act.ts'
import { atTill } from '../../live/till-id.ts'
import { useClient, useRow } from '../../live/use-live.ts'
import { useHeldBack } from '../../session/needs.tsx'
import { ConfirmAct } from '../../ui/frame/confirm-act.tsx'
import { moneyText } from '../../ui/input/typed-money.ts'
import { meansDetail } from '../payment-words.ts'
import { emptyRefund, refundFlaws, refundMinor, refundReasons } from './refund-form.ts'

/** Gives a payment back, all of it or a part; what nobody may give back says why instead. */
export function RefundButton({
  payment,
  bill,
  may,
  onGiven,
}: {
  payment: Payment
  bill: Bill
  may: Refundable
  onGiven: () => void
}) {
  const { t } = useTranslation('payment')
  const heldBack = useHeldBack('refund')
  const [opened, setOpened] = useState(false)
  if (may.notRefundable !== null)
    return may.notRefundable === 'notPaid' ? null : (
      <p className="lp-soft lp-take-note">{t(`refund.none.${may.notRefundable}`)}</p>
    )
  return (
    <>
      <Button variant="default" {...heldBack} onClick={() => setOpened(true)}>
        {t('refund.open')}
      </Button>
      {opened ? (
        <RefundDialog
          payment={payment}
          bill={bill}
          may={may}
          onClose={(given) => {
            setOpened(false)
            if (given) onGiven()
          }}
        />
      ) : null}
    </>
  )
}

function RefundDialog({
  payment,
  bill,
  may,
  onClose,
}: {
  payment: Payment
  bill: Bill
  may: Refundable
  onClose: (given: boolean) => void
}) {
  const { t } = useTranslation('payment')
  const format = useFormat()
  const language = useLocale((locale) => locale.language)
  const account = useRow('stripeAccount', 'stripe')
  const hub = useClient()
  const [form, setForm] = useState(emptyRefund)
  const { currency, means, capturedMinor, refundedMinor } = payment
  const minor = refundMinor(form, may, currency, language)
  const flaws = refundFlaws(form, may, currency, language)
  const money = (of: number) => format.money(of, currency)
  const amount = money(minor ?? 0)
  const again = dueAgainMinor(minor ?? 0, bill)
  const act = useApprovable(async (amountMinor: number, approvalId) => {
    const note = form.note.trim()
    return hub.payment.refund({
      id: payment.id,
      amountMinor,
      reason: form.reason,
      note,
      isDueAgain: !form.takeOff,
      ...atTill(),
      ...(approvalId === undefined ? {} : { approvalId }),
    })
  })
  const confirm = async () => {
    if (minor === undefined) return
    const refund = await act.run(minor)
    if (!refund) return
    tellAct(t(refund.state === 'succeeded' ? 'refund.said' : 'refund.saidAsked', { amount }))
    onClose(true)
  }
  const what = meansDetail(payment) || t(`means.${means}`)
  const left = money(may.refundableMinor)
  const waits = stripeMeans.has(means) && account?.state !== 'ok'
  return (
    <>
      <ConfirmAct
        opened={act.approval.needed === null}
        title={t('refund.title', { what })}
        act={t('refund.act', { amount })}
        busy={act.busy}
        ready={flaws.length === 0}
        error={act.error}
        onConfirm={() => void confirm()}
        onCancel={() => onClose(false)}
      >
        <Stack gap="md">
          <span>
            {refundedMinor > 0
              ? t('refund.mayOf', { left, paid: money(capturedMinor), gone: money(refundedMinor) })
              : t('refund.may', { amount: left })}
          </span>
          <TextInput
            label={t('refund.amount')}
            inputMode="decimal"
            data-autofocus
            value={form.amount ?? moneyText(may.refundableMinor, currency, language)}
            error={flaws.includes('amount') ? t('refund.amountBad', { most: left }) : null}
            rightSection={
              form.amount === null ? null : (
                <Button
                  variant="subtle"
                  color="gray"
                  size="compact-sm"
                  onClick={() => setForm({ ...form, amount: null })}
                >
                  {t('refund.all')}
                </Button>
              )
            }
            rightSectionWidth={84}
            onChange={(event) => setForm({ ...form, amount: event.currentTarget.value })}
          />
          <Radio.Group
            label={t('refund.reason')}
            value={form.reason}
            onChange={(value) =>
              setForm({
                ...form,
                reason: refundReasons.find((one) => one === value) ?? form.reason,
              })
            }
          >
            <Stack gap="xs" mt={4}>
              {refundReasons.map((reason) => (
                <Radio key={reason} value={reason} label={t(`reason.${reason}`)} />
              ))}
            </Stack>
          </Radio.Group>
          <Textarea
            label={t('refund.note')}
            description={t('refund.noteHint')}
            required
            autosize
            minRows={2}
            maxRows={5}
            maxLength={300}
            value={form.note}
            onChange={(event) => setForm({ ...form, note: event.currentTarget.value })}
          />
          {again > 0 ? (
            <Switch
              label={t('refund.takeOff')}
              description={t(form.takeOff ? 'refund.takeOffHint' : 'refund.dueAgain', {
                amount: money(again),
              })}
              checked={form.takeOff}
              onChange={(event) => setForm({ ...form, takeOff: event.currentTarget.checked })}
            />
          ) : null}
          <span className="lp-soft">
            {t(`refund.${wayBack(means)}`, { amount })} {waits ? t('refund.waits') : null}
          </span>
        </Stack>
      </ConfirmAct>
      <ApprovalDialog approval={act.approval} what={t('refund.act', { amount })} />
    </>
  )
}

/** How the money gets back to the payer. */
function wayBack(means: PaymentMeans): 'cash' | 'card' | 'swish' | 'byHand' {
  if (means === 'cash') return 'cash'
  if (means === 'swish') return 'swish'
  return stripeMeans.has(means) ? 'card' : 'byHand'
}
