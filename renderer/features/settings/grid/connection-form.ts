import { type PlanObjective, phaseLimitDa } from '../../../../shared/domain/site/grid.ts'
import type { Site, SitePatch } from '../../../../shared/domain/site/site.ts'
import { kiloText, typedKilo } from '../../../ui/input/typed-kilo.ts'
import { ampereText, typedAmpere, typedNumber } from './typed-number.ts'

/** The grid connection as it is typed. */
export type ConnectionForm = {
  limitKw: string
  limitA: string
  voltageV: string
  reservePct: string
  planObjective: PlanObjective
  controlsChargers: boolean
}
export type ConnectionFlaw = 'limitKw' | 'limitA' | 'voltageV' | 'reservePct'

/** The form that shows a site's connection. */
export function connectionFormOf(site: Site): ConnectionForm {
  return {
    limitKw: kiloText(site.gridLimitW),
    limitA: ampereText(site.gridLimitDa),
    voltageV: String(site.voltageV),
    reservePct: String(site.reservePct),
    planObjective: site.planObjective,
    controlsChargers: site.controlsChargers,
  }
}

/** What is wrong with the form; empty when it may be sent. */
export function connectionFlaws(form: ConnectionForm): ConnectionFlaw[] {
  const flaws: ConnectionFlaw[] = []
  if (!isLimitW(typedKilo(form.limitKw))) flaws.push('limitKw')
  if (!isLimitDa(typedAmpere(form.limitA))) flaws.push('limitA')
  if (!isWithin(typedNumber(form.voltageV), 100, 480)) flaws.push('voltageV')
  if (!isWithin(typedNumber(form.reservePct), 0, 50)) flaws.push('reservePct')
  return flaws
}

/** Only what differs from the site, so that another desk's change of the rest is left alone. */
export function connectionPatchOf(form: ConnectionForm, site: Site): SitePatch {
  const told = {
    gridLimitW: typedKilo(form.limitKw) ?? null,
    gridLimitDa: typedAmpere(form.limitA) ?? null,
    voltageV: typedNumber(form.voltageV) ?? site.voltageV,
    reservePct: typedNumber(form.reservePct) ?? site.reservePct,
    planObjective: form.planObjective,
    controlsChargers: form.controlsChargers,
  }
  return {
    ...(told.gridLimitW === site.gridLimitW ? {} : { gridLimitW: told.gridLimitW }),
    ...(told.gridLimitDa === site.gridLimitDa ? {} : { gridLimitDa: told.gridLimitDa }),
    ...(told.voltageV === site.voltageV ? {} : { voltageV: told.voltageV }),
    ...(told.reservePct === site.reservePct ? {} : { reservePct: told.reservePct }),
    ...(told.planObjective === site.planObjective ? {} : { planObjective: told.planObjective }),
    ...(told.controlsChargers === site.controlsChargers
      ? {}
      : { controlsChargers: told.controlsChargers }),
  }
}

/** Whether a typed limit in W is none or one that there is. */
export function isLimitW(limitW: number | null | undefined): boolean {
  return limitW === null || (limitW !== undefined && limitW >= 1_000 && limitW <= 100_000_000)
}

/** Whether a typed limit of each phase in 0.1 A is none or one that there is. */
export function isLimitDa(limitDa: number | null | undefined): boolean {
  return limitDa === null || phaseLimitDa.safeParse(limitDa).success
}

function isWithin(value: number | null | undefined, least: number, most: number): boolean {
  return typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most
}
