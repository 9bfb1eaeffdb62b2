import { Button, Stack } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { User } from '../../../../shared/domain/user/user.ts'
import { useFormat } from '../../../i18n/use-format.ts'
import { tellAct } from '../../../live/last-act.ts'
import { useAct } from '../../../live/use-act.ts'
import { useClient } from '../../../live/use-live.ts'
import { useRowForm } from '../../../live/use-row-form.ts'
import { emptyNewPin, newPinFlaws } from '../../../session/new-pin-form.ts'
import { NewPinFields } from '../../../session/new-pin-fields.tsx'
import { ConfirmAct } from '../../../ui/frame/confirm-act.tsx'
import { ErrorNote } from '../../../ui/frame/error-note.tsx'
import { inert } from '../../../ui/mark/inert.ts'
import { Inspector } from '../../../ui/frame/inspector.tsx'
import { LanguageField, RoleField } from './role-fields.tsx'
import { isLastSupervisor, userPatchOf } from './user-form.ts'

const formOf = ({ role, language }: User) => ({ role, language })
const flawsOf = () => []

/** One user: their role and language, another PIN, and letting them go or taking them in again. */
export function UserInspector({
  user,
  users,
  onClose,
}: {
  user: User
  users: readonly User[]
  onClose: () => void
}) {
  const { t } = useTranslation(['users', 'session'])
  const format = useFormat()
  const hub = useClient()
  const [asked, setAsked] = useState<'pin' | 'archive' | null>(null)
  const { id } = user
  const name = inert(user.name, 60).text
  const last = isLastSupervisor(users, user)
  const saving = useAct((patch: ReturnType<typeof userPatchOf>) =>
    hub.user.update({ id, ...patch }),
  )
  const restoring = useAct(() => hub.user.restore({ id }))
  const archiving = useAct(() => hub.user.archive({ id }))
  const save = async (patch: ReturnType<typeof userPatchOf>) => {
    const saved = await saving.run(patch)
    if (saved) tellAct(t('users:said.update', { name }))
    return saved
  }
  const held = useRowForm(user, { formOf, flawsOf, patchOf: userPatchOf, save, busy: saving.busy })
  const { form, setForm } = held
  const restore = async () => {
    if (await restoring.run(undefined)) tellAct(t('users:said.restore', { name }))
  }
  const archive = async () => {
    if (!(await archiving.run(undefined))) return
    setAsked(null)
    tellAct(t('users:said.archive', { name }))
  }
  const { archivedAt } = user
  return (
    <Inspector
      title={name}
      subtitle={
        archivedAt === null
          ? t(`session:role.${user.role}`)
          : t('users:left', { day: format.day(archivedAt) })
      }
      onClose={onClose}
      footer={
        archivedAt === null ? (
          <>
            <Button variant="default" disabled={last} onClick={() => setAsked('archive')}>
              {t('users:archive')}
            </Button>
            <Button variant="default" onClick={() => setAsked('pin')}>
              {t('users:setPin')}
            </Button>
            <Button type="submit" form="user" loading={saving.busy} disabled={!held.ready}>
              {t('users:save')}
            </Button>
          </>
        ) : (
          <Button loading={restoring.busy} onClick={() => void restore()}>
            {t('users:restore')}
          </Button>
        )
      }
    >
      {archivedAt === null ? (
        <form id="user" onSubmit={held.onSubmit}>
          <Stack gap="md">
            <RoleField
              value={form.role}
              fixed={last}
              onChange={(role) => setForm({ ...form, role })}
            />
            {last ? <span className="lp-soft">{t('users:lastSupervisor')}</span> : null}
            <LanguageField
              value={form.language}
              onChange={(language) => setForm({ ...form, language })}
            />
            <ErrorNote error={saving.error} />
          </Stack>
        </form>
      ) : (
        <Stack gap="md">
          <span>{t('users:restoreHint')}</span>
          <ErrorNote error={restoring.error} />
        </Stack>
      )}
      <ConfirmAct
        opened={asked === 'archive'}
        title={t('users:archiveTitle', { name })}
        act={t('users:archive')}
        destructive
        busy={archiving.busy}
        error={archiving.error}
        onConfirm={() => void archive()}
        onCancel={() => setAsked(null)}
      >
        {t('users:archiveBody')}
      </ConfirmAct>
      {asked === 'pin' ? <SetPin user={user} name={name} onClose={() => setAsked(null)} /> : null}
    </Inspector>
  )
}

/** Gives somebody another PIN. */
function SetPin({ user, name, onClose }: { user: User; name: string; onClose: () => void }) {
  const { t } = useTranslation('users')
  const hub = useClient()
  const [form, setForm] = useState(emptyNewPin)
  const flaws = newPinFlaws(form)
  const act = useAct(() => hub.user.setPin({ id: user.id, pin: form.pin }))
  const confirm = async () => {
    if (!(await act.run(undefined))) return
    tellAct(t('said.setPin', { name }))
    onClose()
  }
  return (
    <ConfirmAct
      opened
      title={t('setPinTitle', { name })}
      act={t('setPinAct')}
      busy={act.busy}
      ready={flaws.length === 0}
      error={act.error}
      onConfirm={() => void confirm()}
      onCancel={onClose}
    >
      <Stack gap="md">
        <span>{t('setPinBody')}</span>
        <NewPinFields form={form} flaws={flaws} onChange={setForm} />
      </Stack>
    </ConfirmAct>
  )
}
