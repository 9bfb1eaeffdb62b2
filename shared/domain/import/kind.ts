import { z } from 'zod'

/** What a file can bring in: vehicles, id tokens or bookings. */
export const importKind = z.enum(['vehicle', 'idToken', 'booking'])
export type ImportKind = z.infer<typeof importKind>

/** The most rows of one file, its header not counted. */
export const MOST_ROWS = 20_000

/** The most characters of one file: what goes over the wire with them has to fit in 8 MiB. */
export const MOST_CHARACTERS = 7_000_000

/** The most columns of one file. */
export const MOST_COLUMNS = 200
