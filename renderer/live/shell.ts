import { create } from 'zustand'
import type { HubState, ShellBridge } from '../../shared/process.ts'

declare global {
  interface Window {
    /** Put there by the preload; absent in a plain browser. */
    readonly laddplan?: ShellBridge
  }
}

/** What the window may ask the program around it for; undefined in a plain browser. */
export function shell(): ShellBridge | undefined {
  return window.laddplan
}

/** How the hub's process is doing, as the shell tells; null where nobody tells. */
export const useHubProcess = create<{ state: HubState | null }>(() => ({ state: null }))

/** Starts to listen to what the shell tells of the hub's process. */
export function followHubProcess(): () => void {
  return shell()?.onHubState((state) => useHubProcess.setState({ state })) ?? (() => undefined)
}
