import { reportPayment, reportRefund } from '../payment/record.ts'
import { find } from '../world/scene.ts'
import type { Endpoints, Under } from './endpoint.ts'

export const paymentRecords: Endpoints<Under<'/v1/payment_records'>> = {
  'GET /v1/payment_records/:id': {
    right: 'rak_payment_record_read',
    run: (scene, _, id) => find(scene, 'payment_record', id, 'id'),
  },
  'POST /v1/payment_records/report_payment': {
    right: 'rak_payment_record_write',
    run: reportPayment,
  },
  'POST /v1/payment_records/:id/report_refund': {
    right: 'rak_payment_record_write',
    run: (scene, params, id) => reportRefund(find(scene, 'payment_record', id, 'id'), params),
  },
}
