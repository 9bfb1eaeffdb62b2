import { z } from 'zod'
import { id } from '../domain/id/id.ts'
import { vehicle, vehicleWords } from '../domain/vehicle/vehicle.ts'
import { cursor, page, pageQuery, procedure } from './refusal.ts'

const tags = ['vehicles']
const byId = z.strictObject({ id })

/** A new vehicle: only the plate has to be told. */
export const vehicleInput = z.strictObject({
  plate: vehicleWords.shape.plate,
  name: vehicleWords.shape.name.default(''),
  customerId: vehicleWords.shape.customerId.default(null),
  batteryWh: vehicleWords.shape.batteryWh.default(null),
  maxAcW: vehicleWords.shape.maxAcW.default(null),
  maxDcW: vehicleWords.shape.maxDcW.default(null),
  acPhases: vehicleWords.shape.acPhases.default(null),
  resumes: vehicleWords.shape.resumes.default(true),
  standards: vehicleWords.shape.standards.default([]),
  departsAt: vehicleWords.shape.departsAt.default(null),
  costCentre: vehicleWords.shape.costCentre.default(''),
  note: vehicleWords.shape.note.default(''),
})
export type VehicleInput = z.infer<typeof vehicleInput>

const plateTaken = {
  PLATE_TAKEN: {
    status: 409,
    message: 'Another vehicle has that plate. Open that one, or merge the two.',
    data: z.object({ vehicleId: id }),
  },
} as const

const archived = {
  VEHICLE_ARCHIVED: {
    status: 409,
    message: 'That vehicle is archived. Bring it back first.',
  },
} as const

const customerArchived = {
  CUSTOMER_ARCHIVED: {
    status: 409,
    message: 'Its customer is archived. Bring that one back first, or choose another.',
    data: z.object({ customerId: id }),
  },
} as const

export const vehicleContract = {
  list: procedure
    .route({ method: 'GET', path: '/vehicles', tags, summary: 'The vehicles, by plate' })
    .input(
      z.strictObject({
        ...pageQuery,
        after: cursor(/~[^~]+$/),
        customerId: id.optional(),
        search: z.string().max(100).optional().describe('In plate, name, cost centre'),
        archived: z.stringbool().or(z.boolean()).default(false),
      }),
    )
    .output(page(vehicle)),
  get: procedure
    .route({ method: 'GET', path: '/vehicles/{id}', tags, summary: 'One vehicle' })
    .input(byId)
    .output(vehicle),
  create: procedure
    .route({
      method: 'POST',
      path: '/vehicles',
      tags,
      successStatus: 201,
      summary: 'Add a vehicle',
    })
    .errors({ ...plateTaken, ...customerArchived })
    .input(vehicleInput)
    .output(vehicle),
  update: procedure
    .route({ method: 'PATCH', path: '/vehicles/{id}', tags, summary: 'Change a vehicle' })
    .errors({ ...plateTaken, ...archived, ...customerArchived })
    .input(vehicleWords.partial().extend({ id }))
    .output(vehicle),
  archive: procedure
    .route({
      method: 'POST',
      path: '/vehicles/{id}/archive',
      tags,
      summary: 'Put a vehicle aside; history stays',
    })
    .errors({
      ...archived,
      VEHICLE_BOOKED: {
        status: 409,
        message: 'The vehicle has bookings ahead. Cancel those first, and end what repeats.',
        data: z.object({
          bookings: z.int().describe('Those ahead, and those whose car stands there'),
          rules: z.int().describe('Recurring bookings that still go on'),
        }),
      },
    })
    .input(byId)
    .output(vehicle),
  restore: procedure
    .route({
      method: 'POST',
      path: '/vehicles/{id}/restore',
      tags,
      summary: 'Bring an archived vehicle back',
    })
    .errors({ ...plateTaken, ...customerArchived })
    .input(byId)
    .output(vehicle),
  merge: procedure
    .route({
      method: 'POST',
      path: '/vehicles/{id}/merge',
      tags,
      summary: 'Say that two vehicles are one: bookings and tokens of `from` become this one’s',
    })
    .errors({
      ...archived,
      SAME_VEHICLE: { status: 409, message: 'A vehicle can’t be merged with itself.' },
    })
    .input(byId.extend({ from: id }))
    .output(vehicle),
}
