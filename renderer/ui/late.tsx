import { useEffect, useState } from 'react'
import type { ComponentType } from 'react'

/**
 * A component whose code is fetched only once a screen that may show it stands idle, so that the window need not
 * read it before it opens. Not React's `lazy`, which shows for 300 ms that it waits where the fetch takes 10.
 */
export function late<Props extends object>(fetch: () => Promise<ComponentType<Props>>) {
  let Here: ComponentType<Props> | null = null
  let coming: Promise<ComponentType<Props>> | null = null
  const come = (): Promise<ComponentType<Props>> =>
    (coming ??= fetch().then((component) => (Here = component)))

  /** Fetches it when there is nothing else to do; for the screen that may show it. */
  function useSoon(): void {
    useEffect(() => {
      const idle = requestIdleCallback(() => void come())
      return () => cancelIdleCallback(idle)
    }, [])
  }

  /** It itself; nothing for the moment until it is here. */
  function Late(props: Props) {
    const [Shown, show] = useState(() => Here)
    useEffect(() => {
      if (Shown === null) void come().then((component) => show(() => component))
    }, [Shown])
    return Shown === null ? null : <Shown {...props} />
  }
  return { Late, useSoon }
}
