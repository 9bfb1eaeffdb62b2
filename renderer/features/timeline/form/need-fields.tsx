import { SegmentedControl, SimpleGrid, Stack, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { BookingFlaw, BookingForm } from './booking-form.ts'

const kinds = ['none', 'energy', 'soc'] as const

/** How much a booking is to bring: as much as there is time for, so many kWh, or a battery up to a per cent. */
export function NeedFields({
  form,
  flaws,
  onChange,
}: {
  form: BookingForm
  flaws: readonly BookingFlaw[]
  onChange: (change: Partial<BookingForm>) => void
}) {
  const { t } = useTranslation('booking')
  const bad = (flaw: 'energyKWh' | 'batteryKWh' | 'percent') =>
    flaws.includes(flaw) ? t(`form.${flaw}Bad`) : null
  return (
    <Stack gap={6} role="group" aria-label={t('form.need')}>
      <span className="lp-need-label">{t('form.need')}</span>
      <SegmentedControl
        fullWidth
        aria-label={t('form.need')}
        data={kinds.map((value) => ({ value, label: t(`form.needKind.${value}`) }))}
        value={form.needKind}
        onChange={(value) => {
          const needKind = kinds.find((kind) => kind === value)
          if (needKind) onChange({ needKind })
        }}
      />
      {form.needKind === 'energy' ? (
        <TextInput
          label={t('form.energyKWh')}
          value={form.energyKWh}
          inputMode="decimal"
          error={bad('energyKWh')}
          onChange={(event) => onChange({ energyKWh: event.currentTarget.value })}
        />
      ) : null}
      {form.needKind === 'soc' ? (
        <>
          <SimpleGrid cols={3} spacing="xs">
            <TextInput
              label={t('form.batteryKWh')}
              value={form.batteryKWh}
              inputMode="decimal"
              error={flaws.includes('batteryKWh')}
              onChange={(event) => onChange({ batteryKWh: event.currentTarget.value })}
            />
            <TextInput
              label={t('form.arrivalPct')}
              value={form.arrivalPct}
              inputMode="decimal"
              error={flaws.includes('percent')}
              onChange={(event) => onChange({ arrivalPct: event.currentTarget.value })}
            />
            <TextInput
              label={t('form.departurePct')}
              value={form.departurePct}
              inputMode="decimal"
              error={flaws.includes('percent')}
              onChange={(event) => onChange({ departurePct: event.currentTarget.value })}
            />
          </SimpleGrid>
          {(bad('batteryKWh') ?? bad('percent')) ? (
            <span className="lp-field-error">{bad('batteryKWh') ?? bad('percent')}</span>
          ) : null}
        </>
      ) : null}
    </Stack>
  )
}
