import { z } from 'zod'
import { instant } from '../../time/instant-schema.ts'
import { id } from '../id/id.ts'
import { reportSpec } from './spec.ts'

export const presetName = z.string().trim().min(1, 'Give the report a name.').max(80)

/** A report that is made again and again. */
export const reportPreset = z.object({
  id,
  name: presetName,
  spec: reportSpec,
  createdAt: instant,
  updatedAt: instant,
})
export type ReportPreset = z.infer<typeof reportPreset>
