import { Anchor } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { IssuedKey } from '../../../shared/contract/station.ts'
import type { Station } from '../../../shared/domain/station/station.ts'
import { hrefOf } from '../../navigation/use-route.ts'
import { inert } from '../../ui/inert.ts'
import { Inspector } from '../../ui/inspector.tsx'
import { KeyOnce } from '../../ui/key-once.tsx'

/** A key in the one moment it can be read, and whether it is also being set on the charger. */
export type FreshKey = { station: Station; key: IssuedKey; setting: boolean }

/** The key of a station just adopted or added. Closing it is saying that the key is kept. */
export function KeyInspector({ fresh, onDone }: { fresh: FreshKey; onDone: () => void }) {
  const { t } = useTranslation(['adoption', 'ui'])
  const name = inert(fresh.station.name, 60).text
  return (
    <Inspector
      title={t('ui:key.title', { name })}
      onClose={onDone}
      subtitle={
        <Anchor href={hrefOf({ screen: 'station', stationId: fresh.station.id })} c="inherit" underline="always" fz="sm">
          {t('adoption:adopt.openStation', { name })}
        </Anchor>
      }
    >
      {fresh.setting ? <p className="lp-note">{t('adoption:adopt.settingKey')}</p> : null}
      <KeyOnce issued={fresh.key} chargePointId={fresh.station.chargePointId} onDone={onDone} />
    </Inspector>
  )
}
