import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { openPostgresql } from '@rapport/adapters/database/postgresql.ts';
import { createSmtpPersonMailer } from '@rapport/adapters/mailers/smtp-people.ts';
import { MailLinks } from '@rapport/core/engagement/links.ts';
import { planSends } from '@rapport/core/engagement/plan-sends.ts';
import { sendDue } from '@rapport/core/engagement/send-due.ts';
import type { Log } from '@rapport/core/runtime.ts';
import { raceAssistants, raceClock } from './engagement-workload.ts';

// A worker of the race: runs campaigns until it is killed.
const [connectionString = '', smtpUrl = '', base = '', startedAt = ''] = process.argv.slice(2);
const silent = () => undefined;
const log: Log = { debug: silent, info: silent, warn: silent, error: silent };
const { signal } = new AbortController();
const REST_MS = 100;

const database = await openPostgresql({
  connectionString,
  poolSize: 2,
  tls: { mode: 'off' },
  onProgress: silent,
  onIdleError: silent,
});
const dependencies = {
  database,
  clock: raceClock(Number(base), Number(startedAt)),
  newId: () => randomUUID(),
  assistants: raceAssistants(),
  mail: {
    send: createSmtpPersonMailer({ url: smtpUrl, from: 'Robin <robin@race.example>' }),
    links: new MailLinks('a key of the race'),
    publicUrl: 'https://race.example',
  },
};
// Nobody is left behind by a race that was stopped itself.
process.on('disconnect', () => process.exit());
process.send?.('ready');
for (;;) {
  await planSends(dependencies, signal);
  await sendDue(dependencies, { signal, log });
  await delay(REST_MS);
}
