import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { demoDepot } from './depot.ts'
import { seedEquipment } from './seed-equipment.ts'
import { type RestDouble, restDouble } from './test-bench/rest-double.ts'

const { stations } = demoDepot('test')

/** Stations by charge point id, and what their connectors are. */
const told = new Map<string, Map<number, object>>()
let double: RestDouble

beforeEach(async () => {
  told.clear()
  double = await restDouble(({ method, url: { pathname, searchParams }, body }) => {
    const [, , , id = '', , number] = pathname.split('/')
    if (id === '') {
      const wanted = searchParams.get('chargePointId') ?? ''
      return { rows: told.has(wanted) ? [{ id: wanted }] : [] }
    }
    const connectors = told.get(id)
    if (method !== 'GET') connectors?.set(Number(number), body)
    const rows = [...(connectors ?? [])].map(([connectorId, row]) => ({ connectorId, ...row }))
    return { connectors: rows }
  })
})
afterEach(() => double.close())

describe('seeding the equipment', () => {
  it('tells plug, current and power of every outlet of the stations the hub has', async () => {
    for (const { chargePointId } of stations.slice(0, 9)) told.set(chargePointId, new Map())
    await seedEquipment(double.hub, stations)
    const type2 = { standard: 'IEC_62196_T2', powerType: 'AC_3_PHASE', maxPowerW: 22_080 }
    expect([...(told.get('DEPOT-01') ?? [])]).toEqual([
      [1, type2],
      [2, type2],
    ])
    expect(told.get('DEPOT-05')?.get(1)).toEqual({
      ...type2,
      powerType: 'AC_1_PHASE',
      maxPowerW: 7_360,
    })
    expect(told.get('DEPOT-09')?.get(1)).toEqual({
      standard: 'IEC_62196_T2_COMBO',
      powerType: 'DC',
      maxPowerW: 120_000,
    })
    expect(told.has('DEPOT-12')).toBe(false)
  })

  it('leaves alone what somebody has told', async () => {
    const own = { standard: 'DOMESTIC_F', powerType: null, maxPowerW: null }
    told.set('DEPOT-01', new Map([[2, own]]))
    await seedEquipment(double.hub, stations)
    expect(told.get('DEPOT-01')?.get(2)).toEqual(own)
    expect(told.get('DEPOT-01')?.get(1)).toMatchObject({ maxPowerW: 22_080 })
  })
})
