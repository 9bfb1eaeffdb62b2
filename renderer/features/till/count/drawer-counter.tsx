import { Button } from '@mantine/core'
import { IconMinus, IconPlus } from '@tabler/icons-react'
import { useRef } from 'react'
import type { KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { minorDigits } from '../../../../shared/domain/money/currency.ts'
import { useFormat } from '../../../i18n/use-format.ts'
import { Money } from '../../../payment/money.tsx'
import { countedMinor, piecesOf, stepped } from './counter-form.ts'
import type { Counted } from './counter-form.ts'
import './drawer-counter.css'

/**
 * A drawer counted by note and coin: typed, or stepped with large buttons. Enter goes to the next value, the arrows step.
 * @param onDone Enter at the last value
 */
export function DrawerCounter({
  currency,
  values,
  counted,
  onChange,
  onDone,
}: {
  currency: string
  values: readonly number[]
  counted: Counted
  onChange: (counted: Counted) => void
  onDone: () => void
}) {
  const { t } = useTranslation('till')
  const format = useFormat()
  const fields = useRef<(HTMLInputElement | null)[]>([])
  const digits = minorDigits(currency)
  const valueWords = (minor: number) => {
    const major = minor / 10 ** digits
    return format.number(major, Number.isInteger(major) ? 0 : digits)
  }
  const onKey = (event: KeyboardEvent, at: number, valueMinor: number) => {
    const step = { ArrowUp: 1, ArrowDown: -1 }[event.key]
    if (step === 1 || step === -1) {
      event.preventDefault()
      onChange(stepped(counted, valueMinor, step))
    }
    if (event.key !== 'Enter') return
    event.preventDefault()
    const next = fields.current[at + 1]
    if (next) next.focus()
    else onDone()
  }
  const isAny = Object.values(counted).some((typed) => typed !== '')
  return (
    <div className="lp-counter" role="group" aria-label={t('counter.label')}>
      <ul style={{ gridTemplateRows: `repeat(${Math.ceil(values.length / 2)}, auto)` }}>
        {values.map((valueMinor, at) => {
          const value = valueWords(valueMinor)
          const pieces = piecesOf(counted, valueMinor)
          return (
            <li key={valueMinor}>
              <span className="lp-counter-value">{value}</span>
              <button
                type="button"
                className="lp-counter-step"
                tabIndex={-1}
                aria-label={t('counter.less', { value })}
                disabled={pieces === 0}
                onClick={() => onChange(stepped(counted, valueMinor, -1))}
              >
                <IconMinus size={20} aria-hidden="true" />
              </button>
              <input
                ref={(field) => {
                  fields.current[at] = field
                }}
                inputMode="numeric"
                autoComplete="off"
                aria-label={t('counter.pieces', { value })}
                aria-invalid={pieces === undefined || undefined}
                title={pieces === undefined ? t('counter.bad') : undefined}
                placeholder="0"
                value={counted[valueMinor] ?? ''}
                onFocus={(event) => event.currentTarget.select()}
                onKeyDown={(event) => onKey(event, at, valueMinor)}
                onChange={(event) =>
                  onChange({ ...counted, [valueMinor]: event.currentTarget.value })
                }
              />
              <button
                type="button"
                className="lp-counter-step"
                tabIndex={-1}
                aria-label={t('counter.more', { value })}
                onClick={() => onChange(stepped(counted, valueMinor, 1))}
              >
                <IconPlus size={20} aria-hidden="true" />
              </button>
              <span className="lp-counter-sum" data-none={pieces === 0 || undefined}>
                {valueWords(valueMinor * (pieces ?? 0))}
              </span>
            </li>
          )
        })}
      </ul>
      <div className="lp-counter-total">
        <span>{t('counter.total')}</span>
        <output>
          <Money minor={countedMinor(counted, values)} currency={currency} size="large" />
        </output>
        {isAny ? (
          <Button variant="subtle" color="gray" onClick={() => onChange({})}>
            {t('counter.clear')}
          </Button>
        ) : null}
      </div>
    </div>
  )
}
