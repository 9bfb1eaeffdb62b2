import { useCallback, useEffect, useReducer, useRef } from 'react'
import type { FateCounts, RowFate } from '../../../shared/domain/import/fate.ts'
import { type ImportKind, MOST_CHARACTERS } from '../../../shared/domain/import/kind.ts'
import type { ColumnMapping } from '../../../shared/domain/import/mapping.ts'
import type { FileFault } from '../../../shared/domain/import/table.ts'
import { newId } from '../../live/new-id.ts'
import { refusalOf } from '../../live/refusal.ts'
import { useClient } from '../../live/use-live.ts'
import { decodeFile } from '../../ui/input/decode-file.ts'

/** The file somebody has chosen. */
export interface ChosenFile {
  readonly name: string
  readonly text: string
}

/** A file as the hub has read it. */
export interface ReadFile {
  readonly delimiter?: string
  readonly header: string[]
  readonly sample: string[]
  readonly mapping: ColumnMapping
}

export type ScreenFault = FileFault | { readonly code: 'unreadable' }

/** Where an import stands. */
export type ImportState =
  | { readonly step: 'none' }
  | { readonly step: 'reading'; readonly file: ChosenFile; readonly read: ReadFile | null }
  | {
      readonly step: 'faulty'
      readonly file: ChosenFile
      readonly fault: ScreenFault | null
      /** What the hub says where the file is not to blame. */
      readonly error: unknown
      readonly read: ReadFile | null
    }
  | {
      readonly step: 'previewed' | 'applying' | 'applied'
      readonly file: ChosenFile
      readonly read: ReadFile
      readonly counts: FateCounts
      readonly rows: readonly RowFate[]
      /** Of a failed attempt to bring it in. */
      readonly error: unknown
      readonly progress: { readonly done: number; readonly stopping: boolean }
      /** Rows that were not come to, because somebody stopped it. */
      readonly left: number
    }

const POLL_MS = 250

/** Reads, looks at and brings in a file of that kind. */
export function useImport(kind: ImportKind) {
  const client = useClient()
  const [state, put] = useReducer((_: ImportState, next: ImportState) => next, { step: 'none' })
  const running = useRef<{ id: string } | null>(null)
  // An answer counts only while nobody has asked for something else since.
  const turn = useRef(0)

  const look = useCallback(
    async (file: ChosenFile, mapping: ColumnMapping | null, before: ReadFile | null) => {
      const mine = (turn.current += 1)
      put({ step: 'reading', file, read: before && mapping ? { ...before, mapping } : before })
      try {
        const asked = { kind, text: file.text, ...(mapping ? { mapping } : {}) }
        const { rows, counts, ...read } = await client.import.preview(asked)
        if (turn.current !== mine) return
        const progress = { done: 0, stopping: false }
        put({ step: 'previewed', file, read, counts, rows, progress, error: null, left: 0 })
      } catch (error) {
        if (turn.current !== mine) return
        const fault = faultOf(error)
        const read = fault?.code === 'unmapped' ? fault : null
        put({ step: 'faulty', file, fault, error: fault ? null : error, read })
      }
    },
    [client, kind],
  )

  const choose = useCallback(
    async (chosen: File) => {
      const mine = (turn.current += 1)
      const { name } = chosen
      const faulty = (fault: ScreenFault) =>
        put({ step: 'faulty', file: { name, text: '' }, fault, error: null, read: null })
      // A character takes four bytes at most; what is larger needn't be read.
      if (chosen.size > 4 * MOST_CHARACTERS)
        return faulty({ code: 'tooLarge', most: MOST_CHARACTERS })
      put({ step: 'reading', file: { name, text: '' }, read: null })
      try {
        const text = decodeFile(new Uint8Array(await chosen.arrayBuffer()))
        if (turn.current !== mine) return
        if (text.length > MOST_CHARACTERS) faulty({ code: 'tooLarge', most: MOST_CHARACTERS })
        else await look({ name, text }, null, null)
      } catch {
        if (turn.current === mine) faulty({ code: 'unreadable' })
      }
    },
    [look],
  )

  const apply = useCallback(async () => {
    if (state.step !== 'previewed') return
    const id = newId()
    running.current = { id }
    put({ ...state, step: 'applying', error: null })
    try {
      const { mapping } = state.read
      const imported = await client.import.apply({ kind, text: state.file.text, mapping, id })
      const { counts, rows } = imported
      const left = state.rows.length - rows.length
      put({ ...state, step: 'applied', counts, rows, left, error: null })
      return counts
    } catch (error) {
      put({ ...state, error })
    } finally {
      running.current = null
    }
  }, [client, kind, state])

  const applying = state.step === 'applying' ? state : null
  useEffect(() => {
    if (!applying) return
    const timer = setTimeout(async () => {
      const id = running.current?.id
      if (id === undefined) return
      // It may have ended meanwhile, and then its own answer tells all there is to tell.
      const progress = await client.import.progress({ id }).catch(() => null)
      if (running.current?.id !== id) return
      const { done, stopping } = progress ?? applying.progress
      put({ ...applying, progress: { done, stopping: stopping || applying.progress.stopping } })
    }, POLL_MS)
    return () => clearTimeout(timer)
  }, [applying, client])

  const stop = useCallback(async () => {
    const id = running.current?.id
    if (id === undefined || !applying) return
    put({ ...applying, progress: { ...applying.progress, stopping: true } })
    await client.import.stop({ id }).catch(() => null)
  }, [applying, client])

  const clear = useCallback(() => {
    turn.current += 1
    put({ step: 'none' })
  }, [])

  return { state, choose, look, apply, stop, clear }
}

/** Why the hub can't read the file; null when it refused for another reason. */
function faultOf(error: unknown): FileFault | null {
  const { code, data } = refusalOf(error)
  // The boundary: the contract says what data this code comes with.
  return code === 'FILE_UNREADABLE' ? (data as FileFault) : null
}
