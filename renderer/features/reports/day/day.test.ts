import { describe, expect, it } from 'vitest'
import { HOUR } from '../../../../shared/time/instant.ts'
import { compared } from './compare.ts'
import { dayCsv } from './day-csv.ts'
import { dayFigureList, isBare } from './day-figure.ts'
import { dayFigures, daySums, hourOfUse } from './day-fixture.ts'
import { hourRows, meansThatMoved, sumOfHours } from './hour-row.ts'

const words = {
  ...{ hour: 'Timme', revenue: 'Intäkter', energy: 'Levererat, kWh', plugged: 'Inkopplat, %' },
  ...{ charging: 'Laddar, %', sessions: 'Laddningar', sum: 'Summa' },
  means: (means: string) => means,
}

describe('the figures of a day', () => {
  it('begin with what was taken less what was given back', () => {
    expect(dayFigureList(dayFigures())[0]).toMatchObject({ name: 'revenue', value: 13_000 })
  })

  it('are told beside the day before and the same weekday of the week before', () => {
    const figures = dayFigures({
      dayBefore: daySums({ sessions: 6 }),
      weekBefore: daySums({ sessions: 1 }),
    })
    const sessions = dayFigureList(figures).find(({ name }) => name === 'sessions')
    expect(sessions).toMatchObject({
      toDayBefore: { is: 'less', by: 2 },
      toWeekBefore: { is: 'more', by: 3 },
    })
    expect(compared(4, 4)).toEqual({ is: 'same' })
  })

  it('are none where nothing happened, but some where money was only given back', () => {
    const none = { sessions: 0, takenMinor: 0, refundedMinor: 0, grossMinor: 0, energyWh: 0 }
    expect(isBare(daySums(none))).toBe(true)
    expect(isBare(daySums({ ...none, refundedMinor: 500 }))).toBe(false)
  })
})

describe('the hours of a day', () => {
  const { untilAt, hours } = dayFigures()
  const at = (hour: number) => hours[hour]?.at ?? 0
  const moved = hours.map((hour, index) =>
    index === 12
      ? hourOfUse(hour.at, {
          sessions: 3,
          pluggedPct: 41.6,
          byMeans: [
            { means: 'reader', netMinor: -1_050 },
            { means: 'cash', netMinor: 10_000 },
          ],
        })
      : hour,
  )

  it('have each means at its own place, whatever the order it came in', () => {
    const rows = hourRows(moved, new Map(), untilAt)
    expect(meansThatMoved(rows)).toEqual(['reader', 'cash'])
    expect(rows[12]?.revenueMinor).toBe(8_950)
    expect(sumOfHours(rows)).toMatchObject({ revenueMinor: 8_950, sessions: 3, energyWh: null })
  })

  it('are not known before they have begun', () => {
    const energy = new Map(hours.map((hour) => [hour.at, 1_000]))
    const rows = hourRows(moved, energy, at(13) + HOUR / 2)
    expect(rows[13]).toMatchObject({ energyWh: 1_000, pluggedPct: 0 })
    expect(rows[14]).toMatchObject({ energyWh: null, pluggedPct: null, chargingPct: null })
    expect(sumOfHours(rows).energyWh).toBe(14_000)
  })

  it('are written as a spreadsheet reads them, the sums last', () => {
    const rows = hourRows(moved, new Map([[at(12), 18_204]]), untilAt)
    const about = { language: 'sv', timeZone: 'Europe/Stockholm', currency: 'SEK' } as const
    const lines = dayCsv(rows, meansThatMoved(rows), words, about).split('\r\n')
    expect(lines[0]).toBe(
      '\ufeffTimme;reader, SEK;cash, SEK;Intäkter, SEK;Levererat, kWh;Inkopplat, %;Laddar, %;Laddningar',
    )
    expect(lines[13]).toBe('2026-03-02 12:00 +01:00;-10,50;100,00;89,50;18,204;42;0;3')
    expect(lines.at(-2)).toBe('Summa;-10,50;100,00;89,50;18,204;;;3')
  })
})
