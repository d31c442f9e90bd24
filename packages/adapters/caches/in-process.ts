import type { CacheKey } from '@rapport/core/cache/cache-key.ts';
import type { CachedReply, ReplyStore } from '@rapport/core/cache/reply-store.ts';
import type { Clock } from '@rapport/core/runtime.ts';
import { CACHE_LIMITS, type CacheLimits, LocalReplies } from './local-replies.ts';
import { scopeName, scopesOf } from './scopes.ts';

/** Keeps replies in this process: all there is to clear when it is the only one. */
export function createInProcessReplyStore(clock: Clock, limits: CacheLimits = CACHE_LIMITS): ReplyStore {
  const replies = new LocalReplies(limits, clock);
  const scopes = new ScopeCounters();
  return {
    async read(key) {
      const epoch = scopes.epochOf(key);
      const reply = replies.get(key, epoch);
      if (reply !== null) return { kind: 'found', reply };
      const put = (made: CachedReply) => {
        if (scopes.epochOf(key) === epoch) replies.put(key, made, epoch, limits.ttlMs);
      };
      return { kind: 'absent', put };
    },
    peek: (key) => replies.get(key, scopes.epochOf(key)),
    async clear(scope) {
      scopes.advance(scopeName(scope));
      return { cleared: replies.clear(scope), everywhere: true };
    },
    size: () => replies.size(),
  };
}

/** How often each scope was cleared here. */
class ScopeCounters {
  readonly #counts = new Map<string, number>();

  advance(name: string): void {
    this.#counts.set(name, (this.#counts.get(name) ?? 0) + 1);
  }

  epochOf(key: CacheKey): string {
    return scopesOf(key)
      .map((name) => this.#counts.get(name) ?? 0)
      .join('.');
  }
}
