import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../i18n/use-format.ts'
import { hrefOf } from '../../navigation/use-route.ts'
import { useHeldBack } from '../../session/needs.tsx'
import type { ReadinessRow } from './readiness-row.ts'
import { nameOf } from './use-readiness-acts.ts'

/** What can be done for a car at once. */
export interface RowActs {
  readonly onRaise: (row: ReadinessRow) => void
  readonly onStay: (row: ReadinessRow, until: number) => void
  readonly onStart: (row: ReadinessRow) => void
}

/** The one thing to do for a car: a button where it can be done here, a link to where it can. */
export function ActButton({ row, acts, now }: { row: ReadinessRow; acts: RowActs; now: number }) {
  const { t } = useTranslation('readiness')
  const format = useFormat()
  const operates = useHeldBack('operate')
  const plans = useHeldBack('plan')
  const { act } = row
  const plate = nameOf(row) || t('unnamed')
  const link = (words: string, href: string) => (
    <a className="lp-rd-link" href={href} aria-label={t('act.named', { act: words, plate })}>
      {words}
    </a>
  )
  const button = (words: string, run: () => void) => (
    <Button
      variant="default"
      size="compact-sm"
      className="lp-rd-button"
      {...(act.kind === 'startNow' ? operates : plans)}
      aria-label={t('act.named', { act: words, plate })}
      onClick={run}
    >
      {words}
    </Button>
  )
  const timeline = hrefOf({ screen: 'timeline', open: row.id })
  switch (act.kind) {
    case 'raise':
      return button(t('act.raise'), () => acts.onRaise(row))
    case 'stay': {
      const words = t('act.stay', { when: format.moment(act.until, now) })
      return button(words, () => acts.onStay(row, act.until))
    }
    case 'startNow':
      return button(t('act.startNow'), () => acts.onStart(row))
    case 'look':
      return link(t('act.look'), hrefOf({ screen: 'station', stationId: act.stationId }))
    case 'place':
    case 'move':
      return link(t(`act.${act.kind}`), timeline)
    case 'show':
      return link(t('act.showShort'), timeline)
  }
}
