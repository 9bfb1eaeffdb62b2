import { useTranslation } from 'react-i18next'
import { HOUR, MINUTE } from '../../../../shared/time/instant.ts'
import { useFormat } from '../../../i18n/use-format.ts'
import { useNow } from '../../../live/use-now.ts'
import { Money } from '../../../payment/money.tsx'
import { Figure } from '../../../ui/mark/figure.tsx'
import { toPayMinor } from './desk-card.ts'
import type { DeskCard } from './desk-card.ts'

/** The numbers of a card: what it has taken, and the money that matters now. */
export function CardFigures({ card }: { card: DeskCard }) {
  const format = useFormat()
  const { column, deliveredWh } = card
  return (
    <div className="lp-dk-figures">
      {column === 'waiting' && card.kind !== 'paused' ? null : deliveredWh === null ? null : (
        <Figure value={format.energy(deliveredWh)} />
      )}
      <CardMoney card={card} />
    </div>
  )
}

/** The money of a card, and what it is: so far, to pay, to hand back. */
function CardMoney({ card }: { card: DeskCard }) {
  const { t } = useTranslation('desk')
  const { bill, due, kind, column } = card
  if (bill === null) return null
  const { currency } = bill
  const told = (minor: number, words: string) => (
    <span className="lp-dk-money">
      <Money minor={minor} currency={currency} /> <span className="lp-soft">{words}</span>
    </span>
  )
  if (kind === 'handBack' && due !== null) return told(due.handBackCoinsMinor, t('toHandBack'))
  if (bill.settlement !== 'pay') return told(bill.inclMinor, t('account'))
  if (column === 'charging' || kind === 'paused') return told(bill.inclMinor, t('soFar'))
  const minor = toPayMinor(card)
  if (column === 'waiting') return told(bill.estimatedMinor, t('thought'))
  return minor > 0 ? told(minor, t('toPay')) : <span className="lp-soft">{t('settled')}</span>
}

/** When it is over, or for how long it has stood there and what that costs. */
export function CardTime({ card }: { card: DeskCard }) {
  const { t } = useTranslation('desk')
  const format = useFormat()
  const now = useNow(10_000)
  const { bill, booking, kind, column } = card
  const { departsAt, finishedAt, leftAt } = booking
  if (column === 'waiting' && kind !== 'paused' && kind !== 'arrived') return null
  if (column === 'finished') {
    if (leftAt !== null) return <span>{t('unplugged', { since: format.moment(leftAt, now) })}</span>
    return finishedAt === null ? null : (
      <span>
        {t('idle', { idle: idleFor(now - finishedAt) })}
        {card.idleMinor > 0 && bill !== null ? (
          <strong className="lp-dk-idle">
            {' '}
            {t('idleFee', { amount: format.money(card.idleMinor, bill.currency) })}
          </strong>
        ) : null}
      </span>
    )
  }
  return departsAt <= now ? (
    <strong className="lp-dk-over">{t('over', { since: format.moment(departsAt, now) })}</strong>
  ) : (
    <span>{t('until', { until: format.end(now, departsAt, now) })}</span>
  )

  function idleFor(ms: number): string {
    if (ms < HOUR) return `${Math.max(0, Math.floor(ms / MINUTE))} min`
    return format.duration(ms)
  }
}
