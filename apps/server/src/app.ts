import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { createRedisAnnouncements } from '@rapport/adapters/announcements/redis.ts';
import { createImagePreparer } from '@rapport/adapters/images/sharp.ts';
import { createThumbnailer } from '@rapport/adapters/images/thumbnail.ts';
import { createSmtpMailer } from '@rapport/adapters/mailers/smtp.ts';
import { createInProcessRateLimiter } from '@rapport/adapters/rate-limiters/in-process.ts';
import { createRedisRateLimiter } from '@rapport/adapters/rate-limiters/redis.ts';
import { RedisRest } from '@rapport/adapters/redis/rest.ts';
import { createRedisReplyRelay } from '@rapport/adapters/reply-relays/redis.ts';
import { createSignedWebhook } from '@rapport/adapters/webhooks/signed-webhook.ts';
import { createAlerts } from '@rapport/core/alerts/alerts.ts';
import { RealTimeWatch } from '@rapport/core/analytics/real-time.ts';
import type { AssistantDefinition } from '@rapport/core/assistants/define-assistant.ts';
import { createBuiltinModel } from '@rapport/core/builtin-model/builtin-model.ts';
import type { LivingContent } from '@rapport/core/content/living-content.ts';
import type { Database } from '@rapport/core/database/database.ts';
import { migrateUp } from '@rapport/core/database/migrate.ts';
import { RunningExperiments } from '@rapport/core/experiments/running-experiments.ts';
import { runCampaignsTask } from '@rapport/core/engagement/run-campaigns.ts';
import { createCaseDesk } from '@rapport/core/hand-off/case-desk.ts';
import { ConversationWatch } from '@rapport/core/hand-off/conversation-watch.ts';
import { deliveryTask } from '@rapport/core/hand-off/deliver.ts';
import type { Task } from '@rapport/core/jobs/task.ts';
import { BreakerBoard } from '@rapport/core/models/breaker-board.ts';
import { createBreakerStore } from '@rapport/core/models/breaker-store.ts';
import type { Deadlines } from '@rapport/core/models/chain.ts';
import type { LanguageModel } from '@rapport/core/models/language-model.ts';
import { ServedModelWatch } from '@rapport/core/models/served-models.ts';
import { Spending } from '@rapport/core/models/spending.ts';
import { erasedAt } from '@rapport/core/people/profiles.ts';
import { readPhotosForTurn } from '@rapport/core/photos/photos.ts';
import { predictEngagementTask } from '@rapport/core/predictions/predict-engagement.ts';
import type { RateLimiter } from '@rapport/core/rate-limits/rate-limiter.ts';
import type { Clock, NewId } from '@rapport/core/runtime.ts';
import type { ServedAssistant, TurnDependencies } from '@rapport/core/turn/dependencies.ts';
import { learningTask } from '@rapport/core/turn/learning-job.ts';
import { LiveReplies } from '@rapport/core/turn/live-replies.ts';
import { TurnKeeper } from '@rapport/core/turn/running-turns.ts';
import type { Logger } from 'pino';
import { v7 as uuidV7 } from 'uuid';
import { createAccounts } from './accounts/accounts.ts';
import { createBrandIdentity } from './accounts/brand-identity.ts';
import { createSupabaseVerifier } from './accounts/supabase.ts';
import { createAccessTokens } from './accounts/tokens.ts';
import { brandedAssistants } from './branding.ts';
import type { AppConfig, Secrets } from './config/config.ts';
import { findAssistants } from './find-assistants.ts';
import { createHealthCheck } from './health.ts';
import { createAuthentication } from './http/authentication.ts';
import { endConnections } from './http/end-connections.ts';
import type { HttpServer } from './http/http-server.ts';
import { createRateLimits } from './http/rate-limits.ts';
import { accountRoutes } from './http/routes/accounts.ts';
import { adviceRoutes } from './http/routes/advice.ts';
import { alertRoutes } from './http/routes/alerts.ts';
import { campaignRoutes } from './http/routes/campaigns.ts';
import { caseRoutes } from './http/routes/cases.ts';
import { catalogueRoutes } from './http/routes/catalogue.ts';
import { chatRoutes } from './http/routes/chat.ts';
import { conversationDeskRoutes } from './http/routes/conversation-desk.ts';
import { conversationEventRoutes } from './http/routes/conversation-events.ts';
import { conversationRoutes } from './http/routes/conversations.ts';
import { analyticsRoutes } from './http/routes/analytics.ts';
import { experimentRoutes } from './http/routes/experiments.ts';
import { inboxRoutes } from './http/routes/inbox.ts';
import { jobRoutes } from './http/routes/jobs.ts';
import { journeyRoutes } from './http/routes/journeys.ts';
import { knowledgeRoutes } from './http/routes/knowledge.ts';
import { mailLinkRoutes } from './http/routes/mail-links.ts';
import { memoryRoutes } from './http/routes/memories.ts';
import { metricsRoutes } from './http/routes/metrics.ts';
import { modelRoutes } from './http/routes/models.ts';
import { moodRoutes } from './http/routes/moods.ts';
import { openAiRoutes } from './http/routes/openai.ts';
import { operationRoutes } from './http/routes/operations.ts';
import { pageRoutes } from './http/routes/page.ts';
import { peopleRoutes } from './http/routes/people.ts';
import { photoRoutes } from './http/routes/photos.ts';
import { predictionRoutes } from './http/routes/predictions.ts';
import { referenceRoutes } from './http/routes/references.ts';
import { safetyRoutes } from './http/routes/safety.ts';
import { widgetRoutes } from './http/routes/widget.ts';
import { createServer } from './http/server.ts';
import { openAlertChannels, openWatching, tellOfMigration, type Watching } from './open-alerts.ts';
import { openDatabase } from './open-database.ts';
import { openEngagement } from './open-engagement.ts';
import { type Jobs, openJobs } from './open-jobs.ts';
import { openMemory } from './open-memory.ts';
import { openModels } from './open-models.ts';
import { openPhotos } from './open-photos.ts';
import { openRedis } from './open-redis.ts';
import { openReplyCache, readInstallation } from './open-reply-cache.ts';
import { serveAssistants } from './serve-assistants.ts';
import { VERSION } from './version.ts';

/** What a test or a tool puts in the place of the real thing. */
export interface Overrides {
  readonly database?: Database;
  readonly clock?: Clock;
  readonly newId?: NewId;
  readonly rateLimiter?: RateLimiter;
  readonly assistants?: readonly AssistantDefinition[];
  /** Models of every assistant, before the built-in one. */
  readonly models?: readonly LanguageModel[];
  readonly deadlines?: Deadlines;
  /** Tasks beside the product's own. */
  readonly tasks?: readonly Task[];
  /** Folder of the built page. */
  readonly webDirectory?: string;
}

export interface AppOptions {
  readonly config: AppConfig;
  readonly secrets: Secrets;
  readonly log: Logger;
  /** Told what takes time at the start, in words for the person who waits. */
  readonly onProgress: (message: string) => void;
  readonly overrides?: Overrides;
}

/** The whole product, wired: a server to listen with, the parts that tools use, and one way to end it. */
export interface App extends AsyncDisposable {
  readonly server: HttpServer;
  readonly database: Database;
  readonly turn: TurnDependencies;
  readonly assistants: ReadonlyMap<string, ServedAssistant>;
  readonly jobs: Jobs;
  readonly content: LivingContent;
  /** This instance's sign of life, which comes by itself every minute. */
  readonly beat: () => Promise<void>;
  /** Ends it in order: readiness down, running replies finished, connections closed, data closed. */
  close(): Promise<void>;
}

const WEB_DIRECTORY = fileURLToPath(new URL('../../web/dist/', import.meta.url));
const systemClock: Clock = { now: () => new Date(), monotonicMs: () => performance.now() };

/** Builds each collaborator once and hands each what it needs. The only place that knows adapters. */
export async function createApp({ config, secrets, log, onProgress, overrides = {} }: AppOptions): Promise<App> {
  const clock = overrides.clock ?? systemClock;
  const newId = overrides.newId ?? (() => uuidV7());
  const instanceId = uuidV7();
  // Before the database: a chain that can't be is refused at once.
  const definitions = overrides.assistants ?? brandedAssistants(await findAssistants(config.assistants), config.brand);
  const opened = openModels(config, definitions, clock.now());
  const database =
    overrides.database ??
    (await openDatabase(config.database, {
      onProgress,
      onIdleError: (error) =>
        log.warn({ err: error, event: 'database_connection_lost' }, 'A database connection was lost'),
    }));
  const alertChannels = openAlertChannels(config.alerts);
  try {
    const applied = await migrateUp(database.pool);
    if (applied.length > 0)
      log.info({ event: 'migrated', migrations: applied }, 'The database schema was brought up to date');
  } catch (error) {
    await database.close();
    await tellOfMigration(alertChannels, newId, clock.now());
    throw error;
  }
  const redis = config.redis === null ? null : openRedis(config.redis, log);
  const rest = new RedisRest(() => clock.monotonicMs());
  // A connection that listens can do nothing else. What the other one says of Redis is true of this one too.
  const subscriber = config.redis === null ? null : openRedis(config.redis, null);
  const relay =
    redis === null
      ? null
      : createRedisReplyRelay(redis, (error) => log.debug({ err: error }, 'A reply part was not relayed'));

  const tokens = createAccessTokens({
    secret: secrets.jwtSecret.reveal(),
    issuer: config.tokens.issuer,
    audience: config.tokens.audience,
    lifetimeSeconds: config.tokens.accessLifetimeSeconds,
    now: () => clock.now(),
  });
  const accounts = createAccounts({
    database,
    clock,
    newId,
    log,
    tokens,
    secret: secrets.jwtSecret.reveal(),
    refreshLifetimeSeconds: config.tokens.refreshLifetimeSeconds,
  });
  const erasureKey = Buffer.from(secrets.encryptionKey.reveal()).toString('base64');
  const live = new LiveReplies(clock, relay);
  const keeper = new TurnKeeper({ database, instanceId, clock, log });
  const alerts = createAlerts({ database, clock, newId, log, onChange: () => watching.tellSoon() });
  for (const { event, message, alert } of opened.remarks) {
    if (alert === null) log.info({ event }, message);
    else alerts.raise(alert);
  }
  const vendorModels = [...(overrides.models ?? []), ...opened.all];
  const board = new BreakerBoard({
    models: vendorModels.filter(({ isLocal }) => !isLocal),
    store: createBreakerStore(database),
    announcements:
      redis === null || subscriber === null ? null : createRedisAnnouncements('circuit-breakers', redis, subscriber),
    settings: config.circuitBreaker,
    alerts,
    clock,
    log,
  });
  await board.start();
  const brands = [...new Set(definitions.map(({ brand }) => brand.id))];
  const spending = new Spending(config.models.budgets, { database, brands, alerts, clock, log });
  await spending.start();
  const cache = openReplyCache(config.models.replyCache, {
    definitions,
    redis,
    rest,
    installation: await readInstallation(database),
    clock,
    newId,
    log,
  });
  const builtin = createBuiltinModel({
    wordsPerSecond: config.builtinModel.wordsPerSecond,
    sleep: (milliseconds, signal) => delay(milliseconds, undefined, { signal }),
  });
  const { assistants, content } = await serveAssistants(
    definitions,
    ({ id }) => [...(overrides.models ?? []), ...(opened.byAssistant.get(id) ?? []), builtin],
    {
      database,
      announcements:
        redis === null || subscriber === null ? null : createRedisAnnouncements('content', redis, subscriber),
      clock,
      log,
    },
  );
  const experiments = new RunningExperiments({
    database,
    announcements:
      redis === null || subscriber === null ? null : createRedisAnnouncements('experiments', redis, subscriber),
    log,
  });
  await experiments.start();
  const memory = await openMemory(config, database, log);
  const learning = learningTask(() => ({ ...turn, assistants }));
  const { webhook, email } = config.handOff;
  const delivery = deliveryTask({
    database,
    clock,
    alerts,
    sendWebhook:
      webhook === null
        ? null
        : createSignedWebhook({
            url: webhook.url,
            secrets: webhook.secrets.map((secret) => secret.reveal()),
            addresses: webhook.addresses,
            addressesVariable: 'HANDOFF_WEBHOOK_ADDRESSES',
            now: () => new Date(),
          }),
    sendMail: email === null ? null : createSmtpMailer({ url: email.smtpUrl.reveal(), from: email.from, to: email.to }),
  });
  const cases = createCaseDesk({
    newId,
    sender: () => jobs.queue,
    task: delivery,
    channels: [...(webhook === null ? [] : (['webhook'] as const)), ...(email === null ? [] : (['email'] as const))],
    publicUrl: config.server.publicUrl ?? null,
  });
  const engagement = openEngagement(config.engagement, { database, clock, newId, assistants, linkKey: erasureKey });
  const runCampaigns = runCampaignsTask(engagement);
  const watch = new ConversationWatch({ database, clock, log });
  const watching: Watching = openWatching({
    config,
    channels: alertChannels,
    database,
    alerts,
    clock,
    newId,
    log,
    instanceId,
    version: VERSION,
    breakers: () => board.list(),
    parkedJobs: () => jobs.parkedCount(),
    queue: () => jobs.queue,
  });
  const realTime = new RealTimeWatch({ database, log });
  const turn: TurnDependencies = {
    database,
    clock,
    newId,
    log,
    instanceId,
    live,
    deadlines: overrides.deadlines ?? config.models.deadlines,
    gate: board,
    cache,
    prices: opened.prices,
    spending,
    servedModels: new ServedModelWatch({ database, alerts, clock, log }),
    memory,
    learnLater: config.memory.extractsByModels
      ? async (client, message) => void (await jobs.queue.send(learning, message, { executor: client }))
      : null,
    cases,
    experiments,
    running: keeper,
    meter: watching.metrics,
  };

  const predicting = predictEngagementTask({
    database,
    clock,
    newId,
    assistants: definitions.map(({ id }) => id),
  });
  const jobs: Jobs = await openJobs({
    role: config.role,
    database,
    memory,
    alerts,
    clock,
    log,
    furtherTasks: [learning, delivery, predicting, runCampaigns, ...watching.tasks, ...(overrides.tasks ?? [])],
  });

  watching.start();
  let draining = false;
  const checkHealth = createHealthCheck({
    database,
    clock,
    version: VERSION,
    startedMs: clock.monotonicMs(),
    breakers: () => board.list(),
    localModels: [builtin.id],
    pingRedis: redis === null ? null : async () => void (await redis.ping()),
    jobs: jobs.health,
    vectors: async () => memory.support,
    contentFaults: () => content.faultCount(),
    handOff: { webhook: webhook !== null, email: email !== null },
    isDraining: () => draining,
  });
  const { limits, trustedProxies, corsOrigins, publicUrl } = edgeOptions(config);
  // One for every door: it bounds how many pictures are read at once.
  const prepareImages = createImagePreparer();
  const photos = openPhotos(secrets, { database, clock, newId });
  const routes = [
    accountRoutes({
      accounts,
      brandOf: (assistant) => assistants.get(assistant)?.definition.brand.id ?? null,
      verifyIdentity: createBrandIdentity(config.widget.identitySecrets, () => clock.now()),
    }),
    conversationRoutes({ database, clock, newId, assistants: definitions, live }),
    conversationEventRoutes({ database, clock, watch }),
    caseRoutes({ database, clock, newId, assistants: definitions }),
    conversationDeskRoutes({
      database,
      clock,
      promptSources: () =>
        new Map(
          definitions.map((definition) => {
            const served = content.servedOf(definition.id);
            return [
              definition.id,
              { definition, passages: served?.passages ?? [], products: served?.catalogue?.products ?? [] },
            ];
          }),
        ),
    }),
    chatRoutes({
      turn,
      keeper,
      database,
      newId,
      assistants,
      prepareImages,
      readUploads: config.photos.stored ? (userId) => (ids) => readPhotosForTurn(photos, userId, ids) : null,
      uploadBytes: config.server.requestLimits.uploadBytes,
    }),
    photoRoutes({
      photos,
      stores: config.photos.stored,
      prepareImages,
      makeThumbnail: createThumbnailer(),
      uploadBytes: config.server.requestLimits.uploadBytes,
    }),
    openAiRoutes({ turn, assistants, prepareImages, uploadBytes: config.server.requestLimits.uploadBytes }),
    modelRoutes({
      board,
      failureThreshold: config.circuitBreaker.failureThreshold,
      cache,
      database,
      clock,
      brands,
      assistants: [...assistants.keys()],
    }),
    analyticsRoutes({ database, clock, watch: realTime, brands }),
    peopleRoutes({ database, clock, newId, erasureKey, assistants: definitions, live, photos, queue: jobs.queue }),
    adviceRoutes({ database, clock, newId }),
    memoryRoutes({ memories: { database, vectors: memory, clock, newId }, assistants: definitions, live }),
    moodRoutes({ database, clock, live }),
    journeyRoutes({ database, assistants: definitions }),
    predictionRoutes({ database, assistants: definitions }),
    safetyRoutes({ database, assistants: definitions }),
    pageRoutes(overrides.webDirectory ?? WEB_DIRECTORY),
    widgetRoutes({
      directory: overrides.webDirectory ?? WEB_DIRECTORY,
      assistants: definitions,
      sites: config.widget.sites,
    }),
    jobRoutes(jobs),
    alertRoutes({ database, clock }),
    experimentRoutes({ managing: { database, clock, newId }, running: experiments, assistants }),
    campaignRoutes(engagement, () => jobs.trigger(runCampaigns.name)),
    inboxRoutes({ database, clock }),
    mailLinkRoutes({ database, clock, links: engagement.links, publicUrl: publicUrl ?? null }),
    knowledgeRoutes({ editing: { database, living: content, clock }, assistants: definitions }),
    referenceRoutes({ content, assistants: definitions }),
    catalogueRoutes({ editing: { database, living: content, clock }, assistants: definitions }),
  ];
  const server = await createServer({
    log,
    newId,
    version: VERSION,
    trustedProxies,
    corsOrigins,
    servedOverTls: publicUrl?.startsWith('https:') === true,
    limits,
    authenticate: createAuthentication({
      tokens,
      issuer: config.tokens.issuer,
      verifySupabase:
        config.supabase === null
          ? null
          : createSupabaseVerifier({
              url: config.supabase.url ?? null,
              jwtSecret: config.supabase.jwtSecret?.reveal() ?? null,
              now: () => clock.now(),
            }),
      welcome: accounts.welcome,
      erasedAt: (userId) => erasedAt(database, erasureKey, userId),
      operatorToken: config.operatorToken?.reveal() ?? null,
      openToLoopback: config.environment === 'development',
    }),
    limitRequest: createRateLimits({
      limiter:
        overrides.rateLimiter ?? (redis === null ? createInProcessRateLimiter() : createRedisRateLimiter(redis, rest)),
      max: config.rateLimits.max,
      windowMs: config.rateLimits.windowMs,
      perSecond: config.rateLimits.perSecond,
    }),
    onAnswered: (answered) => {
      watching.counts.add(answered);
      watching.metrics.requestAnswered(answered);
    },
    routes: [
      operationRoutes(checkHealth),
      metricsRoutes(watching.metrics),
      ...(config.role === 'worker' ? [] : routes),
    ],
  });

  const close = async () => {
    if (draining) return;
    draining = true;
    // Open streams would hold the server until they are cut.
    realTime.close();
    const closed = server.close();
    // Side by side, in the same time.
    await Promise.all([keeper.drain(config.server.shutdownGraceMs), jobs.close(config.server.shutdownGraceMs)]);
    await endConnections(server, closed);
    watch.close();
    await watching.stop();
    await board.close();
    await content.close();
    await experiments.close();
    await spending.close();
    subscriber?.disconnect();
    redis?.disconnect();
    await database.close();
  };
  return {
    server,
    database,
    turn,
    assistants,
    jobs,
    content,
    beat: watching.beat,
    close,
    [Symbol.asyncDispose]: close,
  };
}

function edgeOptions(config: AppConfig) {
  const { requestLimits, trustedProxies, corsOrigins, publicUrl } = config.server;
  return { limits: requestLimits, trustedProxies, corsOrigins, publicUrl };
}
