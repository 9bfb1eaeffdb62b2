import { createServer } from 'node:http'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { demoDepot } from './depot.ts'
import { seedEquipment } from './seed-equipment.ts'

const { stations } = demoDepot('test')

/** The hub's REST interface as far as this goes: stations by charge point id, and what their connectors are. */
const told = new Map<string, Map<number, object>>()
const http = createServer((request, response) => {
  const { pathname, searchParams } = new URL(request.url ?? '', 'http://hub')
  const [, , , id = '', , number] = pathname.split('/')
  const respond = (answer: object): void => {
    response.writeHead(200, { 'content-type': 'application/json' })
    response.end(JSON.stringify(answer))
  }
  const connectors = told.get(id)
  if (id === '') {
    const wanted = searchParams.get('chargePointId') ?? ''
    return respond({ rows: told.has(wanted) ? [{ id: wanted }] : [] })
  }
  if (request.method === 'GET') {
    const rows = [...(connectors ?? [])].map(([connectorId, row]) => ({ connectorId, ...row }))
    return respond({ connectors: rows })
  }
  let text = ''
  request.on('data', (part) => (text += String(part)))
  request.on('end', () => {
    connectors?.set(Number(number), JSON.parse(text))
    respond({})
  })
})
let hub = { api: '', token: 'token' }

beforeEach(async () => {
  told.clear()
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve))
  const address = http.address()
  if (address === null || typeof address === 'string') throw new Error('not listening')
  hub = { ...hub, api: `http://127.0.0.1:${address.port}` }
})
afterEach(async () => {
  http.closeAllConnections()
  await new Promise((resolve) => http.close(resolve))
})

describe('seeding the equipment', () => {
  it('tells plug, current and power of every outlet of the stations the hub has', async () => {
    for (const { chargePointId } of stations.slice(0, 9)) told.set(chargePointId, new Map())
    await seedEquipment(hub, stations)
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
    await seedEquipment(hub, stations)
    expect(told.get('DEPOT-01')?.get(2)).toEqual(own)
    expect(told.get('DEPOT-01')?.get(1)).toMatchObject({ maxPowerW: 22_080 })
  })
})
