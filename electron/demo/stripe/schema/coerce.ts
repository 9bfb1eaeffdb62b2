import type { FormFields, FormValue } from '../http/form.ts'
import { resolved } from './schemas.ts'
import type { Schema } from './schemas.ts'

/**
 * Turns a form's text into what its schema asks for: numbers, booleans, lists. What can't be turned
 * stays text and is refused when the schema is applied.
 */
export function coerced(schema: Schema, value: FormValue): unknown {
  const shape = resolved(schema)
  if (shape.anyOf !== undefined) return coercedChoice(shape.anyOf.map(resolved), value)
  if (typeof value === 'string') return coercedText(shape, value)
  if (shape.type === 'array') return coercedList(shape, value)
  return coercedFields(shape, value)
}

function coercedText({ type }: Schema, text: string): unknown {
  if (type === 'integer' && /^-?\d{1,15}$/.test(text)) return Number(text)
  if (type === 'boolean' && (text === 'true' || text === 'false')) return text === 'true'
  return text
}

function coercedChoice(choices: Schema[], value: FormValue): unknown {
  if (typeof value !== 'string') {
    const list = choices.find(({ type }) => type === 'array')
    const object = choices.find(({ type }) => type === 'object')
    const fits = list !== undefined && (object === undefined || isNumbered(value)) ? list : object
    return coerced(fits ?? {}, value)
  }
  if (choices.some((choice) => choice.enum?.includes(value) || choice.type === 'string'))
    return value
  const turned = choices
    .filter(({ type }) => type === 'integer' || type === 'boolean')
    .map((choice) => coercedText(choice, value))
  return turned.find((each) => typeof each !== 'string') ?? value
}

function coercedList({ items = {} }: Schema, value: FormFields): unknown {
  if (!isNumbered(value)) return coercedFields({}, value)
  return Object.keys(value)
    .sort((a, b) => Number(a) - Number(b))
    .map((key) => coerced(items, value[key] ?? ''))
}

function coercedFields(shape: Schema, value: FormFields): Record<string, unknown> {
  const { properties = {}, additionalProperties } = shape
  const rest = typeof additionalProperties === 'object' ? additionalProperties : {}
  return Object.fromEntries(
    Object.entries(value).map(([key, held]) => [
      key,
      coerced(Object.hasOwn(properties, key) ? (properties[key] ?? {}) : rest, held),
    ]),
  )
}

function isNumbered(value: FormFields): boolean {
  return Object.keys(value).every((key) => /^\d+$/.test(key))
}
