import { describe, expect, it } from 'vitest'
import { aConnector, aStation, aTransaction, idOf } from './station-fixture.ts'
import { stationRow, stationRows } from './station-row.ts'

const station = aStation(1)

describe('a station row', () => {
  it('leaves retired stations out', () => {
    expect(
      stationRows([aStation(1, { retiredAt: 1 }), aStation(2)], [], []).map((row) => row.id),
    ).toEqual([idOf(2)])
  })

  it('lists connectors in their order and keeps connector 0, the station itself, out of them', () => {
    const row = stationRow(
      station,
      [2, 0, 1].map((number) => aConnector(station, number)),
      [],
    )
    expect(row.connectors.map((view) => view.connector.connectorId)).toEqual([1, 2])
  })

  it('adds up power over connectors in use, and says nothing when none is', () => {
    const charging = [1, 2].map((number) =>
      aConnector(station, number, { status: 'Charging', powerW: 5_000 }),
    )
    expect(stationRow(station, charging, []).powerW).toBe(10_000)
    expect(stationRow(station, [aConnector(station, 1, { powerW: 300 })], []).powerW).toBeNull()
  })

  it('does not pass the last power of a silent station off as power now', () => {
    const lost = aStation(1, { connection: 'offline' })
    const row = stationRow(lost, [aConnector(lost, 1, { status: 'Charging', powerW: 5_000 })], [])
    expect(row.powerW).toBeNull()
    expect(row.connectors[0]?.state).toBe('offline')
  })

  it('finds the running transaction by its id, else by its connector', () => {
    const running = aTransaction(station)
    const named = aConnector(station, 2, { transactionId: running.id })
    expect(stationRow(station, [named], [running]).connectors[0]?.transaction).toBe(running)
    expect(
      stationRow(station, [aConnector(station, 1)], [running]).connectors[0]?.transaction,
    ).toBe(running)
  })

  it('counts the energy of running transactions only', () => {
    const finished = aTransaction(station, { id: idOf(9), state: 'finished', energyWh: 99_000 })
    expect(stationRows([station], [], [aTransaction(station), finished])[0]?.energyWh).toBe(7_500)
    expect(stationRows([station], [], [finished])[0]?.energyWh).toBeNull()
  })

  it('reports a fault without a code as a fault all the same, of the whole station too', () => {
    const row = stationRow(station, [aConnector(station, 0, { status: 'Faulted' })], [])
    expect(row.errors).toMatchObject([{ connectorId: 0, errorCode: 'Unspecified' }])
    expect(row.need).toBe('fault')
  })

  it('asks for a hand sooner when contact was lost in the middle of a transaction', () => {
    const lost = aStation(1, { connection: 'offline' })
    expect(stationRow(lost, [], [aTransaction(lost)]).need).toBe('lostWhileCharging')
    expect(stationRow(lost, [], []).need).toBe('offline')
  })
})
