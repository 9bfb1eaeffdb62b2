import type { OpenAPI } from '@orpc/contract'
import { periodUnit } from '../../../shared/domain/report/period.ts'
import { reportKind } from '../../../shared/domain/report/report-kind.ts'
import { filtersOf, reportDialect } from '../../../shared/domain/report/spec.ts'

const query = (
  name: string,
  description: string,
  schema: OpenAPI.ParameterObject['schema'] & object = { type: 'string' },
): OpenAPI.ParameterObject => ({
  ...{ name, in: 'query', description, schema },
})

/** What the OpenAPI document says of reports as files: they are sent piece by piece, beside the contract. */
export const reportFile: OpenAPI.PathItemObject = {
  get: {
    operationId: 'report.file',
    tags: ['reports'],
    summary: 'A report as a CSV file',
    description:
      'Say when: `firstDay` and `lastDay`, or a `unit` with a `day` in it or how many `ago`, or `fromAt` and `untilAt`. The file is sent as it is read, as fast as it is taken; a connection that is broken off has not sent all of it.',
    parameters: [
      {
        ...{ name: 'kind', in: 'path', required: true },
        schema: { type: 'string', enum: [...reportKind.options] },
      },
      query('firstDay', 'By the site’s clock, yyyy-mm-dd', { type: 'string', format: 'date' }),
      query('lastDay', 'Included; the first alone where it isn’t told', {
        ...{ type: 'string', format: 'date' },
      }),
      query('unit', 'A whole one', { type: 'string', enum: [...periodUnit.options] }),
      query('day', 'That the unit has in it', { type: 'string', format: 'date' }),
      query('ago', 'How many units back; 0 is the one that runs', { type: 'integer' }),
      query('fromAt', 'Epoch ms, included', { type: 'integer' }),
      query('untilAt', 'Epoch ms, not included', { type: 'integer' }),
      query('columns', 'In order, `key,key:Name`; all where none are told'),
      query('groupBy', 'Of vat, energyPerVehicle and co2', {
        ...{ type: 'string', enum: ['period', ...periodUnit.options], default: 'period' },
      }),
      query('co2Of', 'Of co2', { type: 'string', enum: ['vehicle', 'customer', 'station'] }),
      query('dialect', 'How it is written', {
        ...{ type: 'string', enum: [...reportDialect.options], default: 'rfc4180' },
      }),
      query('withTotals', 'Whether sums come last', { type: 'boolean', default: false }),
      ...[...new Set(Object.values(filtersOf).flat())].map((name) =>
        query(name, 'Only what has this; kinds differ in what they can be narrowed down by'),
      ),
    ],
    responses: {
      '200': { description: 'The file', content: { 'text/csv': { schema: { type: 'string' } } } },
      '429': { description: 'Several are being sent already; ask again.' },
    },
  },
}
