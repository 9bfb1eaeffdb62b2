import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Recurring } from '../../../shared/domain/booking/recurring.ts'
import { useLocale } from '../../i18n/locale.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { inWords } from '../../i18n/format.ts'
import { useRows } from '../../live/use-live.ts'
import { inert } from '../../ui/mark/inert.ts'
import { useWeekdayNames, weekdayRuns } from '../../ui/input/weekdays.ts'

/** A rule said in words, part by part. */
export type RuleWords = {
  days: (rule: Pick<Recurring, 'weekdays'>) => string
  times: (rule: Pick<Recurring, 'arrives' | 'departs'>) => string
  vehicle: (rule: Pick<Recurring, 'vehicleId' | 'plate'>) => string
  place: (rule: Pick<Recurring, 'stationId' | 'connectorId'>) => string
  until: (rule: Pick<Recurring, 'lastOn'>) => string
  need: (rule: Pick<Recurring, 'need'>) => string
  /** All of it in one line: Mon–Fri 18:00–05:00, ABC 123, A1 · 1, until further notice. */
  whole: (rule: Recurring) => string
}

/** The words for rules, in the reader's language and with the names of now. */
export function useRuleWords(): RuleWords {
  const { t } = useTranslation('recurring')
  const format = useFormat()
  const names = useWeekdayNames()
  const timeZone = useLocale((locale) => locale.timeZone)
  const stations = useRows('station')
  const vehicles = useRows('vehicle')
  return useMemo(() => {
    const words: RuleWords = {
      days: ({ weekdays }) =>
        weekdays.length === 7
          ? t('everyDay')
          : begun(
              weekdayRuns(weekdays)
                .map(([first, last]) =>
                  first === last
                    ? names.short(first)
                    : `${names.short(first)}–${names.short(last)}`,
                )
                .join(', '),
            ),
      times: ({ arrives, departs }) => `${arrives}–${departs}`,
      vehicle: ({ vehicleId, plate }) => {
        const vehicle = vehicles.find((row) => row.id === vehicleId)
        const text = inert(vehicle?.plate ?? plate, 40).text
        return text === '' ? t('anyVehicle') : text
      },
      place: ({ stationId, connectorId }) => {
        if (stationId === null || connectorId === null) return t('noPlace')
        const station = stations.find((row) => row.id === stationId)
        return `${inert(station?.name ?? t('stationGone'), 60).text} · ${connectorId}`
      },
      until: ({ lastOn }) =>
        lastOn === null
          ? t('untilFurther')
          : t('until', { day: format.day(noonOf(lastOn, timeZone)) }),
      need: ({ need }) => {
        if (need === null) return t('need.open')
        if (need.kind === 'energy') return inWords(format.energy(need.energyWh))
        const [from, to] = [need.arrivalPct, need.departurePct].map((pct) => format.percent(pct))
        return `${from?.number}–${to?.number} %`
      },
      whole: (rule) =>
        [
          `${words.days(rule)} ${words.times(rule)}`,
          words.vehicle(rule),
          words.place(rule),
          words.until(rule),
        ].join(', '),
    }
    return words
  }, [t, format, timeZone, names, stations, vehicles])
}

/** Words with the capital letter that a line begins with. */
function begun(words: string): string {
  return words.charAt(0).toLocaleUpperCase() + words.slice(1)
}

/** An instant of that day, which `format` writes as the day. */
function noonOf(day: string, timeZone: string): number {
  return Temporal.PlainDate.from(day).toZonedDateTime({ timeZone, plainTime: '12:00' })
    .epochMilliseconds
}
