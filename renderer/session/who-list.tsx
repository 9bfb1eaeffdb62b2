import { IconCheck } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SessionState } from '../../shared/contract/session.ts'
import { useLocale } from '../i18n/locale.ts'
import { inert } from '../ui/mark/inert.ts'
import { SearchField } from '../ui/table/search-field.tsx'
import './who-list.css'

/** More people than this are searched rather than looked through. */
const SEARCHED_FROM = 13

/** People to choose among, in the window's own order of letters, large enough for a finger; the arrow keys walk them. */
export function WhoList({
  title,
  users,
  chosenId,
  onChoose,
}: {
  /** What is asked: "Who are you?" */
  title: string
  users: SessionState['users']
  chosenId: string | null
  onChoose: (userId: string) => void
}) {
  const { t } = useTranslation('session')
  const language = useLocale((locale) => locale.language)
  const [typed, setTyped] = useState('')
  const wanted = typed.trim().toLowerCase()
  const found = users
    .filter(({ name }) => name.toLowerCase().includes(wanted))
    .toSorted((one, other) => one.name.localeCompare(other.name, language))
  return (
    <fieldset className="lp-who">
      <legend>{title}</legend>
      {users.length >= SEARCHED_FROM ? (
        <div className="lp-who-search">
          <SearchField label={t('lock.search')} value={typed} onChange={setTyped} width={320} />
        </div>
      ) : null}
      <div className="lp-who-tiles">
        {found.map((user) => (
          <label key={user.id} className="lp-who-tile">
            <input
              type="radio"
              name="who"
              // Escape here is for the dialog it lies in, not for one beneath.
              data-mantine-stop-propagation
              value={user.id}
              checked={user.id === chosenId}
              onChange={() => onChoose(user.id)}
            />
            <span className="lp-who-words">
              <strong>{inert(user.name, 60).text}</strong>
              <span>{t(`role.${user.role}`)}</span>
            </span>
            <IconCheck className="lp-who-check" size={24} aria-hidden="true" />
          </label>
        ))}
      </div>
      {found.length === 0 ? <p className="lp-soft">{t('lock.nobody')}</p> : null}
    </fieldset>
  )
}
