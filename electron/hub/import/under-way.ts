import type { ImportProgress } from '../../../shared/contract/import.ts'

/** The imports under way, for who asks how far they are and who stops them. */
export interface ImportsUnderWay {
  /** @param id of one that nobody can ask for when not given */
  begin(id: string | undefined, total: number): Running
  get(id: string): ImportProgress | undefined
  /** @returns how far it has come, undefined when there is none with that id */
  stop(id: string): ImportProgress | undefined
}

export interface Running {
  /** Whether it should go on. */
  advance(done: number): boolean
  end(): void
}

export function importsUnderWay(): ImportsUnderWay {
  const all = new Map<string, ImportProgress>()
  return {
    begin(id, total) {
      if (id === undefined) return { advance: () => true, end: () => undefined }
      all.set(id, { id, done: 0, total, stopping: false })
      return {
        advance(done) {
          const known = all.get(id)
          if (known === undefined) return false
          all.set(id, { ...known, done })
          return !known.stopping
        },
        end: () => void all.delete(id),
      }
    },
    get: (id) => all.get(id),
    stop(id) {
      const known = all.get(id)
      if (known === undefined) return undefined
      const stopping = { ...known, stopping: true }
      all.set(id, stopping)
      return stopping
    },
  }
}
