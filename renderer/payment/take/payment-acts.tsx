import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Payment } from '../../../shared/domain/payment/payment.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { tellAct } from '../../live/last-act.ts'
import { useAct } from '../../live/use-act.ts'
import { useClient } from '../../live/use-live.ts'
import { ConfirmAct } from '../../ui/frame/confirm-act.tsx'

/** Calls a payment off, or lets go of a hold: both asked about first, since they can't be taken back. */
export function CancelPayment({ payment }: { payment: Payment }) {
  const { t } = useTranslation('payment')
  const format = useFormat()
  const hub = useClient()
  const [asking, setAsking] = useState(false)
  const act = useAct(() => hub.payment.cancel({ id: payment.id }))
  const { state, amountMinor, currency } = payment
  if (state !== 'requested' && state !== 'open' && state !== 'held') return null
  const held = state === 'held'
  const amount = format.money(amountMinor, currency)
  const begin = () => {
    act.clear()
    setAsking(true)
  }
  const confirm = async () => {
    if (!(await act.run(undefined))) return
    setAsking(false)
    tellAct(t(held ? 'open.saidLetGo' : 'open.said'))
  }
  return (
    <>
      <Button variant="default" onClick={begin}>
        {t(held ? 'open.letGo' : 'open.cancel')}
      </Button>
      <ConfirmAct
        opened={asking}
        title={t(held ? 'open.letGoTitle' : 'open.cancelTitle', { amount })}
        act={t(held ? 'open.letGoAct' : 'open.cancel', { amount })}
        destructive
        busy={act.busy}
        error={act.error}
        onConfirm={() => void confirm()}
        onCancel={() => setAsking(false)}
      >
        {t(held ? 'open.letGoText' : 'open.cancelText')}
      </ConfirmAct>
    </>
  )
}
