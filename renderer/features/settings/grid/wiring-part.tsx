import { Button, NativeSelect } from '@mantine/core'
import { useCallback, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Connector } from '../../../../shared/domain/connector/connector.ts'
import { useRows } from '../../../live/use-live.ts'
import { EmptyState } from '../../../ui/frame/empty-state.tsx'
import { ErrorNote } from '../../../ui/frame/error-note.tsx'
import { SpreadDialog } from './spread-dialog.tsx'
import { useFeederChoices, useWiring, type WiringChange } from './use-wiring.ts'
import { WiringTable } from './wiring-table.tsx'

/** Which feeder each station hangs on and how its phases lie, one by one or many at once. */
export function WiringPart() {
  const { t } = useTranslation('grid')
  const all = useRows('station')
  const connectors = useRows('connector')
  const choices = useFeederChoices()
  const wiring = useWiring()
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [target, setTarget] = useState('')
  const [spreading, setSpreading] = useState(false)
  const stations = useMemo(
    () =>
      all
        .filter(({ retiredAt }) => retiredAt === null)
        .toSorted((a, b) => a.name.localeCompare(b.name, 'sv', { numeric: true })),
    [all],
  )
  const connectorsOf = useMemo(() => byStation(connectors), [connectors])
  const { run } = wiring
  const wire = useCallback((change: WiringChange) => void run([change]), [run])
  const picked = stations.filter(({ id }) => chosen.has(id))
  const assign = async () => {
    const feederId = target === '' ? null : target
    const done = await wiring.run(picked.map((station) => ({ station, wiring: { feederId } })))
    if (done !== undefined) setChosen(new Set())
  }
  if (stations.length === 0)
    return <EmptyState title={t('wiring.none')}>{t('wiring.noneHint')}</EmptyState>
  return (
    <>
      <div className="lp-grid-bar">
        <span role="status">{t('wiring.chosen', { count: picked.length })}</span>
        <NativeSelect
          aria-label={t('wiring.assign')}
          data={choices}
          value={target}
          disabled={picked.length === 0}
          onChange={(event) => setTarget(event.currentTarget.value)}
        />
        <Button disabled={picked.length === 0} loading={wiring.busy} onClick={() => void assign()}>
          {t('wiring.assign')}
        </Button>
        <Button variant="default" className="lp-grid-far" onClick={() => setSpreading(true)}>
          {t('wiring.suggest')}
        </Button>
      </div>
      <p className="lp-soft lp-grid-words">{t('wiring.rotationHint')}</p>
      <ErrorNote error={wiring.error} />
      <WiringTable
        stations={stations}
        connectorsOf={connectorsOf}
        choices={choices}
        chosen={chosen}
        onChoose={setChosen}
        onWire={wire}
      />
      {spreading ? (
        <SpreadDialog
          stations={stations}
          connectors={connectors}
          onClose={() => setSpreading(false)}
        />
      ) : null}
    </>
  )
}

function byStation(connectors: readonly Connector[]): ReadonlyMap<string, Connector[]> {
  return Map.groupBy(
    connectors
      .filter(({ connectorId }) => connectorId > 0)
      .toSorted((a, b) => a.connectorId - b.connectorId),
    ({ stationId }) => stationId,
  )
}
