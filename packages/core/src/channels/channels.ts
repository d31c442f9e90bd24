/** Sends one signed webhook. Rejects with a {@link DeliveryError} when the receiver has not taken it. */
export type SendWebhook = (webhook: {
  /** The same at every attempt, so that a receiver can tell a repetition. */
  readonly id: string;
  /** JSON; what is signed is these bytes. */
  readonly body: string;
  readonly signal: AbortSignal;
}) => Promise<void>;

/** Mail to the team. Plain text, so that nothing a person wrote is ever markup. */
export interface TeamMail {
  readonly subject: string;
  readonly text: string;
  /** An address that answers go to instead of the sender's; null: none. */
  readonly replyTo: string | null;
}

/** Sends mail to the team. Rejects with a {@link DeliveryError} when no server has taken it. */
export type Mailer = (mail: TeamMail & { readonly id: string; readonly signal: AbortSignal }) => Promise<void>;

/** Mail to a person, who can end all such mail with one click (RFC 8058). */
export interface PersonMail {
  /** The same at every attempt: it becomes the Message-ID, by which mail programs tell a repetition. */
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  /** The same words as markup, everything of a person's escaped. */
  readonly html: string;
  /** Takes a POST of `List-Unsubscribe=One-Click` without a sign-in, and shows people a page. */
  readonly unsubscribeUrl: string;
}

/** Sends mail to people. Rejects with a {@link DeliveryError} when no server has taken it. */
export type PersonMailer = (mail: PersonMail & { readonly signal: AbortSignal }) => Promise<void>;

/** Posts a line to the team's chat. Rejects with a {@link DeliveryError} when the chat has not taken it. */
export type PostToChat = (post: { readonly text: string; readonly signal: AbortSignal }) => Promise<void>;

/** Why news did not arrive, in a few words that hold nothing of a person's: they are stored and shown to operators. */
export class DeliveryError extends Error {
  constructor(reason: string, options?: ErrorOptions) {
    super(reason, options);
    this.name = 'DeliveryError';
  }
}
