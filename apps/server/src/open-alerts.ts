import { readFileSync } from 'node:fs';
import { totalmem } from 'node:os';
import { createSmtpMailer } from '@rapport/adapters/mailers/smtp.ts';
import { createPrometheusMetrics, type PrometheusMetrics } from '@rapport/adapters/metrics/prometheus.ts';
import { createChatHook } from '@rapport/adapters/webhooks/chat-hook.ts';
import { createSignedWebhook } from '@rapport/adapters/webhooks/signed-webhook.ts';
import type { AlertNews } from '@rapport/core/alerts/alert-news.ts';
import { EVENT_RULES } from '@rapport/core/alerts/alert-rules.ts';
import type { Alerts } from '@rapport/core/alerts/alerts.ts';
import { evaluateAlertsTask } from '@rapport/core/alerts/evaluate-alerts.ts';
import { BEAT_MS, InstancePulse } from '@rapport/core/alerts/instance-pulse.ts';
import { type AlertChannels, tellByAll, tellTasks } from '@rapport/core/alerts/tell-of-alerts.ts';
import type { Database } from '@rapport/core/database/database.ts';
import type { Queue } from '@rapport/core/jobs/queue.ts';
import type { Task } from '@rapport/core/jobs/task.ts';
import type { BreakerView } from '@rapport/core/models/breaker-entry.ts';
import type { Clock, Log, NewId } from '@rapport/core/runtime.ts';
import type { AppConfig } from './config/config.ts';
import { RequestCounts } from './http/request-counts.ts';

/** Ways to tell the team of alerts, as they are configured. */
export function openAlertChannels({ webhook, chat, email }: AppConfig['alerts']): AlertChannels {
  const addressesVariable = 'ALERT_WEBHOOK_ADDRESSES';
  return {
    webhook:
      webhook === null
        ? null
        : createSignedWebhook({
            url: webhook.url,
            secrets: webhook.secrets.map((secret) => secret.reveal()),
            addresses: webhook.addresses,
            addressesVariable,
            now: () => new Date(),
          }),
    chat:
      chat === null ? null : createChatHook({ url: chat.url.reveal(), addresses: chat.addresses, addressesVariable }),
    email: email === null ? null : createSmtpMailer({ url: email.smtpUrl.reveal(), from: email.from, to: email.to }),
  };
}

/** Tells the team at once, past a database that can't hold it. Never rejects. */
const tellNow =
  (channels: AlertChannels, newId: NewId) =>
  async (alert: Omit<AlertNews['data'], 'id' | 'firstSeenAt' | 'resolvedAt' | 'resolvedBy' | 'url'>, at: Date) =>
    tellByAll(channels, newId(), {
      type: 'alert.opened',
      timestamp: at.toISOString(),
      data: { ...alert, id: null, firstSeenAt: at.toISOString(), resolvedAt: null, resolvedBy: null, url: null },
    });

/** Tells the team that a server does not start for a migration of it. Never rejects. */
export async function tellOfMigration(channels: AlertChannels, newId: NewId, at: Date): Promise<void> {
  const rule = EVENT_RULES.find(({ kind }) => kind === 'migration_failed');
  if (rule === undefined) return;
  const { kind, severity, summary, remedy } = rule;
  await tellNow(channels, newId)({ kind, severity, subject: 'database', message: `${summary}. ${remedy}` }, at);
}

export interface WatchingDependencies {
  readonly config: Pick<AppConfig, 'role' | 'server'>;
  readonly channels: AlertChannels;
  readonly database: Database;
  readonly alerts: Alerts;
  readonly clock: Clock;
  readonly newId: NewId;
  readonly log: Log;
  readonly instanceId: string;
  readonly version: string;
  readonly breakers: () => readonly BreakerView[];
  readonly parkedJobs: () => number;
  /** Asked once jobs run. */
  readonly queue: () => Queue;
}

/** What watches over the product, wired: metrics, this instance's sign of life, and the tasks that hold them to the rules. */
export interface Watching {
  readonly metrics: PrometheusMetrics;
  readonly counts: RequestCounts;
  readonly tasks: readonly Task[];
  /** Has the team told of what changed. Never rejects. */
  readonly tellSoon: () => void;
  /** One sign of life, which comes by itself every minute. */
  readonly beat: () => Promise<void>;
  start(): void;
  stop(): Promise<void>;
}

export function openWatching(dependencies: WatchingDependencies): Watching {
  const { config, channels, database, alerts, clock, newId, log, instanceId, version } = dependencies;
  const counts = new RequestCounts();
  const tell = tellNow(channels, newId);
  const pulse = new InstancePulse({
    database,
    alerts,
    clock,
    log,
    instance: { id: instanceId, role: config.role, version },
    takeRequests: () => counts.take(),
    memoryShare,
    measured: (states) => metrics.measured(states),
    tellDirectly: ({ kind, severity, message, at }) => tell({ kind, severity, subject: instanceId, message }, at),
  });
  const metrics = createPrometheusMetrics({
    version,
    breakers: dependencies.breakers,
    databaseAnswers: () => pulse.databaseAnswers,
    memoryShare,
    parkedJobs: dependencies.parkedJobs,
  });
  const { tell: tellTask, deliver } = tellTasks({
    database,
    clock,
    newId,
    channels,
    publicUrl: config.server.publicUrl ?? null,
    sender: dependencies.queue,
  });
  const hasChannels = Object.values(channels).some((channel) => channel !== null);
  let timer: NodeJS.Timeout | undefined;
  return {
    metrics,
    counts,
    tasks: [evaluateAlertsTask({ database, alerts, clock }), tellTask, deliver],
    tellSoon() {
      if (!hasChannels) return;
      // The schedule finds what this misses.
      dependencies
        .queue()
        .send(tellTask, {})
        .catch((error: unknown) =>
          log.debug({ event: 'alert_news_later', err: error }, 'Alerts are told of with the next look'),
        );
    },
    beat: () => pulse.beat(),
    start() {
      timer = setInterval(() => void pulse.beat(), BEAT_MS).unref();
      void pulse.beat();
    },
    async stop() {
      clearInterval(timer);
      await pulse.stop();
    },
  };
}

/** Where a container's limit on memory is, by version 2 and 1 of control groups. */
const LIMIT_FILES = ['/sys/fs/cgroup/memory.max', '/sys/fs/cgroup/memory/memory.limit_in_bytes'];

/** What this process holds of what it may: of its container's limit, else of the machine's memory. */
function memoryShare(): number {
  return process.memoryUsage.rss() / memoryLimit;
}

const memoryLimit = Math.min(
  totalmem(),
  ...LIMIT_FILES.map((file) => {
    try {
      return Number(readFileSync(file, 'utf8')) || Number.POSITIVE_INFINITY;
    } catch {
      return Number.POSITIVE_INFINITY;
    }
  }),
);
