import { useTranslation } from 'react-i18next'
import type { ReactNode } from 'react'
import type { CommandAction } from '../../../../shared/domain/command/command.ts'
import './command.css'

/** One kind of command with what it is for, its fields and its button. */
export function CommandCard({ action, children }: { action: CommandAction; children: ReactNode }) {
  const { t } = useTranslation(['station', 'state'])
  const name = t(`state:commandAction.${action}`)
  return (
    <section className="lp-panel lp-command-card" aria-label={name}>
      <h2>{name}</h2>
      <p>{t(`command.about.${action}`)}</p>
      {children}
    </section>
  )
}
