import { implement } from '@orpc/server'
import type { CalendarFeed } from '../../../shared/contract/calendar.ts'
import { contract } from '../../../shared/contract/contract.ts'
import { newId } from './fake-store.ts'
import type { FakeStore } from './fake-store.ts'

/** Calendars' addresses, in memory: nothing lies at them. */
export function fakeCalendars(store: FakeStore) {
  const os = implement(contract).calendar
  const feeds = new Map<string, CalendarFeed>()
  const url = () => {
    const token = `${newId()}${newId()}`.replaceAll('-', '').slice(0, 48)
    return `http://127.0.0.1:9221/calendar/${token}.ics`
  }
  const missing = (noun: string, id: string) => ({ data: { noun, id } })
  return os.router({
    list: os.list.handler(() => ({ rows: [...feeds.values()] })),
    feed: os.feed.handler(({ input, errors }) => {
      const kind = 'stationId' in input ? 'station' : 'customer'
      const subjectId = 'stationId' in input ? input.stationId : input.customerId
      if (!store.find(kind, subjectId)) throw errors.NOT_FOUND(missing(kind, subjectId))
      const known = [...feeds.values()].find((feed) => feed.subjectId === subjectId)
      if (known) return known
      const now = Date.now()
      const language = input.language ?? 'en'
      const row = { id: newId(), kind, subjectId, language, url: url(), createdAt: now } as const
      const feed: CalendarFeed = { ...row, updatedAt: now }
      feeds.set(feed.id, feed)
      return feed
    }),
    renew: os.renew.handler(({ input: { id }, errors }) => {
      const feed = feeds.get(id)
      if (!feed) throw errors.NOT_FOUND(missing('calendar', id))
      const renewed = { ...feed, url: url(), updatedAt: Date.now() }
      feeds.set(id, renewed)
      return renewed
    }),
    close: os.close.handler(({ input: { id }, errors }) => {
      const feed = feeds.get(id)
      if (!feed) throw errors.NOT_FOUND(missing('calendar', id))
      feeds.delete(id)
      return feed
    }),
  })
}
