import { implement } from '@orpc/server'
import { calendarContract, type CalendarFeed } from '../../../../shared/contract/calendar.ts'
import { tokenOf } from '../../calendar/address.ts'
import { closeFeed, type FeedSubject, feedOf, renewFeed } from '../../calendar/feeds.ts'
import type { CalendarFeedRow } from '../../store/own-rows.ts'
import { workOnce } from './once.ts'
import { type Caller, type RouterParts, everyCall } from './parts.ts'

const on = implement(calendarContract).$context<Caller>().use(everyCall)

export function calendarRouter({ store, issuer, info }: RouterParts) {
  const missing = (noun: string, id: string) => ({ data: { noun, id } })

  /** A calendar as it is told, with the address under which the hub can be reached. */
  const told = (row: CalendarFeedRow, apiUrl: string): CalendarFeed => {
    const { generation: _, ...feed } = row
    return { ...feed, url: `${apiUrl}/calendar/${tokenOf(issuer.hubSecret, row)}.ics` }
  }

  return {
    list: on.list.handler(async () => {
      const { apiUrl } = await info()
      const rows = await store.reads.find('calendarFeed', {})
      return { rows: rows.map((row) => told(row, apiUrl)) }
    }),

    feed: on.feed.handler(async ({ input, context, errors }) => {
      const { apiUrl } = await info()
      const subject: FeedSubject =
        'stationId' in input
          ? { kind: 'station', subjectId: input.stationId }
          : { kind: 'customer', subjectId: input.customerId }
      return workOnce(store, context, 'calendar.feed', input, (tx) => {
        const feed = feedOf(tx, subject, input.language)
        if (!feed) throw errors.NOT_FOUND(missing(subject.kind, subject.subjectId))
        return told(feed, apiUrl)
      })
    }),

    renew: on.renew.handler(async ({ input, context, errors }) => {
      const { apiUrl } = await info()
      return workOnce(store, context, 'calendar.renew', input, (tx) => {
        const feed = renewFeed(tx, input.id)
        if (!feed) throw errors.NOT_FOUND(missing('calendar', input.id))
        return told(feed, apiUrl)
      })
    }),

    close: on.close.handler(async ({ input, context, errors }) => {
      const { apiUrl } = await info()
      return workOnce(store, context, 'calendar.close', input, (tx) => {
        const feed = closeFeed(tx, input.id)
        if (!feed) throw errors.NOT_FOUND(missing('calendar', input.id))
        return told(feed, apiUrl)
      })
    }),
  }
}
