import { IconBell, IconCircleCheck, IconCircleMinus, IconHourglass } from '@tabler/icons-react'
import { MoneyGlyph } from '../../payment/money-mark.tsx'
import type { ChargeState } from '../../ui/mark/charge-state.ts'
import { StateDot } from '../../ui/mark/state-dot.tsx'
import type { VisitGoing, VisitRow } from './visit-rows.ts'

const dots: Record<Exclude<VisitGoing, 'change'>, ChargeState> = {
  arrived: 'preparing',
  charging: 'charging',
  finished: 'finished',
  late: 'atRisk',
}

/** The shape of how a visit stands; always beside its words. */
export function VisitMark({ row: { visit, going } }: { row: VisitRow }) {
  const icon = { size: 16, stroke: 1.6, 'aria-hidden': true } as const
  if (going === 'change') return <MoneyGlyph look="waits" size={16} />
  if (going !== null) return <StateDot state={dots[going]} size={16} />
  switch (visit.state) {
    case 'waiting':
      return <IconHourglass {...icon} />
    case 'offered':
      return <IconBell {...icon} />
    case 'unpaid':
      return <MoneyGlyph look="waits" size={16} />
    case 'agreed':
      return <StateDot state="booked" size={16} />
    case 'over':
      return visit.endReason === 'done' ? (
        <IconCircleCheck {...icon} />
      ) : (
        <IconCircleMinus {...icon} />
      )
  }
}
