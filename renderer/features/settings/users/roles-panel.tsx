import { IconCheck, IconMinus } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { mayDo, role } from '../../../../shared/domain/user/role.ts'
import { toldRights } from './role-fields.tsx'

/** What each role may do, as the hub holds it. */
export function RolesPanel() {
  const { t } = useTranslation(['users', 'session'])
  return (
    <section className="lp-panel lp-users-panel" aria-labelledby="users-roles">
      <h2 id="users-roles">{t('users:roles.title')}</h2>
      <table className="lp-roles">
        <thead>
          <tr>
            <th scope="col">{t('users:roles.what')}</th>
            {role.options.map((of) => (
              <th key={of} scope="col">
                {t(`session:role.${of}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {toldRights.map((one) => (
            <tr key={one}>
              <th scope="row">{t(`users:roles.${one}`)}</th>
              {role.options.map((of) => (
                <td key={of}>
                  {mayDo(of, one) ? (
                    <IconCheck size={16} role="img" aria-label={t('users:roles.may')} />
                  ) : (
                    <IconMinus
                      className="lp-roles-not"
                      size={16}
                      role="img"
                      aria-label={t('users:roles.mayNot')}
                    />
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
