import { z } from 'zod'
import type { TariffVersionWords } from '../../shared/domain/tariff/tariff.ts'
import { tariffOfTemplate, type TemplateTerms } from '../../shared/domain/tariff/templates.ts'
import { ask } from './hub-api.ts'
import type { HubAddress } from './hub-api.ts'

const tariffList = z.object({ rows: z.array(z.object({ tariff: z.object({ name: z.string() }) })) })
const madeTariff = z.object({ tariff: z.object({ id: z.string() }) })
const list = z.object({ rows: z.array(z.object({ id: z.string(), name: z.string() })) })
const terms = z.object({ legalName: z.string() })

const SWEDISH: TemplateTerms = { currency: 'SEK', taxIncluded: true, vatPct: 25 }

interface DemoTariff {
  readonly name: string
  readonly words: TariffVersionWords
  /** The fleets or the station that it is for; the whole site where neither is named. */
  readonly fleets?: readonly string[]
  readonly station?: string
}

const TARIFFS: readonly DemoTariff[] = [
  {
    name: 'Visitors',
    words: tariffOfTemplate({
      kind: 'idleFee',
      ...SWEDISH,
      perKwh: 4.5,
      idlePerMinute: 1,
      idleGraceMin: 30,
    }),
  },
  {
    name: 'Fast charging',
    words: tariffOfTemplate({
      kind: 'idleFee',
      ...SWEDISH,
      perKwh: 6.9,
      idlePerMinute: 3,
      idleGraceMin: 10,
    }),
    station: 'Fast lane',
  },
  {
    name: 'Fleet, day and night',
    words: tariffOfTemplate({
      kind: 'dayNight',
      ...SWEDISH,
      taxIncluded: false,
      dayPerKwh: 2.4,
      nightPerKwh: 1.6,
      dayFrom: '06:00',
      dayUntil: '22:00',
    }),
    fleets: ['Lindvik Deliveries', 'Almvik Municipality'],
  },
]

/**
 * Gives the depot its prices, and the seller's name for its receipts. A depot that has a tariff already, or a name,
 * keeps what it has.
 * @throws when the hub refuses or can't be reached
 */
export async function seedTariffs(hub: HubAddress): Promise<void> {
  const known = tariffList.parse(await ask(hub, 'GET', '/tariffs')).rows
  if (known.length === 0) for (const tariff of TARIFFS) await addTariff(hub, tariff)
  const { legalName } = terms.parse(await ask(hub, 'GET', '/payment-terms'))
  if (legalName !== '') return
  await ask(hub, 'PATCH', '/payment-terms', {
    legalName: 'Almvik Laddning AB',
    organisationNumber: '559999-0001',
    vatNumber: 'SE559999000101',
    address: ['Depågatan 4', '123 45 Almvik'],
    receiptFooter: '',
  })
}

async function addTariff(
  hub: HubAddress,
  { name, words, fleets, station }: DemoTariff,
): Promise<void> {
  const made = await ask(hub, 'POST', '/tariffs', { name, ...words })
  const tariffId = madeTariff.parse(made).tariff.id
  const assign = (scope: object) => ask(hub, 'POST', '/tariff-assignments', { tariffId, ...scope })
  if (station !== undefined) {
    for (const id of await idsOf(hub, '/stations', [station])) await assign({ stationId: id })
  } else if (fleets !== undefined) {
    for (const id of await idsOf(hub, '/customers', fleets)) await assign({ customerId: id })
  } else {
    await assign({})
  }
}

async function idsOf(hub: HubAddress, path: string, names: readonly string[]): Promise<string[]> {
  const { rows } = list.parse(await ask(hub, 'GET', `${path}?limit=1000`))
  return rows.filter(({ name }) => names.includes(name)).map(({ id }) => id)
}
