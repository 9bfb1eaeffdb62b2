import { useCallback, useRef, useState } from 'react'

/** One act of the operator's: whether it is under way and why it failed last. */
export type Act<Input, Output> = {
  busy: boolean
  error: unknown
  /** Runs the act; undefined when it failed (`error` then says why) or is under way already. */
  run: (input: Input) => Promise<Output | undefined>
  /** Forgets the last failure. */
  clear: () => void
}

/** Wraps a call to the hub so that a view can show its progress and its refusal. */
export function useAct<Input, Output>(call: (input: Input) => Promise<Output>): Act<Input, Output> {
  const [state, setState] = useState<{ busy: boolean; error: unknown }>({
    busy: false,
    error: null,
  })
  const latest = useRef(call)
  latest.current = call
  const underWay = useRef(false)

  const run = useCallback(async (input: Input): Promise<Output | undefined> => {
    if (underWay.current) return undefined
    underWay.current = true
    setState({ busy: true, error: null })
    try {
      const output = await latest.current(input)
      setState({ busy: false, error: null })
      return output
    } catch (error) {
      setState({ busy: false, error })
      return undefined
    } finally {
      underWay.current = false
    }
  }, [])
  const clear = useCallback(() => setState({ busy: false, error: null }), [])
  return { ...state, run, clear }
}
