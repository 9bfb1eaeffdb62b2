import { Menu, UnstyledButton } from '@mantine/core'
import { IconLock, IconPassword, IconUser, IconUsers } from '@tabler/icons-react'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { changeUser, lockNow } from '../../live/lock.ts'
import { useSession } from '../../live/session-store.ts'
import { inert } from '../../ui/mark/inert.ts'
import { useChangePin } from './change-pin-store.ts'
import './user-menu.css'

const ChangePinDialog = lazy(async () => ({
  default: (await import('./change-pin-dialog.tsx')).ChangePinDialog,
}))

/** Who is in, and how to leave; absent where nobody has to log in. */
export function UserMenu() {
  const { t } = useTranslation('session')
  const user = useSession()?.user ?? null
  const [opened, setOpened] = useState(false)
  const changing = useChangePin()
  if (user === null) return null
  const name = inert(user.name, 60).text
  const role = t(`role.${user.role}`)
  return (
    <>
      <Menu opened={opened} onChange={setOpened} position="bottom-end" width={220} shadow="md">
        <Menu.Target>
          <UnstyledButton
            className="lp-user"
            aria-label={t('menu.open', { name, role })}
            title={role}
          >
            <IconUser size={16} aria-hidden="true" />
            <span>{name}</span>
          </UnstyledButton>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>{role}</Menu.Label>
          <Menu.Item
            leftSection={<IconLock size={16} aria-hidden="true" />}
            rightSection={<kbd>Ctrl L</kbd>}
            onClick={lockNow}
          >
            {t('menu.lock')}
          </Menu.Item>
          <Menu.Item leftSection={<IconUsers size={16} aria-hidden="true" />} onClick={changeUser}>
            {t('menu.changeUser')}
          </Menu.Item>
          <Menu.Item
            leftSection={<IconPassword size={16} aria-hidden="true" />}
            onClick={() => changing.ask(true)}
          >
            {t('menu.changePin')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {changing.asked ? (
        <Suspense fallback={null}>
          <ChangePinDialog name={name} onClose={() => changing.ask(false)} />
        </Suspense>
      ) : null}
    </>
  )
}
