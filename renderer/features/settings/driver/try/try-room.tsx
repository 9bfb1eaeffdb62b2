import { Button } from '@mantine/core'
import { IconExternalLink } from '@tabler/icons-react'
import { useState } from 'react'
import type { MouseEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../../../i18n/use-format.ts'
import { shell } from '../../../../live/shell.ts'
import { useClient, useRows, useSite } from '../../../../live/use-live.ts'
import { useQuery } from '../../../../live/use-query.ts'
import { ErrorNote } from '../../../../ui/frame/error-note.tsx'
import { PanelSkeleton } from '../../../../ui/frame/skeletons.tsx'
import { inert } from '../../../../ui/mark/inert.ts'
import { CopyField } from '../../../../ui/share/copy-field.tsx'
import { Qr } from '../../../../ui/share/qr.tsx'
import { ClosedNote } from '../closed-note.tsx'
import { useDriverDoor } from '../use-driver-door.ts'

/** The page as drivers reach it: a code for one's own phone, and this computer's browser. */
export function TryRoom() {
  const { t } = useTranslation('driverPage')
  const hub = useClient()
  const { now, error, reload } = useDriverDoor()
  const info = useQuery('hub.info', (signal) => hub.hub.info(undefined, { signal }))
  if (now === undefined)
    return error === undefined ? (
      <PanelSkeleton height={320} />
    ) : (
      <ErrorNote error={error} onRetry={reload} />
    )
  const [url] = now.state.urls
  if (url === undefined) return <ClosedNote />
  return (
    <section className="lp-panel lp-block lp-try" aria-labelledby="try">
      <div className="lp-try-words">
        <h2 id="try">{t('try.title')}</h2>
        <p>{t('try.lead')}</p>
        {info.data?.demo === true ? <p>{t('try.practice')}</p> : null}
        {now.door.exposure === 'lan' ? <p>{t('try.lan')}</p> : null}
        <CopyField label={t('door.address')} value={url} />
        <OpenPage url={url} />
      </div>
      <Phone url={url} />
    </section>
  )
}

/** Opens the page by the shell, which knows its address itself; in a plain browser it is a link like any other. */
function OpenPage({ url }: { url: string }) {
  const { t } = useTranslation('driverPage')
  const [isRefused, setIsRefused] = useState(false)
  const open = (event: MouseEvent) => {
    const program = shell()
    if (program === undefined) return
    event.preventDefault()
    void program.openExternal(url).then((opened) => setIsRefused(!opened))
  }
  return (
    <>
      <Button
        component="a"
        href={url}
        target="_blank"
        rel="noreferrer"
        mt="sm"
        leftSection={<IconExternalLink size={16} aria-hidden="true" />}
        onClick={open}
      >
        {t('try.open')}
      </Button>
      <p role="status">{isRefused ? t('try.notOpened') : ''}</p>
    </>
  )
}

/** A phone's frame with what a driver sees first, and the code that brings it onto one's own. */
function Phone({ url }: { url: string }) {
  const { t } = useTranslation('driverPage')
  const format = useFormat()
  const site = useSite()
  const stations = useRows('station')
  const connectors = useRows('connector')
  const used = new Set(stations.filter(({ retiredAt }) => retiredAt === null).map(({ id }) => id))
  const places = connectors.filter(
    ({ stationId, connectorId }) => connectorId > 0 && used.has(stationId),
  )
  const free = places.filter(({ status }) => status === 'Available').length
  return (
    <figure className="lp-phone" aria-label={t('try.phone')}>
      <div className="lp-phone-screen">
        <strong>{inert(site?.name ?? '', 60).text}</strong>
        <p>
          {t('try.free')}:{' '}
          {t('try.of', { free: format.number(free), of: format.number(places.length) })}
        </p>
        <Qr text={url} what={t('door.scan')} size={200} />
        <figcaption>{new URL(url).host}</figcaption>
      </div>
    </figure>
  )
}
