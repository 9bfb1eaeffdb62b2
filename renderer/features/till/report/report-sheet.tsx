import type { ReactNode } from 'react'
import type { Paper } from '../../../payment/receipt/receipt-sheet.tsx'
import type { Language } from '../../../i18n/locale.ts'
import type { ZReport } from '../../../../shared/domain/till/z-report.ts'
import { DrawerPart } from './drawer-part.tsx'
import { sheetWords } from './sheet-words.ts'
import type { SheetWords } from './sheet-words.ts'
import { SumsPart } from './sums-part.tsx'
import '../../../payment/receipt/receipt.css'
import './sheet.css'

/** The frame of a report on paper: who sells, which report, when and by whom. */
export function Sheet({
  title,
  facts,
  seller,
  modes,
  language,
  paper,
  words,
  children,
}: {
  title: string
  facts: readonly (readonly [string, string])[]
  seller: ZReport['content']['seller']
  modes: readonly string[]
  language: Language
  paper: Paper
  words: SheetWords
  children: ReactNode
}) {
  const { say, sayReceipt, text } = words
  const voidWord = modes.includes('practice')
    ? say('practice')
    : modes.includes('test')
      ? say('test')
      : null
  return (
    <article className="lp-receipt lp-sheet" data-paper={paper} lang={language}>
      {paper === 'a4' ? <PageNumbers say={say} /> : null}
      {voidWord === null ? null : <p className="lp-receipt-void">{voidWord}</p>}
      <header>
        <h1>{text(seller.name, 120)}</h1>
        {seller.address.map((line, index) => (
          <p key={index}>{text(line, 80)}</p>
        ))}
        {seller.organisationNumber === '' ? null : (
          <p>
            {sayReceipt('organisationNumber')} {text(seller.organisationNumber, 30)}
          </p>
        )}
      </header>
      <h2>{title}</h2>
      <dl className="lp-receipt-facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {children}
      <footer>
        <p>{sayReceipt('notCertified')}</p>
        {voidWord === null ? null : <p className="lp-receipt-void">{voidWord}</p>}
      </footer>
    </article>
  )
}

/** On which page of how many one is, in the margin of each page (CSS Paged Media 3, §5). */
function PageNumbers({ say }: Pick<SheetWords, 'say'>) {
  const words = say('page', { page: '" counter(page) "', pages: '" counter(pages) "' })
  return <style>{`@page report-a4 { @bottom-center { content: "${words}" } }`}</style>
}

/** A Z report as it is printed: all that was frozen when its shift was closed. */
export function ZSheet({
  report,
  language,
  paper,
}: {
  report: ZReport
  language: Language
  paper: Paper
}) {
  const { content, number, hash } = report
  const words = sheetWords(language, content.timeZone, content.currency)
  const { say, at, who, text, money } = words
  const by = (instant: number, actor: string) =>
    who(actor) === '' ? at(instant) : say('by', { at: at(instant), who: who(actor) })
  const { receipts, voids, approvals, handedOver, handOverNote } = content
  return (
    <Sheet
      title={say('z', { number })}
      facts={[
        [say('till'), `${text(content.siteName, 80)} · ${text(content.tillName, 60)}`],
        [say('shift'), String(content.shiftNumber)],
        [say('opened'), by(content.openedAt, content.openedBy)],
        [say('closed'), by(content.closedAt, content.closedBy)],
        [say('receipts'), receipts === null ? say('noReceipts') : say('receiptsOf', receipts)],
      ]}
      seller={content.seller}
      modes={content.modes}
      language={language}
      paper={paper}
      words={words}
    >
      <SumsPart sums={content} words={words} />
      <DrawerPart content={content} words={words} />
      {voids.length === 0 ? null : <h2>{say('voids')}</h2>}
      {voids.map(({ currency, count, amountMinor }) => (
        <p key={currency}>
          {say('count', { count })} {money(amountMinor, currency)}
        </p>
      ))}
      {approvals.length === 0 ? null : <h2>{say('approvals')}</h2>}
      {approvals.map((passed, index) => (
        <p key={index}>
          {say(`approval.${passed.what}`)} {money(passed.amountMinor)}:{' '}
          {say('approvedBy', { who: text(passed.approvedBy, 60), by: text(passed.by, 60) })}
        </p>
      ))}
      {handedOver.length === 0 ? null : <h2>{say('handedOver')}</h2>}
      {handedOver.map(({ paymentId, state, plate, amountMinor, currency }) => (
        <p key={paymentId}>
          {text(plate, 20)} {money(amountMinor, currency)}{' '}
          {state === 'held' || state === 'open' ? say(`state.${state}`) : say('state.requested')}
        </p>
      ))}
      {handOverNote === '' ? null : (
        <>
          <h2>{say('note')}</h2>
          <p>{text(handOverNote, 500)}</p>
        </>
      )}
      <p className="lp-sheet-small">
        {say('version', { version: content.version })} · {say('hash')} {hash}
      </p>
    </Sheet>
  )
}
