import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Needs } from '../../../session/needs.tsx'
import type { StationRow } from '../station-row.ts'
import type { PhysicalAct } from './physical-act.tsx'
import { usePhysicalActs } from './use-physical-acts.ts'
import './command.css'

/** What is most often done to a whole charger; the rest is on its page. */
export function StationCommands({
  row,
  ask,
}: {
  row: StationRow
  ask: (act: PhysicalAct) => void
}) {
  const { t } = useTranslation('station')
  const acts = usePhysicalActs(row)
  const offline = row.station.connection !== 'online'
  return (
    <>
      {offline ? <p className="lp-soft lp-command-offline">{t('command.offline')}</p> : null}
      <Needs right="operate">
        <div className="lp-command-acts">
          <Button
            size="compact-sm"
            variant="default"
            disabled={offline}
            onClick={() => ask(acts.reset('Soft'))}
          >
            {t('command.act.resetSoft')}
          </Button>
          <Button
            size="compact-sm"
            variant="default"
            disabled={offline}
            onClick={() => ask(acts.reset('Hard'))}
          >
            {t('command.act.resetHard')}
          </Button>
        </div>
      </Needs>
    </>
  )
}
