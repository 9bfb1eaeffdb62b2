import { Button, Modal } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Visit } from '../../../shared/domain/visit/visit.ts'
import { tellAct } from '../../live/last-act.ts'
import { useAct } from '../../live/use-act.ts'
import { useClient } from '../../live/use-live.ts'
import { useQuery } from '../../live/use-query.ts'
import { ErrorNote } from '../../ui/frame/error-note.tsx'
import { PanelSkeleton } from '../../ui/frame/skeletons.tsx'
import { CopyField } from '../../ui/share/copy-field.tsx'
import { Qr } from '../../ui/share/qr.tsx'
import '../../ui/frame/screen.css'

/** The driver's own link, to be handed to that driver alone: as a code, as a text, and made anew where it got about. */
export function DriverLinkDialog({
  visit,
  who,
  onClose,
}: {
  visit: Visit
  who: string
  onClose: () => void
}) {
  const { t } = useTranslation('visit')
  const hub = useClient()
  const [isAsking, setIsAsking] = useState(false)
  const [renewed, setRenewed] = useState<string | null>(null)
  const link = useQuery(`visit.link:${visit.id}`, (signal) =>
    hub.visit.link({ id: visit.id }, { signal }),
  )
  const renew = useAct(() => hub.visit.link({ id: visit.id, renew: true }))
  const makeNew = async () => {
    const made = await renew.run(undefined)
    if (made === undefined) return
    tellAct(t('driverLink.said', { who }))
    setRenewed(made.url)
    setIsAsking(false)
  }
  const url = renewed ?? link.data?.url
  return (
    <Modal
      opened
      onClose={onClose}
      size={460}
      title={t('driverLink.title')}
      closeButtonProps={{ 'aria-label': t('driverLink.done') }}
    >
      <div className="lp-on-link">
        <p>{t('driverLink.alone')}</p>
        <ErrorNote error={link.error ?? renew.error} onRetry={link.reload} />
        {link.state === 'loading' ? <PanelSkeleton height={240} /> : null}
        {url === null ? <p>{t('driverLink.closed')}</p> : null}
        {typeof url === 'string' ? (
          <>
            <figure>
              <Qr text={url} what={t('driverLink.scan')} size={200} />
              <figcaption>{who}</figcaption>
            </figure>
            <CopyField label={t('driverLink.address')} value={url} />
          </>
        ) : null}
        {renewed === null ? null : <p role="status">{t('driverLink.renewed')}</p>}
        {isAsking ? <p>{t('driverLink.renewHint')}</p> : null}
        <div className="lp-confirm-buttons">
          {isAsking ? (
            <Button variant="default" loading={renew.busy} onClick={() => void makeNew()}>
              {t('driverLink.renewAct')}
            </Button>
          ) : (
            <Button variant="default" onClick={() => setIsAsking(true)}>
              {t('driverLink.renew')}
            </Button>
          )}
          <Button onClick={onClose} data-autofocus>
            {t('driverLink.done')}
          </Button>
        </div>
      </div>
    </Modal>
  )
}
