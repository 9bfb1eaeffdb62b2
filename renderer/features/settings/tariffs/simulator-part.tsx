import { SegmentedControl, Select, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { versionAt } from '../../../../shared/domain/tariff/choose.ts'
import { priceOf } from '../../../../shared/domain/tariff/price.ts'
import type { TariffVersion } from '../../../../shared/domain/tariff/tariff.ts'
import { HOUR } from '../../../../shared/time/instant.ts'
import { decimalSign, type Language, useLocale } from '../../../i18n/locale.ts'
import { useFormat } from '../../../i18n/use-format.ts'
import { LocalTimeInput } from '../../../ui/input/local-time-input.tsx'
import { localTimeOf } from '../../../ui/input/local-time.ts'
import { PricedLines } from './priced-lines.tsx'
import { periodsOfForm, type SimulatorFlaw, type SimulatorForm } from './simulator-form.ts'

/** A session to try a tariff with, and what it would cost, line by line. */
export function SimulatorPart({
  versions,
  timeZone,
  openedAt,
}: {
  versions: readonly TariffVersion[]
  timeZone: string
  openedAt: number
}) {
  const { t } = useTranslation('tariff')
  const format = useFormat()
  const { language } = useLocale()
  const first = versions[0]
  const current = (first && versionAt(versions, first.tariffId, openedAt)) ?? versions.at(-1)
  const [versionId, setVersionId] = useState(current?.id ?? null)
  const [form, setForm] = useState<SimulatorForm>({
    arrives: localTimeOf(openedAt, timeZone),
    departs: localTimeOf(openedAt + 4 * HOUR, timeZone),
    needKwh: '20',
    powerKw: '11',
    reservedMin: '0',
    comes: true,
  })
  const version = versions.find(({ id }) => id === versionId)
  const read = periodsOfForm(form, timeZone, version?.idleGraceMin ?? 0)
  const flaws = 'flaws' in read ? read.flaws : []
  const priced = version && 'periods' in read ? priceOf(version.ocpi, timeZone, read.periods) : null
  const bad = (flaw: SimulatorFlaw) => (flaws.includes(flaw) ? t(`try.bad.${flaw}`) : null)
  const number = (
    name: 'needKwh' | 'powerKw' | 'reservedMin',
    label: string,
    unit: string,
    flaw: SimulatorFlaw,
  ) => (
    <TextInput
      label={label}
      value={form[name]}
      w={150}
      inputMode="decimal"
      rightSection={<span className="lp-soft">{unit}</span>}
      rightSectionWidth={44}
      error={bad(flaw)}
      onChange={(event) => setForm({ ...form, [name]: event.currentTarget.value })}
    />
  )
  return (
    <div className="lp-tariff-try">
      <div className="lp-tariff-figures">
        <Select
          label={t('try.version')}
          w={220}
          allowDeselect={false}
          data={versions.map(({ id, version: count, validFrom }) => ({
            value: id,
            label: `${count} · ${t('list.from', { day: format.day(validFrom) })}`,
          }))}
          value={versionId}
          onChange={setVersionId}
        />
        <LocalTimeInput
          label={t('try.comes')}
          value={form.arrives}
          error={bad('comes')}
          onChange={(arrives) => setForm({ ...form, arrives })}
        />
        <LocalTimeInput
          label={t('try.leaves')}
          value={form.departs}
          error={bad('leaves')}
          onChange={(departs) => setForm({ ...form, departs })}
        />
        {number('needKwh', t('try.need'), 'kWh', 'need')}
        {number('powerKw', t('try.power'), 'kW', 'power')}
        {number('reservedMin', t('try.reservedMin'), 'min', 'reservedMin')}
        {form.reservedMin === '0' || form.reservedMin === '' ? null : (
          <SegmentedControl
            className="lp-tariff-low"
            data={[
              { value: 'came', label: t('try.came') },
              { value: 'noShow', label: t('try.noShow') },
            ]}
            value={form.comes ? 'came' : 'noShow'}
            onChange={(value) => setForm({ ...form, comes: value === 'came' })}
          />
        )}
      </div>
      {priced === null ? null : (
        <>
          <PricedLines priced={priced} />
          <p className="lp-soft">
            {t('try.exact', {
              excl: withSign(priced.exact.excl, language),
              incl: withSign(priced.exact.incl, language),
              currency: priced.currency,
            })}
          </p>
          {'periods' in read ? (
            <section aria-label={t('try.periods')}>
              <h2>{t('try.periods')}</h2>
              <ul className="lp-tariff-periods">
                {read.periods.map(({ startsAt, seconds, state, energyMilliWh }) => (
                  <li key={startsAt}>
                    {format.clock(startsAt)}–{format.clock(startsAt + seconds * 1_000)}{' '}
                    {t(`try.state.${state}`)}
                    {energyMilliWh > 0
                      ? `, ${format.number(energyMilliWh / 1_000_000, 2)} kWh`
                      : ''}
                  </li>
                ))}
              </ul>
            </section>
          ) : null}
        </>
      )}
    </div>
  )
}

/** An exact decimal or fraction with the decimal sign of the language. */
function withSign(exact: string, language: Language): string {
  return exact.replace('.', decimalSign(language))
}
