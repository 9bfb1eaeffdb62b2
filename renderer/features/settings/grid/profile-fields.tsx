import { Button, SegmentedControl, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { inWords } from '../../../i18n/format.ts'
import { useFormat } from '../../../i18n/use-format.ts'
import { clockOfMinute } from '../../../ui/input/typed-clock.ts'
import { kiloText, typedKilo } from '../../../ui/input/typed-kilo.ts'
import { type BuildingForm, type DayKind, dayKinds } from './building-form.ts'
import { ProfileChart } from './profile-chart.tsx'

/** The load hour by hour, of workdays and of weekends: drawn, walked with keys, or typed. */
export function ProfileFields({
  form,
  onChange,
}: {
  form: BuildingForm
  onChange: (form: BuildingForm) => void
}) {
  const { t } = useTranslation('grid')
  const format = useFormat()
  const [days, setDays] = useState<DayKind>('weekdayW')
  const [hour, setHour] = useState(8)
  const [typed, setTyped] = useState<string | null>(null)
  const hourlyW = form[days]
  const shown = typed ?? kiloText(hourlyW[hour] ?? 0)
  const put = (loads: number[]) => onChange({ ...form, [days]: loads })
  const putHour = (at: number, loadW: number) =>
    put(hourlyW.map((known, index) => (index === at ? loadW : known)))
  const type = (text: string) => {
    const loadW = typedKilo(text)
    const fits = typeof loadW === 'number' && loadW >= 0 && loadW <= 100_000_000
    // What is no number stays as it is typed until it is one, or until the field is left.
    setTyped(fits ? (kiloText(loadW) === text ? null : text) : text)
    if (fits) putHour(hour, loadW)
  }
  const range = { from: clockOfMinute(hour * 60), until: clockOfMinute(hour * 60 + 60) }
  const energyWh = hourlyW.reduce((sum, loadW) => sum + loadW, 0)
  return (
    <div className="lp-profile">
      <SegmentedControl
        aria-label={t('building.days')}
        data={dayKinds.map((value) => ({ value, label: t(`building.${value}`) }))}
        value={days}
        onChange={(value) => {
          setDays(value)
          setTyped(null)
        }}
      />
      <ProfileChart
        label={t('building.chart', { days: t(`building.${days}`) })}
        hourlyW={hourlyW}
        hour={hour}
        onHour={(next) => {
          setHour(next)
          setTyped(null)
        }}
        onLoad={putHour}
      />
      <p className="lp-soft">{t('building.chartHint')}</p>
      <div className="lp-profile-hour">
        <TextInput
          label={t('building.hourLoad', range)}
          className="lp-grid-short"
          value={shown}
          inputMode="decimal"
          rightSection={<span className="lp-soft">kW</span>}
          rightSectionWidth={44}
          error={
            typed !== null && typeof typedKilo(typed) !== 'number' ? t('building.hourBad') : null
          }
          onChange={(event) => type(event.currentTarget.value)}
          onBlur={() => setTyped(null)}
        />
        <Button variant="default" onClick={() => put(hourlyW.map(() => hourlyW[hour] ?? 0))}>
          {t('building.allHours')}
        </Button>
        <span className="lp-soft">
          {t('building.energy', {
            energy: inWords({ number: format.number(energyWh / 1_000), unit: 'kWh' }),
            power: inWords(format.power(Math.max(...hourlyW))),
          })}
        </span>
      </div>
    </div>
  )
}
