import { describe, expect, it } from 'vitest'
import { rowKeeper } from './kept-rows.ts'
import { aConnector, aStation, aTransaction, idOf } from './station-fixture.ts'
import { stationRows } from './station-row.ts'

describe('kept rows', () => {
  const one = aStation(1)
  const two = aStation(2)
  const plug = aConnector(one, 1)

  it('are the very same row while nothing in it changed', () => {
    const rows = rowKeeper()
    const [first, second] = rows([one, two], [plug], [])
    const [firstAgain, secondAgain] = rows([one, two], [plug, aConnector(two, 1)], [])
    expect(firstAgain).toBe(first)
    expect(secondAgain).not.toBe(second)
  })

  it('change with the station, a connector or a running transaction', () => {
    const rows = rowKeeper()
    const before = rows([one], [plug], [])[0]
    expect(rows([{ ...one }], [plug], [])[0]).not.toBe(before)
    const then = rows([one], [{ ...plug }], [])[0]
    const started = rows([one], [plug], [aTransaction(one)])[0]
    expect(started).not.toBe(then)
    expect(rows([one], [plug], [])[0]?.energyWh).toBeNull()
  })

  it('say what fresh rows say', () => {
    const rows = rowKeeper()
    const input = [
      [one, two, aStation(3, { retiredAt: 1 })],
      [plug],
      [aTransaction(one, { id: idOf(7) })],
    ] as const
    rows([two], [], [])
    expect(rows(...input)).toEqual(stationRows(...input))
  })
})
