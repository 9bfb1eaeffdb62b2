import type { LiveRows } from '../../../shared/contract/live.ts'
import { type Customer, untoldBilling } from '../../../shared/domain/customer/customer.ts'
import type { Vehicle } from '../../../shared/domain/vehicle/vehicle.ts'
import { DAY } from '../../../shared/time/instant.ts'
import { newId } from '../fake/fake-store.ts'

/** Whose vehicles charge here, with invented names. */
const customers = [
  {
    name: 'Norrbud Transport AB',
    kind: 'fleet',
    email: 'ladda@norrbud.example',
    phone: '08-555 010 20',
    reference: 'K-1017',
  },
  {
    name: 'Hemtjänsten Älvnäs',
    kind: 'fleet',
    email: 'bil@alvnas.example',
    phone: '',
    reference: '4711-22',
  },
  {
    name: 'Kim Öberg',
    kind: 'person',
    email: 'kim@example.com',
    phone: '070-555 01 23',
    reference: '',
  },
] as const

/** Kinds of vehicle: what they are called, what their batteries and plugs take, when they leave. */
const kinds = [
  { name: 'Skåpbil', batteryWh: 60_000, maxAcW: 11_000, maxDcW: 80_000, departsAt: '05:30' },
  { name: 'Poolbil', batteryWh: 46_300, maxAcW: 7_400, maxDcW: null, departsAt: '07:00' },
  { name: 'Lastbil', batteryWh: 300_000, maxAcW: 43_000, maxDcW: 250_000, departsAt: '04:15' },
] as const

/** Which kind each vehicle is, over and over. */
const dealt = [0, 0, 1, 2, 1, 0] as const

/** The plates of vehicles whose cards are among the seed's tokens, and of the archived ones. */
const plates = ['ABC 123', 'DEF 456', 'GHI 789', 'JKL 012', 'MNO 345', 'PQR 678', 'STU 901']

/** Customers, and vehicles in proportion to the stations; a token with a vehicle's plate becomes its own. */
export function seedFleet(rows: LiveRows, stations: number, now: number): void {
  const aside = { archivedAt: null, mergedInto: null, createdAt: now - 60 * DAY, updatedAt: now }
  rows.customer.push(
    ...customers.map((words, index): Customer => ({
      id: newId(now - index),
      ...words,
      ...untoldBilling,
      group: words.kind === 'person' ? 'Boende' : '',
      note: '',
      ...aside,
    })),
  )
  const count = Math.max(plates.length, stations)
  for (let index = 0; index < count; index += 1) {
    const kind = kinds[dealt[index % dealt.length] ?? 0] ?? kinds[0]
    const plate = plates[index] ?? plateNumber(index)
    const vehicle: Vehicle = {
      id: newId(now - index),
      plate,
      name: `${kind.name} ${index + 1}`,
      customerId: index % 4 === 3 ? null : (rows.customer[index % 2]?.id ?? null),
      batteryWh: kind.batteryWh,
      maxAcW: kind.maxAcW,
      maxDcW: kind.maxDcW,
      acPhases: kind.maxAcW < 10_000 ? 1 : 3,
      resumes: true,
      standards: kind.maxDcW === null ? ['IEC_62196_T2'] : ['IEC_62196_T2', 'IEC_62196_T2_COMBO'],
      departsAt: kind.departsAt,
      costCentre: index % 3 === 0 ? '4010' : '',
      note: '',
      ...aside,
      ...(index === plates.length - 1 ? { archivedAt: now - 5 * DAY } : {}),
    }
    rows.vehicle.push(vehicle)
    const card = rows.idToken.find(({ idToken }) => idToken === plate.replace(' ', ''))
    if (card) card.vehicleId = vehicle.id
  }
  const [first] = rows.idToken
  if (first) first.customerId = rows.customer[1]?.id ?? null
}

/** A plate for each number, no two alike. */
function plateNumber(index: number): string {
  const letters = 'ABCDEFGHJKLMNPRSTUWXYZ'
  const letter = (place: number) => letters[(index + 5 * place) % letters.length] ?? 'A'
  return `${letter(0)}${letter(1)}${letter(3)} ${String((index * 37) % 1_000).padStart(3, '0')}`
}
