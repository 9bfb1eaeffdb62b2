import { z } from 'zod'
import { instant } from '../../time/instant-schema.ts'
import { id } from '../id/id.ts'
import { visitLanguage } from '../visit/visit.ts'
import { messageTemplate } from './template.ts'

/** How a driver is written to: a letter where there is an address, else a text message. */
export const messageChannel = z.enum(['email', 'sms'])
export type MessageChannel = z.infer<typeof messageChannel>

/**
 * A message's life: `waiting` to be sent, the first time or again; `sending` it was begun, and nobody knows yet; `sent`;
 * `failed` it can't be, or not in time; `skipped` it was tried, and by now it isn't so any more.
 */
export const messageState = z.enum(['waiting', 'sending', 'sent', 'failed', 'skipped'])
export type MessageState = z.infer<typeof messageState>

/**
 * What keeps a message from being sent. Of the server: it is not found, not reached, silent, has no TLS or a certificate
 * that can't be trusted, is out of date or somebody else's, or wants a log-in, another password, another sender, fewer
 * letters at once. Of the message: its receiver is refused or has no room, or what it says is refused. Of the folder: it
 * can't be written, or the disk is full. `lost` the line broke when it had been handed over; `unclear` the hub ended while
 * it sent, twice.
 */
export const messageFault = z.enum([
  'notSetUp',
  'hostNotFound',
  'unreachable',
  'silent',
  'noTls',
  'certUntrusted',
  'certExpired',
  'certOfAnother',
  'tlsFailed',
  'wrongPassword',
  'wantsLogin',
  'senderRefused',
  'receiverRefused',
  'mailboxFull',
  'tooMany',
  'contentRefused',
  'serverRefused',
  'serverBusy',
  'folderRefused',
  'diskFull',
  'lost',
  'unclear',
  'failed',
])
export type MessageFault = z.infer<typeof messageFault>

/** By which way a message left: written into the outbox's folder, or handed to a mail server. */
export const messageWay = z.enum(['folder', 'smtp'])
export type MessageWay = z.infer<typeof messageWay>

/**
 * A line of the outbox: who is to be told what, and how far that has come. Its words are made when it is sent, so that they
 * are true then, and so that the driver's link stands in no row.
 */
export const message = z.object({
  id,
  visitId: id,
  template: messageTemplate,
  occasion: z.string().describe('Of the same visit and template only one is sent of each'),
  language: visitLanguage,
  channel: messageChannel,
  to: z.string().describe('An address for letters or a phone, as the driver wrote it'),
  state: messageState,
  attempts: z.int().describe('In this round'),
  rounds: z.int().describe('How often a person had it sent again'),
  doubts: z.int().describe('How often in this round nobody knows whether it arrived'),
  nextAt: instant.describe('When it is tried next'),
  way: messageWay.nullable().describe('How it was tried last'),
  fault: messageFault.nullable().describe('What kept it last'),
  said: z.string().describe('The server’s own words to that'),
  beganAt: instant.describe('When this round began: it is given up a day later'),
  sentAt: instant.nullable(),
  createdAt: instant,
  updatedAt: instant,
})
export type Message = z.infer<typeof message>
