import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { API, SymbolFlags, TypeFlags } from 'typescript/unstable/sync'
import { root } from './setup/paths.mjs'

/** @typedef {import('typescript/unstable/sync').Type} Type */
/** @typedef {import('typescript/unstable/sync').Checker} Checker */
/** @typedef {import('typescript/unstable/sync').UnionType} UnionType */
/** @typedef {{ [key: string]: unknown }} Schema a JSON Schema, draft 07 */

const roots = join(root, 'electron/demo/stripe/schema/roots.ts')
const project = join(root, 'electron/demo/tsconfig.json')
const generated = join(root, 'electron/demo/stripe/schema/generated.ts')

/** Objects that are spelled by means of payment; only the means that are used here keep their shape. */
const byMeans = new Set([
  'payment_method_data',
  'payment_method_details',
  'payment_method_options',
  'payment_method',
  'last_payment_error',
  'PaymentMethod',
])
const means = new Set(['card', 'card_present', 'swish', 'klarna', 'link', 'custom'])

/**
 * Derives JSON Schemas from the types of the installed SDK: of every object the double answers with and
 * of every endpoint's parameters. What an object may be expanded to is its id here.
 * @returns {{ stripe: string, objects: Schema, requests: Schema, definitions: Schema }}
 */
export function deriveSchema() {
  slots = 0
  const api = new API({ cwd: root })
  try {
    const snapshot = api.updateSnapshot({ openProjects: [project] })
    const opened = snapshot.getProject(project)
    const file = opened?.program.getSourceFile(roots)
    if (opened === undefined || file === undefined) throw new Error(`${roots} is in no project`)
    const { checker } = opened
    /** @type {Schema} */
    const definitions = {}
    /**
     * @param {string} name
     * @param {Schema} text what a text has to be
     */
    const of = (name, text) => {
      const symbol = checker.resolveName(name, SymbolFlags.TypeAlias, file)
      if (symbol === undefined) throw new Error(`${roots} has no type ${name}`)
      return deriver(checker, definitions, text)(checker.getDeclaredTypeOfSymbol(symbol))
    }
    const objects = of('Objects', { type: 'string' })
    // An empty text in a request asks for a parameter to be unset, which few can be.
    const requests = of('Requests', { type: 'string', minLength: 1 })
    const { version } = JSON.parse(
      readFileSync(join(root, 'node_modules/stripe/package.json'), 'utf8'),
    )
    return { stripe: version, objects, requests, definitions }
  } finally {
    api.close()
  }
}

/** How many shapes were named, so that no name is given twice. */
let slots = 0

/**
 * @param {Checker} checker
 * @param {Schema} definitions the shapes found so far, by name
 * @param {Schema} text
 */
function deriver(checker, definitions, text) {
  /** @type {Map<string, string>} shapes that are spelled alike share a definition */
  const named = new Map()
  /** @type {Map<number, Schema>} */
  const known = new Map()

  /**
   * @param {Type} type
   * @param {string} key the property that holds it
   * @returns {Schema}
   */
  function schemaOf(type, key) {
    const { flags } = type
    if (flags & (TypeFlags.Any | TypeFlags.Unknown)) return {}
    if (flags & TypeFlags.Null) return { type: 'null' }
    if (flags & (TypeFlags.StringLiteral | TypeFlags.NumberLiteral)) {
      return { const: Reflect.get(type, 'value') }
    }
    if (flags & TypeFlags.BooleanLiteral) return { const: checker.typeToString(type) === 'true' }
    if (flags & (TypeFlags.String | TypeFlags.TemplateLiteral)) {
      return key === 'evidence' ? { type: 'string' } : text
    }
    if (flags & TypeFlags.Number) return { type: 'integer' }
    if (flags & TypeFlags.Boolean) return { type: 'boolean' }
    if (type.isUnionType()) return unionOf(type, key)
    // A string that is joined with an empty record is Stripe's way to leave an enumeration open.
    if (type.isIntersectionType()) return { type: 'string' }
    if (checker.isArrayType(type)) {
      const [item] = checker.getTypeArguments(/** @type {never} */ (type))
      return { type: 'array', items: item === undefined ? {} : schemaOf(item, key) }
    }
    if (flags & TypeFlags.Object) return objectOf(type, key)
    throw new Error(`${key}: no schema for ${checker.typeToString(type)}`)
  }

  /**
   * @param {UnionType} union
   * @param {string} key
   * @returns {Schema}
   */
  function unionOf(union, key) {
    const parts = union
      .getTypes()
      .filter(({ flags }) => !(flags & (TypeFlags.Undefined | TypeFlags.Void)))
    const literals = parts.flatMap((part) =>
      part.flags & TypeFlags.StringLiteral ? [String(Reflect.get(part, 'value'))] : [],
    )
    const isId =
      literals.length === 0 &&
      parts.some(({ flags }) => flags & TypeFlags.String) &&
      parts.some((part) => part.flags & TypeFlags.Object && isResource(part))
    /** @type {Schema[]} */
    const choices = []
    if (literals.length > 0) choices.push({ enum: literals.sort() })
    if (parts.filter(({ flags }) => flags & TypeFlags.BooleanLiteral).length > 0) {
      choices.push({ type: 'boolean' })
    }
    for (const part of parts) {
      if (part.flags & (TypeFlags.StringLiteral | TypeFlags.BooleanLiteral)) continue
      if (literals.length > 0 && part.isIntersectionType()) continue
      if (isId && part.flags & TypeFlags.Object) continue
      choices.push(part.flags & TypeFlags.String ? { type: 'string' } : schemaOf(part, key))
    }
    const [only] = choices
    return choices.length === 1 && only !== undefined ? only : { anyOf: choices }
  }

  /** @param {Type} type */
  function isResource(type) {
    return (
      checker.getPropertyOfType(type, 'id') !== undefined &&
      checker.getPropertyOfType(type, 'object') !== undefined
    )
  }

  /**
   * @param {Type} type
   * @param {string} key
   * @returns {Schema}
   */
  function objectOf(type, key) {
    const seen = known.get(type.id)
    if (seen !== undefined) return seen
    const name = checker.typeToString(type)
    if (name === 'Date') return { type: 'string' }
    if (name.endsWith('Decimal')) return { type: 'string' }
    if (checker.getPropertyOfType(type, 'autoPagingEach') !== undefined) return listOf(type, key)
    const slot = `${name.replaceAll(/[^A-Za-z0-9.]/g, '')}_${++slots}`
    const reference = { $ref: `#/definitions/${slot}` }
    known.set(type.id, reference)
    const shape = shapeOf(type, key)
    const spelled = JSON.stringify(shape)
    const twin = named.get(spelled)
    if (twin !== undefined) {
      reference.$ref = twin
      return reference
    }
    named.set(spelled, reference.$ref)
    definitions[slot] = shape
    return reference
  }

  /**
   * A list inside an object, whose items are cut to anything: they are validated where they are listed.
   * @param {Type} type
   * @param {string} key
   * @returns {Schema}
   */
  function listOf(type, key) {
    const data = checker.getPropertyOfType(type, 'data')
    const items = data === undefined ? undefined : checker.getTypeOfSymbol(data)
    return {
      type: 'object',
      properties: {
        object: { const: 'list' },
        data: items === undefined ? { type: 'array' } : schemaOf(items, key),
        has_more: { type: 'boolean' },
        url: { type: 'string' },
      },
      required: ['object', 'data', 'has_more', 'url'],
      additionalProperties: false,
    }
  }

  /**
   * @param {Type} type
   * @param {string} key
   * @returns {Schema}
   */
  function shapeOf(type, key) {
    const properties = members(type, key)
    // A shape without properties stands for whatever object comes.
    if (Object.keys(properties).length === 0) return { type: 'object' }
    const required = checker
      .getPropertiesOfType(type)
      .filter(({ name, flags }) => name in properties && !(flags & SymbolFlags.Optional))
      .map(({ name }) => name)
    const [index] = checker.getIndexInfosOfType(type)
    return {
      type: 'object',
      properties,
      ...(required.length === 0 ? {} : { required }),
      additionalProperties: index === undefined ? false : schemaOf(index.valueType, key),
    }
  }

  /**
   * @param {Type} type
   * @param {string} key
   * @returns {Schema}
   */
  function members(type, key = '') {
    /** @type {Schema} */
    const properties = {}
    const symbols = checker.getPropertiesOfType(type)
    const isByMeans =
      byMeans.has(key) || symbols.some(({ name }) => name === 'au_becs_debit' || name === 'alipay')
    const types = checker.getTypeOfSymbol(symbols)
    for (const [index, { name }] of symbols.entries()) {
      const held = types[index]
      if (held === undefined || isNothing(held)) continue
      if (checker.getSignaturesOfType(held, 0).length > 0) continue
      const isOther =
        isByMeans &&
        !means.has(name) &&
        held.isUnionType() === false &&
        !!(held.flags & TypeFlags.Object)
      const inside = key === 'evidence' ? key : name
      properties[name] = isOther || isForeign(name, held, isByMeans) ? {} : schemaOf(held, inside)
    }
    return properties
  }

  /**
   * What only tells an object from its deleted twin.
   * @param {Type} held
   */
  function isNothing(held) {
    const nothing = TypeFlags.Undefined | TypeFlags.Void | TypeFlags.Never
    const parts = held.isUnionType() ? held.getTypes() : [held]
    return parts.every(({ flags }) => flags & nothing)
  }

  /**
   * @param {string} name
   * @param {Type} held
   * @param {boolean} isByMeans
   */
  function isForeign(name, held, isByMeans) {
    if (!isByMeans || means.has(name) || !held.isUnionType()) return false
    return held.getTypes().some((part) => part.flags & TypeFlags.Object && !isResource(part))
  }

  return members
}

/** The schema as the source file that the double reads. */
export function generatedSource() {
  const schema = deriveSchema()
  const text = JSON.stringify(schema).replaceAll('\\', '\\\\').replaceAll("'", "\\'")
  return `/** Made from the types of stripe@${schema.stripe} by build/stripe-schema.mjs; not edited by hand. */
export const SCHEMA_JSON =
  '${text}'
`
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  writeFileSync(generated, generatedSource())
}
