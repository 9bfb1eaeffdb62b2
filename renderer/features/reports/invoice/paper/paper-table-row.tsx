import i18next from 'i18next'
import type { Invoice, InvoiceLine } from '../../../../../shared/domain/invoice/invoice.ts'
import * as written from '../../../../i18n/format.ts'
import type { Style } from '../../../../i18n/format.ts'
import { inert } from '../../../../ui/mark/inert.ts'
import type { PaperRow } from './paper-rows.ts'

/** One row of the paper. */
export function PaperTableRow({
  row,
  invoice,
  style,
}: {
  row: PaperRow
  invoice: Invoice
  style: Style
}) {
  const say = i18next.getFixedT(invoice.language, 'invoicePaper')
  const money = (minor: number) => written.formatMoney(minor, invoice.currency, style)
  const kWh = (wh: number) => written.formatNumber(wh / 1_000, 2, style)
  switch (row.is) {
    case 'gap':
      return <div className="lp-invoice-row" />
    case 'title':
      return <h3 className="lp-invoice-row">{say(row.of)}</h3>
    case 'head':
      return row.of === 'groups' ? (
        <Cells
          of="groups"
          isHead
          cells={[
            say('columns.plate'),
            say('columns.vehicle'),
            say('columns.costCentre'),
            say('columns.stays'),
            say('columns.energy'),
            say('columns.net'),
            say('columns.gross'),
          ]}
        />
      ) : (
        <Cells
          of="lines"
          isHead
          cells={[
            say('columns.date'),
            say('columns.plate'),
            say('columns.costCentreShort'),
            say('columns.connector'),
            say('columns.energy'),
            say('columns.rate'),
            say('columns.net'),
            say('columns.gross'),
          ]}
        />
      )
    case 'group': {
      const { plate, vehicle, costCentre, stays, energyWh, exclMinor, inclMinor } = row.group
      const words = [plate, vehicle, costCentre].map((word) => inert(word, 40).text)
      const figures = [String(stays), kWh(energyWh), money(exclMinor), money(inclMinor)]
      return <Cells of="groups" cells={[...words, ...figures]} />
    }
    case 'line': {
      const { line } = row
      const words = [
        written.formatDateTime(line.startsAt, style),
        inert(line.plate || line.idToken, 20).text,
        inert(line.costCentre, 20).text,
        line.corrects === ''
          ? inert(line.connector, 40).text
          : say('corrects', { name: inert(line.corrects, 20).text }),
      ]
      const figures = [
        line.energyWh === 0 ? '' : kWh(line.energyWh),
        rateOf(line, style, say('mixed')),
        money(line.exclMinor),
        money(line.inclMinor),
      ]
      return <Cells of="lines" cells={[...words, ...figures]} />
    }
  }
}

function Cells({
  of,
  cells,
  isHead = false,
}: {
  of: 'groups' | 'lines'
  cells: readonly string[]
  isHead?: boolean
}) {
  return (
    <div className="lp-invoice-row" data-of={of} data-head={isHead || undefined}>
      {cells.map((cell, index) => (
        <span key={index}>{cell}</span>
      ))}
    </div>
  )
}

function rateOf({ vat }: InvoiceLine, style: Style, mixed: string): string {
  const [only, ...others] = vat
  if (only === undefined) return ''
  return others.length === 0 ? `${written.formatRate(only.ratePct, style)} %` : mixed
}
