const SPACES = /[\s\u00a0\u202f']/gu
const UNIT = /^(?<figures>.*?)(?<unit>[kM]?W(?:h)?)$/i

/** In what a column's plain numbers are, as far as its heading tells. */
export type Unit = 'W' | 'kW' | 'Wh' | 'kWh'

/**
 * A number as people write it: with a decimal comma or point, and with spaces or the other of the two between its
 * thousands. Undefined when it is none.
 */
export function readNumber(written: string): number | undefined {
  const bare = written.replaceAll(SPACES, '').replace('\u2212', '-')
  const comma = bare.lastIndexOf(',')
  const point = bare.lastIndexOf('.')
  // Where both are, the last is the decimal sign; where one comes twice, it stands between thousands.
  const grouping = comma >= 0 && point >= 0 ? (comma > point ? '.' : ',') : twice(bare)
  const plain = (grouping === null ? bare : bare.replaceAll(grouping, '')).replace(',', '.')
  return /^[+-]?\d{1,15}(\.\d{0,15})?$/.test(plain) ? Number(plain) : undefined
}

function twice(bare: string): ',' | '.' | null {
  if (/,.*,/.test(bare)) return ','
  return /\..*\./.test(bare) ? '.' : null
}

/**
 * A power or an energy in whole W or Wh. A unit in the cell counts before the column's; without any it is kW or kWh.
 * @param what `W` for a power, `Wh` for an energy; the other's unit is none here
 * @param columnUnit what the heading says
 */
export function readQuantity(
  written: string,
  what: 'W' | 'Wh',
  columnUnit: Unit | null,
): number | undefined {
  const match = UNIT.exec(written.trim())
  const unit = (match?.groups?.['unit'] ?? columnUnit ?? `k${what}`).toLowerCase()
  if (!unit.endsWith(what.toLowerCase()) || unit.endsWith('h') !== (what === 'Wh')) return undefined
  const value = readNumber(match?.groups?.['figures'] ?? written)
  if (value === undefined) return undefined
  const scale = unit.startsWith('k') ? 1_000 : unit.startsWith('m') ? 1_000_000 : 1
  return Math.round(value * scale)
}
