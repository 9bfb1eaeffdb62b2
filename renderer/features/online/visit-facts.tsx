import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../i18n/use-format.ts'
import { useMay } from '../../live/session-store.ts'
import { useSite } from '../../live/use-live.ts'
import { Facts } from '../../ui/frame/facts.tsx'
import { useStretchWords } from '../../ui/words/stretch-words.ts'
import type { VisitWords } from './use-visit-words.ts'
import type { VisitRow } from './visit-rows.ts'

type Fact = readonly [name: string, value: ReactNode]

/** What was asked for, and what came of it. */
export function VisitFacts({ row, words }: { row: VisitRow; words: VisitWords }) {
  const { t } = useTranslation('visit')
  const format = useFormat()
  const stretchOf = useStretchWords()
  const seesMoney = useMay('seeMoney')
  const currency = useSite()?.currency ?? 'SEK'
  const { visit, booking, window, line } = row
  const { wish } = visit
  const facts: (Fact | null)[] = [
    [t('fact.asked'), format.dateTime(visit.createdAt)],
    line === null ? null : [t('fact.line'), t('line', line)],
    [t('fact.wish'), words.need(wish.need)],
    booking === null
      ? [t('fact.between'), stretchOf(wish.arrivesFrom, wish.departsBy)]
      : [t('fact.window'), stretchOf(window.from, window.until)],
    visit.isFlexible ? [t('fact.flexible'), t('yes')] : null,
    visit.expectedAt === null ? null : [t('fact.expected'), format.dateTime(visit.expectedAt)],
    [t('fact.pays'), t(`pays.${visit.pays}`)],
    seesMoney && visit.depositMinor > 0
      ? [t('fact.deposit'), format.money(visit.depositMinor, currency)]
      : null,
    visit.holdUntil === null ? null : [t('fact.held'), format.dateTime(visit.holdUntil)],
    visit.lapse === null ? null : [t('fact.lapse'), format.dateTime(visit.lapse.until)],
    visit.state === 'over' ? [t('fact.ended'), format.dateTime(visit.since)] : null,
    [t('fact.linkUntil'), format.dateTime(visit.expiresAt)],
  ]
  return <Facts rows={facts.filter((fact) => fact !== null)} />
}
