import type { BillLine, BillLineKind } from '../../bill/bill.ts'
import type { ChargingPeriod } from '../../tariff/charging-period.ts'

/** What of a revision is billed by. */
export interface BilledState {
  readonly lines: readonly Pick<BillLine, 'kind' | 'ratePct' | 'exclMinor' | 'vatMinor'>[]
  readonly energyWh: number
  readonly periods: readonly Pick<ChargingPeriod, 'state' | 'seconds'>[]
}

/** What an entry changed: what it came to less what it had come to before. */
export interface Billed {
  readonly netsMinor: Readonly<Record<BillLineKind, number>>
  /** By rate of VAT, only where something changed. */
  readonly rates: readonly RateChange[]
  readonly netMinor: number
  readonly vatMinor: number
  readonly energyWh: number
  readonly chargingS: number
  readonly parkingS: number
}

export interface RateChange {
  readonly ratePct: number
  readonly netMinor: number
  readonly vatMinor: number
}

/** What a bill's becoming final changed, or its correction: all that is summed is a difference, so that sums come out. */
export function billedChange(before: BilledState | null, after: BilledState): Billed {
  const netsMinor: Record<BillLineKind, number> = {
    energy: 0,
    time: 0,
    parking: 0,
    flat: 0,
    reservation: 0,
    noShow: 0,
    adjustment: 0,
  }
  const rates: { ratePct: number; netMinor: number; vatMinor: number }[] = []
  let [netMinor, vatMinor] = [0, 0]
  const add = ({ lines }: BilledState, sign: 1 | -1): void => {
    for (const { kind, ratePct, exclMinor, vatMinor: taxMinor } of lines) {
      netsMinor[kind] += sign * exclMinor
      netMinor += sign * exclMinor
      vatMinor += sign * taxMinor
      let rate = rates.find((one) => one.ratePct === ratePct)
      if (rate === undefined) rates.push((rate = { ratePct, netMinor: 0, vatMinor: 0 }))
      rate.netMinor += sign * exclMinor
      rate.vatMinor += sign * taxMinor
    }
  }
  add(after, 1)
  if (before !== null) add(before, -1)
  return {
    netsMinor,
    rates: rates.filter((rate) => rate.netMinor !== 0 || rate.vatMinor !== 0),
    netMinor,
    vatMinor,
    energyWh: after.energyWh - (before?.energyWh ?? 0),
    chargingS: secondsOf(after, 'CHARGING') - (before === null ? 0 : secondsOf(before, 'CHARGING')),
    parkingS: secondsOf(after, 'PARKING') - (before === null ? 0 : secondsOf(before, 'PARKING')),
  }
}

function secondsOf({ periods }: BilledState, state: 'CHARGING' | 'PARKING'): number {
  let seconds = 0
  for (const period of periods) if (period.state === state) seconds += period.seconds
  return Math.round(seconds)
}
