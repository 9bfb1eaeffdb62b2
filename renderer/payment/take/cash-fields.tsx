import { Button, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../i18n/use-format.ts'
import { useTakesCash } from '../../live/till-id.ts'
import { hrefOf } from '../../navigation/use-route.ts'
import { moneyText } from '../../ui/input/typed-money.ts'
import { Money } from '../money.tsx'
import type { FieldsProps } from './means-fields.tsx'
import { notesFor } from './notes-for.ts'
import { amountOf, tenderedOf, tillOf } from './take-form.ts'

/** What is handed over, and the change, large enough to be read while counting. */
export function CashFields({ form, around, onChange }: FieldsProps) {
  const { t } = useTranslation('payment')
  const format = useFormat()
  const { bill, language } = around
  const { currency } = bill
  const takesCash = useTakesCash()
  const till = tillOf(form, around)
  const tendered = tenderedOf(form, around)
  if (!takesCash)
    return (
      <p className="lp-take-note">
        {t('take.noShift')} <a href={hrefOf({ screen: 'till' })}>{t('take.openShift')}</a>
      </p>
    )
  if (till === undefined) return null
  const rounding = till - (amountOf(form, around) ?? till)
  const change = typeof tendered === 'number' ? tendered - till : 0
  const bad = tendered === undefined || change < 0
  const hand = (minor: number) =>
    onChange({ ...form, tendered: moneyText(minor, currency, language) })
  return (
    <div className="lp-take-cash">
      {rounding === 0 ? null : (
        <p className="lp-take-note">
          {t('take.rounding', { amount: format.money(till, currency) })}
        </p>
      )}
      <div className="lp-take-cash-line">
        <TextInput
          label={t('take.tendered')}
          w={150}
          inputMode="decimal"
          placeholder={moneyText(till, currency, language)}
          value={form.tendered}
          error={bad ? t('take.tenderedBad', { least: format.money(till, currency) }) : null}
          onChange={(event) => onChange({ ...form, tendered: event.currentTarget.value })}
        />
        <div className="lp-take-change" aria-live="polite">
          <span className="lp-soft">{t('take.change')}</span>
          <Money minor={Math.max(0, change)} currency={currency} size="large" />
        </div>
      </div>
      <div className="lp-take-notes">
        <Button variant="default" onClick={() => hand(till)}>
          {t('take.exact')}
        </Button>
        {notesFor(till, currency).map((minor) => (
          <Button key={minor} variant="default" onClick={() => hand(minor)}>
            {format.money(minor, currency)}
          </Button>
        ))}
      </div>
    </div>
  )
}
