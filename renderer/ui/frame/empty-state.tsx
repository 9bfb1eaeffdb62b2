import type { ReactNode } from 'react'
import './empty-state.css'

/** What a place is for while there is nothing in it, and the one thing to do first. */
export function EmptyState({
  icon,
  title,
  children,
  action,
  compact = false,
}: {
  icon?: ReactNode
  title: string
  children?: ReactNode
  action?: ReactNode
  /** Within a panel rather than in the place of a whole screen. */
  compact?: boolean
}) {
  return (
    <div className="lp-empty" data-compact={compact || undefined}>
      {icon ? (
        <div className="lp-empty-icon" aria-hidden="true">
          {icon}
        </div>
      ) : null}
      <h2>{title}</h2>
      {children ? <div className="lp-empty-words">{children}</div> : null}
      {action ? <div className="lp-empty-action">{action}</div> : null}
    </div>
  )
}
