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
