import { Button, Switch } from '@mantine/core'
import { IconPlus, IconUsers } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocale } from '../../../i18n/locale.ts'
import { useRows, useSite } from '../../../live/use-live.ts'
import { NEW } from '../../../navigation/route.ts'
import { navigate } from '../../../navigation/use-route.ts'
import { EmptyState } from '../../../ui/frame/empty-state.tsx'
import { Screen } from '../../../ui/frame/screen.tsx'
import { LockPanel } from './lock-panel.tsx'
import { NewUserInspector } from './new-user-inspector.tsx'
import { RolesPanel } from './roles-panel.tsx'
import { UserInspector } from './user-inspector.tsx'
import { UserRows } from './user-rows.tsx'
import './users.css'

/** Who works here, what they may do, and when windows lock. */
export function UsersSection({ open }: { open: string | null }) {
  const { t } = useTranslation(['users', 'settings'])
  const site = useSite()
  const language = useLocale((locale) => locale.language)
  const users = useRows('user').toSorted((a, b) => a.name.localeCompare(b.name, language))
  const [showsLeft, setShowsLeft] = useState(false)
  const here = users.filter(({ archivedAt }) => archivedAt === null)
  const none = users.length === 0
  const opened = users.find(({ id }) => id === open)
  const go = (id?: string) =>
    navigate({ screen: 'settings', section: 'users', ...(id ? { open: id } : {}) })
  const add = (
    <Button leftSection={<IconPlus size={16} aria-hidden="true" />} onClick={() => go(NEW)}>
      {t(here.length === 0 ? 'users:addFirst' : 'users:add')}
    </Button>
  )
  return (
    <Screen
      title={t('settings:sections.users')}
      summary={none ? null : t('users:count', { count: here.length })}
      actions={none || open === NEW ? null : add}
      padded
      inspector={
        open === NEW ? (
          <NewUserInspector users={users} onAdded={(id) => go(id)} onClose={() => go()} />
        ) : opened ? (
          <UserInspector key={opened.id} user={opened} users={users} onClose={() => go()} />
        ) : null
      }
    >
      {none ? (
        <EmptyState
          compact
          icon={<IconUsers size={40} stroke={1.5} />}
          title={t('users:none')}
          action={open === NEW ? null : add}
        >
          {t('users:noneHint')}
        </EmptyState>
      ) : (
        <section className="lp-panel lp-users-panel" aria-labelledby="users-people">
          <h2 id="users-people">{t('users:people')}</h2>
          <UserRows users={showsLeft ? users : here} openId={open} onOpen={go} />
          {here.length === users.length ? null : (
            <Switch
              label={t('users:showLeft')}
              checked={showsLeft}
              onChange={(event) => setShowsLeft(event.currentTarget.checked)}
            />
          )}
        </section>
      )}
      <RolesPanel />
      {site && !none ? <LockPanel site={site} /> : null}
      <section className="lp-panel lp-users-panel" aria-labelledby="users-programs">
        <h2 id="users-programs">{t('users:programs.title')}</h2>
        <p>{t('users:programs.hint', { path: 'POST /api/session' })}</p>
      </section>
    </Screen>
  )
}
