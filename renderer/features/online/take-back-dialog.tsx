import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../i18n/use-format.ts'
import { tellAct } from '../../live/last-act.ts'
import { useAct } from '../../live/use-act.ts'
import { useClient, useRows } from '../../live/use-live.ts'
import { useMay } from '../../live/session-store.ts'
import { ConfirmAct } from '../../ui/frame/confirm-act.tsx'
import type { VisitRow } from './visit-rows.ts'
import { whatGoesBack } from './what-goes-back.ts'

/** Takes a visit back, after it has said what that does: to its place, to the money, to its driver. */
export function TakeBackDialog({
  row: { visit, booking },
  who,
  onClose,
}: {
  row: VisitRow
  who: string
  onClose: () => void
}) {
  const { t } = useTranslation('visit')
  const hub = useClient()
  const [reason, setReason] = useState('')
  const cancel = useAct(() => hub.visit.cancel({ id: visit.id, reason: reason.trim() }))
  const carryOut = async () => {
    if ((await cancel.run(undefined)) === undefined) return
    tellAct(t('takeBack.said', { who }))
    onClose()
  }
  return (
    <ConfirmAct
      opened
      destructive
      title={t('takeBack.title', { who })}
      act={t('takeBack.act')}
      busy={cancel.busy}
      error={cancel.error}
      onConfirm={() => void carryOut()}
      onCancel={onClose}
    >
      <p>{t(visit.state === 'waiting' ? 'takeBack.line' : 'takeBack.place')}</p>
      {booking === null ? null : <Money bookingId={booking.id} />}
      <p>{t('takeBack.told')}</p>
      <TextInput
        label={t('takeBack.reason')}
        description={t('takeBack.reasonHint')}
        maxLength={200}
        autoComplete="off"
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </ConfirmAct>
  )
}

/** What becomes of the money. */
function Money({ bookingId }: { bookingId: string }) {
  const { t } = useTranslation('visit')
  const format = useFormat()
  const seesMoney = useMay('seeMoney')
  const bill = useRows('bill').find((row) => row.bookingId === bookingId) ?? null
  const payments = useRows('payment').filter(({ billId }) => billId === bill?.id)
  if (!seesMoney) return null
  const { paidMinor, heldMinor, isAsked } = whatGoesBack(bill, payments)
  const amount = (minor: number) => format.money(minor, bill?.currency ?? 'SEK')
  return (
    <>
      {paidMinor > 0 ? <p>{t('takeBack.paid', { amount: amount(paidMinor) })}</p> : null}
      {heldMinor > 0 ? <p>{t('takeBack.held', { amount: amount(heldMinor) })}</p> : null}
      {isAsked ? <p>{t('takeBack.asked')}</p> : null}
      {paidMinor === 0 && heldMinor === 0 && !isAsked ? <p>{t('takeBack.nothing')}</p> : null}
    </>
  )
}
