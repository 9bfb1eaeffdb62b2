import type { ConfigurationKey } from '../../../../shared/contract/station.ts'
import type { Command } from '../../../../shared/domain/command/command.ts'
import { commandOutcome } from '../command/command-outcome.ts'
import type { CommandOutcome } from '../command/command-outcome.ts'
import { isSecretKey } from './secret-key.ts'

/** How a key's value reads in one glance. Booleans and lists get their own editors. */
export type ValueKind = 'secret' | 'boolean' | 'integer' | 'list' | 'text'

export type ConfigurationRow = {
  key: string
  value: string | null
  kind: ValueKind
  readonly: boolean
  readAt: number
  /** How the latest attempt to write this key went; null once it has been read again. */
  lastWrite: CommandOutcome | null
}

/** What an editor is to offer for a value as the charger writes it. */
export function valueKind(key: string, value: string | null): ValueKind {
  if (isSecretKey(key)) return 'secret'
  if (value === null) return 'text'
  if (/^(true|false)$/i.test(value)) return 'boolean'
  if (/^-?\d{1,15}$/.test(value)) return 'integer'
  return value.includes(',') ? 'list' : 'text'
}

/**
 * The rows to show: secrets without their value, found by every word of `search`, in order of their keys,
 * each with how the latest write to it went.
 */
export function configurationRows(
  keys: readonly ConfigurationKey[],
  writes: readonly Command[],
  search: string,
): ConfigurationRow[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean)
  const latest = latestWrites(writes)
  return keys
    .map((entry): ConfigurationRow => {
      const kind = valueKind(entry.key, entry.value)
      const write = latest.get(entry.key.toLowerCase())
      return {
        key: entry.key,
        value: kind === 'secret' ? null : entry.value,
        kind,
        readonly: entry.readonly,
        readAt: entry.readAt,
        lastWrite:
          write && (write.endedAt ?? Infinity) >= entry.readAt ? commandOutcome(write) : null,
      }
    })
    .filter((row) =>
      words.every((word) => `${row.key}\n${row.value ?? ''}`.toLowerCase().includes(word)),
    )
    .toSorted((a, b) => a.key.localeCompare(b.key, 'en'))
}

function latestWrites(commands: readonly Command[]): Map<string, Command> {
  const latest = new Map<string, Command>()
  for (const command of commands) {
    const key = command.payload['key']
    if (command.action !== 'ChangeConfiguration' || typeof key !== 'string') continue
    const known = latest.get(key.toLowerCase())
    if (!known || known.requestedAt < command.requestedAt) latest.set(key.toLowerCase(), command)
  }
  return latest
}
