import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Priced } from '../../../shared/domain/tariff/priced.ts'
import { simpleTariff } from '../../../shared/domain/tariff/tariff-fixture.ts'
import { HOUR } from '../../../shared/time/instant.ts'
import { restFace, type RestFace } from '../rpc/test-bench/rest-face.ts'

let face: RestFace

beforeAll(async () => {
  face = await restFace()
})
afterAll(() => face.close())

const post = <Body>(path: string, body: object) =>
  face.ask<Body & { message: string }>('POST', `/tariffs/${path}`, body)

const startAndParking = {
  currency: 'EUR',
  elements: [
    {
      price_components: [
        { type: 'FLAT', price: 0.5, vat: 20, step_size: 1 },
        { type: 'ENERGY', price: 0.25, vat: 10, step_size: 1 },
        { type: 'PARKING_TIME', price: 2, vat: 20, step_size: 900 },
      ],
    },
  ],
}
const charged = { start: '2026-03-02T10:00:00+01:00', seconds: 3_600, state: 'CHARGING', kwh: 20 }
const parked = { start: '2026-03-02T10:00:00Z', seconds: 2_400, state: 'parking' }
const price = (told: object) =>
  post<Priced>('price', {
    tariff: startAndParking,
    timeZone: 'Europe/Stockholm',
    periods: [charged, parked],
    ...told,
  })

test('charging periods are priced line by line, exactly and rounded, by an OCPI object', async () => {
  const { status, body } = await price({})
  expect(status).toBe(200)
  expect(body).toMatchObject({
    currency: 'EUR',
    exclMinor: 700,
    inclMinor: 790,
    exact: { excl: '7', incl: '7.9' },
    vat: [
      { ratePct: 10, exclMinor: 500, vatMinor: 50 },
      { ratePct: 20, exclMinor: 200, vatMinor: 40 },
    ],
    billed: { energyWh: 20_000, parkingSeconds: 2_700 },
  })
  expect(body.lines.map(({ dimension, exclMinor }) => [dimension, exclMinor])).toEqual([
    ['ENERGY', 500],
    ['PARKING_TIME', 150],
    ['FLAT', 50],
  ])
})

test('energy may be told as a text, to the thousandth of a Wh', async () => {
  const asMeasured = { type: 'ENERGY', price: 0.25, step_size: 0 }
  const { body } = await price({
    tariff: { currency: 'EUR', elements: [{ price_components: [asMeasured] }] },
    periods: [{ ...charged, kwh: '12.345678' }],
  })
  expect(body.billed.energyWh).toBe(12_345.678)
  expect(body.lines[0]?.exact).toMatchObject({ quantity: '12.345678', excl: '3.0864195' })
})

test('what can’t be priced is told with its place and what to do', async () => {
  const told = async (wrong: object) => {
    const { status, body } = await price(wrong)
    expect(status).toBe(400)
    return body.message
  }
  const element = { price_components: [{ type: 'ENERGY', price: '0.25', step_size: 1 }] }
  expect(await told({ tariff: { currency: 'EUR', elements: [element] } })).toBe(
    'tariff.elements.0.price_components.0.price: Give a number in major units, such as 0.25, without quotes.',
  )
  expect(await told({ periods: [{ ...charged, start: '2026-03-02 10:00' }] })).toContain(
    'periods.0.start: Give a time with its offset',
  )
  expect(await told({ periods: [{ ...charged, kwh: '1.2345678' }] })).toContain('periods.0.kwh: ')
  expect(await told({ periods: [{ ...charged, kwh: -1 }] })).toContain('periods.0.kwh: ')
  expect(await told({ periods: [{ ...charged, state: 'IDLE' }] })).toBe(
    'periods.0.state: Give CHARGING, PARKING, RESERVATION or RESERVATION_EXPIRED.',
  )
  expect(await told({ timeZone: 'Mars/Base' })).toContain('timeZone: ')
  expect(await told({ tariff: { ...startAndParking, min_prise: 5 } })).toContain('min_prise')
})

test('a session that is thought of costs what its tariff says, parking after the grace included', async () => {
  const made = await face.ask<{ versions: { id: string }[] }>('POST', '/tariffs', {
    name: 'Idle',
    idleGraceMin: 10,
    ocpi: {
      ...simpleTariff,
      elements: [
        {
          price_components: [
            { type: 'ENERGY', price: 3, vat: 25, step_size: 1 },
            { type: 'PARKING_TIME', price: 60, vat: 25, step_size: 60 },
          ],
        },
      ],
    },
  })
  const stay = {
    arrivesAt: face.now,
    departsAt: face.now + 2 * HOUR,
    needWh: 11_000,
    powerW: 11_000,
  }
  const simulate = (told: object) => post<{ priced: Priced }>('simulate', { ...stay, ...told })
  const versionId = made.body.versions[0]?.id
  expect((await simulate({ versionId })).body.priced.inclMinor).toBe(3_300 + 5_000)
  expect((await simulate({ ocpi: simpleTariff })).body.priced.inclMinor).toBe(3_520)
  expect((await simulate({})).body.message).toContain('Give either')
  expect((await simulate({ versionId, departsAt: face.now })).status).toBe(400)
  expect((await simulate({ versionId: face.newId() })).status).toBe(404)
})

test('a tariff in the making is told in words, and with what is wrong or odd about it', async () => {
  const words = await post<{ phrases: unknown[] }>('words', { ocpi: startAndParking })
  expect(words.body.phrases).toMatchObject([
    { of: 'energy', price: '0.25', per: 'kWh' },
    { of: 'parking', price: '2', per: 'hour', step: 900 },
    { of: 'session', price: '0.5', per: 'once' },
  ])
  const lint = (told: object) =>
    post<{ problems: { path: string }[]; findings: { code: string }[] }>('lint', told)
  const codes = async (told: object) =>
    (await lint({ ocpi: startAndParking, ...told })).body.findings.map(({ code }) => code)
  expect(await codes({ adHocPowerW: 150_000 })).toEqual(['currencyOther', 'afirFastSession'])
  expect(await codes({ adHocPowerW: null })).toEqual(['currencyOther'])
  expect((await lint({ ocpi: { currency: 'SEK' } })).body.problems).toMatchObject([
    { path: 'elements' },
  ])
})
