import type { VisitView } from '../../../shared/domain/visit/visit-view.ts'
import { billLineWords } from '../../../shared/words/bill-lines.ts'
import type { Instant } from '../../../shared/time/instant.ts'
import { Facts } from '../parts/facts.tsx'
import { Icon } from '../parts/icon.tsx'
import { priceLines } from '../words/price-words.ts'
import { useSays } from '../words/words.ts'
import { toPayMinor } from './paying.ts'

/** What a visit costs, line by line, what was paid and given back, and its receipts. */
export function Money({ view, now }: { view: VisitView; now: Instant }) {
  const says = useSays()
  const { words, format, language } = says
  const say = words.visit.money
  const { money, receipts, words: tariff } = view
  const nowMinor = view.may.includes('pay') && !money?.isFinal ? toPayMinor(view) : 0
  const laterMinor = (money?.dueMinor ?? 0) - nowMinor
  if (money === null && receipts.length === 0) return null
  const sum = (minor: number) => format.money(minor, money?.currency ?? '')
  return (
    <section aria-labelledby="money">
      <h2 id="money">{say.title}</h2>
      {money !== null && money.settlement !== 'pay' && <p>{say[money.settlement]}</p>}
      {money !== null && money.settlement === 'pay' && (
        <>
          <Facts
            rows={[
              ...money.lines.map(
                ({ kind, quantity, unit, inclMinor }) =>
                  [
                    `${billLineWords[language][kind]}${
                      quantity === null || unit === null || unit === 'session'
                        ? ''
                        : ` ${format.number(quantity, 2)} ${unit}`
                    }`,
                    sum(inclMinor),
                  ] as const,
              ),
              [
                money.isFinal ? say.final : say.estimated,
                <strong key="sum">{sum(money.estimatedMinor)}</strong>,
              ],
              [say.paid, money.paidMinor === 0 ? null : sum(money.paidMinor)],
              [words.site.details.sum, nowMinor > 0 ? sum(nowMinor) : null],
              [money.isFinal ? say.due : say.later, laterMinor > 0 ? sum(laterMinor) : null],
              [say.back, money.dueMinor < 0 ? sum(-money.dueMinor) : null],
              ...money.refunds.map(
                ({ amountMinor, state, at }) =>
                  [
                    say.refund(format.moment(at, now)),
                    <span key={at}>
                      {sum(amountMinor)} <span class="soft">{say.refundState[state]}</span>
                    </span>,
                  ] as const,
              ),
            ]}
          />
          {money.isTrifle && <p class="soft">{say.trifle}</p>}
          {view.pays === 'atDesk' && view.state !== 'over' && <p class="soft">{say.atDesk}</p>}
        </>
      )}
      {receipts.length > 0 && (
        <ul class="receipts" aria-label={say.receipts}>
          {receipts.map(({ path, number, kind, amountMinor }) => (
            <li key={path}>
              <a class="row-link" href={path}>
                <span>{kind === 'receipt' ? say.receipt(number) : say.refundReceipt(number)}</span>
                <span class="row-value">{sum(amountMinor)}</span>
                <Icon name="forward" />
              </a>
            </li>
          ))}
        </ul>
      )}
      {tariff !== null && view.state !== 'over' && (
        <details>
          <summary>{say.prices}</summary>
          <ul class="price-lines">
            {priceLines(tariff, says).map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </details>
      )}
    </section>
  )
}
