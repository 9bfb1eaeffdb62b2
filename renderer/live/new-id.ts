import { type Id, uuidV7 } from '../../shared/domain/id/id.ts'

/** An id for something this desk makes: asked for twice, the hub makes it once. */
export function newId(): Id {
  return uuidV7(Date.now(), crypto.getRandomValues(new Uint8Array(10)))
}
