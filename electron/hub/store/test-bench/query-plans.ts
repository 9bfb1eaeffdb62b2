import { DatabaseSync } from 'node:sqlite'
import { vi } from 'vitest'

/**
 * Watches what is asked of databases from now on, each statement once.
 * @returns ends that, and tells how SQLite goes about it: a line such as `SEARCH bill USING INDEX …` for each table that
 * is looked at, sorted, each once
 */
export function watchPlans(): () => string[] {
  const prepare = vi.spyOn(DatabaseSync.prototype, 'prepare')
  return () => {
    const { calls, contexts } = prepare.mock
    prepare.mockRestore()
    const lines = calls.flatMap(([sql], call) => {
      const database: unknown = contexts[call]
      if (!(database instanceof DatabaseSync) || !/^\s*(select|with|update|delete)\b/i.test(sql))
        return []
      return database.prepare(`explain query plan ${sql}`).all()
    })
    return [...new Set(lines.map(({ detail }) => String(detail)))].sort()
  }
}
