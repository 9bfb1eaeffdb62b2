import { implement } from '@orpc/server'
import { tariffContract, type TariffDetail } from '../../../shared/contract/tariff.ts'
import { periodOf } from '../../../shared/contract/tariff-price.ts'
import { expectedPeriods } from '../../../shared/domain/tariff/estimate.ts'
import { withoutGrace } from '../../../shared/domain/tariff/idle-grace.ts'
import { lintTariff } from '../../../shared/domain/tariff/lint.ts'
import { exportOcpi, importOcpi } from '../../../shared/domain/tariff/ocpi-json.ts'
import { priceOf } from '../../../shared/domain/tariff/price.ts'
import { readTariff } from '../../../shared/domain/tariff/read-tariff.ts'
import { isForTheSame } from '../../../shared/domain/tariff/scope.ts'
import type { Tariff, TariffVersion } from '../../../shared/domain/tariff/tariff.ts'
import { nextVersion, type WantedVersion } from '../../../shared/domain/tariff/version.ts'
import { wordsOf } from '../../../shared/domain/tariff/words.ts'
import { type FakeStore, newId } from './fake-store.ts'

const on = implement(tariffContract)

/** Tariffs, in memory. */
export function fakeTariffs(store: FakeStore) {
  const { rows } = store
  const timeZone = () => rows.site[0]?.timeZone ?? 'UTC'
  const detail = (tariff: Tariff): TariffDetail => ({
    tariff,
    versions: rows.tariffVersion.filter(({ tariffId }) => tariffId === tariff.id),
    assignments: rows.tariffAssignment.filter(({ tariffId }) => tariffId === tariff.id),
  })
  const add = (name: string, first: WantedVersion): TariffDetail | null => {
    const now = Date.now()
    const id = newId()
    const made = nextVersion([], id, first, now, newId)
    if (made.kind !== 'version') return null
    const tariff = store.put('tariff', {
      id,
      name,
      archivedAt: null,
      createdAt: now,
      updatedAt: now,
    })
    store.put('tariffVersion', made.version)
    return detail(tariff)
  }
  const addVersion = (tariffId: string, wanted: WantedVersion): TariffVersion | null => {
    const versions = rows.tariffVersion.filter((row) => row.tariffId === tariffId)
    const made = nextVersion(versions, tariffId, wanted, Date.now(), newId)
    return made.kind === 'version' ? store.put('tariffVersion', made.version) : null
  }
  const known = (id: string) => store.find('tariff', id)
  const missing = (id: string) => ({ data: { noun: 'tariff', id } })
  return {
    list: on.list.handler(({ input }) => ({
      rows: rows.tariff
        .filter(({ archivedAt }) => (archivedAt !== null) === input.archived)
        .map(detail),
    })),
    get: on.get.handler(({ input, errors }) => {
      const tariff = known(input.id)
      if (!tariff) throw errors.NOT_FOUND(missing(input.id))
      return detail(tariff)
    }),
    create: on.create.handler(({ input, errors }) => {
      const made = add(input.name, { ...input, replaces: null })
      if (!made) throw errors.TARIFF_IN_THE_PAST()
      return made
    }),
    rename: on.rename.handler(({ input, errors }) => {
      const tariff = known(input.id)
      if (!tariff) throw errors.NOT_FOUND(missing(input.id))
      return store.put('tariff', { ...tariff, name: input.name, updatedAt: Date.now() })
    }),
    newVersion: on.newVersion.handler(({ input: { id, ...wanted }, errors }) => {
      const made = addVersion(id, wanted)
      if (!made) throw errors.TARIFF_IN_THE_PAST()
      return made
    }),
    withdraw: on.withdraw.handler(({ input, errors }) => {
      const version = store.find('tariffVersion', input.id)
      if (!version) throw errors.NOT_FOUND(missing(input.id))
      store.remove('tariffVersion', input.id)
      return version
    }),
    archive: on.archive.handler(({ input, errors }) => {
      const tariff = known(input.id)
      if (!tariff) throw errors.NOT_FOUND(missing(input.id))
      const { length } = detail(tariff).assignments
      if (length > 0) throw errors.TARIFF_ASSIGNED({ data: { assignments: length } })
      return store.put('tariff', { ...tariff, archivedAt: Date.now() })
    }),
    restore: on.restore.handler(({ input, errors }) => {
      const tariff = known(input.id)
      if (!tariff) throw errors.NOT_FOUND(missing(input.id))
      return store.put('tariff', { ...tariff, archivedAt: null })
    }),
    assign: on.assign.handler(({ input }) => {
      for (const { id } of rows.tariffAssignment.filter((row) => isForTheSame(row, input)))
        store.remove('tariffAssignment', id)
      return store.put('tariffAssignment', { id: newId(), ...input, createdAt: Date.now() })
    }),
    unassign: on.unassign.handler(({ input, errors }) => {
      const assignment = store.find('tariffAssignment', input.id)
      if (!assignment) throw errors.NOT_FOUND(missing(input.id))
      store.remove('tariffAssignment', input.id)
      return assignment
    }),
    choose: on.choose.handler(() => ({
      version: null,
      assignment: null,
      by: null,
      overruled: [],
      settlement: 'pay' as const,
    })),
    importOcpi: on.importOcpi.handler(({ input, errors }) => {
      const read = importOcpi(input.ocpi)
      if ('problems' in read)
        throw errors.TARIFF_UNREADABLE({ data: { problems: [...read.problems] } })
      const wanted = { ...read.imported, validFrom: null, replaces: null }
      const tariff = input.tariffId === undefined ? undefined : known(input.tariffId)
      const made = tariff
        ? addVersion(tariff.id, wanted) && detail(tariff)
        : add(input.name ?? 'OCPI', wanted)
      if (!made) throw errors.TARIFF_IN_THE_PAST()
      return made
    }),
    exportOcpi: on.exportOcpi.handler(({ input: { id, version: as, ...party }, errors }) => {
      const version = store.find('tariffVersion', id)
      if (!version) throw errors.NOT_FOUND(missing(id))
      const made = exportOcpi(version, as, party)
      if ('problems' in made)
        throw errors.TARIFF_UNREADABLE({ data: { problems: [...made.problems] } })
      return { ...made.json }
    }),
    lint: on.lint.handler(({ input }) => {
      const read = readTariff(input.ocpi)
      if ('problems' in read) return { problems: [...read.problems], findings: [] }
      const around = {
        currency: 'SEK',
        adHocPowerW: input.adHocPowerW ?? null,
        today: '2026-01-01',
      }
      return { problems: [], findings: lintTariff(read.tariff, around) }
    }),
    words: on.words.handler(({ input }) => wordsOf(input)),
    simulate: on.simulate.handler(
      ({ input: { versionId, ocpi, idleGraceMin, ...stay }, errors }) => {
        const version = versionId === undefined ? undefined : store.find('tariffVersion', versionId)
        const words = version ?? (ocpi && { ocpi, idleGraceMin })
        if (!words) throw errors.NOT_FOUND(missing(String(versionId)))
        const periods = withoutGrace(expectedPeriods(stay), words.idleGraceMin)
        return { periods, priced: priceOf(words.ocpi, timeZone(), periods) }
      },
    ),
    price: on.price.handler(({ input }) =>
      priceOf(input.tariff, input.timeZone, input.periods.map(periodOf)),
    ),
  }
}
