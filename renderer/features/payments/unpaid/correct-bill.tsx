import { Button, Select, Stack, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Bill } from '../../../../shared/domain/bill/bill.ts'
import { ApprovalDialog } from '../../../approval/approval-dialog.tsx'
import { useApprovable } from '../../../approval/use-approvable.ts'
import { useLocale } from '../../../i18n/locale.ts'
import { useFormat } from '../../../i18n/use-format.ts'
import { tellAct } from '../../../live/last-act.ts'
import { atTill } from '../../../live/till-id.ts'
import { useClient } from '../../../live/use-live.ts'
import { ConfirmAct } from '../../../ui/frame/confirm-act.tsx'
import { moneyText } from '../../../ui/input/typed-money.ts'
import { addedMinor, ratesOf } from './correction.ts'
import type { CorrectionForm } from './correction.ts'

/** Brings a final bill to another sum, with a reason; what was billed before stays as it was. */
export function CorrectBill({ bill }: { bill: Bill }) {
  const { t } = useTranslation('payments')
  const format = useFormat()
  const language = useLocale((locale) => locale.language)
  const hub = useClient()
  const [form, setForm] = useState<CorrectionForm | null>(null)
  const act = useApprovable((addMinor: number, approvalId) =>
    hub.bill.correct({
      id: bill.id,
      addMinor,
      ratePct: form?.ratePct ?? 0,
      note: form?.note.trim() ?? '',
      ...atTill(),
      ...(approvalId === undefined ? {} : { approvalId }),
    }),
  )
  if (bill.state !== 'final') return null
  const rates = ratesOf(bill)
  const add = form === null ? null : addedMinor(form, bill, language)
  const amount = format.money(bill.inclMinor + (add ?? 0), bill.currency)
  const confirm = async () => {
    if (add === null || !(await act.run(add))) return
    setForm(null)
    tellAct(t('unpaid.correctSaid', { amount }))
  }
  const begin = () => {
    act.clear()
    const sum = moneyText(bill.inclMinor, bill.currency, language)
    setForm({ sum, ratePct: rates[0] ?? 0, note: '' })
  }
  return (
    <section>
      <Button variant="default" onClick={begin}>
        {t('unpaid.correct')}
      </Button>
      <ConfirmAct
        opened={form !== null && act.approval.needed === null}
        title={t('unpaid.correctTitle')}
        act={t('unpaid.correctAct', { amount })}
        busy={act.busy}
        ready={add !== null && form !== null && form.note.trim() !== ''}
        error={act.error}
        onConfirm={() => void confirm()}
        onCancel={() => setForm(null)}
      >
        {form === null ? null : (
          <Stack gap="sm">
            {t('unpaid.correctText')}
            <TextInput
              label={t('unpaid.correctTo')}
              inputMode="decimal"
              value={form.sum}
              error={add === null && form.note !== '' ? t('unpaid.correctBad') : null}
              onChange={(event) => setForm({ ...form, sum: event.currentTarget.value })}
            />
            {rates.length > 1 ? (
              <Select
                label={t('unpaid.rate')}
                allowDeselect={false}
                value={String(form.ratePct)}
                data={rates.map((rate) => ({ value: String(rate), label: format.rate(rate) }))}
                onChange={(value) => setForm({ ...form, ratePct: Number(value) })}
              />
            ) : null}
            <TextInput
              label={t('unpaid.correctNote')}
              required
              maxLength={300}
              value={form.note}
              onChange={(event) => setForm({ ...form, note: event.currentTarget.value })}
            />
          </Stack>
        )}
      </ConfirmAct>
      <ApprovalDialog approval={act.approval} what={t('unpaid.correctAct', { amount })} />
    </section>
  )
}
