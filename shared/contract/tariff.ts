import { z } from 'zod'
import { settlement } from '../domain/bill/bill.ts'
import { id } from '../domain/id/id.ts'
import { ocpiTariff } from '../domain/tariff/ocpi-tariff.ts'
import {
  idleGraceMin,
  tariff,
  tariffAssignment,
  tariffName,
  tariffScope,
  tariffVersion,
} from '../domain/tariff/tariff.ts'
import { instant } from '../time/instant-schema.ts'
import { procedure } from './refusal.ts'
import { tariffPriceContract, tariffProblem } from './tariff-price.ts'

const tags = ['tariffs']
const byId = z.strictObject({ id })

/** A tariff with all that hangs on it; versions by number. */
export const tariffDetail = z.object({
  tariff,
  versions: z.array(tariffVersion),
  assignments: z.array(tariffAssignment),
})
export type TariffDetail = z.infer<typeof tariffDetail>

const versionInput = {
  ocpi: ocpiTariff.describe(
    'An OCPI tariff object of 2.2.1 or 2.3; its id and dates are passed over',
  ),
  idleGraceMin: idleGraceMin.default(0),
  validFrom: instant.nullable().default(null).describe('Null: from now on'),
  validUntil: instant.nullable().default(null),
}

const scope = tariffScope.shape
/** What is left out is null. */
export const tariffAssignmentInput = z
  .strictObject({
    tariffId: id,
    stationId: scope.stationId.default(null),
    connectorId: scope.connectorId.default(null),
    customerId: scope.customerId.default(null),
    customerGroup: scope.customerGroup.default(null),
    idToken: scope.idToken.default(null),
    isFlexible: scope.isFlexible.default(null),
    hours: scope.hours.default(null),
    settlement: settlement.nullable().default(null),
  })
  .refine(({ stationId, connectorId }) => connectorId === null || stationId !== null, {
    message: 'Say of which station the connector is.',
    path: ['stationId'],
  })
export type TariffAssignmentInput = z.infer<typeof tariffAssignmentInput>

const archived = {
  TARIFF_ARCHIVED: { status: 409, message: 'That tariff is put aside. Bring it back first.' },
} as const

const unfitVersion = {
  TARIFF_IN_THE_PAST: {
    status: 409,
    message:
      'A version can’t hold from before now: stays have begun without it. Give a later time, or none for now.',
  },
  TARIFF_ENDS_FIRST: { status: 409, message: 'It ends before it begins. Give a later end.' },
  TARIFF_VERSION_HOLDS: {
    status: 409,
    message:
      'That version holds already, and stays that began with it keep it. Make a new version instead.',
    data: z.object({ version: z.int() }),
  },
} as const

const unreadable = {
  TARIFF_UNREADABLE: {
    status: 422,
    message:
      'That is no OCPI tariff as it should be. See `problems`: each has a place and what to do.',
    data: z.object({ problems: z.array(tariffProblem) }),
  },
} as const

export const tariffContract = {
  list: procedure
    .route({ method: 'GET', path: '/tariffs', tags, summary: 'The tariffs, by name' })
    .input(z.strictObject({ archived: z.stringbool().or(z.boolean()).default(false) }))
    .output(z.object({ rows: z.array(tariffDetail) })),
  get: procedure
    .route({
      method: 'GET',
      path: '/tariffs/{id}',
      tags,
      summary: 'A tariff with its versions and whom it is for',
    })
    .input(byId)
    .output(tariffDetail),
  create: procedure
    .route({
      method: 'POST',
      path: '/tariffs',
      tags,
      successStatus: 201,
      summary: 'Add a tariff with its first version',
    })
    .errors(unfitVersion)
    .input(z.strictObject({ id: id.optional(), name: tariffName, ...versionInput }))
    .output(tariffDetail),
  rename: procedure
    .route({ method: 'PATCH', path: '/tariffs/{id}', tags, summary: 'Call a tariff otherwise' })
    .errors(archived)
    .input(byId.extend({ name: tariffName }))
    .output(tariff),
  newVersion: procedure
    .route({
      method: 'POST',
      path: '/tariffs/{id}/versions',
      tags,
      successStatus: 201,
      summary: 'Change what a tariff costs from an instant on',
      description:
        'Stays keep the version that held when they began. A version that doesn’t hold yet can be replaced: name it in `replaces`.',
    })
    .errors({ ...archived, ...unfitVersion })
    .input(byId.extend({ ...versionInput, replaces: id.nullable().default(null) }))
    .output(tariffVersion),
  withdraw: procedure
    .route({
      method: 'DELETE',
      path: '/tariff-versions/{id}',
      tags,
      summary: 'Take back a version that doesn’t hold yet',
    })
    .errors({
      TARIFF_VERSION_HOLDS: unfitVersion.TARIFF_VERSION_HOLDS,
      TARIFF_LAST_VERSION: {
        status: 409,
        message: 'It is the tariff’s only version. Put the tariff aside instead.',
      },
    })
    .input(byId)
    .output(tariffVersion),
  archive: procedure
    .route({
      method: 'POST',
      path: '/tariffs/{id}/archive',
      tags,
      summary: 'Put a tariff aside; stays that have it keep it',
    })
    .errors({
      ...archived,
      TARIFF_ASSIGNED: {
        status: 409,
        message:
          'It still is for somebody. Take those assignments away, or give them another tariff.',
        data: z.object({ assignments: z.int() }),
      },
    })
    .input(byId)
    .output(tariff),
  restore: procedure
    .route({
      method: 'POST',
      path: '/tariffs/{id}/restore',
      tags,
      summary: 'Bring a tariff back that was put aside',
    })
    .input(byId)
    .output(tariff),
  assign: procedure
    .route({
      method: 'POST',
      path: '/tariff-assignments',
      tags,
      successStatus: 201,
      summary: 'Say whom and what a tariff is for; what is for the very same is replaced',
    })
    .errors(archived)
    .input(tariffAssignmentInput)
    .output(tariffAssignment),
  unassign: procedure
    .route({
      method: 'DELETE',
      path: '/tariff-assignments/{id}',
      tags,
      summary: 'Take away whom a tariff is for',
    })
    .input(byId)
    .output(tariffAssignment),
  importOcpi: procedure
    .route({
      method: 'POST',
      path: '/tariffs/import',
      tags,
      successStatus: 201,
      summary: 'Take in an OCPI tariff object, as a tariff of its own or as another’s next version',
      description:
        'Without `tariffId` a tariff is added, under `name` or the object’s id. Where the object began to hold before now, it holds from now on.',
    })
    .errors({ ...archived, ...unfitVersion, ...unreadable })
    .input(
      z.strictObject({
        ocpi: z.unknown().describe('OCPI 2.2.1 or 2.3'),
        name: tariffName.optional(),
        tariffId: id.optional(),
      }),
    )
    .output(tariffDetail),
  exportOcpi: procedure
    .route({
      method: 'GET',
      path: '/tariff-versions/{id}/ocpi',
      tags,
      summary: 'A version as an OCPI tariff object',
      description:
        'Minutes that aren’t parking are told in `tariff_alt_text`; OCPI has no field for them. What is only for flexible drivers has the type PROFILE_CHEAP, unless it came with another.',
    })
    .errors(unreadable)
    .input(
      byId.extend({
        version: z.enum(['2.3', '2.2.1']).default('2.3').describe('Of OCPI'),
        countryCode: z
          .string()
          .regex(/^[A-Z]{2}$/)
          .default('ZZ'),
        partyId: z
          .string()
          .regex(/^[A-Z0-9]{3}$/)
          .default('ZZZ')
          .describe('Where the tariff came without one'),
      }),
    )
    .output(z.record(z.string(), z.unknown())),
  ...tariffPriceContract,
}
