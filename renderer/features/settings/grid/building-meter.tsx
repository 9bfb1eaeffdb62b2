import { useTranslation } from 'react-i18next'
import { HOUR, MINUTE } from '../../../../shared/time/instant.ts'
import { useFormat } from '../../../i18n/use-format.ts'
import { useClient } from '../../../live/use-live.ts'
import { useNow } from '../../../live/use-now.ts'
import { useQuery } from '../../../live/use-query.ts'
import { Age } from '../../../ui/mark/age.tsx'
import { CopyField } from '../../../ui/share/copy-field.tsx'
import { Figure } from '../../../ui/mark/figure.tsx'
import { tokenFileIn } from '../token-file.ts'

/** So far back a last reading is looked for. */
const BACK_MS = 2 * HOUR

/** What a live meter of the building has to send, and how long ago it last did. */
export function BuildingMeter() {
  const { t } = useTranslation('grid')
  const hub = useClient()
  const info = useQuery('hub.info', (signal) => hub.hub.info(undefined, { signal }))
  return (
    <section className="lp-panel lp-block">
      <h2>{t('building.lastReading')}</h2>
      <LastReading />
      {info.data ? (
        <div className="lp-grid-rest">
          <CopyField
            label={t('building.rest')}
            value={exampleCall(info.data.apiUrl, tokenFileIn(info.data.dataDir))}
          />
          <p>{t('building.restHint')}</p>
        </div>
      ) : null}
    </section>
  )
}

function LastReading() {
  const { t } = useTranslation('grid')
  const format = useFormat()
  const hub = useClient()
  const minute = Math.floor(useNow(10_000) / MINUTE) * MINUTE
  const curve = useQuery(`load.building:${minute}`, (signal) =>
    hub.load.curve(
      { scope: 'building', from: minute - BACK_MS, until: minute + MINUTE, step: 'minute' },
      { signal },
    ),
  )
  if (curve.state === 'failed') return <p>{t('building.readingUnknown')}</p>
  if (curve.data === undefined) return <p>–</p>
  const powersW = curve.data.lines[0]?.maxW ?? []
  const last = powersW.findLastIndex((powerW) => powerW !== null)
  const powerW = powersW[last] ?? null
  const at = curve.data.startsAt[last]
  if (powerW === null || at === undefined) return <p>{t('building.noReading')}</p>
  return (
    <p>
      <Figure value={format.power(powerW)} size="medium" />{' '}
      <Age at={at} staleAfterMs={5 * MINUTE} />
    </p>
  )
}

/** A call that any shell can make, the key read from where it lies. */
function exampleCall(apiUrl: string, tokenFile: string): string {
  const body = JSON.stringify({ readings: [{ measuredAt: 0, powerW: 42_000 }] })
  return [
    `curl ${apiUrl.replace(/\/api$/, '')}/api/load/building`,
    `-H "Authorization: Bearer $(cat '${tokenFile}')"`,
    `-H "Content-Type: application/json"`,
    `-d "${body.replaceAll('"', '\\"').replace(':0,', ':$(date +%s)000,')}"`,
  ].join(' ')
}
