import { Select } from '@mantine/core'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import type { Reader } from '../../../shared/domain/payment/stripe-account.ts'
import { useRows } from '../../live/use-live.ts'
import { inert } from '../../ui/mark/inert.ts'
import { useRemembered } from '../../ui/remembered.ts'
import type { FieldsProps } from './means-fields.tsx'

/** Which card reader asks for the card; the one this desk used last is chosen already. */
export function ReaderChoice({ form, onChange }: FieldsProps) {
  const { t } = useTranslation('payment')
  const readers = useRows('reader')
  const [last, remember] = useRemembered<string | null>('payment.reader', null, (stored) =>
    typeof stored === 'string' ? stored : undefined,
  )
  const able = readers.filter(isAble)
  const proposed = able.find(({ id }) => id === last) ?? able[0]
  useEffect(() => {
    if (form.readerId === null && proposed) onChange({ ...form, readerId: proposed.id })
  }, [form, proposed, onChange])

  if (readers.length === 0) return <p className="lp-soft lp-take-note">{t('take.noReaders')}</p>
  return (
    <Select
      label={t('take.readers')}
      allowDeselect={false}
      data={readers.map((reader) => ({
        value: reader.id,
        label: words(reader),
        disabled: !isAble(reader),
      }))}
      value={form.readerId}
      onChange={(readerId) => {
        remember(readerId)
        onChange({ ...form, readerId })
      }}
    />
  )

  function words({ label, id, status, busyWith }: Reader): string {
    const name = inert(label || id, 60).text
    if (status === 'offline') return t('take.readerOffline', { name })
    return busyWith === null ? name : t('take.readerBusy', { name })
  }
}

function isAble({ status, busyWith }: Reader): boolean {
  return status !== 'offline' && busyWith === null
}
