import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'

/** The first heading of what is shown. It takes the focus when one has come here by a step, so that it is read out. */
export function Headline({
  children,
  takesFocus = false,
  title,
}: {
  children: ComponentChildren
  takesFocus?: boolean
  /** What the browser's tab says. */
  title: string
}) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (takesFocus) heading.current?.focus({ preventScroll: true })
  }, [takesFocus])
  useEffect(() => {
    document.title = title
  }, [title])
  return (
    <h1 ref={heading} tabIndex={-1}>
      {children}
    </h1>
  )
}
