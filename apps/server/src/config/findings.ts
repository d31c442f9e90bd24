import type { Setting } from './reading.ts';
import { findVariable, isVariableName } from './variables.ts';

/** Something to tell the operator about one variable. Holds no secret: it may be printed, logged and sent. */
export interface Finding {
  readonly variable: string;
  /** Its value, masked where it is secret; null when it is unset. */
  readonly holds: string | null;
  /** Where that value was read, such as `.env.local`; null when it is unset. */
  readonly source: string | null;
  readonly problem: string;
  /** What it should be. */
  readonly remedy: string;
  /** Commands that make a good value, the last of which runs wherever Node does; empty when a person must choose. */
  readonly makeWith: readonly string[];
}

const longestShown = 80;

const maskWhole = (value: string): string => `•••••••• (${value.length} characters)`;

/** Hides what follows the first colon of the user part, whether or not the rest of the URL can be parsed. */
const maskPassword = (value: string): string => {
  const match = /^([a-z][a-z0-9+.-]*:\/\/)(.*)@([^@]*)$/is.exec(value);
  const [, scheme, credentials, rest] = match ?? [];
  const withoutQuery = (text: string) => text.replace(/([?&](?:password|sslpassword|sslkey)=)[^&#]*/gi, '$1••••••••');
  if (scheme === undefined || credentials === undefined || rest === undefined) {
    return /^[a-z][a-z0-9+.-]*:\/\//i.test(value) ? withoutQuery(value) : maskWhole(value);
  }
  const user = credentials.includes(':') ? credentials.slice(0, credentials.indexOf(':')) : credentials;
  return `${scheme}${user}${credentials.includes(':') ? ':••••••••' : ''}@${withoutQuery(rest)}`;
};

/** Names that hold secrets of systems we don't know; a misspelt `JWT_SECRT` is among them, hence the open ends. */
const soundsSecret = /SEC|KEY|TOK|PAS|PW|CRED|DSN|URL/i;

/** The value of a variable as an operator may see it. */
export const maskValue = (name: string, value: string): string => {
  const secret = isVariableName(name) ? findVariable(name).secret : soundsSecret.test(name) ? 'whole' : undefined;
  if (secret === 'whole') return maskWhole(value);
  const shown = secret === 'password' || /:\/\/[^/]*@/.test(value) ? maskPassword(value) : value;
  const visible = shown.replace(/[\p{Cc}\p{Cf}]/gu, '·');
  return visible.length > longestShown ? `${visible.slice(0, longestShown)}… (${value.length} characters)` : visible;
};

export const finding = (name: string, setting: Setting | undefined, problem: string, remedy: string): Finding => ({
  variable: name,
  holds: setting === undefined ? null : maskValue(name, setting.value),
  source: setting?.source ?? null,
  problem,
  remedy,
  makeWith: isVariableName(name) ? (findVariable(name).makeWith ?? []) : [],
});
