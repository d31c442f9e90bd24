/** Time as the platform sees it, injected so that tests own it. */
export interface Clock {
  /** Wall-clock time, for what is stored and shown. */
  now(): Date;
  /** Milliseconds that never go back, for durations and deadlines. The origin means nothing. */
  monotonicMs(): number;
}

/** Makes ids: RFC 9562 UUIDs of version 7, which sort by time of creation. */
export type NewId = () => string;

/** Where domains report what happens. Messages of people, tokens and keys never go in. */
export interface Log {
  debug(fields: Record<string, unknown>, message: string): void;
  info(fields: Record<string, unknown>, message: string): void;
  warn(fields: Record<string, unknown>, message: string): void;
  error(fields: Record<string, unknown>, message: string): void;
}
