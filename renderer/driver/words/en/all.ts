import { change } from './change.ts'
import { common, time } from './common.ts'
import { price } from './price.ts'
import { site } from './site.ts'
import { trouble } from './trouble.ts'
import { visit } from './visit.ts'

/** All that the page says. */
export const en = { change, common, price, site, time, trouble, visit }
