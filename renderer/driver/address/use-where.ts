import { useEffect, useState } from 'preact/hooks'
import { type Where, whereOf } from './where.ts'

/** Told when the page itself goes elsewhere, as browsers tell of nobody's own steps. */
const MOVED = 'laddplan-moved'

/** Goes to another of the page's addresses without loading it anew. @param note kept with the entry, see `stepNote` */
export function goTo(path: string, note: object | null = null): void {
  history.pushState(note, '', path)
  dispatchEvent(new Event(MOVED))
  scrollTo(0, 0)
}

/** The same in the place of where one is. */
export function goInstead(path: string, note: object | null = null): void {
  history.replaceState(note, '', path)
  dispatchEvent(new Event(MOVED))
}

/** Where one is, as it changes. */
export function useWhere(): Where {
  const [path, setPath] = useState(location.pathname)
  useEffect(() => {
    const look = () => setPath(location.pathname)
    addEventListener('popstate', look)
    addEventListener(MOVED, look)
    // What is shown within may have gone on already: its effects come before this one.
    look()
    return () => {
      removeEventListener('popstate', look)
      removeEventListener(MOVED, look)
    }
  }, [])
  return whereOf(path)
}

/** What was kept with this entry of the browser's history under a name; the boundary: only this page keeps anything. */
export function noted(name: string): unknown {
  const state: unknown = history.state
  return typeof state === 'object' && state !== null ? Reflect.get(state, name) : undefined
}

/** The step of the way to a booking that is shown, kept with the browser's history so that Back goes a step back. */
export function useStep(): [step: string, go: (step: string) => void] {
  const [step, setStep] = useState(stepOf)
  useEffect(() => {
    const look = () => setStep(stepOf())
    addEventListener('popstate', look)
    return () => removeEventListener('popstate', look)
  }, [])
  return [
    step,
    (next) => {
      history.pushState({ step: next }, '')
      setStep(next)
      scrollTo(0, 0)
    },
  ]
}

function stepOf(): string {
  const step = noted('step')
  return typeof step === 'string' ? step : ''
}
