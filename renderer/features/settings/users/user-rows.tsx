import { UnstyledButton } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { User } from '../../../../shared/domain/user/user.ts'
import { useFormat } from '../../../i18n/use-format.ts'
import { useSession } from '../../../live/session-store.ts'
import { inert } from '../../../ui/mark/inert.ts'

/** The people as a list; each opens beside it. */
export function UserRows({
  users,
  openId,
  onOpen,
}: {
  users: readonly User[]
  openId: string | null
  onOpen: (userId: string) => void
}) {
  const { t } = useTranslation(['users', 'session', 'settings'])
  const format = useFormat()
  const hereId = useSession()?.user?.id ?? null
  const stateOf = ({ id, archivedAt }: User) => {
    if (archivedAt !== null) return t('users:left', { day: format.day(archivedAt) })
    return id === hereId ? t('users:here') : ''
  }
  return (
    <table className="lp-users">
      <thead>
        <tr>
          <th scope="col">{t('users:name')}</th>
          <th scope="col">{t('users:role')}</th>
          <th scope="col">{t('users:language')}</th>
          <th scope="col">{t('users:since')}</th>
          <th scope="col" aria-hidden="true" />
        </tr>
      </thead>
      <tbody>
        {users.map((user) => (
          <tr key={user.id} data-open={user.id === openId || undefined}>
            <th scope="row">
              <UnstyledButton onClick={() => onOpen(user.id)}>
                {inert(user.name, 60).text}
              </UnstyledButton>
            </th>
            <td>{t(`session:role.${user.role}`)}</td>
            <td className={user.language ? '' : 'lp-soft'}>
              {user.language ? t(`settings:appearance.${user.language}`) : t('users:asComputer')}
            </td>
            <td>{format.day(user.createdAt)}</td>
            <td className="lp-soft">{stateOf(user)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
