import { OpenAPIGenerator } from '@orpc/openapi'
import { ZodToJsonSchemaConverter } from '@orpc/zod/zod4'
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
        'A charging site: its stations, who may charge, what was charged, and every command a charger takes. Send the token of the data folder as `Authorization: Bearer`.',
    },
    servers: [{ url: '/api' }],
    security: [{ token: [] }],
    components: { securitySchemes: { token: { type: 'http', scheme: 'bearer' } } },
  })
  return JSON.stringify(document)
}
