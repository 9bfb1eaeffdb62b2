import { useCallback, useState } from 'react'

/**
 * A small choice kept on this computer under `laddplan.<name>`. `accept` turns what was stored (by whatever
 * version) into a value, or undefined for the initial one.
 */
export function useRemembered<Value>(
  name: string,
  initial: Value,
  accept: (stored: unknown) => Value | undefined,
): [Value, (value: Value) => void] {
  const [value, setValue] = useState<Value>(() => accept(read(name)) ?? initial)
  const remember = useCallback(
    (next: Value) => {
      setValue(next)
      localStorage.setItem(`laddplan.${name}`, JSON.stringify(next))
    },
    [name],
  )
  return [value, remember]
}

function read(name: string): unknown {
  try {
    return JSON.parse(localStorage.getItem(`laddplan.${name}`) ?? 'null')
  } catch {
    return null
  }
}
