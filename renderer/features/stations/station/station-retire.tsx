import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAct } from '../../../live/use-act.ts'
import { tellAct } from '../../../live/last-act.ts'
import { useClient } from '../../../live/use-live.ts'
import { navigate } from '../../../navigation/use-route.ts'
import { ConfirmAct } from '../../../ui/frame/confirm-act.tsx'
import { inert } from '../../../ui/mark/inert.ts'
import type { StationRow } from '../station-row.ts'

/** Takes a station out of the site, once nothing charges on it. */
export function StationRetire({ row }: { row: StationRow }) {
  const { t } = useTranslation('station')
  const client = useClient()
  const [asking, setAsking] = useState(false)
  const { run, busy, error, clear } = useAct(() => client.station.retire({ id: row.id }))
  const station = inert(row.station.name, 60).text
  const charging = row.connectors.some((view) => view.transaction !== null)
  const confirm = async () => {
    if (!(await run(undefined))) return
    tellAct(t('settings.retired', { station }))
    navigate({ screen: 'stations' })
  }
  if (row.station.retiredAt !== null) return null
  return (
    <section className="lp-panel lp-part" aria-label={t('settings.retire')}>
      <header className="lp-part-head">
        <h2>{t('settings.retire')}</h2>
      </header>
      <p className="lp-soft">{t('settings.retireText')}</p>
      {charging ? <p>{t('settings.charging')}</p> : null}
      <Button
        variant="default"
        disabled={charging}
        onClick={() => {
          clear()
          setAsking(true)
        }}
      >
        {t('settings.retire')}
      </Button>
      <ConfirmAct
        opened={asking}
        title={t('settings.retireTitle', { station })}
        act={t('settings.retireConfirm', { station })}
        destructive
        busy={busy}
        error={error}
        onConfirm={() => void confirm()}
        onCancel={() => setAsking(false)}
      >
        {t('settings.retireText')}
      </ConfirmAct>
    </section>
  )
}
