import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { tellAct } from '../../../live/last-act.ts'
import { shell } from '../../../live/shell.ts'
import { ConfirmAct } from '../../../ui/frame/confirm-act.tsx'

/** Takes the key off this computer, once it is asked for twice. */
export function ForgetKey() {
  const { t } = useTranslation('stripeKey')
  const [asking, setAsking] = useState(false)
  const [busy, setBusy] = useState(false)
  const [failed, setFailed] = useState(false)
  const forget = async () => {
    setBusy(true)
    setFailed(false)
    const answer = await shell()
      ?.stripeKey.forget()
      .finally(() => setBusy(false))
    if (answer?.forgotten !== true) return setFailed(true)
    setAsking(false)
    tellAct(t('said.forgotten'))
  }
  return (
    <>
      <Button variant="default" onClick={() => setAsking(true)}>
        {t('forget')}
      </Button>
      <ConfirmAct
        opened={asking}
        title={t('forgetting.title')}
        act={t('forgetting.act')}
        destructive
        busy={busy}
        onConfirm={() => void forget()}
        onCancel={() => setAsking(false)}
      >
        {t('forgetting.body')}
        {failed ? <p role="alert">{t('forgetting.failed')}</p> : null}
      </ConfirmAct>
    </>
  )
}
