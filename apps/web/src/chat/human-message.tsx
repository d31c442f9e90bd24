import { memo } from 'react';
import type { ThreadMessage } from './thread.ts';

/** What a person of the team said: under their name, with a badge that tells them from the assistant, as plain text. */
export const HumanMessage = memo(function HumanMessage({ message }: { readonly message: ThreadMessage }) {
  const name = message.humanName ?? '';
  return (
    <article className="flex gap-4">
      <span
        aria-hidden="true"
        className="grid size-9 shrink-0 place-items-center rounded-full border border-edge bg-raised font-medium max-sm:hidden"
      >
        {name.charAt(0).toUpperCase()}
      </span>
      <div className="min-w-0 rounded-3xl rounded-bl-lg border border-line bg-raised px-4.5 py-2.5">
        <h2 className="mb-0.5 flex flex-wrap items-center gap-2 text-sm font-medium">
          <span className="break-words">{name}</span>
          <span className="rounded-full bg-tint px-2 py-0.5 text-xs">Person of the team</span>
        </h2>
        <p className="break-words whitespace-pre-wrap">{message.text}</p>
      </div>
    </article>
  );
});

/** Says, above where one writes, that a person reads and answers now. */
export function HumanAnswersNotice({ name, assistant }: { readonly name: string; readonly assistant: string }) {
  return (
    <p className="mx-auto mb-1.5 flex w-fit max-w-full items-center gap-2 rounded-full border border-line bg-raised px-3 py-1 text-sm">
      <span aria-hidden="true" className="size-2 shrink-0 rounded-full bg-accent" />
      <span className="min-w-0 break-words">
        {name} of the team is answering here. {assistant} is silent.
      </span>
    </p>
  );
}
