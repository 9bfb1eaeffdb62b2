import { Button, Select, TextInput } from '@mantine/core'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocale } from '../../../i18n/locale.ts'
import { useFormat } from '../../../i18n/use-format.ts'
import { useRows } from '../../../live/use-live.ts'
import { Money } from '../../../payment/money.tsx'
import { notesFor } from '../../../payment/take/notes-for.ts'
import { inert } from '../../../ui/mark/inert.ts'
import { useRemembered } from '../../../ui/remembered.ts'
import { moneyText } from '../../../ui/input/typed-money.ts'
import { handedOver, inCoins } from './begin-wish.ts'
import { isAble } from './pay-ways.ts'
import type { Strip } from './use-strip.ts'

/** What the chosen way of paying needs to know before it can begin. */
export function PayFields({ strip }: { strip: Strip }) {
  const { t } = useTranslation('desk')
  const { form, change, begin } = strip
  if (begin.nobodyPays) return null
  const field = (name: 'reference' | 'note', label: string) => (
    <TextInput
      size="md"
      label={label}
      required
      data-field
      maxLength={name === 'note' ? 300 : 60}
      value={form[name]}
      onChange={(event) => change({ [name]: event.currentTarget.value })}
    />
  )
  switch (form.pay?.means) {
    case 'cash':
      return <CashFields strip={strip} />
    case 'reader':
      return <ReaderField strip={strip} />
    case 'externalTerminal':
      return field('reference', t('strip.slip'))
    case 'invoice':
      return field('reference', t('strip.invoiceNumber'))
    case 'voucher':
      return field('note', t('strip.why'))
    default:
      return null
  }
}

/** What is handed over, by the notes that are likely, and the change to be read while counting. */
function CashFields({ strip }: { strip: Strip }) {
  const { t } = useTranslation('desk')
  const format = useFormat()
  const language = useLocale((locale) => locale.language)
  const { form, change, begin, flaws } = strip
  const due = inCoins(begin.promise)
  const currency = begin.promise?.price?.currency
  if (due === null || currency === undefined) return null
  const handed = handedOver(form, begin)
  const backMinor = typeof handed === 'number' ? handed - due : 0
  return (
    <div className="lp-dk-cash">
      <div className="lp-dk-notes">
        <Button variant="default" onClick={() => change({ tendered: '' })}>
          {t('strip.exact')}
        </Button>
        {notesFor(due, currency).map((minor) => (
          <Button
            key={minor}
            variant="default"
            onClick={() => change({ tendered: moneyText(minor, currency, language) })}
          >
            {format.money(minor, currency)}
          </Button>
        ))}
      </div>
      <div className="lp-dk-change">
        <TextInput
          size="md"
          label={t('strip.tendered')}
          inputMode="decimal"
          autoComplete="off"
          placeholder={moneyText(due, currency, language)}
          value={form.tendered}
          error={
            flaws.includes('tendered')
              ? t('strip.tenderedBad', { least: format.money(due, currency) })
              : null
          }
          onChange={(event) => change({ tendered: event.currentTarget.value })}
        />
        <div aria-live="polite">
          <span className="lp-soft">{t('strip.change')}</span>
          <Money minor={Math.max(0, backMinor)} currency={currency} size="large" />
        </div>
      </div>
    </div>
  )
}

/** Which reader asks for the card; the one this desk used last is chosen already. */
function ReaderField({ strip }: { strip: Strip }) {
  const { t } = useTranslation('desk')
  const readers = useRows('reader')
  const [last] = useRemembered<string | null>('payment.reader', null, (stored) =>
    typeof stored === 'string' ? stored : undefined,
  )
  const { form, change } = strip
  const able = readers.filter(isAble)
  const first = (able.find(({ id }) => id === last) ?? able[0])?.id ?? null
  useEffect(() => {
    if (form.readerId === null && first !== null) change({ readerId: first })
  }, [form.readerId, first, change])
  // With one reader there is nothing to choose.
  if (readers.length < 2) return null
  return (
    <Select
      size="md"
      label={t('strip.reader')}
      allowDeselect={false}
      data={readers.map((reader) => ({
        value: reader.id,
        label: inert(reader.label || reader.id, 60).text,
        disabled: !isAble(reader),
      }))}
      value={form.readerId}
      onChange={(readerId) => change({ readerId })}
    />
  )
}
