import { Button } from '@mantine/core'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useMay } from '../../../live/session-store.ts'
import { useAct } from '../../../live/use-act.ts'
import { useClient, useRows } from '../../../live/use-live.ts'
import { useNow } from '../../../live/use-now.ts'
import { ErrorNote } from '../../../ui/frame/error-note.tsx'
import { Facts } from '../../../ui/frame/facts.tsx'
import { useSendCommand } from '../command/use-commands.ts'
import type { StationRow } from '../station-row.ts'
import { chargerOf, controlViews } from './control-view.ts'
import { useControlWords } from './control-words.ts'
import { CourseCurve } from './course-curve.tsx'
import './control.css'

/** How the station is told what it may draw, and whether it listens. */
export function ControlPanel({ row }: { row: StationRow }) {
  const { t } = useTranslation(['station', 'stations'])
  const client = useClient()
  const may = useMay('operate')
  const now = useNow(10_000)
  const controls = useRows('chargingControl')
  const voltageV = useRows('site')[0]?.voltageV ?? 230
  const words = useControlWords(voltageV)
  const stationId = row.id
  const charger = useMemo(() => chargerOf(controls, stationId), [controls, stationId])
  const views = useMemo(
    () => controlViews(controls, stationId, voltageV, now),
    [controls, stationId, voltageV, now],
  )
  const read = useSendCommand(stationId)
  const again = useAct(() => client.chargingControl.sendAgain({ stationId }))
  const closed = row.station.connection !== 'online' || !may
  const error = read.error ?? again.error
  return (
    <section className="lp-panel lp-part" aria-label={t('control.title')}>
      <header className="lp-part-head">
        <h2>{t('control.title')}</h2>
        <div className="lp-control-acts">
          <Button
            variant="default"
            size="compact-sm"
            disabled={closed}
            loading={read.busy}
            onClick={() => void read.run({ action: 'GetConfiguration', payload: {} })}
          >
            {t('control.readAgain')}
          </Button>
          <Button
            variant="default"
            size="compact-sm"
            disabled={closed || views.length === 0}
            loading={again.busy}
            onClick={() => void again.run(undefined)}
          >
            {t('control.sendAgain')}
          </Button>
        </div>
      </header>
      <ErrorNote error={error} />
      <p className="lp-soft">{words.capability(charger)}</p>
      {views.map(({ control, last, course }) => (
        <article
          key={control.id}
          className="lp-control"
          aria-label={t('stations:connector', { number: control.connectorId })}
        >
          {views.length < 2 ? null : (
            <h3>{t('stations:connector', { number: control.connectorId })}</h3>
          )}
          {control.reason === null ? null : (
            <p className="lp-control-reason">{t(`control.reason.${control.reason}`)}</p>
          )}
          {course === null ? null : <CourseCurve course={course} now={now} />}
          <Facts
            rows={[
              [t('control.byItself'), words.fallback(control)],
              [t('control.lastSent'), words.last(last, now)],
              [t('control.obeys'), words.follows(control, now)],
            ]}
          />
        </article>
      ))}
    </section>
  )
}
