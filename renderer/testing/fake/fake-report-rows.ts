import type { Column, Value } from '../../../shared/domain/report/column.ts'
import type { ReportKind } from '../../../shared/domain/report/report-kind.ts'
import { HOUR, MINUTE } from '../../../shared/time/instant.ts'
import type { Instant } from '../../../shared/time/instant.ts'

const words: Readonly<Record<string, readonly string[]>> = {
  site: ['Norra depån'],
  station: ['A1', 'A2', 'Bay 3', 'Bay 12'],
  evse_id: ['SE*LAD*E0001', 'SE*LAD*E0002'],
  tariff: ['Dag och natt', 'Gäster'],
  means: ['cash', 'reader', 'swish', 'checkout'],
  payment_method: ['cash', 'reader', 'swish', 'invoice'],
  plate: ['ABC 123', 'DEF 45G', 'GHI 789', 'JKL 01M'],
  customer: ['Åkeri Norr AB', '=HYPERLINK("x")', ''],
  cost_centre: ['4711', '4712', ''],
  attendant: ['Kim', 'Noor'],
  reason: ['', 'correction'],
  settlement: ['desk', 'invoice'],
  kind: ['payment', 'payment', 'payment', 'refund'],
}

/** How many rows a fake report has: one for every 20 minutes, as a busy garage does, and fewer where it sums up. */
export function countOf(kind: ReportKind, fromAt: Instant, untilAt: Instant): number {
  const hours = Math.max(0, untilAt - fromAt) / HOUR
  const each: Partial<Record<ReportKind, number>> = { vat: 200, payouts: 48, refunds: 9 }
  return Math.floor(hours / (each[kind] ?? 1 / 3))
}

/** A value of a row, the same each time it is asked for. */
export function valueOf(column: Column, row: number, fromAt: Instant): Value {
  const at = fromAt + row * 20 * MINUTE
  const [netMinor, energyWh] = [2_350 + ((row * 7_919) % 40_000), 4_000 + ((row * 6_007) % 52_000)]
  const grossMinor = netMinor + Math.round(netMinor / 4)
  const told = words[column.key]
  if (told !== undefined) return told[row % told.length] ?? ''
  switch (column.kind) {
    case 'currency':
      return 'SEK'
    case 'instant':
      return at
    case 'day':
      return new Date(at).toISOString().slice(0, 10)
    case 'money':
      if (column.key === 'net') return netMinor
      if (column.key === 'vat') return grossMinor - netMinor
      return /gross|amount/.test(column.key) ? grossMinor * (row % 23 === 7 ? -1 : 1) : 0
    case 'energy':
      return energyWh
    case 'power':
      return 11_000
    case 'duration':
      return 600 + ((row * 997) % 14_000)
    case 'percent':
      return column.key === 'vat_rate' ? 25 : (row * 13) % 100
    case 'integer':
      return column.key === 'connector' ? 1 : row + 1
    case 'code':
    case 'text':
      return /_id$|_no$/.test(column.key) ? `${column.key.slice(0, 3)}-${1_000 + row}` : ''
  }
}
