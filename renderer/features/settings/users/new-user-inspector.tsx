import { Alert, Button, Stack, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { User } from '../../../../shared/domain/user/user.ts'
import { tellAct } from '../../../live/last-act.ts'
import { useAct } from '../../../live/use-act.ts'
import { useClient } from '../../../live/use-live.ts'
import { emptyNewPin, newPinFlaws } from '../../../session/new-pin-form.ts'
import { NewPinFields } from '../../../session/new-pin-fields.tsx'
import { ErrorNote } from '../../../ui/frame/error-note.tsx'
import { inert } from '../../../ui/mark/inert.ts'
import { Inspector } from '../../../ui/frame/inspector.tsx'
import { LanguageField, RoleField } from './role-fields.tsx'
import { nameFlaw } from './user-form.ts'
import type { NewUserForm } from './user-form.ts'

/** Adds somebody with their first PIN. The first of all is a supervisor, and what follows is said before. */
export function NewUserInspector({
  users,
  onAdded,
  onClose,
}: {
  users: readonly User[]
  onAdded: (userId: string) => void
  onClose: () => void
}) {
  const { t } = useTranslation(['users', 'refusal'])
  const hub = useClient()
  const first = users.every(({ archivedAt }) => archivedAt !== null)
  const [form, setForm] = useState<NewUserForm>({
    ...{ name: '', role: first ? 'supervisor' : 'attendant', language: null },
  })
  const [pin, setPin] = useState(emptyNewPin)
  const [leftName, setLeftName] = useState(false)
  const pinFlaws = newPinFlaws(pin)
  const flaw = nameFlaw(form.name, users)
  const act = useAct(() => hub.user.create({ ...form, name: form.name.trim(), pin: pin.pin }))
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (flaw !== null || pinFlaws.length > 0) return
    const made = await act.run(undefined)
    if (!made) return
    tellAct(t('users:said.create', { name: inert(made.name, 60).text }))
    onAdded(made.id)
  }
  const flawWords = {
    length: t('users:nameBad'),
    reserved: t('users:nameReserved'),
    taken: t('refusal:NAME_TAKEN'),
  }
  const name = inert(form.name.trim(), 40).text
  return (
    <Inspector
      title={first ? t('users:newFirst') : t('users:new')}
      onClose={onClose}
      footer={
        <Button
          type="submit"
          form="new-user"
          loading={act.busy}
          disabled={flaw !== null || pinFlaws.length > 0}
        >
          {first
            ? t('users:createFirst')
            : name === ''
              ? t('users:createBare')
              : t('users:create', { name })}
        </Button>
      }
    >
      <form id="new-user" onSubmit={(event) => void submit(event)} noValidate>
        <Stack gap="md">
          {first ? (
            <Alert variant="outline" color="ink" title={t('users:firstTitle')}>
              {t('users:firstHint')}
            </Alert>
          ) : null}
          <TextInput
            label={t('users:name')}
            description={t('users:nameHint')}
            required
            autoFocus
            autoComplete="off"
            value={form.name}
            error={
              flaw !== null && (flaw === 'taken' || leftName || form.name.length > 60)
                ? flawWords[flaw]
                : null
            }
            onBlur={() => setLeftName(form.name !== '')}
            onChange={(event) => setForm({ ...form, name: event.currentTarget.value })}
          />
          <RoleField
            value={form.role}
            fixed={first}
            onChange={(role) => setForm({ ...form, role })}
          />
          <NewPinFields form={pin} flaws={pinFlaws} onChange={setPin} />
          <LanguageField
            value={form.language}
            onChange={(language) => setForm({ ...form, language })}
          />
          <ErrorNote error={act.error} />
        </Stack>
      </form>
    </Inspector>
  )
}
