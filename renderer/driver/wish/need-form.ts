import type { VisitNeed } from '../../../shared/domain/visit/need.ts'

/** How much somebody wants, as it is typed: all ways at once, so that switching between them loses nothing. */
export interface NeedForm {
  readonly kind: VisitNeed['kind']
  readonly km: number | null
  readonly whPerKm: number
  readonly kWh: number | null
  readonly batteryKWh: number | null
  readonly fromPct: number
  readonly toPct: number
}

/** What the form begins with: as much as possible, which asks nothing of anybody. */
export const firstNeed: NeedForm = {
  ...{ kind: 'full', km: 100, whPerKm: 180, kWh: 20 },
  ...{ batteryKWh: 60, fromPct: 20, toPct: 80 },
}

/** What cars take of their batteries, Wh a km, by their size. */
export const carUses = { small: 150, middle: 180, large: 250 } as const

/** What of the form is missing or can't be. */
export type NeedProblem = 'needMissing' | 'socOrder'

/** The need that a form tells, or what is in the way. */
export function needOf(form: NeedForm): VisitNeed | NeedProblem {
  switch (form.kind) {
    case 'full':
      return { kind: 'full' }
    case 'distance':
      if (!within(form.km, 1, 2_000)) return 'needMissing'
      return { kind: 'distance', km: Math.round(form.km), whPerKm: form.whPerKm }
    case 'energy':
      if (!within(form.kWh, 0.1, 2_000)) return 'needMissing'
      return { kind: 'energy', energyWh: Math.round(form.kWh * 1_000) }
    case 'soc':
      if (!within(form.batteryKWh, 1, 2_000)) return 'needMissing'
      if (form.toPct <= form.fromPct) return 'socOrder'
      return {
        ...{ kind: 'soc', batteryWh: Math.round(form.batteryKWh * 1_000) },
        ...{ arrivalPct: form.fromPct, departurePct: form.toPct },
      }
  }
}

/** The form that tells a need; what it says nothing of stays as it was. */
export function needFormOf(need: VisitNeed, before: NeedForm = firstNeed): NeedForm {
  switch (need.kind) {
    case 'full':
      return { ...before, kind: 'full' }
    case 'distance':
      return { ...before, kind: 'distance', km: need.km, whPerKm: need.whPerKm }
    case 'energy':
      return { ...before, kind: 'energy', kWh: need.energyWh / 1_000 }
    case 'soc':
      return {
        ...before,
        ...{ kind: 'soc', batteryKWh: need.batteryWh / 1_000 },
        ...{ fromPct: need.arrivalPct, toPct: need.departurePct },
      }
  }
}

function within(value: number | null, least: number, most: number): value is number {
  return value !== null && value >= least && value <= most
}
