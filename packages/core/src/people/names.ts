/** The domain under which accounts without an address of their own have one (RFC 2606: never resolves). */
export const PLACEHOLDER_EMAIL_DOMAIN = 'people.invalid';

/** The name an account suggests: the name given at sign-up, else the address's local part; null for a guest. */
export function accountNameOf(account: {
  readonly displayName: string | null;
  readonly name: string;
  readonly email: string;
  readonly isGuest: boolean;
}): string | null {
  if (account.displayName !== null) return account.displayName;
  if (account.isGuest) return null;
  if (account.name !== '') return account.name;
  return account.email.endsWith('.invalid') ? null : (account.email.split('@')[0] ?? null);
}

/** Fills a greeting's open words. The definition's check has refused any other. */
export function fillGreeting(template: string, words: Readonly<Record<string, string>>): string {
  return template.replace(/\{(\w+)\}/g, (slot, word: string) => words[word] ?? slot);
}
