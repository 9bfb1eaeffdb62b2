import { Button } from '@mantine/core'
import { useCallback, useState } from 'react'
import type { FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { payableMinor } from '../../../shared/domain/bill/payable.ts'
import type { Payment, PaymentMeans } from '../../../shared/domain/payment/payment.ts'
import { stripeMeans } from '../../../shared/domain/payment/payment.ts'
import { ApprovalDialog } from '../../approval/approval-dialog.tsx'
import { useFormat } from '../../i18n/use-format.ts'
import { useTakesCash } from '../../live/till-id.ts'
import { hrefOf } from '../../navigation/use-route.ts'
import { ErrorNote } from '../../ui/frame/error-note.tsx'
import { AmountPart } from './amount-part.tsx'
import { MeansChoices } from './means-choices.tsx'
import { MeansFields } from './means-fields.tsx'
import { StripeNote } from './stripe-note.tsx'
import { emptyTake, holds, takeFlaws, tillOf } from './take-form.ts'
import type { TakeAround, TakeForm } from './take-form.ts'
import { useRefusalSentence } from './use-refusal-sentence.ts'
import { useTake } from './use-take.ts'

/** How much and how; the button says the act. */
export function TakeFormView({
  around,
  first,
  onTaken,
  onCancel,
}: {
  around: TakeAround
  /** What it begins with, as after a card was declined. */
  first?: PaymentMeans | undefined
  onTaken: (payment: Payment) => void
  onCancel: () => void
}) {
  const { t } = useTranslation(['payment', 'ui'])
  const format = useFormat()
  const { bill, terms } = around
  const [form, setForm] = useState<TakeForm>({ ...emptyTake, means: first ?? null })
  const choose = useCallback((means: PaymentMeans) => setForm((now) => ({ ...now, means })), [])
  const act = useTake(around)
  const sentence = useRefusalSentence(bill.currency)
  const flaws = takeFlaws(form, around)
  const refused = flaws.find((flaw) => flaw.field === 'refused')
  const { means } = form
  const takesCash = useTakesCash()
  const isReady = means !== null && flaws.length === 0 && (means !== 'cash' || takesCash)
  const minor = tillOf(form, around)
  const amount = minor === undefined ? '' : format.money(minor, bill.currency)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (!isReady) return
    const taken = await act.run(form)
    if (taken) onTaken(taken)
  }
  // What a field already says of itself needs no second sentence.
  const told = refused?.field === 'refused' && refused.refusal.code !== 'tenderedTooLittle'
  return (
    <form className="lp-take" onSubmit={(event) => void submit(event)} noValidate>
      <AmountPart form={form} around={around} payable={payableMinor(bill)} onChange={setForm} />
      {terms.means.length === 0 ? (
        <p className="lp-take-note">
          {t('take.noMeans')}{' '}
          <a href={hrefOf({ screen: 'settings', section: 'payments' })}>{t('take.settings')}</a>
        </p>
      ) : (
        <MeansChoices means={terms.means} chosen={means} onChoose={choose} />
      )}
      {means !== null && stripeMeans.has(means) ? <StripeNote /> : null}
      <MeansFields form={form} around={around} onChange={setForm} />
      {told && refused.field === 'refused' ? (
        <p className="lp-take-note" role="status">
          {sentence(refused.refusal)}
        </p>
      ) : null}
      <ErrorNote error={act.error} />
      <ApprovalDialog
        approval={act.approval}
        what={means === null ? '' : t(`take.act.${means}`, { amount })}
      />
      <div className="lp-confirm-buttons">
        <Button variant="default" size="md" onClick={onCancel}>
          {t('ui:cancel')}
        </Button>
        <Button type="submit" size="md" loading={act.busy} disabled={!isReady}>
          {means === null
            ? t('take.title')
            : t(`take.act.${holds(form, bill) ? 'hold' : means}`, { amount })}
        </Button>
      </div>
    </form>
  )
}
