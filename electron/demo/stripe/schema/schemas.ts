import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv'
import { SCHEMA_JSON } from './generated.ts'
import type { Objects, Requests } from './roots.ts'

/** A JSON Schema as far as it is read here; ajv reads all of it. */
export type Schema = {
  $ref?: string
  type?: string
  enum?: unknown[]
  const?: unknown
  anyOf?: Schema[]
  items?: Schema
  properties?: Record<string, Schema>
  additionalProperties?: Schema | boolean
}

type Generated = {
  stripe: string
  objects: Record<keyof Objects, Schema>
  requests: Record<keyof Requests, Schema>
  definitions: Record<string, Schema>
}

const generated: Generated = JSON.parse(SCHEMA_JSON)
const ajv = new Ajv({ strict: false, allErrors: true, validateSchema: false })
ajv.addSchema({ $id: 'stripe', definitions: generated.definitions })
const compiled = new Map<Schema, ValidateFunction>()

/** The schema of an endpoint's parameters. */
export function requestSchema(endpoint: keyof Requests): Schema {
  return generated.requests[endpoint]
}

/** The schema behind a reference, or the schema itself. */
export function resolved(schema: Schema): Schema {
  const name = schema.$ref?.split('/').at(-1)
  return name === undefined ? schema : (generated.definitions[name] ?? {})
}

/** What is wrong with parameters under their schema; empty when nothing is. */
export function paramErrors(endpoint: keyof Requests, params: unknown): ErrorObject[] {
  return errorsOf(requestSchema(endpoint), params)
}

/**
 * Holds an object that is to be answered with to the SDK's own type of it.
 * @throws when it has another shape: the double is wrong then, whoever asked
 */
export function assertObject(name: string, value: unknown): void {
  if (!isObjectName(name)) throw new Error(`the double answers with an unknown object ${name}`)
  const errors = errorsOf(generated.objects[name], value)
  if (errors.length === 0) return
  const told = errors.slice(0, 8).map(({ instancePath, message, params }) => {
    return `${instancePath || '/'} ${message ?? ''} ${JSON.stringify(params)}`
  })
  throw new Error(`the double's ${name} is not Stripe's:\n${told.join('\n')}`)
}

function isObjectName(name: string): name is keyof Objects {
  return name in generated.objects
}

/** Compiled when first asked for: most runs meet few of them. */
function errorsOf(schema: Schema, value: unknown): ErrorObject[] {
  let validate = compiled.get(schema)
  if (validate === undefined) {
    validate = ajv.compile(absolute(schema))
    compiled.set(schema, validate)
  }
  return validate(value) ? [] : (validate.errors ?? [])
}

function absolute(schema: Schema): Schema {
  if (schema.$ref === undefined) return schema
  return { ...schema, $ref: `stripe${schema.$ref}` }
}
