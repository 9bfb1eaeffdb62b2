import { useTranslation } from 'react-i18next'
import { tellAct } from '../../live/last-act.ts'
import { useAct } from '../../live/use-act.ts'
import { useUndo } from './use-undo.ts'

/** What the hub offers for one noun of the fleet; each call answers the row as it then is. */
type FleetCalls<Row, Words> = {
  create: (words: Words) => Promise<Row>
  update: (patch: Partial<Words> & { id: string }) => Promise<Row>
  archive: (which: { id: string }) => Promise<Row>
  restore: (which: { id: string }) => Promise<Row>
  merge: (pair: { id: string; from: string }) => Promise<Row>
}

/**
 * What can be done to one noun of the fleet, with what the status bar says of it. Putting one aside and bringing it
 * back can be undone there.
 * @param nameOf what a row is called in a sentence, inert
 */
export function useFleetActs<Row extends { id: string }, Words>(
  hub: FleetCalls<Row, Words>,
  nameOf: (row: Row) => string,
) {
  const { t } = useTranslation('fleet')
  const undo = useUndo()
  const adding = useAct((words: Words) => hub.create(words))
  const changing = useAct((patch: Partial<Words> & { id: string }) => hub.update(patch))
  const archiving = useAct((row: Row) => hub.archive({ id: row.id }))
  const restoring = useAct((row: Row) => hub.restore({ id: row.id }))
  const merging = useAct((pair: { id: string; from: string }) => hub.merge(pair))
  const say = (act: 'added' | 'saved' | 'archived' | 'restored', row: Row) =>
    t(`said.${act}`, { name: nameOf(row) })

  return {
    adding,
    changing,
    archiving,
    restoring,
    merging,
    add: async (words: Words) => {
      const row = await adding.run(words)
      if (row) tellAct(say('added', row))
      return row
    },
    change: async (id: string, patch: Partial<Words>) => {
      const row = await changing.run({ ...patch, id })
      if (row) tellAct(say('saved', row))
      return row
    },
    archive: async (row: Row) => {
      const done = await archiving.run(row)
      const back = () => hub.restore({ id: row.id })
      if (done) tellAct(say('archived', done), undo(back, say('restored', done)))
      return done !== undefined
    },
    restore: async (row: Row) => {
      const done = await restoring.run(row)
      const back = () => hub.archive({ id: row.id })
      if (done) tellAct(say('restored', done), undo(back, say('archived', done)))
      return done !== undefined
    },
    merge: async (kept: Row, from: Row) => {
      const done = await merging.run({ id: kept.id, from: from.id })
      if (done) tellAct(t('said.merged', { from: nameOf(from), name: nameOf(kept) }))
      return done !== undefined
    },
  }
}

/** The acts on one noun of the fleet. */
export type FleetActs<Row extends { id: string }, Words> = ReturnType<
  typeof useFleetActs<Row, Words>
>
