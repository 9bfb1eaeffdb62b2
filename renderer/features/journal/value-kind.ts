/** How a value of the journal is to be read; names carry their units, as everywhere in Laddplan. */
export type ValueKind =
  | { kind: 'none' }
  | { kind: 'yesNo'; is: boolean }
  | { kind: 'instant'; at: number }
  | { kind: 'money'; minor: number }
  | { kind: 'power'; powerW: number }
  | { kind: 'energy'; energyWh: number }
  | { kind: 'current'; currentDa: number }
  | { kind: 'percent'; pct: number }
  | { kind: 'minutes'; count: number }
  | { kind: 'row'; id: string }
  | { kind: 'text'; text: string }

/** No instant of a charging site is smaller; what else is called `until` is. */
const LEAST_INSTANT = 1_000_000_000_000

/** Reads a value by the name of its field. */
export function valueKind(field: string, value: unknown): ValueKind {
  const name = field.split('.').at(-1) ?? field
  if (value === null || value === undefined || value === '') return { kind: 'none' }
  if (typeof value === 'boolean') return { kind: 'yesNo', is: value }
  if (typeof value === 'number') return numberKind(name, value)
  if (typeof value !== 'string') return { kind: 'text', text: JSON.stringify(value) }
  if (/(?:^i|I)d$/.test(name)) return { kind: 'row', id: value }
  return { kind: 'text', text: value }
}

function numberKind(name: string, value: number): ValueKind {
  if (/(?:At|Until|^at|^until|^from)$/.test(name) && value >= LEAST_INSTANT)
    return { kind: 'instant', at: value }
  if (name.endsWith('Minor')) return { kind: 'money', minor: value }
  if (name.endsWith('Wh')) return { kind: 'energy', energyWh: value }
  if (/[a-z]W$/.test(name)) return { kind: 'power', powerW: value }
  if (name.endsWith('Da')) return { kind: 'current', currentDa: value }
  if (name.endsWith('Pct')) return { kind: 'percent', pct: value }
  if (name.endsWith('Min')) return { kind: 'minutes', count: value }
  return { kind: 'text', text: String(value) }
}
