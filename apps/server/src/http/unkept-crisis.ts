import { setTimeout as delay } from 'node:timers/promises';
import type { Database } from '@rapport/core/database/database.ts';
import { isDatabaseUnavailable } from '@rapport/core/database/errors.ts';
import type { Clock, NewId } from '@rapport/core/runtime.ts';
import { type ReadablePerson, readPersonInCrisis, unkeptCrisisReply } from '@rapport/core/safety/unkept-crisis.ts';
import type { TurnInput } from '@rapport/core/turn/accepted-turn.ts';
import { SCRIPTED_MODEL } from '@rapport/core/turn/generate.ts';
import type { ChatReply } from '@rapport/wire';
import type { FastifyRequest } from 'fastify';

/** As long as a person in a crisis waits for their own number instead of the directory of all. */
const READ_PERSON_MS = 1_000;
/** The first tag of an Accept-Language header (RFC 9110 § 12.5.4). */
const FIRST_LANGUAGE = /^\s*([a-z]{2,3}(?:-[a-z0-9]{2,8}){0,3})(?=\s*(?:[;,]|$))/i;

/**
 * What to answer where a turn could not be stored: a crisis gets its reply all the same. Anything else, and any error that
 * is not the database's, is thrown on.
 */
export async function answerUnkept(
  error: unknown,
  input: TurnInput,
  request: FastifyRequest,
  { database, clock, newId }: { readonly database: Database; readonly clock: Clock; readonly newId: NewId },
): Promise<ChatReply> {
  if (!isDatabaseUnavailable(error)) throw error;
  const now = clock.now();
  const somebody = unknownPerson(request);
  const made = { now, newId, model: SCRIPTED_MODEL };
  // Whether it is a crisis at all comes first: no other message makes a failing database answer one more question.
  if (unkeptCrisisReply(input, somebody, made) === null) throw error;
  const known = await Promise.race([
    readPersonInCrisis(database, input.userId).catch((unread: unknown) => {
      request.log.debug({ err: unread }, 'Who is in a crisis could not be read');
      return null;
    }),
    delay(READ_PERSON_MS, null, { ref: false }),
  ]);
  const reply = unkeptCrisisReply(input, known ?? somebody, made);
  if (reply === null) throw error;
  request.log.error({ event: 'crisis_unkept', err: error }, 'A crisis was answered without being stored');
  return reply;
}

/** Of someone whose profile can't be read, only what their browser says of their language. */
function unknownPerson(request: FastifyRequest): ReadablePerson {
  const locale = FIRST_LANGUAGE.exec(request.headers['accept-language'] ?? '')?.[1] ?? 'en';
  return { preferredName: null, locale, timeZone: 'UTC', birthYear: null };
}
