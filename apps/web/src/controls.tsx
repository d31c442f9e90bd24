import type { ButtonHTMLAttributes } from 'react';

const SHAPES = {
  primary: 'rounded-full bg-accent px-5 py-2.5 font-medium text-on-accent hover:brightness-110',
  outlined: 'rounded-full border border-soft px-5 py-2.5 font-medium hover:bg-tint',
  quiet: 'rounded-full px-3.5 py-2 hover:bg-tint',
  icon: 'grid size-11 shrink-0 place-items-center rounded-full hover:bg-tint',
  link: 'rounded underline decoration-edge underline-offset-4 hover:decoration-ink',
} as const;

interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  readonly shape: keyof typeof SHAPES;
}

export function Button({ shape, className = '', type = 'button', ...attributes }: ButtonProps) {
  const look = `transition disabled:opacity-55 disabled:hover:brightness-100 ${SHAPES[shape]} ${className}`;
  return <button {...attributes} type={type} className={look} />;
}

const ICONS = {
  send: 'M12 19V5m-6 6 6-6 6 6',
  down: 'M12 5v14m6-6-6 6-6-6',
  menu: 'M4 7h16M4 12h16M4 17h10',
  plus: 'M12 5v14M5 12h14',
  bin: 'M4 7h16M9.5 7V4.500h5V7m-8 0 .9 12.500h9.200L17.5 7M10.2 11v5m3.6-5v5',
  close: 'M6 6l12 12M18 6 6 18',
  person: 'M12 12.500a4 4 0 1 0 0-8 4 4 0 0 0 0 8Zm-7.5 7.800c1.2-3.3 4.1-5 7.5-5s6.3 1.7 7.5 5',
  arrow: 'M5 12h14m-6-6 6 6-6 6',
  heart:
    'M12 20S4 15.2 4 9.300C4 6.7 6 5 8.2 5c1.6 0 3 .9 3.8 2.300C12.8 5.9 14.2 5 15.8 5 18 5 20 6.7 20 9.3 20 15.2 12 20 12 20Z',
  notice: 'M12 8v5m0 3.200v.1M12 3.5 21 19.500H3L12 3.500Z',
} as const;

/** A line drawing beside words that say the same, or inside a control that has a name. */
export function Icon({
  name,
  className = 'size-5',
}: {
  readonly name: keyof typeof ICONS;
  readonly className?: string;
}) {
  return (
    <svg viewBox="0 0 24 24" className={`shrink-0 ${className}`} aria-hidden="true">
      <path
        d={ICONS[name]}
        fill="none"
        stroke="currentColor"
        strokeWidth="1.9"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}

/** Three dots that breathe. Decorative: say what is going on beside it. */
export function Dots() {
  return (
    <span className="inline-flex gap-1.5 py-2" aria-hidden="true">
      <span className="size-2 animate-breathe rounded-full bg-muted" />
      <span className="size-2 animate-breathe rounded-full bg-muted [animation-delay:160ms]" />
      <span className="size-2 animate-breathe rounded-full bg-muted [animation-delay:320ms]" />
    </span>
  );
}
