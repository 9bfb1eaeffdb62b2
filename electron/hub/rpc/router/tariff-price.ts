import { implement } from '@orpc/server'
import { tariffContract } from '../../../../shared/contract/tariff.ts'
import { periodOf } from '../../../../shared/contract/tariff-price.ts'
import { adHocPowerW } from '../../../../shared/domain/tariff/ad-hoc-power.ts'
import { expectedPeriods } from '../../../../shared/domain/tariff/estimate.ts'
import { withoutGrace } from '../../../../shared/domain/tariff/idle-grace.ts'
import { lintTariff } from '../../../../shared/domain/tariff/lint.ts'
import { priceOf } from '../../../../shared/domain/tariff/price.ts'
import { readTariff } from '../../../../shared/domain/tariff/read-tariff.ts'
import { wordsOf } from '../../../../shared/domain/tariff/words.ts'
import { siteOf } from '../../tariff/site-of.ts'
import { type Caller, type RouterParts, everyCall } from './parts.ts'

const on = implement(tariffContract).$context<Caller>().use(everyCall)

/** What is asked of tariffs without changing any: what is odd about one, how it is told, what a session costs. */
export function tariffPriceRouter({ store, clock }: Pick<RouterParts, 'store' | 'clock'>) {
  return {
    lint: on.lint.handler(async ({ input }) => {
      const read = readTariff(input.ocpi)
      if ('problems' in read) return { problems: [...read.problems], findings: [] }
      const { currency, timeZone, connectors } = await siteOf(store.reads)
      const today = Temporal.Instant.fromEpochMilliseconds(clock())
        .toZonedDateTimeISO(timeZone)
        .toPlainDate()
        .toString()
      const powerW =
        input.adHocPowerW === undefined ? adHocPowerW([], connectors) : input.adHocPowerW
      return {
        problems: [],
        findings: lintTariff(read.tariff, { currency, adHocPowerW: powerW, today }),
      }
    }),

    words: on.words.handler(({ input }) => wordsOf(input)),

    simulate: on.simulate.handler(async ({ input, errors }) => {
      const { versionId, ocpi, idleGraceMin, ...stay } = input
      const version =
        versionId === undefined ? undefined : await store.reads.get('tariffVersion', versionId)
      const words = version ?? (ocpi && { ocpi, idleGraceMin })
      if (!words) throw errors.NOT_FOUND({ data: { noun: 'tariffVersion', id: String(versionId) } })
      const [site] = await store.reads.find('site', {})
      const periods = withoutGrace(expectedPeriods(stay), words.idleGraceMin)
      return { periods, priced: priceOf(words.ocpi, site?.timeZone ?? 'UTC', periods) }
    }),

    price: on.price.handler(({ input: { tariff, timeZone, periods } }) =>
      priceOf(tariff, timeZone, periods.map(periodOf)),
    ),
  }
}
