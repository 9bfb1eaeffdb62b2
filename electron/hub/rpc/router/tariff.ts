import { implement } from '@orpc/server'
import { tariffContract } from '../../../../shared/contract/tariff.ts'
import { withType } from '../../../../shared/domain/tariff/flexible.ts'
import { exportOcpi, importOcpi } from '../../../../shared/domain/tariff/ocpi-json.ts'
import { archiveTariff, restoreTariff } from '../../tariff/archive.ts'
import { assignTariff, unassignTariff } from '../../tariff/assign.ts'
import { tariffFor } from '../../tariff/choose.ts'
import { takeInTariff } from '../../tariff/import.ts'
import { detailOf, listTariffs, readTariffDetail } from '../../tariff/list.ts'
import { addTariff, renameTariff, saveVersion, withdrawVersion } from '../../tariff/save.ts'
import { workOnce } from './once.ts'
import { type Caller, type RouterParts, everyCall } from './parts.ts'
import { tariffPriceRouter } from './tariff-price.ts'
import { unfit } from './tariff-unfit.ts'

const on = implement(tariffContract).$context<Caller>().use(everyCall)

const missing = (id: string, noun = 'tariff') => ({ data: { noun, id } })

export function tariffRouter(parts: Pick<RouterParts, 'store' | 'clock'>) {
  const { store } = parts
  return {
    list: on.list.handler(async ({ input }) => ({
      rows: await listTariffs(store.reads, input.archived),
    })),

    get: on.get.handler(async ({ input, errors }) => {
      const found = await readTariffDetail(store.reads, input.id)
      if (!found) throw errors.NOT_FOUND(missing(input.id))
      return found
    }),

    create: on.create.handler(({ input, context, errors }) =>
      workOnce(store, context, 'tariff.create', input, (tx) => {
        const { id, name, ...version } = input
        const added = addTariff(tx, { id, name, first: { ...version, replaces: null } })
        if (added.kind !== 'saved') throw unfit(errors, added)
        return detailOf(tx, added.tariff)
      }),
    ),

    rename: on.rename.handler(({ input, context, errors }) =>
      store.work(context.actor, (tx) => {
        const renamed = renameTariff(tx, input.id, input.name)
        if (renamed.kind === 'noTariff') throw errors.NOT_FOUND(missing(input.id))
        if (renamed.kind === 'archived') throw errors.TARIFF_ARCHIVED()
        return renamed.tariff
      }),
    ),

    newVersion: on.newVersion.handler(({ input, context, errors }) =>
      workOnce(store, context, 'tariff.newVersion', input, (tx) => {
        const { id, ...wanted } = input
        const saved = saveVersion(tx, id, wanted)
        if (saved.kind === 'noTariff') throw errors.NOT_FOUND(missing(id))
        if (saved.kind === 'archived') throw errors.TARIFF_ARCHIVED()
        if (saved.kind !== 'saved') throw unfit(errors, saved)
        return saved.version
      }),
    ),

    withdraw: on.withdraw.handler(({ input, context, errors }) =>
      store.work(context.actor, (tx) => {
        const gone = withdrawVersion(tx, input.id)
        if (gone.kind === 'noVersion') throw errors.NOT_FOUND(missing(input.id, 'tariffVersion'))
        if (gone.kind === 'onlyOne') throw errors.TARIFF_LAST_VERSION()
        if (gone.kind === 'holdsAlready')
          throw errors.TARIFF_VERSION_HOLDS({ data: { version: gone.version } })
        return gone.version
      }),
    ),

    archive: on.archive.handler(({ input, context, errors }) =>
      store.work(context.actor, (tx) => {
        const archived = archiveTariff(tx, input.id)
        if (archived.kind === 'noTariff') throw errors.NOT_FOUND(missing(input.id))
        if (archived.kind === 'archived') throw errors.TARIFF_ARCHIVED()
        if (archived.kind === 'assigned')
          throw errors.TARIFF_ASSIGNED({ data: { assignments: archived.assignments } })
        return archived.tariff
      }),
    ),

    restore: on.restore.handler(({ input, context, errors }) =>
      store.work(context.actor, (tx) => {
        const restored = restoreTariff(tx, input.id)
        if (restored.kind !== 'saved') throw errors.NOT_FOUND(missing(input.id))
        return restored.tariff
      }),
    ),

    assign: on.assign.handler(({ input, context, errors }) =>
      workOnce(store, context, 'tariff.assign', input, (tx) => {
        const assigned = assignTariff(tx, input)
        if (assigned.kind === 'missing') throw errors.NOT_FOUND(missing(assigned.id, assigned.noun))
        if (assigned.kind === 'archived') throw errors.TARIFF_ARCHIVED()
        return assigned.assignment
      }),
    ),

    unassign: on.unassign.handler(({ input, context, errors }) =>
      store.work(context.actor, (tx) => {
        const gone = unassignTariff(tx, input.id)
        if (!gone) throw errors.NOT_FOUND(missing(input.id, 'tariffAssignment'))
        return gone
      }),
    ),

    choose: on.choose.handler(({ input, context }) =>
      // A unit sees all rows at one instant; this one writes none.
      store.work(context.actor, (tx) => {
        const chosen = tariffFor(tx, { ...input, startsAt: input.startsAt ?? tx.now })
        if (chosen.version !== null) return { ...chosen, overruled: [...chosen.overruled] }
        return { ...chosen, assignment: null, by: null, overruled: [] }
      }),
    ),

    importOcpi: on.importOcpi.handler(({ input, context, errors }) => {
      const read = importOcpi(input.ocpi)
      if ('problems' in read)
        throw errors.TARIFF_UNREADABLE({ data: { problems: [...read.problems] } })
      return workOnce(store, context, 'tariff.import', input, (tx) => {
        const { name = nameOf(input.ocpi), tariffId = null } = input
        const taken = takeInTariff(tx, { imported: read.imported, name, tariffId })
        if (taken.kind === 'noTariff') throw errors.NOT_FOUND(missing(taken.id))
        if (taken.kind === 'archived') throw errors.TARIFF_ARCHIVED()
        if (taken.kind !== 'saved') throw unfit(errors, taken)
        return detailOf(tx, taken.tariff)
      })
    }),

    exportOcpi: on.exportOcpi.handler(async ({ input, errors }) => {
      const { id, version: as, ...party } = input
      const version = await store.reads.get('tariffVersion', id)
      if (!version) throw errors.NOT_FOUND(missing(id, 'tariffVersion'))
      const { tariffId } = version
      const assignments = await store.reads.find('tariffAssignment', { tariffId })
      const ocpi = withType(version.ocpi, assignments)
      const made = exportOcpi({ ...version, ocpi }, as, party)
      if ('problems' in made)
        throw errors.TARIFF_UNREADABLE({ data: { problems: [...made.problems] } })
      return { ...made.json }
    }),

    ...tariffPriceRouter(parts),
  }
}

/** What a tariff is called that came without a name of ours. */
function nameOf(ocpi: unknown): string {
  const told = typeof ocpi === 'object' && ocpi !== null && 'id' in ocpi ? ocpi.id : null
  return typeof told === 'string' && told.trim() !== '' ? told.trim().slice(0, 80) : 'OCPI'
}
