import type { Delivery } from '../../../shared/domain/message/delivery.ts'
import type { MessageChannel } from '../../../shared/domain/message/message.ts'
import type { Instant } from '../../../shared/time/instant.ts'

/** A message as it leaves: who is told what, with all that its words speak of. */
export interface Letter {
  /** The same each time it is sent, so that a receiver can drop a double; another once a person sends it again. */
  readonly name: string
  readonly channel: MessageChannel
  /** An address for letters, or a phone in digits. */
  readonly to: string
  /** Of a text message it is empty. */
  readonly subject: string
  readonly text: string
  /** Since when there is this message. */
  readonly createdAt: Instant
}

/** A way out of the house. Nothing here throws: what is in the way is in the answer. */
export interface Transport {
  send(letter: Letter): Promise<Delivery>
  /** Lets go of what is open, such as the line to a server. */
  close(): void
}
