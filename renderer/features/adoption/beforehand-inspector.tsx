import { Button, PasswordInput, SegmentedControl, Stack, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { tellAct } from '../../live/last-act.ts'
import { useAct } from '../../live/use-act.ts'
import { useClient, useRows } from '../../live/use-live.ts'
import { ErrorNote } from '../../ui/frame/error-note.tsx'
import { Inspector } from '../../ui/frame/inspector.tsx'
import { NoPasswordWarning } from './adopt-fields.tsx'
import { WORDS_MAX } from './adopt-form.ts'
import {
  beforehandFlaws,
  beforehandInput,
  emptyBeforehand,
  passwordChoices,
} from './beforehand-form.ts'
import type { FreshKey } from './fresh-key.ts'
import { ZoneField } from './zone-field.tsx'

/** The form for a station whose charger is yet to come. */
export function BeforehandInspector({
  onClose,
  onAdded,
}: {
  onClose: () => void
  onAdded: (fresh: FreshKey) => void
}) {
  const { t } = useTranslation('adoption')
  const hub = useClient()
  const taken = useRows('station').map((station) => station.chargePointId)
  const [form, setForm] = useState(emptyBeforehand)
  const [tried, setTried] = useState(false)
  const adding = useAct(() => hub.station.create(beforehandInput(form)))
  const flaws = beforehandFlaws(form, taken)
  // An empty field is no mistake before anything was sent.
  const idFlaw = flaws.includes('idTaken')
    ? t('beforehand.idTaken')
    : flaws.includes('idBad') && (tried || form.chargePointId !== '')
      ? t('beforehand.idBad')
      : null

  const add = async (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (flaws.length > 0) return
    const added = await adding.run(undefined)
    if (!added) return
    tellAct(t('beforehand.added', { name: added.station.name }))
    onAdded({ ...added, commandId: null })
  }
  return (
    <Inspector
      title={t('beforehand.title')}
      onClose={onClose}
      footer={
        <Button type="submit" form="beforehand" loading={adding.busy}>
          {t('beforehand.act')}
        </Button>
      }
    >
      <form id="beforehand" onSubmit={(event) => void add(event)} noValidate>
        <Stack gap="md">
          <p className="lp-note">{t('beforehand.hint')}</p>
          <TextInput
            label={t('beforehand.id')}
            description={t('beforehand.idHint')}
            value={form.chargePointId}
            error={idFlaw}
            autoFocus
            required
            withAsterisk={false}
            spellCheck={false}
            onChange={(event) => setForm({ ...form, chargePointId: event.currentTarget.value })}
          />
          <TextInput
            label={t('adopt.name')}
            description={t('adopt.nameHint')}
            placeholder={form.chargePointId}
            value={form.name}
            error={flaws.includes('nameTooLong') ? t('adopt.tooLong', { max: WORDS_MAX }) : null}
            onChange={(event) => setForm({ ...form, name: event.currentTarget.value })}
          />
          <ZoneField value={form.zone} onChange={(zone) => setForm({ ...form, zone })} />
          <div>
            <div className="lp-field-label" id="beforehand-key">
              {t('beforehand.password')}
            </div>
            <SegmentedControl
              fullWidth
              aria-labelledby="beforehand-key"
              value={form.password}
              data={passwordChoices.map((value) => ({
                value,
                label: t(`beforehand.password${words[value]}`),
              }))}
              onChange={(password) => setForm({ ...form, password, agreed: false })}
            />
          </div>
          {form.password === 'own' ? (
            <PasswordInput
              label={t('beforehand.passwordText')}
              value={form.ownPassword}
              error={
                flaws.includes('passwordBad') && (tried || form.ownPassword !== '')
                  ? t('beforehand.passwordBad')
                  : null
              }
              onChange={(event) => setForm({ ...form, ownPassword: event.currentTarget.value })}
            />
          ) : null}
          {form.password === 'none' ? (
            <NoPasswordWarning
              agreed={form.agreed}
              onAgree={(agreed) => setForm({ ...form, agreed })}
            />
          ) : null}
          <ErrorNote error={adding.error} />
        </Stack>
      </form>
    </Inspector>
  )
}

const words = { made: 'Made', own: 'Own', none: 'None' } as const
