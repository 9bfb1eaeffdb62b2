import {
  type ChargingPeriod,
  idlePeriod,
} from '../../../../shared/domain/tariff/charging-period.ts'
import { expectedPeriods } from '../../../../shared/domain/tariff/estimate.ts'
import { withoutGrace } from '../../../../shared/domain/tariff/idle-grace.ts'
import { DAY, MINUTE } from '../../../../shared/time/instant.ts'
import { readLocalTime } from '../../../ui/input/local-time.ts'
import { typedKilo } from '../../../ui/input/typed-kilo.ts'
import { typedNumber } from '../grid/typed-number.ts'

/** A session to try a tariff with, as typed; times by the site's clock. */
export interface SimulatorForm {
  readonly arrives: string
  readonly departs: string
  readonly needKwh: string
  readonly powerKw: string
  readonly reservedMin: string
  readonly comes: boolean
}

export type SimulatorFlaw = 'comes' | 'leaves' | 'need' | 'power' | 'reservedMin'

const LONGEST_MS = 30 * DAY

/** What is priced, or what is wrong with the form. */
export function periodsOfForm(
  form: SimulatorForm,
  timeZone: string,
  idleGraceMin: number,
): { readonly periods: ChargingPeriod[] } | { readonly flaws: readonly SimulatorFlaw[] } {
  const arrivesAt = readLocalTime(form.arrives, timeZone)
  const departsAt = readLocalTime(form.departs, timeZone)
  const needWh = typedKilo(form.needKwh)
  const powerW = typedKilo(form.powerKw) ?? 0
  const reservedMin = typedNumber(form.reservedMin) ?? 0
  const flaws: SimulatorFlaw[] = []
  if (arrivesAt === null) flaws.push('comes')
  else if (departsAt === null || departsAt <= arrivesAt || departsAt - arrivesAt > LONGEST_MS)
    flaws.push('leaves')
  if (needWh === undefined || (needWh !== null && needWh < 0)) flaws.push('need')
  if (powerW < 1_000 || powerW > 1_000_000) flaws.push('power')
  if (
    typedNumber(form.reservedMin) === undefined ||
    !Number.isInteger(reservedMin) ||
    reservedMin < 0 ||
    reservedMin > 1_440
  )
    flaws.push('reservedMin')
  if (flaws.length > 0 || arrivesAt === null || departsAt === null) return { flaws }
  const kept = form.comes ? 'RESERVATION' : 'RESERVATION_EXPIRED'
  const reserved =
    reservedMin === 0 ? [] : [idlePeriod(kept, arrivesAt - reservedMin * MINUTE, arrivesAt)]
  if (!form.comes) return { periods: reserved }
  const stay = { arrivesAt, departsAt, needWh: needWh ?? null, powerW }
  return { periods: [...reserved, ...withoutGrace(expectedPeriods(stay), idleGraceMin)] }
}
