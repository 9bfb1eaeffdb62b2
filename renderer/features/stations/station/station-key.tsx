import { Alert, Button } from '@mantine/core'
import { IconLockOpen2 } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { IssuedKey } from '../../../../shared/contract/station.ts'
import type { Station } from '../../../../shared/domain/station/station.ts'
import { useAct } from '../../../live/use-act.ts'
import { useClient } from '../../../live/use-live.ts'
import { ConfirmAct } from '../../../ui/frame/confirm-act.tsx'
import { inert } from '../../../ui/mark/inert.ts'
import { KeyOnce } from '../../../ui/share/key-once.tsx'
import { CommandProgress } from '../command/command-progress.tsx'
import { useStationCommands } from '../command/use-commands.ts'

type KeyAct = 'rotate' | 'rotateOnCharger' | 'revoke' | 'none' | 'password'

/** How the station proves who it is: a new key (shown once), no key any longer, or none by choice. */
export function StationKey({ station }: { station: Station }) {
  const { t } = useTranslation('station')
  const client = useClient()
  const [asked, setAsked] = useState<KeyAct | null>(null)
  const [issued, setIssued] = useState<IssuedKey | null>(null)
  const [commandId, setCommandId] = useState<string | null>(null)
  const setting = useStationCommands(station.id).find((command) => command.id === commandId)
  const { id } = station
  const name = inert(station.name, 60).text
  const act = useAct(async (what: KeyAct) => {
    if (what === 'revoke') await client.station.revokeKey({ id })
    else if (what === 'none' || what === 'password')
      await client.station.setAuthentication({ id, authentication: what })
    else {
      const made = await client.station.rotateKey({ id, setOnCharger: what === 'rotateOnCharger' })
      setIssued(made.key)
      setCommandId(made.commandId)
    }
    return true
  })
  const open = (what: KeyAct) => {
    act.clear()
    setAsked(what)
  }
  const confirm = async () => {
    if (asked !== null && (await act.run(asked))) setAsked(null)
  }
  const questions: Record<KeyAct, { title: string; text: string; button: string }> = {
    rotate: {
      title: t('settings.rotateTitle', { station: name }),
      text: t('settings.rotateText'),
      button: t('settings.rotate'),
    },
    rotateOnCharger: {
      title: t('settings.rotateTitle', { station: name }),
      text: t('settings.rotateOnChargerText'),
      button: t('settings.rotateOnCharger'),
    },
    revoke: {
      title: t('settings.revokeTitle', { station: name }),
      text: t('settings.revokeText'),
      button: t('settings.revoke'),
    },
    none: {
      title: t('settings.noneTitle', { station: name }),
      text: t('settings.noneWarning'),
      button: t('settings.noneConfirm'),
    },
    password: {
      title: t('settings.passwordTitle', { station: name }),
      text: t('settings.passwordText'),
      button: t('settings.requirePassword'),
    },
  }
  const question = asked === null ? null : questions[asked]
  const needsNone = station.authentication === 'none'
  return (
    <section className="lp-panel lp-part" aria-label={t('settings.key')}>
      <header className="lp-part-head">
        <h2>{t('settings.key')}</h2>
      </header>
      {needsNone ? (
        <Alert
          variant="outline"
          color="ink"
          p="xs"
          mb="sm"
          icon={<IconLockOpen2 size={18} aria-hidden="true" />}
        >
          <strong>{t('settings.noneNow')}</strong> {t('settings.noneWarning')}
        </Alert>
      ) : (
        <p className="lp-soft">{t('settings.keyText')}</p>
      )}
      <div className="lp-command-acts">
        <Button
          variant="default"
          disabled={station.connection !== 'online'}
          onClick={() => open('rotateOnCharger')}
        >
          {t('settings.rotateOnCharger')}
        </Button>
        <Button variant="default" onClick={() => open('rotate')}>
          {t('settings.rotate')}
        </Button>
        {needsNone ? (
          <Button variant="default" onClick={() => open('password')}>
            {t('settings.requirePassword')}
          </Button>
        ) : (
          <>
            <Button variant="default" onClick={() => open('revoke')}>
              {t('settings.revoke')}
            </Button>
            <Button variant="subtle" color="gray" onClick={() => open('none')}>
              {t('settings.noneConfirm')}
            </Button>
          </>
        )}
      </div>
      {issued ? (
        <div
          className="lp-key-place"
          ref={(place) => place?.scrollIntoView({ block: 'nearest', behavior: 'smooth' })}
        >
          <h3>{t('settings.newKey')}</h3>
          {setting ? <CommandProgress command={setting} /> : null}
          <KeyOnce
            issued={issued}
            chargePointId={station.chargePointId}
            onDone={() => setIssued(null)}
          />
        </div>
      ) : null}
      <ConfirmAct
        opened={question !== null}
        title={question?.title ?? ''}
        act={question?.button ?? ''}
        destructive
        busy={act.busy}
        error={act.error}
        onConfirm={() => void confirm()}
        onCancel={() => setAsked(null)}
      >
        {question?.text}
      </ConfirmAct>
    </section>
  )
}
