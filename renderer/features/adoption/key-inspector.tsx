import { Anchor } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useRow } from '../../live/use-live.ts'
import { hrefOf } from '../../navigation/use-route.ts'
import { inert } from '../../ui/mark/inert.ts'
import { Inspector } from '../../ui/frame/inspector.tsx'
import { KeyOnce } from '../../ui/share/key-once.tsx'
import type { FreshKey } from './fresh-key.ts'
import { settingOf } from './key-setting.ts'

/** The key of a station just adopted or added; it goes only when the operator says that it is kept. */
export function KeyInspector({ fresh, onDone }: { fresh: FreshKey; onDone: () => void }) {
  const { t } = useTranslation(['adoption', 'ui'])
  const command = useRow('command', fresh.commandId)
  const name = inert(fresh.station.name, 60).text
  return (
    <Inspector
      title={t('ui:key.title', { name })}
      subtitle={
        <Anchor
          href={hrefOf({ screen: 'station', stationId: fresh.station.id })}
          c="inherit"
          underline="always"
          fz="sm"
        >
          {t('adoption:adopt.openStation', { name })}
        </Anchor>
      }
    >
      {fresh.commandId === null ? null : (
        <p className="lp-key-setting" role="status">
          {t(`adoption:setting.${settingOf(command)}`)}
        </p>
      )}
      <KeyOnce
        issued={fresh.key}
        chargePointId={fresh.station.chargePointId}
        kept={fresh.station.authentication === 'password' && fresh.key.password === null}
        onDone={onDone}
      />
    </Inspector>
  )
}
