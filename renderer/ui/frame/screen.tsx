import type { ReactNode } from 'react'
import './screen.css'

/**
 * The frame of every screen: one heading, what can be done in a line beside it, the content that scrolls by
 * itself, and at the right the inspector when something is open.
 */
export function Screen({
  title,
  summary,
  actions,
  toolbar,
  inspector,
  children,
  padded = false,
}: {
  title: ReactNode
  summary?: ReactNode
  actions?: ReactNode
  toolbar?: ReactNode
  inspector?: ReactNode
  children: ReactNode
  /** Pages of text and forms keep a margin and scroll as a whole; tables reach the edges. */
  padded?: boolean
}) {
  return (
    <div className="lp-screen">
      <div className="lp-screen-main">
        <header className="lp-screen-head">
          <h1>{title}</h1>
          {summary ? <div className="lp-screen-summary">{summary}</div> : null}
          {actions ? <div className="lp-screen-actions">{actions}</div> : null}
        </header>
        {toolbar ? <div className="lp-screen-toolbar">{toolbar}</div> : null}
        <div className={padded ? 'lp-screen-content lp-padded' : 'lp-screen-content'}>
          {children}
        </div>
      </div>
      {inspector}
    </div>
  )
}
