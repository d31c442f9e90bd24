import { z } from 'zod';
import { personName } from './person-name.ts';
import { assistantId, id, text, time } from './primitives.ts';

export const role = z.enum(['user', 'operator']);
export type Role = z.infer<typeof role>;

export const user = z.object({
  id,
  /** Null for a guest, who has none. */
  email: z.string().nullable(),
  name: z.string().nullable(),
  role,
  isGuest: z.boolean(),
});
export type User = z.infer<typeof user>;

/** A signed-in session. `expiresIn` is the access token's life in seconds. */
export const session = z.object({
  user,
  accessToken: z.string(),
  refreshToken: z.string(),
  expiresIn: z.int().positive(),
});
export type Session = z.infer<typeof session>;

/** RFC 5321 limits an address to 254 characters. Folded to lower case, as accounts are kept. */
const email = z.email().max(254).toLowerCase();

/** The top-level domain that no address is under (RFC 2606 §2): guests and people of an outside provider get one there. */
const newEmail = email.refine((address) => !address.endsWith('.invalid'), {
  message: 'must be an address that can receive mail',
});

/** Length only, as NIST SP 800-63B §5.1.1.2 advises: at least 8, at most 128 characters, no composition rules. */
const newPassword = text(8, 128);

export const signupBody = z.strictObject({ email: newEmail, password: newPassword, name: personName(120).optional() });
export type SignupBody = z.infer<typeof signupBody>;
export const loginBody = z.strictObject({ email, password: text(1, 128) });
export type LoginBody = z.infer<typeof loginBody>;
export const refreshBody = z.strictObject({ refreshToken: text(1, 512) });
export type RefreshBody = z.infer<typeof refreshBody>;
/** The token by which a brand's server vouches for its customer. */
export const identifyBody = z.strictObject({ assistant: assistantId, token: text(1, 4_096) });
export type IdentifyBody = z.infer<typeof identifyBody>;
export const meAnswer = z.object({ user });

/** Where someone is signed in. `lastUsedAt`: when it was last renewed, which a page in use does every few minutes. */
export const signedInSession = z.object({
  id,
  createdAt: time,
  lastUsedAt: time,
  expiresAt: time,
  isCurrent: z.boolean(),
});
export type SignedInSession = z.infer<typeof signedInSession>;
/** The latest used first. All of them: nobody has so many that they would want pages. */
export const sessionsAnswer = z.object({ items: z.array(signedInSession) });
export const sessionPath = z.strictObject({ id });
export const endedSessions = z.object({ ended: z.int().nonnegative() });
export const passwordBody = z.strictObject({ currentPassword: text(1, 128), newPassword });
export type PasswordBody = z.infer<typeof passwordBody>;
