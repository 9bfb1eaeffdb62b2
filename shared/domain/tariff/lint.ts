import type { LintFinding } from './lint-finding.ts'
import { reachFindings } from './lint-reach.ts'
import type { OcpiTariff, PriceComponent, TariffDimension } from './ocpi-tariff.ts'

/** What a tariff is looked at beside. */
export interface LintSurroundings {
  /** The site's. */
  readonly currency: string
  /** Of the strongest connector where it is paid on the spot; null: none, or not known. */
  readonly adHocPowerW: number | null
  /** Today by the site's clock, yyyy-mm-dd. */
  readonly today: string
}

/** From here on AFIR, article 5(4), wants the price by the kWh, with nothing beside it but minutes. */
const AFIR_FAST_W = 50_000

/** Above these a step is much: a kWh, and a quarter of an hour. */
const LARGE_STEP = { ENERGY: 1_000, TIME: 900, PARKING_TIME: 900, FLAT: Infinity } as const

/** AFIR's order. */
const ORDER: readonly TariffDimension[] = ['ENERGY', 'TIME', 'PARKING_TIME', 'FLAT']

/** What is odd about a tariff, the gravest first. */
export function lintTariff(tariff: OcpiTariff, around: LintSurroundings): LintFinding[] {
  const found = [
    ...currencyFindings(tariff, around),
    ...afirFindings(tariff, around),
    ...reachFindings(tariff),
    ...priceFindings(tariff),
    ...stepFindings(tariff),
    ...dateFindings(tariff, around.today),
  ]
  return gravestFirst(found)
}

/** Findings in the order in which they are shown. */
export function gravestFirst(found: readonly LintFinding[]): LintFinding[] {
  const rank = { error: 0, warning: 1, note: 2 }
  return found.toSorted((one, other) => rank[one.severity] - rank[other.severity])
}

function currencyFindings({ currency }: OcpiTariff, around: LintSurroundings): LintFinding[] {
  if (currency === around.currency) return []
  const { currency: ours } = around
  return [{ code: 'currencyOther', severity: 'error', path: 'currency', currency: ours }]
}

function afirFindings(tariff: OcpiTariff, { adHocPowerW }: LintSurroundings): LintFinding[] {
  const placed = componentsOf(tariff).filter(({ reserved }) => !reserved)
  if (adHocPowerW === null || placed.every(({ component }) => component.price === 0)) return []
  if (adHocPowerW < AFIR_FAST_W) {
    let last = 0
    for (const { component, path } of placed) {
      const rank = ORDER.indexOf(component.type)
      if (rank < last) return [{ code: 'afirOrder', severity: 'note', path }]
      last = rank
    }
    return []
  }
  const told = { severity: 'warning', powerW: adHocPowerW } as const
  const sessions = placed.filter(
    ({ component }) => component.type === 'FLAT' && component.price > 0,
  )
  const byEnergy = placed.some(({ component }) => component.type === 'ENERGY')
  return [
    ...sessions.map(({ path }) => ({ code: 'afirFastSession', path, ...told }) as const),
    ...(byEnergy ? [] : [{ code: 'afirFastNoEnergy', path: 'elements', ...told } as const]),
  ]
}

function priceFindings(tariff: OcpiTariff): LintFinding[] {
  const placed = componentsOf(tariff)
  const costs = placed.some(({ component }) => component.price > 0)
  return placed.flatMap(({ component, path, bound, reserved }) => {
    const found: LintFinding[] = []
    if (tariff.tax_included !== 'N/A' && component.vat === undefined)
      found.push({ code: 'vatMissing', severity: 'warning', path: `${path}.vat` })
    // Nothing at night is meant, and for a reservation; nothing at all is hardly.
    if (component.price === 0 && costs && !reserved)
      found.push({
        code: 'zeroPrice',
        severity: bound ? 'note' : 'warning',
        path: `${path}.price`,
      })
    return found
  })
}

function stepFindings(tariff: OcpiTariff): LintFinding[] {
  const placed = componentsOf(tariff)
  const steps = new Map<string, Set<number>>()
  const found: LintFinding[] = []
  for (const { component, path, reserved } of placed) {
    const { type, step_size: step } = component
    const told = { path: `${path}.step_size`, step }
    if (type === 'FLAT') {
      if (step !== 1) found.push({ code: 'flatStep', severity: 'note', ...told })
      continue
    }
    if (step === 0) found.push({ code: 'stepZero', severity: 'note', ...told })
    const unit = type === 'ENERGY' ? 'Wh' : 's'
    if (step > LARGE_STEP[type])
      found.push({ code: 'stepLarge', severity: 'warning', ...told, unit })
    const group = `${type} ${reserved}`
    const known = steps.get(group) ?? new Set()
    if (known.size > 0 && !known.has(step))
      found.push({ code: 'stepsDiffer', severity: 'note', ...told })
    steps.set(group, known.add(step))
  }
  return found
}

function dateFindings({ elements }: OcpiTariff, today: string): LintFinding[] {
  return elements.flatMap(({ restrictions }, index) =>
    restrictions?.end_date !== undefined && restrictions.end_date <= today
      ? [{ code: 'isOver', severity: 'note', path: `elements[${index}].restrictions.end_date` }]
      : [],
  )
}

interface Placed {
  readonly component: PriceComponent
  readonly path: string
  readonly reserved: boolean
  /** Counts only at times, not always. */
  readonly bound: boolean
}

function componentsOf({ elements }: OcpiTariff): Placed[] {
  return elements.flatMap(({ price_components, restrictions = {} }, element) =>
    price_components.map((component, index) => ({
      component,
      path: `elements[${element}].price_components[${index}]`,
      reserved: restrictions.reservation !== undefined,
      bound: Object.keys(restrictions).length > 0,
    })),
  )
}
