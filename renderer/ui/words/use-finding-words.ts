import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import type { LintFinding } from '../../../shared/domain/tariff/lint-finding.ts'
import { inWords } from '../../i18n/format.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { useWeekdayNames } from '../input/weekdays.ts'

/** Tells what was found odd about a tariff, as a sentence in the reader's language. */
export function useFindingWords(): (finding: LintFinding) => string {
  const { t } = useTranslation('price')
  const format = useFormat()
  const names = useWeekdayNames()
  return useCallback(
    (finding) => {
      const { code, step = 0, powerW, from, until, when } = finding
      const short = (count: number) => format.number(count, Number.isInteger(count) ? 0 : 2)
      const example = when && [
        when.weekday === null ? null : names.long(when.weekday),
        when.time,
        when.kWh === null ? null : t('example.kWh', { value: short(when.kWh) }),
        when.seconds === null ? null : t('example.seconds', { value: short(when.seconds / 60) }),
        when.kW === null ? null : t('example.kW', { value: short(when.kW) }),
        when.A === null ? null : t('example.A', { value: short(when.A) }),
      ]
      const { currency = '', inclMinor = 0, plainMinor = 0 } = finding
      return t(`finding.${code}`, {
        currency,
        price: currency === '' ? '' : format.money(inclMinor, currency),
        plain: currency === '' ? '' : format.money(plainMinor, currency),
        power: powerW === undefined ? '' : inWords(format.power(powerW)),
        step: finding.unit ? `${format.number(step)} ${finding.unit}` : '',
        when: example?.filter((part) => part !== null).join(', ') || t('example.always'),
        from: from === undefined ? '' : format.dateTime(from),
        until: until === undefined ? '' : format.dateTime(until),
      })
    },
    [t, format, names],
  )
}
