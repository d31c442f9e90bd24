import type { BreakerAnnouncements } from '@rapport/core/models/breaker-board.ts';
import type { Redis } from 'ioredis';

const CHANNEL = 'rapport:circuit-breakers';

/**
 * Announces over Redis that a breaker changed, to instances that then read it from the database. A lost announcement
 * costs them the seconds until they would have read it anyway, so nothing here waits or fails.
 *
 * @param subscriber a connection of its own: one that listens can't do anything else. Whoever opened it closes it.
 */
export function createRedisBreakerAnnouncements(redis: Redis, subscriber: Redis): BreakerAnnouncements {
  const listeners: (() => void)[] = [];
  subscriber.on('message', (channel: string) => {
    if (channel !== CHANNEL) return;
    for (const listener of listeners) listener();
  });
  const subscribe = () => {
    subscriber.subscribe(CHANNEL).catch(() => undefined);
  };
  // The library subscribes again by itself after a loss; the first time may be before Redis is there.
  if (subscriber.status === 'ready') subscribe();
  else subscriber.once('ready', subscribe);
  return {
    announce() {
      if (redis.status === 'ready') redis.publish(CHANNEL, '1').catch(() => undefined);
    },
    onAnnounced(listener) {
      listeners.push(listener);
    },
  };
}
