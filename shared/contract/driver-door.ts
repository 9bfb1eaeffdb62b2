import { z } from 'zod'
import { doorState, driverDoor, driverDoorWords } from '../domain/driver-door/driver-door.ts'
import { procedure } from './refusal.ts'

const tags = ['driver door']

export const driverDoorContract = {
  get: procedure
    .route({
      method: 'GET',
      path: '/driver-door',
      tags,
      summary: 'How the driver’s page is laid open',
    })
    .output(z.object({ door: driverDoor, state: doorState })),
  set: procedure
    .route({
      method: 'PATCH',
      path: '/driver-door',
      tags,
      summary: 'Lay the driver’s page open, or close it',
      description:
        'Kept whether or not the door can be opened so; `state` tells how it stands, and what is in its way.',
    })
    .input(driverDoorWords.partial())
    .output(z.object({ door: driverDoor, state: doorState })),
}
