import { Alert, Button } from '@mantine/core'
import { IconAlertTriangle, IconWorld, IconWorldOff } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DoorState } from '../../../../../shared/domain/driver-door/driver-door.ts'
import { useFormat } from '../../../../i18n/use-format.ts'
import { tellAct } from '../../../../live/last-act.ts'
import { useAct } from '../../../../live/use-act.ts'
import { useClient } from '../../../../live/use-live.ts'
import { useNow } from '../../../../live/use-now.ts'
import { ConfirmAct } from '../../../../ui/frame/confirm-act.tsx'
import { ErrorNote } from '../../../../ui/frame/error-note.tsx'
import { Facts } from '../../../../ui/frame/facts.tsx'
import { CopyField } from '../../../../ui/share/copy-field.tsx'
import { Qr } from '../../../../ui/share/qr.tsx'
import type { DoorNow } from '../use-driver-door.ts'
import { certStanding } from './certificate.ts'

const marks = { open: IconWorld, closed: IconWorldOff, failed: IconAlertTriangle } as const

/** How the door stands: where phones reach it, what is in its way and what to do, who follows it. */
export function DoorStatePanel({
  now,
  isChanging,
  onChange,
  onTold,
}: {
  now: DoorNow
  isChanging: boolean
  onChange: () => void
  onTold: (now: DoorNow) => void
}) {
  const { t } = useTranslation('driverPage')
  const hub = useClient()
  const [closing, setClosing] = useState(false)
  const { door, state } = now
  const Mark = marks[state.state]
  const again = useAct(() => hub.driverDoor.set({}))
  const close = useAct(() => hub.driverDoor.set({ exposure: 'off' }))
  const tryAgain = async () => {
    const told = await again.run(undefined)
    if (told === undefined) return
    tellAct(t(told.state.state === 'open' ? 'door.said.opened' : 'door.said.failed'))
    onTold(told)
  }
  const closeIt = async () => {
    const told = await close.run(undefined)
    if (told === undefined) return
    tellAct(t('door.said.closed'))
    setClosing(false)
    onTold(told)
  }
  return (
    <section className="lp-panel lp-block lp-door" aria-labelledby="door-state">
      <h2 id="door-state">{t('door.title')}</h2>
      <p className="lp-door-state" data-state={state.state} role="status">
        <Mark size={20} stroke={1.6} aria-hidden="true" />
        <strong>{t(`door.state.${state.state}`)}</strong>
      </p>
      <p>{t(`door.${state.state}More`)}</p>
      <Fault state={state} port={door.port} />
      <CertNote state={state} />
      <Addresses state={state} />
      {door.exposure === 'lan' && state.state === 'open' ? (
        <p className="lp-door-plain">{t('door.lanWarning')}</p>
      ) : null}
      {door.exposure === 'off' ? null : <DoorFacts now={now} />}
      <ErrorNote error={again.error} />
      {door.exposure === 'off' ? null : (
        <div className="lp-door-acts">
          {state.state === 'failed' ? (
            <Button loading={again.busy} onClick={() => void tryAgain()}>
              {t('door.again')}
            </Button>
          ) : null}
          {isChanging ? null : (
            <Button variant="default" onClick={onChange}>
              {t('door.change')}
            </Button>
          )}
          <Button variant="default" onClick={() => setClosing(true)}>
            {t('door.close')}
          </Button>
        </div>
      )}
      <ConfirmAct
        opened={closing}
        destructive
        title={t('door.closeTitle')}
        act={t('door.closeAct')}
        busy={close.busy}
        error={close.error}
        onConfirm={() => void closeIt()}
        onCancel={() => {
          close.clear()
          setClosing(false)
        }}
      >
        {t('door.closeBody')}
      </ConfirmAct>
    </section>
  )
}

function Fault({ state: { fault }, port }: { state: DoorState; port: number }) {
  const { t } = useTranslation('driverPage')
  if (fault === null) return null
  return (
    <Alert
      variant="outline"
      color="ink"
      role="alert"
      mt="sm"
      title={t(`door.fault.${fault}`, { port })}
      icon={<IconAlertTriangle size={18} aria-hidden="true" />}
    >
      {t('door.todo')}: {t(`door.help.${fault}`)}
    </Alert>
  )
}

/** A warning before the certificate ends, while there is time to renew it. */
function CertNote({ state: { certUntil } }: { state: DoorState }) {
  const { t } = useTranslation('driverPage')
  const format = useFormat()
  const cert = certStanding(certUntil, useNow(60_000))
  if (cert.is === 'good' || certUntil === null) return null
  const left = cert.is === 'soon' && cert.days > 0 ? t('door.certDays', { count: cert.days }) : null
  return (
    <Alert
      variant="outline"
      color="ink"
      role="alert"
      mt="sm"
      icon={<IconAlertTriangle size={18} aria-hidden="true" />}
    >
      {cert.is === 'over'
        ? t('door.certOver')
        : t('door.certSoon', {
            left: left ?? t('door.certToday'),
            when: format.dateTime(certUntil),
          })}
    </Alert>
  )
}

function Addresses({ state: { urls } }: { state: DoorState }) {
  const { t } = useTranslation('driverPage')
  const [first, ...others] = urls
  if (first === undefined) return null
  return (
    <>
      <div className="lp-block-qr lp-door-address">
        <div>
          <CopyField label={t('door.address')} value={first} />
          {others.length === 0 ? null : <p className="lp-block-more">{t('door.otherAddresses')}</p>}
          {others.map((url) => (
            <CopyField key={url} label={t('door.otherAddresses')} hideLabel value={url} />
          ))}
        </div>
        <Qr text={first} what={t('door.scan')} size={132} />
      </div>
    </>
  )
}

function DoorFacts({ now: { door, state } }: { now: DoorNow }) {
  const { t } = useTranslation('driverPage')
  const format = useFormat()
  return (
    <Facts
      rows={[
        [t('door.facts.exposure'), t(`door.exposure.${door.exposure}.name`)],
        ...(state.listensAt === null
          ? []
          : [[t('door.facts.listensAt'), <code key="at">{state.listensAt}</code>] as const]),
        ...(state.certUntil === null
          ? []
          : [[t('door.facts.certUntil'), format.dateTime(state.certUntil)] as const]),
        ...(state.state === 'open'
          ? [
              [t('door.facts.watched'), format.number(state.watched)] as const,
              [
                t('door.facts.turnedAway'),
                <span key="away" title={t('door.facts.turnedAwayHint')}>
                  {format.number(state.turnedAway)}
                </span>,
              ] as const,
            ]
          : []),
      ]}
    />
  )
}
