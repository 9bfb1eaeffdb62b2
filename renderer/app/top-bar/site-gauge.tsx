import { IconClock, IconQuestionMark } from '@tabler/icons-react'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { limitNow } from '../../../shared/domain/site/limit-now.ts'
import type { Site } from '../../../shared/domain/site/site.ts'
import { inWords } from '../../i18n/format.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { useMay } from '../../live/session-store.ts'
import { useConnection, useRows } from '../../live/use-live.ts'
import { useNow } from '../../live/use-now.ts'
import { hrefOf } from '../../navigation/use-route.ts'
import { Age } from '../../ui/mark/age.tsx'
import { Figure } from '../../ui/mark/figure.tsx'
import { LimitMenu } from '../limit/limit-menu.tsx'
import { siteLoadOf } from '../../../shared/domain/load/site-load.ts'

/**
 * The measured load against what limits the site now; the load alone, and the way to tell the limit, where none is
 * known. A limit for a while is a notch below what the grid bears.
 */
export function SiteGauge({ site }: { site: Site }) {
  const { t } = useTranslation('shell')
  const format = useFormat()
  const stations = useRows('station')
  const connectors = useRows('connector')
  const now = useNow(10_000)
  const { limitW, gridW, temporary } = limitNow(site, useRows('temporaryLimit'), now)
  const fullW = Math.max(1, limitW ?? 0, gridW ?? 0)
  const lost = useConnection().state === 'lost'
  const load = useMemo(() => siteLoadOf(stations, connectors, now), [stations, connectors, now])
  const mayConfigure = useMay('configure')
  const power = format.power(load.powerW)
  const over = limitW !== null && load.powerW > limitW
  const named =
    limitW === null
      ? t('bar.gaugeUnlimited', { load: inWords(power) })
      : t('bar.gauge', { load: inWords(power), limit: inWords(format.power(limitW)) })

  return (
    <div className="lp-gauge" data-over={over || undefined}>
      <span className="lp-gauge-figures" aria-label={named} role="group">
        {limitW === null ? (
          <Figure value={power} size="medium" faded={lost} />
        ) : (
          <>
            <Figure value={{ ...power, unit: '' }} size="medium" faded={lost} />
            <span className="lp-soft">/ </span>
            <Figure value={format.power(limitW)} />
          </>
        )}
      </span>
      {limitW === null ? (
        mayConfigure ? (
          <a href={hrefOf({ screen: 'settings', section: 'grid' })}>{t('bar.setLimit')}</a>
        ) : null
      ) : (
        <div
          className="lp-gauge-bar"
          role="meter"
          aria-label={t('bar.load')}
          aria-valuemin={0}
          aria-valuemax={limitW}
          aria-valuenow={Math.min(load.powerW, limitW)}
          aria-valuetext={named}
        >
          <div
            className="lp-gauge-fill"
            style={{ width: `${Math.min(100, (load.powerW / fullW) * 100)}%` }}
          />
          {limitW < fullW ? (
            <div className="lp-gauge-notch" style={{ left: `${(limitW / fullW) * 100}%` }} />
          ) : null}
        </div>
      )}
      <LimitMenu running={temporary} />
      {over ? (
        <span className="lp-gauge-note lp-gauge-over">
          <IconClock size={14} aria-hidden="true" /> {t('bar.over')}
        </span>
      ) : null}
      {load.unmeasured > 0 ? (
        <span className="lp-gauge-note" title={t('bar.unmeasured', { count: load.unmeasured })}>
          <IconQuestionMark size={13} aria-hidden="true" />+{load.unmeasured} {t('bar.notMeasured')}
        </span>
      ) : null}
      {load.oldestAt === null ? null : <Age at={load.oldestAt} staleAfterMs={120_000} />}
    </div>
  )
}
