import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Station, Wiring } from '../../../../shared/domain/station/station.ts'
import { feederTree } from '../../../../shared/domain/site/feeder-tree.ts'
import { tellAct } from '../../../live/last-act.ts'
import { useAct } from '../../../live/use-act.ts'
import { useClient, useRows } from '../../../live/use-live.ts'
import { inert } from '../../../ui/mark/inert.ts'

/** What is to be changed of a station's wiring. */
export type WiringChange = { station: Station; wiring: Partial<Wiring> }

/** A feeder to choose; the empty value is the site's own connection. */
export type FeederChoice = { value: string; label: string }

/** Wires one or many stations; those that are as wanted already are left alone. */
export function useWiring() {
  const { t } = useTranslation('grid')
  const hub = useClient()
  return useAct(async (changes: readonly WiringChange[]) => {
    const needed = changes.filter(({ station, wiring }) => differs(station, wiring))
    for (const { station, wiring } of needed)
      await hub.station.update({ id: station.id, ...wiring })
    const [only, another] = needed
    if (only && !another) tellAct(t('wiring.said', { name: inert(only.station.name, 60).text }))
    else if (only) tellAct(t('wiring.assigned', { count: needed.length }))
    return needed.length
  })
}

/** The feeders to choose from, set in as they hang on one another, the site's own connection first. */
export function useFeederChoices(): FeederChoice[] {
  const { t } = useTranslation('grid')
  const feeders = useRows('feeder')
  return useMemo(
    () => [
      { value: '', label: t('feeders.site') },
      ...feederTree(feeders).map(({ feeder, depth }) => ({
        value: feeder.id,
        label: `${'\u2003'.repeat(depth)}${inert(feeder.name, 60).text}`,
      })),
    ],
    [feeders, t],
  )
}

function differs(station: Station, { feederId, phaseRotation }: Partial<Wiring>): boolean {
  return (
    (feederId !== undefined && feederId !== station.feederId) ||
    (phaseRotation !== undefined && phaseRotation !== station.phaseRotation)
  )
}
