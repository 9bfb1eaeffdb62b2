import type { Instant } from '../../time/instant.ts'
import { toIso } from '../../time/instant.ts'
import type { SchemaNode } from './schema-node.ts'
import { isTimestamp, readTimestamp } from './timestamp.ts'

/** What was done to one place of a payload. */
export type RepairKind =
  | 'unknownPropertyIgnored'
  | 'emptyPropertyIgnored'
  | 'trimmed'
  | 'truncated'
  | 'spellingCorrected'
  | 'zoneAssumedUtc'
  | 'timestampRewritten'
  | 'receiveTimeTaken'
  | 'valueWrittenAsText'
  | 'textReadAsNumber'
  | 'numberRounded'

/** One repair and where: `meterValue.0.timestamp`. */
export interface Repair {
  readonly kind: RepairKind
  readonly path: string
}

export interface RepairedPayload {
  readonly payload: unknown
  /** At most `REPAIRS_NOTED`; what comes after is mended all the same. */
  readonly repairs: readonly Repair[]
}

/** How many repairs of one payload are noted: enough to understand a charger, too few to fill a disk. */
export const REPAIRS_NOTED = 20

/**
 * Mends what real chargers get wrong and everybody understands all the same; what can't be understood is left
 * for the schema to refuse. The payload handed in is not changed. Free text without a limit (DataTransfer's
 * `data`, a sampled value) is never touched, because it may be signed.
 */
export function repairPayload(
  schema: SchemaNode,
  payload: unknown,
  receivedAt: Instant,
): RepairedPayload {
  const repairs: Repair[] = []
  const note = (kind: RepairKind, path: string): void => {
    if (repairs.length < REPAIRS_NOTED) repairs.push({ kind, path: path.slice(0, 100) })
  }
  return { payload: mend({ receivedAt, note }, schema, payload, ''), repairs }
}

interface Workshop {
  readonly receivedAt: Instant
  readonly note: (kind: RepairKind, path: string) => void
}

function mend(workshop: Workshop, schema: SchemaNode, value: unknown, path: string): unknown {
  if (schema.properties !== undefined && isRecord(value)) {
    return mendObject(workshop, schema, schema.properties, value, path)
  }
  if (schema.items !== undefined && Array.isArray(value)) {
    const items = schema.items
    return value.map((item: unknown, index) => mend(workshop, items, item, join(path, `${index}`)))
  }
  if (schema.type === 'string') return mendText(workshop, schema, value, path)
  if (schema.type === 'integer') return mendInteger(workshop, schema, value, path)
  return value
}

function mendObject(
  workshop: Workshop,
  schema: SchemaNode,
  properties: Readonly<Record<string, SchemaNode>>,
  value: Readonly<Record<string, unknown>>,
  path: string,
): unknown {
  const mended: Record<string, unknown> = {}
  for (const key of Object.keys(value)) {
    const place = join(path, key)
    const property = Object.hasOwn(properties, key) ? properties[key] : undefined
    if (property === undefined) {
      if (schema.additionalProperties === false) workshop.note('unknownPropertyIgnored', place)
      else mended[key] = value[key]
      continue
    }
    if (isEmpty(property, value[key]) && !schema.required?.includes(key)) {
      workshop.note('emptyPropertyIgnored', place)
      continue
    }
    mended[key] = mend(workshop, property, value[key], place)
  }
  for (const key of schema.required ?? []) {
    if (Object.hasOwn(mended, key) || properties[key]?.mend !== 'receiveTime') continue
    mended[key] = toIso(workshop.receivedAt)
    workshop.note('receiveTimeTaken', join(path, key))
  }
  return mended
}

/** Null, or "" where a word of a list or a timestamp belongs: the charger had nothing to say. */
function isEmpty(schema: SchemaNode, value: unknown): boolean {
  if (value === null || value === undefined) return true
  const worded = schema.enum !== undefined || schema.format !== undefined
  return worded && typeof value === 'string' && value.trim() === ''
}

function mendText(workshop: Workshop, schema: SchemaNode, value: unknown, path: string): unknown {
  if (schema.mend === 'valueAsText' && (typeof value === 'number' || typeof value === 'boolean')) {
    workshop.note('valueWrittenAsText', path)
    return String(value)
  }
  if (schema.format === 'date-time') return mendTimestamp(workshop, schema, value, path)
  if (typeof value !== 'string') return value
  if (schema.enum !== undefined) return mendWord(workshop, schema.enum, value, path)
  if (schema.maxLength === undefined) return value
  const trimmed = value.trim()
  if (trimmed !== value) workshop.note('trimmed', path)
  const cut = schema.mend === 'identifier' ? trimmed : firstCharacters(trimmed, schema.maxLength)
  if (cut !== trimmed) workshop.note('truncated', path)
  return cut
}

function mendWord(
  workshop: Workshop,
  words: readonly string[],
  value: string,
  path: string,
): string {
  if (words.includes(value)) return value
  const plain = value.trim().toLowerCase()
  const word = words.find((candidate) => candidate.toLowerCase() === plain)
  if (word === undefined) return value
  workshop.note('spellingCorrected', path)
  return word
}

function mendTimestamp(
  workshop: Workshop,
  schema: SchemaNode,
  value: unknown,
  path: string,
): unknown {
  if (typeof value === 'string') {
    if (isTimestamp(value)) return value
    const reading = readTimestamp(value)
    const written = reading === undefined ? '' : toIso(reading.at)
    if (isTimestamp(written)) {
      const assumed = reading?.repaired === 'zoneAssumedUtc'
      workshop.note(assumed ? 'zoneAssumedUtc' : 'timestampRewritten', path)
      return written
    }
  }
  if (schema.mend !== 'receiveTime') return value
  workshop.note('receiveTimeTaken', path)
  return toIso(workshop.receivedAt)
}

function mendInteger(
  workshop: Workshop,
  schema: SchemaNode,
  value: unknown,
  path: string,
): unknown {
  if (schema.mend !== 'textAsInteger' || Number.isInteger(value)) return value
  if (typeof value === 'string' && /^\s*-?\d{1,15}(?:\.\d{1,9})?\s*$/.test(value)) {
    workshop.note('textReadAsNumber', path)
    return Math.round(Number(value))
  }
  if (typeof value !== 'number' || !Number.isFinite(value)) return value
  workshop.note('numberRounded', path)
  return Math.round(value)
}

/** The first characters by code point, as JSON Schema counts `maxLength`, so that no pair is torn apart. */
function firstCharacters(text: string, count: number): string {
  if (text.length <= count) return text
  let end = 0
  let taken = 0
  for (const character of text) {
    if (taken === count) break
    end += character.length
    taken += 1
  }
  return text.slice(0, end)
}

function join(path: string, key: string): string {
  return path === '' ? key : `${path}.${key}`
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
