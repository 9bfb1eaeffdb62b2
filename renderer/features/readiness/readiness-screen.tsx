import { Button } from '@mantine/core'
import { IconArrowsMaximize, IconArrowsMinimize, IconFlagCheck } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../i18n/use-format.ts'
import { useConnection } from '../../live/use-live.ts'
import { useNow } from '../../live/use-now.ts'
import { hrefOf, navigate } from '../../navigation/use-route.ts'
import { EmptyState } from '../../ui/frame/empty-state.tsx'
import { Screen } from '../../ui/frame/screen.tsx'
import type { RowActs } from './act-button.tsx'
import { ReadinessBoard } from './readiness-board.tsx'
import { everyCar, filterReadiness } from './readiness-filter.ts'
import { needsHand } from './readiness-row.ts'
import type { ReadinessRow } from './readiness-row.ts'
import { ReadinessToolbar } from './readiness-toolbar.tsx'
import { narrow, useReadinessView } from './readiness-view.ts'
import { StartDialog } from './start-dialog.tsx'
import { useReadinessActs } from './use-readiness-acts.ts'
import { useReadinessRows } from './use-readiness-rows.ts'
import './readiness.css'

/** Who departs next, and how sure it is that each car will be ready. */
export function ReadinessScreen({ wall }: { wall: boolean }) {
  const { t } = useTranslation('readiness')
  const now = useNow(10_000)
  const { filter, horizonH } = useReadinessView()
  const every = useReadinessRows(now, horizonH)
  const rows = useMemo(() => filterReadiness(every, filter), [every, filter])
  const troubled = useMemo(() => every.filter(needsHand).length, [every])
  const { raise, stay } = useReadinessActs()
  const [starting, setStarting] = useState<ReadinessRow | null>(null)
  const acts = useMemo(
    (): RowActs => ({
      onRaise: (row) => void raise(row),
      onStay: (row, until) => void stay(row, until),
      onStart: setStarting,
    }),
    [raise, stay],
  )
  return (
    <div className={wall ? 'lp-rd lp-rd-wall' : 'lp-rd'}>
      <Screen
        title={t('title')}
        summary={<Summary count={every.length} troubled={troubled} hours={horizonH} />}
        actions={<WallButton wall={wall} />}
        toolbar={wall ? undefined : <ReadinessToolbar rows={every} troubled={troubled} />}
      >
        {rows.length > 0 ? (
          <ReadinessBoard rows={rows} acts={acts} now={now} />
        ) : every.length > 0 ? (
          <EmptyState
            title={t('noMatch.title')}
            action={
              <Button variant="default" onClick={() => narrow(everyCar)}>
                {t('filter.clear')}
              </Button>
            }
          >
            {t('noMatch.text')}
          </EmptyState>
        ) : (
          <EmptyState
            icon={<IconFlagCheck size={40} stroke={1.2} />}
            title={t('empty.title')}
            action={
              <Button component="a" href={hrefOf({ screen: 'timeline' })}>
                {t('empty.act')}
              </Button>
            }
          >
            {t('empty.text')}
          </EmptyState>
        )}
        {starting === null ? null : (
          <StartDialog row={starting} onClose={() => setStarting(null)} />
        )}
      </Screen>
    </div>
  )
}

function Summary({ count, troubled, hours }: { count: number; troubled: number; hours: number }) {
  const { t } = useTranslation('readiness')
  const format = useFormat()
  const { state, heardAt } = useConnection()
  return (
    <span>
      {t('summary', { count, hours })}
      {count === 0 ? null : ' · '}
      {count === 0 ? null : troubled > 0 ? (
        <strong className="lp-rd-troubled">{t('troubled', { count: troubled })}</strong>
      ) : (
        t('allWell')
      )}
      {state === 'lost' && heardAt !== null
        ? ` · ${t('stale', { when: format.clock(heardAt) })}`
        : null}
    </span>
  )
}

function WallButton({ wall }: { wall: boolean }) {
  const { t } = useTranslation('readiness')
  const Icon = wall ? IconArrowsMinimize : IconArrowsMaximize
  return (
    <Button
      variant="default"
      aria-pressed={wall}
      title={t('wall.hint')}
      leftSection={<Icon size={16} aria-hidden="true" />}
      onClick={() => navigate({ screen: 'readiness', ...(wall ? {} : { wall: true }) })}
    >
      {t(wall ? 'wall.off' : 'wall.on')}
    </Button>
  )
}
