import { Button, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../i18n/use-format.ts'
import { moneyText } from '../../ui/input/typed-money.ts'
import { Money } from '../money.tsx'
import { amountOf, holds } from './take-form.ts'
import type { TakeAround, TakeForm } from './take-form.ts'

/** How much is to be paid, large, and the way to take a part of it or to hold another amount. */
export function AmountPart({
  form,
  around,
  payable,
  onChange,
}: {
  form: TakeForm
  around: TakeAround
  /** What may be paid now, minor units. */
  payable: number
  onChange: (form: TakeForm) => void
}) {
  const { t } = useTranslation('payment')
  const format = useFormat()
  const { bill, language } = around
  const held = holds(form, bill)
  const bad = amountOf(form, around) === undefined && form.part !== ''
  const begin = () =>
    onChange({
      ...form,
      part: held ? moneyText(amountOf(form, around) ?? 0, bill.currency, language) : '',
    })
  return (
    <div className="lp-take-amount">
      <div>
        <div className="lp-soft">{t(bill.state === 'final' ? 'take.due' : 'take.dueEstimate')}</div>
        <Money minor={payable} currency={bill.currency} size="large" />
      </div>
      {form.part === null ? (
        <Button variant="subtle" color="gray" size="compact-sm" onClick={begin}>
          {t(held ? 'take.holdAmount' : 'take.part')}
        </Button>
      ) : (
        <div className="lp-take-part">
          <TextInput
            label={t(held ? 'take.holdAmount' : 'take.amount')}
            w={140}
            inputMode="decimal"
            data-autofocus
            value={form.part}
            error={bad ? t('take.amountBad', { most: format.money(payable, bill.currency) }) : null}
            onChange={(event) => onChange({ ...form, part: event.currentTarget.value })}
          />
          <Button
            variant="subtle"
            color="gray"
            size="compact-sm"
            onClick={() => onChange({ ...form, part: null })}
          >
            {t('take.all')}
          </Button>
        </div>
      )}
    </div>
  )
}
