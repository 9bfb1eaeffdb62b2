import type { Id } from '../../id/id.ts'
import type { Cells } from '../column.ts'
import type { ReportSpec } from '../spec.ts'
import { type Grouped, type Grouping, stretchCells } from './grouped.ts'
import { type SessionFacts, sessionS } from './sessions.ts'

/** What a vehicle charged over a stretch of time; those that the site doesn't know each by its plate. */
export interface VehicleEnergyFacts extends Grouped {
  readonly vehicleId: Id | null
  readonly plate: string
  readonly vehicle: string
  readonly costCentre: string
  readonly customer: string
  readonly customerReference: string
  sessions: number
  durationS: number
  energyWh: number
}

export const vehicleEnergyCells: Cells<VehicleEnergyFacts> = {
  ...stretchCells,
  vehicle_id: ({ vehicleId }) => vehicleId,
  plate: ({ plate }) => plate,
  vehicle: ({ vehicle }) => vehicle,
  cost_centre: ({ costCentre }) => costCentre,
  customer: ({ customer }) => customer,
  customer_reference: ({ customerReference }) => customerReference,
  sessions: ({ sessions }) => sessions,
  duration_s: ({ durationS }) => durationS,
  energy_kwh: ({ energyWh }) => energyWh,
}

export const vehicleEnergyGrouping: Grouping<SessionFacts, VehicleEnergyFacts> = {
  atOf: ({ transaction }) => transaction.startedAt,
  *partsOf(facts, days) {
    const { vehicleId, plate, vehicle, costCentre, customer, customerReference } = facts.stay
    const whose = { vehicleId, plate, vehicle, costCentre, customer, customerReference }
    yield {
      key: [plate, vehicleId ?? '', costCentre, customer].join('\u0000'),
      first: () => ({ ...days, ...whose, sessions: 0, durationS: 0, energyWh: 0 }),
      add(sum) {
        sum.sessions += 1
        sum.durationS += sessionS(facts) ?? 0
        sum.energyWh += facts.transaction.energyWh
      },
    }
  },
}

/** What the energy of a vehicle, a customer or a station emitted. */
export interface Co2Facts extends Grouped {
  readonly name: string
  readonly costCentre: string
  readonly customer: string
  readonly gPerKwh: number
  sessions: number
  energyWh: number
  co2G: number
}

export const co2Cells: Cells<Co2Facts> = {
  ...stretchCells,
  name: ({ name }) => name,
  cost_centre: ({ costCentre }) => costCentre,
  customer: ({ customer }) => customer,
  sessions: ({ sessions }) => sessions,
  energy_kwh: ({ energyWh }) => energyWh,
  factor_g_per_kwh: ({ gPerKwh }) => gPerKwh,
  co2_g: ({ co2G }) => co2G,
}

/** Each session is rounded to grams by itself, so that sums are the same however time is cut. */
export function co2Grouping(
  of: ReportSpec['co2Of'],
  gPerKwh: number,
): Grouping<SessionFacts, Co2Facts> {
  return {
    atOf: ({ transaction }) => transaction.startedAt,
    *partsOf({ stay, transaction: { energyWh } }, days) {
      const named = nameOf(of, stay)
      yield {
        key: Object.values(named).join('\u0000'),
        first: () => ({ ...days, ...named, gPerKwh, sessions: 0, energyWh: 0, co2G: 0 }),
        add(sum) {
          sum.sessions += 1
          sum.energyWh += energyWh
          sum.co2G += Math.round((energyWh * gPerKwh) / 1_000)
        },
      }
    },
  }
}

function nameOf(
  of: ReportSpec['co2Of'],
  stay: SessionFacts['stay'],
): Pick<Co2Facts, 'name' | 'costCentre' | 'customer'> {
  const { plate, costCentre, customer, station } = stay
  switch (of) {
    case 'vehicle':
      return { name: plate, costCentre, customer }
    case 'customer':
      return { name: customer, costCentre: '', customer }
    case 'station':
      return { name: station, costCentre: '', customer: '' }
  }
}
