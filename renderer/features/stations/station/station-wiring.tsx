import { Button, NativeSelect } from '@mantine/core'
import { useMemo, useState } from 'react'
import type { FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { feederTree } from '../../../../shared/domain/site/feeder-tree.ts'
import { phaseRotation } from '../../../../shared/domain/station/phase-rotation.ts'
import type { Station, Wiring } from '../../../../shared/domain/station/station.ts'
import { useAct } from '../../../live/use-act.ts'
import { useClient, useRows } from '../../../live/use-live.ts'
import { ErrorNote } from '../../../ui/frame/error-note.tsx'
import { inert } from '../../../ui/mark/inert.ts'
import { rotationWords } from '../../../ui/words/phase-rotation-words.ts'

const rotations = phaseRotation.options.map((value) => ({ value, label: rotationWords[value] }))

/** What a station hangs on and how its phases lie. Only what was changed here is sent. */
export function StationWiring({ station }: { station: Station }) {
  const { t } = useTranslation('station')
  const client = useClient()
  const feeders = useRows('feeder')
  const [changes, setChanges] = useState<Partial<Wiring>>({})
  const [saved, setSaved] = useState(false)
  const { run, busy, error } = useAct((input: Partial<Wiring>) =>
    client.station.update({ id: station.id, ...input }),
  )
  const choices = useMemo(
    () => [
      { value: '', label: t('settings.feederSite') },
      ...feederTree(feeders).map(({ feeder, depth }) => ({
        value: feeder.id,
        label: `${'\u2003'.repeat(depth)}${inert(feeder.name, 60).text}`,
      })),
    ],
    [feeders, t],
  )
  const shown = { ...station, ...changes }
  const changed =
    shown.feederId !== station.feederId || shown.phaseRotation !== station.phaseRotation
  const change = (wiring: Partial<Wiring>) => {
    setSaved(false)
    setChanges({ ...changes, ...wiring })
  }
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (!changed || !(await run(changes))) return
    setChanges({})
    setSaved(true)
  }
  return (
    <section className="lp-panel lp-part" aria-label={t('settings.wiring')}>
      <header className="lp-part-head">
        <h2>{t('settings.wiring')}</h2>
      </header>
      <p className="lp-soft">{t('settings.wiringText')}</p>
      <form className="lp-station-form" onSubmit={(event) => void submit(event)}>
        <NativeSelect
          label={t('settings.feeder')}
          data={choices}
          value={shown.feederId ?? ''}
          onChange={({ currentTarget: { value } }) =>
            change({ feederId: value === '' ? null : value })
          }
        />
        <NativeSelect
          label={t('settings.rotation')}
          description={t('settings.rotationHint')}
          data={rotations}
          value={shown.phaseRotation}
          onChange={({ currentTarget: { value } }) => {
            const rotation = phaseRotation.options.find((known) => known === value)
            if (rotation) change({ phaseRotation: rotation })
          }}
        />
        <ErrorNote error={error} />
        <div className="lp-station-form-end">
          <Button type="submit" loading={busy} disabled={!changed}>
            {t('settings.save')}
          </Button>
          <span role="status" className="lp-soft">
            {saved && !changed ? t('settings.saved') : ''}
          </span>
        </div>
      </form>
    </section>
  )
}
