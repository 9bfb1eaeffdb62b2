import { z } from 'zod'
import { site, sitePatch } from '../domain/site/site.ts'
import { procedure } from './refusal.ts'

const tags = ['site']

export const siteContract = {
  get: procedure.route({ method: 'GET', path: '/site', tags, summary: 'The site' }).output(site),
  update: procedure
    .route({ method: 'PATCH', path: '/site', tags, summary: 'Change the site' })
    .input(sitePatch)
    .output(site),
}

/** What is running: for a status page, a script's first call and the window's about box. */
export const hubInfo = z.object({
  version: z.string(),
  node: z.string(),
  sqlite: z.string(),
  startedAt: z.int(),
  dataDir: z.string(),
  ocppUrl: z.string(),
  apiUrl: z.string(),
  ocppUrls: z
    .array(z.string())
    .describe('Addresses a charger on the network can use, without the id'),
  demo: z.boolean(),
  connected: z.int().describe('Open charger sockets'),
})
export type HubInfo = z.infer<typeof hubInfo>

export const hubContract = {
  info: procedure
    .route({ method: 'GET', path: '/hub', tags: ['hub'], summary: 'What is running' })
    .output(hubInfo),
}
