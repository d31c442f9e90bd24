import type { ComponentProps } from 'react';

/** How each shape of button looks, for what is a button by another's making. */
export const BUTTON_LOOKS = {
  primary: 'rounded-full bg-accent px-5 py-2.5 font-medium text-on-accent hover:brightness-110',
  outlined: 'rounded-full border border-soft px-5 py-2.5 font-medium hover:bg-tint',
  quiet: 'rounded-full px-3.5 py-2 hover:bg-tint',
  icon: 'grid size-11 shrink-0 place-items-center rounded-full hover:bg-tint',
  link: 'rounded whitespace-nowrap underline decoration-edge underline-offset-4 hover:decoration-ink',
} as const;

interface ButtonProps extends ComponentProps<'button'> {
  readonly shape: keyof typeof BUTTON_LOOKS;
}

export function Button({ shape, className = '', type = 'button', ...attributes }: ButtonProps) {
  const look = `transition disabled:opacity-55 disabled:hover:brightness-100 ${BUTTON_LOOKS[shape]} ${className}`;
  return <button {...attributes} type={type} className={look} />;
}

/** For a link that is the main thing to do on its page. */
export const LINK_BUTTON = `inline-flex items-center gap-2 transition ${BUTTON_LOOKS.primary}`;
