import { Button, SegmentedControl, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Invoice } from '../../../../shared/domain/invoice/invoice.ts'
import { useFormat } from '../../../i18n/use-format.ts'
import { tellAct } from '../../../live/last-act.ts'
import { useAct } from '../../../live/use-act.ts'
import { useClient } from '../../../live/use-live.ts'
import { useHeldBack } from '../../../session/needs.tsx'
import { ConfirmAct } from '../../../ui/frame/confirm-act.tsx'
import { inert } from '../../../ui/mark/inert.ts'

const ways = ['again', 'nothing'] as const

/** Credits an invoice by a note that names it, and says what becomes of its stays. */
export function CreditPart({ invoice, onCredited }: { invoice: Invoice; onCredited: () => void }) {
  const { t } = useTranslation('invoice')
  const hub = useClient()
  const format = useFormat()
  const held = useHeldBack('account')
  const [asking, setAsking] = useState(false)
  const [bills, setBills] = useState<(typeof ways)[number]>('again')
  const [reason, setReason] = useState('')
  const crediting = useAct(hub.invoice.credit)
  const { id, kind, currency, inclMinor, creditedMinor, paidMinor } = invoice
  const leftMinor = inclMinor - creditedMinor
  if (kind !== 'invoice' || leftMinor <= 0) return null
  const amount = format.money(leftMinor, currency)
  const credit = async () => {
    const note = await crediting.run({ id, bills, reason: reason.trim() })
    if (note === undefined) return
    setAsking(false)
    tellAct(t('credit.said', { name: inert(note.name, 30).text }))
    onCredited()
  }
  return (
    <>
      <Button
        variant="default"
        disabled={held.disabled}
        title={held.title}
        onClick={() => setAsking(true)}
      >
        {t('credit.act')}
      </Button>
      <ConfirmAct
        opened={asking}
        title={t('credit.title', { name: inert(invoice.name, 30).text })}
        act={t('credit.confirm', { amount })}
        destructive
        busy={crediting.busy}
        ready={reason.trim() !== ''}
        error={crediting.error}
        onConfirm={() => void credit()}
        onCancel={() => setAsking(false)}
      >
        <p>
          {t('credit.text', { amount })} {paidMinor > 0 ? t('credit.paidText') : ''}
        </p>
        <div className="lp-field-label" id="credit-bills">
          {t('credit.bills')}
        </div>
        <SegmentedControl
          fullWidth
          aria-labelledby="credit-bills"
          value={bills}
          data={ways.map((value) => ({ value, label: t(`credit.${value}`) }))}
          onChange={(value) => setBills(value)}
        />
        <p className="lp-soft">{t(`credit.${bills}Text`)}</p>
        <TextInput
          label={t('credit.reason')}
          maxLength={300}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      </ConfirmAct>
    </>
  )
}
