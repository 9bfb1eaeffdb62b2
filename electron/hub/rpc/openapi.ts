import { OpenAPIGenerator } from '@orpc/openapi'
import { ZodToJsonSchemaConverter } from '@orpc/zod/zod4'
import { reportFile } from './report-document.ts'
import type { HubRouter } from './router/router.ts'

/** The OpenAPI document of the REST face, made when first asked for. */
export function openApiDocument(router: HubRouter, version: string): () => Promise<string> {
  let made: Promise<string> | undefined
  return () => (made ??= generate(router, version))
}

async function generate(router: HubRouter, version: string): Promise<string> {
  const generator = new OpenAPIGenerator({ schemaConverters: [new ZodToJsonSchemaConverter()] })
  const document = await generator.generate(router, {
    info: {
      title: 'Laddplan',
      version,
      description:
        'A charging site: its stations, who may charge, what was charged, and every command a charger takes. Send the token of the data folder as `Authorization: Bearer`. Under an `Idempotency-Key` (1 to 128 visible ASCII characters) a call that writes bookings, vehicles, customers or id tokens is carried out once, however often it is sent. The token alone may make every call; beside a `Laddplan-Session` (see `POST /session`) a call is that user’s, and may be what their role may.',
    },
    servers: [{ url: '/api' }],
    security: [{ token: [] }],
    components: {
      securitySchemes: { token: { type: 'http', scheme: 'bearer' } },
      responses: {
        badRequest: refusal('The input is not as described; the message says where and how.'),
        unauthorized: refusal(
          'The token is missing or wrong, or the session that was named is over (`LOCKED`).',
        ),
        forbidden: refusal('The role of whoever is logged in may not do that (`FORBIDDEN`).'),
      },
    },
  })
  document.paths = { ...document.paths, '/reports/{kind}.csv': reportFile }
  for (const path of Object.values(document.paths ?? {}))
    for (const method of ['get', 'put', 'post', 'patch', 'delete'] as const) {
      const responses = path?.[method]?.responses
      if (responses === undefined) continue
      responses['400'] = { $ref: '#/components/responses/badRequest' }
      responses['401'] = { $ref: '#/components/responses/unauthorized' }
      responses['403'] = { $ref: '#/components/responses/forbidden' }
    }
  return JSON.stringify(document)
}

/** What every call may answer before it begins. */
function refusal(description: string) {
  const properties = {
    code: { type: 'string' },
    status: { type: 'integer' },
    message: { type: 'string' },
  } as const
  const schema = { type: 'object', properties, required: ['code', 'status', 'message'] } as const
  return {
    description,
    content: { 'application/json': { schema: { ...schema, required: [...schema.required] } } },
  }
}
