import type { Migration } from 'kysely'
import * as charging from './0001-charging.ts'
import * as booking from './0002-booking.ts'
import * as recurringAndCalendar from './0003-recurring-and-calendar.ts'
import * as planning from './0004-planning.ts'
import * as load from './0005-load.ts'
import * as dispatch from './0006-dispatch.ts'
import * as ledger from './0007-ledger.ts'
import * as tariff from './0008-tariff.ts'
import * as payment from './0009-payment.ts'
import * as user from './0010-user.ts'
import * as till from './0011-till.ts'
import * as report from './0012-report.ts'
import * as accounting from './0013-accounting.ts'
import * as walkUp from './0014-walk-up.ts'
import * as visit from './0015-visit.ts'
import * as flexibleTariff from './0016-flexible-tariff.ts'
import * as message from './0017-message.ts'

/** Every step in order; the name is remembered in the database, so it never changes. */
export const migrations: Record<string, Migration> = {
  '0001-charging': charging,
  '0002-booking': booking,
  '0003-recurring-and-calendar': recurringAndCalendar,
  '0004-planning': planning,
  '0005-load': load,
  '0006-dispatch': dispatch,
  '0007-ledger': ledger,
  '0008-tariff': tariff,
  '0009-payment': payment,
  '0010-user': user,
  '0011-till': till,
  '0012-report': report,
  '0013-accounting': accounting,
  '0014-walk-up': walkUp,
  '0015-visit': visit,
  '0016-flexible-tariff': flexibleTariff,
  '0017-message': message,
}
