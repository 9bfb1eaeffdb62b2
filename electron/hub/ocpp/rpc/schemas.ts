import * as published from 'typed-ocpp/dist/ocpp16/schemas.js'
import type { Mend, SchemaNode } from '../../../../shared/domain/ocpp/schema-node.ts'
import { isTransactionAction } from './actions.ts'

/** Which of the two payloads of an exchange. */
export type PayloadKind = 'Request' | 'Response'

interface PublishedSchema extends Omit<SchemaNode, 'properties' | 'items'> {
  readonly properties?: Readonly<Record<string, PublishedSchema>>
  readonly items?: PublishedSchema
  readonly $ref?: string
  readonly definitions?: Readonly<Record<string, PublishedSchema>>
}

// Boundary: typed-ocpp declares each of its schemas as `any`.
const schemas = published as Readonly<Record<string, PublishedSchema | undefined>>

/** Whether OCPP 1.6 (with its security extensions) knows the action at all, whoever may send it. */
export function isKnownAction(action: string): boolean {
  return Object.hasOwn(schemas, `${action}Request`)
}

/**
 * The schema of what the hub sends: the specification's own, references resolved. Undefined for an action
 * that OCPP 1.6 doesn't know.
 */
export function strictSchema(action: string, kind: PayloadKind): SchemaNode | undefined {
  return derive(action, kind, resolve)
}

/**
 * The schema of what a charger sends: the specification's, with bounds no sane number exceeds, and eased where a
 * charger's message would otherwise be lost over a word (see `Mend`). Its enumerations within a sampled value
 * and the stop reason are open.
 */
export function inboundSchema(action: string, kind: PayloadKind): SchemaNode | undefined {
  const transactional = kind === 'Request' && isTransactionAction(action)
  return derive(action, kind, (node, definitions) =>
    ease(resolve(node, definitions), '', transactional),
  )
}

function derive(
  action: string,
  kind: PayloadKind,
  how: (node: PublishedSchema, definitions: Definitions) => SchemaNode,
): SchemaNode | undefined {
  const name = `${action}${kind}`
  const schema = Object.hasOwn(schemas, name) ? schemas[name] : undefined
  return schema === undefined ? undefined : how(schema, schema.definitions ?? {})
}

type Definitions = Readonly<Record<string, PublishedSchema>>

function resolve(node: PublishedSchema, definitions: Definitions): SchemaNode {
  const { $ref, definitions: _, properties, items, ...rest } = node
  if ($ref !== undefined) {
    const target = definitions[$ref.replace('#/definitions/', '')]
    if (target === undefined) throw new Error(`the schema refers to ${$ref}, which is not there`)
    return resolve(target, definitions)
  }
  return {
    ...rest,
    ...(properties === undefined
      ? {}
      : { properties: mapValues(properties, (property) => resolve(property, definitions)) }),
    ...(items === undefined ? {} : { items: resolve(items, definitions) }),
  }
}

const INSIDE_A_SAMPLE = new Set(['context', 'format', 'measurand', 'phase', 'location', 'unit'])
const IDENTIFIERS = new Set(['idTag', 'parentIdTag'])

/** No site has more connectors on a station; a greater number is a mistake or an attack. */
const MAX_CONNECTOR_ID = 1_000

/** A terawatt-hour: no register of a charger's holds it, and differences stay exact. */
const MAX_WH = 1e12

function ease(node: SchemaNode, name: string, transactional: boolean): SchemaNode {
  const { properties, items, ...rest } = node
  if (properties !== undefined) {
    const eased = mapValues(properties, (property, key) => ease(property, key, transactional))
    return { ...rest, properties: eased, additionalProperties: false }
  }
  if (items !== undefined) return { ...rest, items: ease(items, name, transactional) }
  if (node.type === 'integer')
    return { ...node, ...bounds(name), ...mending(transactional && 'textAsInteger') }
  if (node.type === 'number') {
    // What a charger tells of its limits is worth reading in finer steps than it may be sent.
    const { multipleOf: _, ...told } = node
    return told
  }
  if (node.type !== 'string') return node
  if (IDENTIFIERS.has(name)) {
    // A card longer than the specification allows is an unknown card, no reason to lose the session.
    return { ...node, ...mending('identifier'), ...(transactional ? { maxLength: 255 } : {}) }
  }
  // Of a sampled value, and of a configuration key, which some chargers tell as a number.
  if (name === 'value') return { ...node, ...mending('valueAsText') }
  if (!transactional) return node
  if (node.format === 'date-time') return { ...node, ...mending('receiveTime') }
  if (name === 'reason' || INSIDE_A_SAMPLE.has(name)) return { type: 'string' }
  return node
}

function bounds(name: string): Pick<SchemaNode, 'minimum' | 'maximum'> {
  if (name === 'connectorId') return { minimum: 0, maximum: MAX_CONNECTOR_ID }
  if (name === 'meterStart' || name === 'meterStop') return { minimum: -MAX_WH, maximum: MAX_WH }
  return { minimum: Number.MIN_SAFE_INTEGER, maximum: Number.MAX_SAFE_INTEGER }
}

function mending(mend: Mend | false): Pick<SchemaNode, 'mend'> {
  return mend === false ? {} : { mend }
}

function mapValues<From, To>(
  record: Readonly<Record<string, From>>,
  map: (value: From, key: string) => To,
): Record<string, To> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, map(value, key)]))
}
