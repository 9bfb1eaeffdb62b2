import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Bill } from '../../../shared/domain/bill/bill.ts'
import { captureRefusal } from '../../../shared/domain/payment/capturing.ts'
import type { Payment } from '../../../shared/domain/payment/payment.ts'
import { useLocale } from '../../i18n/locale.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { tellAct } from '../../live/last-act.ts'
import { useAct } from '../../live/use-act.ts'
import { useClient } from '../../live/use-live.ts'
import { ConfirmAct } from '../../ui/frame/confirm-act.tsx'
import { moneyText, typedMoney } from '../../ui/input/typed-money.ts'

/** Takes what is held by hand, all of it or what the stay has come to. */
export function CaptureHold({ payment, bill }: { payment: Payment; bill: Bill }) {
  const { t } = useTranslation('payment')
  const format = useFormat()
  const language = useLocale((locale) => locale.language)
  const hub = useClient()
  const { currency, amountMinor: heldMinor } = payment
  const owed = Math.max(0, Math.min(heldMinor, bill.inclMinor - bill.paidMinor))
  const [typed, setTyped] = useState<string | null>(null)
  const act = useAct((amountMinor: number) => hub.payment.capture({ id: payment.id, amountMinor }))
  if (payment.state !== 'held') return null
  const minor = typedMoney(typed ?? '', currency, language) ?? 0
  const fits = minor > 0 && captureRefusal(payment, minor) === null
  const amount = format.money(minor, currency)
  const begin = () => {
    act.clear()
    setTyped(moneyText(owed || heldMinor, currency, language))
  }
  const confirm = async () => {
    if (!(await act.run(minor))) return
    setTyped(null)
    tellAct(t('open.captureSaid', { amount }))
  }
  return (
    <>
      <Button variant="default" onClick={begin}>
        {t('open.capture')}
      </Button>
      <ConfirmAct
        opened={typed !== null}
        title={t('open.captureTitle')}
        act={t('open.captureAct', { amount })}
        busy={act.busy}
        ready={fits}
        error={act.error}
        onConfirm={() => void confirm()}
        onCancel={() => setTyped(null)}
      >
        {t('open.captureText')}
        <TextInput
          mt="sm"
          label={t('take.amount')}
          inputMode="decimal"
          value={typed ?? ''}
          error={fits ? null : t('take.amountBad', { most: format.money(heldMinor, currency) })}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
      </ConfirmAct>
    </>
  )
}
