import { Stack } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { takeSession } from '../../live/follow-session.ts'
import { tellAct } from '../../live/last-act.ts'
import { useAct } from '../../live/use-act.ts'
import { useClient } from '../../live/use-live.ts'
import { emptyNewPin, newPinFlaws } from '../../session/new-pin-form.ts'
import { NewPinFields } from '../../session/new-pin-fields.tsx'
import { pinRefusalOf, usePinWords } from '../../session/pin-refusal.ts'
import { ConfirmAct } from '../../ui/frame/confirm-act.tsx'

/** Whoever is in chooses another PIN, by the one until now. */
export function ChangePinDialog({ name, onClose }: { name: string; onClose: () => void }) {
  const { t } = useTranslation('session')
  const hub = useClient()
  const [form, setForm] = useState({ ...emptyNewPin, old: '' })
  const flaws = newPinFlaws(form)
  const act = useAct(() => hub.session.changePin({ pin: form.old, newPin: form.pin }))
  const refusal = pinRefusalOf(act.error)
  const { words, waits } = usePinWords(refusal)
  const confirm = async () => {
    const session = await act.run(undefined)
    if (!session) return
    takeSession(session)
    tellAct(t('changePin.said'))
    onClose()
  }
  return (
    <ConfirmAct
      opened
      title={t('changePin.title', { name })}
      act={t('changePin.act')}
      busy={act.busy}
      ready={flaws.length === 0 && !waits}
      error={refusal ? null : act.error}
      onConfirm={() => void confirm()}
      onCancel={onClose}
    >
      <Stack gap="md">
        <NewPinFields
          form={form}
          flaws={flaws}
          onChange={(next) => setForm({ ...next, old: next.old ?? '' })}
        />
        <span className="lp-soft">{t('changePin.elsewhere')}</span>
        {words ? <strong role="alert">{words}</strong> : null}
      </Stack>
    </ConfirmAct>
  )
}
