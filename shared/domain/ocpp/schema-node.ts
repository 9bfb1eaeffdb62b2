/**
 * The part of JSON Schema that OCPP 1.6's own schemas use, as a tree without references, and what may be
 * mended at a node when a charger's payload doesn't fit it.
 */
export interface SchemaNode {
  readonly type?: string
  readonly properties?: Readonly<Record<string, SchemaNode>>
  readonly required?: readonly string[]
  readonly additionalProperties?: boolean
  readonly items?: SchemaNode
  readonly enum?: readonly string[]
  readonly maxLength?: number
  readonly format?: string
  readonly minimum?: number
  readonly maximum?: number
  readonly multipleOf?: number
  readonly minItems?: number
  readonly mend?: Mend
}

/**
 * What may be mended besides what is mended everywhere: `valueAsText` a number, true or false becomes its text;
 * `textAsInteger` "12" and 12.4 become 12; `receiveTime` a timestamp that can't be read becomes the moment
 * of receipt; `identifier` never cut, because a cut identifier is somebody else's.
 */
export type Mend = 'valueAsText' | 'textAsInteger' | 'receiveTime' | 'identifier'
