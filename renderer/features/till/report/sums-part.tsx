import type { MeansSum, ShiftSums } from '../../../../shared/domain/till/shift-sums.ts'
import type { SheetWords } from './sheet-words.ts'

/** What was taken and given back by means, what is left of it, and the tax in that. */
export function SumsPart({ sums, words }: { sums: ShiftSums; words: SheetWords }) {
  const { say, money, rate } = words
  const { taken, refunds, net, vat } = sums
  return (
    <>
      <table className="lp-receipt-lines">
        <tbody>
          <Means title={say('taken')} rows={taken} words={words} />
          <Means title={say('refunds')} rows={refunds} words={words} />
          {net.map(({ currency, amountMinor }) => (
            <tr key={currency} className="lp-receipt-total">
              <td>{say('net')}</td>
              <td>{money(amountMinor, currency)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {vat.length === 0 ? null : (
        <table className="lp-receipt-vat">
          <thead>
            <tr>
              <th>{say('vatRate')}</th>
              <th>{say('vatNet')}</th>
              <th>{say('vatTax')}</th>
            </tr>
          </thead>
          <tbody>
            {vat.map(({ currency, ratePct, exclMinor, vatMinor }) => (
              <tr key={`${currency} ${ratePct}`}>
                <td>{rate(ratePct)}</td>
                <td>{money(exclMinor, currency)}</td>
                <td>{money(vatMinor, currency)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  )
}

function Means({
  title,
  rows,
  words: { say, sayReceipt, money },
}: {
  title: string
  rows: readonly MeansSum[]
  words: SheetWords
}) {
  return (
    <>
      <tr className="lp-sheet-heading">
        <td colSpan={2}>{title}</td>
      </tr>
      {rows.length === 0 ? (
        <tr>
          <td colSpan={2}>{say('none')}</td>
        </tr>
      ) : (
        rows.map(({ means, currency, count, amountMinor }) => (
          <tr key={`${means} ${currency}`}>
            <td>
              {sayReceipt(`means.${means}`)} {say('count', { count })}
            </td>
            <td>{money(amountMinor, currency)}</td>
          </tr>
        ))
      )}
    </>
  )
}
