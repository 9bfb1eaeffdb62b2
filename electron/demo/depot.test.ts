import { describe, expect, it } from 'vitest'
import { demoDepot } from './depot.ts'
import { outletMaxW } from './outlet.ts'

describe('the demo depot', () => {
  it('is the same every time it is made from one seed, and another from another', () => {
    expect(demoDepot('one')).toEqual(demoDepot('one'))
    const passwords = (seed: string) => demoDepot(seed).stations.map(({ password }) => password)
    expect(passwords('one')).not.toEqual(passwords('two'))
  })

  it('has twelve stations of its own ids and keys long enough for the hub', () => {
    const { stations } = demoDepot('one')
    expect(new Set(stations.map(({ chargePointId }) => chargePointId)).size).toBe(12)
    expect(new Set(stations.map(({ password }) => password)).size).toBe(12)
    for (const { password } of stations) expect(password).toHaveLength(32)
  })

  it('has outlets of every size, several habits and one station that misbehaves', () => {
    const { stations } = demoDepot('one')
    const outlets = stations.flatMap((station) => station.outlets)
    const watts = new Set(outlets.map(outletMaxW))
    expect(watts).toEqual(new Set([22_080, 11_040, 7_360, 3_680, 120_000]))
    const energies = new Set(stations.map(({ habit }) => habit.meter.energy))
    expect(energies).toEqual(new Set(['Wh', 'kWh', 'bare']))
    expect(stations.filter(({ habit }) => habit.mischief.dropEveryS > 0)).toHaveLength(1)
  })

  it('has more drivers than connectors, one of them blocked and one unknown to the hub', () => {
    const { stations, drivers, tokens } = demoDepot('one')
    const connectors = stations.flatMap((station) => station.outlets).length
    expect(drivers.length).toBeGreaterThan(2 * connectors)
    expect(new Set(drivers.map(({ idTag }) => idTag)).size).toBe(drivers.length)
    expect(tokens.filter(({ status }) => status === 'Blocked')).toHaveLength(1)
    expect(tokens).toHaveLength(drivers.length - 1)
  })
})
