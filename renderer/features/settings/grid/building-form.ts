import type { BaseLoad } from '../../../../shared/domain/site/base-load.ts'
import type { Site, SitePatch } from '../../../../shared/domain/site/site.ts'
import { kiloText, typedKilo } from '../../../ui/input/typed-kilo.ts'

/** How the building's load can be known, in the order offered. */
export const baseLoadKinds = ['none', 'constant', 'profile', 'series', 'meter'] as const
export type BaseLoadKind = BaseLoad['kind']

/** The two kinds of day of a profile. */
export const dayKinds = ['weekdayW', 'weekendW'] as const
export type DayKind = (typeof dayKinds)[number]

/** The building's load as it is typed; what belongs to another kind is kept while one tries them. */
export type BuildingForm = { kind: BaseLoadKind; constantKw: string } & Record<DayKind, number[]>
export type BuildingFlaw = 'constant'

/** An office that nobody has measured: what a profile begins with, W. */
const usualWeekdayW = [...hours(6, 4_000), ...hours(12, 15_000), ...hours(6, 5_000)]

/** The form that shows how the building's load is known. */
export function buildingFormOf({ baseLoad }: Pick<Site, 'baseLoad'>): BuildingForm {
  return {
    kind: baseLoad.kind,
    constantKw: baseLoad.kind === 'constant' ? kiloText(baseLoad.powerW) : '',
    weekdayW: baseLoad.kind === 'profile' ? baseLoad.weekdayW : usualWeekdayW,
    weekendW: baseLoad.kind === 'profile' ? baseLoad.weekendW : hours(24, 4_000),
  }
}

/** What is wrong with the form; empty when it may be sent. */
export function buildingFlaws(form: BuildingForm): BuildingFlaw[] {
  if (form.kind !== 'constant') return []
  const powerW = typedKilo(form.constantKw)
  const fits = typeof powerW === 'number' && powerW >= 0 && powerW <= 100_000_000
  return fits ? [] : ['constant']
}

/** What differs from the site. */
export function buildingPatchOf(form: BuildingForm, site: Pick<Site, 'baseLoad'>): SitePatch {
  const baseLoad = baseLoadOf(form)
  return JSON.stringify(baseLoad) === JSON.stringify(baseLoadOf(buildingFormOf(site)))
    ? {}
    : { baseLoad }
}

function baseLoadOf({ kind, constantKw, weekdayW, weekendW }: BuildingForm): BaseLoad {
  switch (kind) {
    case 'constant':
      return { kind, powerW: typedKilo(constantKw) ?? 0 }
    case 'profile':
      return { kind, weekdayW, weekendW }
    default:
      return { kind }
  }
}

function hours(count: number, loadW: number): number[] {
  return Array.from({ length: count }, () => loadW)
}
