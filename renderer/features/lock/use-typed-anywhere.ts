import { useEffect, useRef } from 'react'
import { afterKey } from '../../session/typed-pin.ts'

/** Takes digits wherever the focus is, but for a field that is written in: nobody has to aim first. */
export function useTypedAnywhere(
  pin: string,
  setPin: (pin: string) => void,
  listens: boolean,
): void {
  const latest = useRef({ pin, setPin })
  latest.current = { pin, setPin }
  useEffect(() => {
    if (!listens) return undefined
    const keys = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.altKey || event.metaKey || isWrittenIn(event.target)) return
      const next = afterKey(latest.current.pin, event.key)
      if (next === undefined) return
      event.preventDefault()
      latest.current.setPin(next)
    }
    window.addEventListener('keydown', keys)
    return () => window.removeEventListener('keydown', keys)
  }, [listens])
}

function isWrittenIn(target: EventTarget | null): boolean {
  return target instanceof HTMLInputElement && target.type !== 'radio'
}
