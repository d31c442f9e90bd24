import type { Redis } from 'ioredis';

/** Tells other instances that something changed, and hears it of them. */
export interface Announcements {
  announce(): void;
  onAnnounced(listener: () => void): void;
}

/** What is announced: a circuit breaker changed, what an assistant knows, or an experiment. */
export type AnnouncedChange = 'circuit-breakers' | 'content' | 'experiments';

/**
 * Announces over Redis that something changed, to instances that then read it from the database. A lost announcement
 * costs them the seconds until they would have read it anyway, so nothing here waits or fails.
 *
 * @param subscriber a connection that only listens; several kinds of changes may share it. Whoever opened it closes it.
 */
export function createRedisAnnouncements(change: AnnouncedChange, redis: Redis, subscriber: Redis): Announcements {
  const channelOfChange = `rapport:${change}`;
  const listeners: (() => void)[] = [];
  subscriber.on('message', (channel: string) => {
    if (channel !== channelOfChange) return;
    for (const listener of listeners) listener();
  });
  // What is announced is looked at by the clock too: without Redis others' changes are seen seconds later, not never.
  const subscribe = () => {
    subscriber.subscribe(channelOfChange).catch(() => undefined);
  };
  // The library subscribes again by itself after a loss; the first time may be before Redis is there.
  if (subscriber.status === 'ready') subscribe();
  else subscriber.once('ready', subscribe);
  return {
    announce() {
      if (redis.status === 'ready') redis.publish(channelOfChange, '1').catch(() => undefined);
    },
    onAnnounced(listener) {
      listeners.push(listener);
    },
  };
}
