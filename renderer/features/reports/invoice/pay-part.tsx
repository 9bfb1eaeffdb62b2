import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Invoice } from '../../../../shared/domain/invoice/invoice.ts'
import { localDayOf } from '../../../../shared/domain/report/period.ts'
import { useFormat } from '../../../i18n/use-format.ts'
import { useLocale } from '../../../i18n/locale.ts'
import { tellAct } from '../../../live/last-act.ts'
import { useAct } from '../../../live/use-act.ts'
import { useClient } from '../../../live/use-live.ts'
import { NeedsNote, useHeldBack } from '../../../session/needs.tsx'
import { ErrorNote } from '../../../ui/frame/error-note.tsx'
import { inert } from '../../../ui/mark/inert.ts'
import { useClock } from '../use-clock.ts'
import { amountOf, payFormOf } from './pay-form.ts'

/** Money that came in for an invoice is entered, or what was paid back of one that is overpaid. */
export function PayPart({ invoice, onPaid }: { invoice: Invoice; onPaid: () => void }) {
  const { t } = useTranslation('invoice')
  const hub = useClient()
  const format = useFormat()
  const { now, timeZone } = useClock()
  const language = useLocale((locale) => locale.language)
  const [form, setForm] = useState(() => payFormOf(invoice, localDayOf(now, timeZone), language))
  const paying = useAct(hub.invoice.pay)
  const held = useHeldBack('account')
  const { id, leftMinor, currency } = invoice
  const isBack = leftMinor < 0
  const amountMinor = amountOf(form, invoice, language)
  const enter = async () => {
    if (amountMinor === null) return
    const { paidOn, note } = form
    if ((await paying.run({ id, amountMinor, paidOn, note })) === undefined) return
    const amount = format.money(Math.abs(amountMinor), currency)
    tellAct(t('pay.said', { amount, name: inert(invoice.name, 30).text }))
    onPaid()
  }
  return (
    <section>
      <h3>{t(isBack ? 'pay.backTitle' : 'pay.title')}</h3>
      <NeedsNote right="account" />
      <form
        className="lp-invoices-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void enter()
        }}
      >
        <TextInput
          label={t('pay.amount')}
          inputMode="decimal"
          value={form.amount}
          error={
            amountMinor === null
              ? t('pay.amountBad', { left: format.money(Math.abs(leftMinor), currency) })
              : null
          }
          onChange={(event) => setForm({ ...form, amount: event.currentTarget.value })}
        />
        <TextInput
          type="date"
          label={t('pay.paidOn')}
          value={form.paidOn}
          onChange={(event) => setForm({ ...form, paidOn: event.currentTarget.value })}
        />
        <TextInput
          label={t('pay.note')}
          maxLength={300}
          value={form.note}
          onChange={(event) => setForm({ ...form, note: event.currentTarget.value })}
        />
        <ErrorNote error={paying.error} />
        <div>
          <Button
            type="submit"
            variant="default"
            loading={paying.busy}
            disabled={amountMinor === null || form.paidOn === '' || held.disabled}
            title={held.title}
          >
            {t(isBack ? 'pay.backAct' : 'pay.act')}
          </Button>
        </div>
      </form>
    </section>
  )
}
