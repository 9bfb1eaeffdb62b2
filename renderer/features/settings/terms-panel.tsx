import type { ReactNode } from 'react'
import { ErrorNote } from '../../ui/frame/error-note.tsx'
import { SaveFoot } from './save-foot.tsx'
import type { TermsForm } from './use-terms-form.ts'

/** A panel with a form of terms of the site: its fields, why it was refused, and the button that saves it. */
export function TermsPanel({
  id,
  title,
  lead,
  save,
  held,
  children,
}: {
  /** Names the panel's title in the page. */
  id: string
  title: string
  /** What the terms are for. */
  lead?: ReactNode
  /** What the button says. */
  save: string
  held: Omit<TermsForm<unknown, unknown>, 'form' | 'setForm' | 'flaws'>
  /** The fields. */
  children: ReactNode
}) {
  return (
    <section className="lp-panel lp-block" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {lead === undefined ? null : <p className="lp-soft lp-lead">{lead}</p>}
      <form className="lp-form" onSubmit={held.onSubmit} noValidate>
        {children}
        <ErrorNote error={held.error} />
        <SaveFoot label={save} held={held} busy={held.busy} savedAt={held.savedAt} />
      </form>
    </section>
  )
}
