import { Link } from '@tanstack/react-router';
import { ArrowLeft } from 'lucide-react';

/** From one thing back to the list it is of, with the filters that were set there. */
export function BackLink({ place, name }: { readonly place: string; readonly name: string }) {
  return (
    <p className="mb-3">
      <Link
        to="/dashboard/$place"
        params={{ place }}
        search={(former: object) => former}
        className="inline-flex min-h-6 items-center gap-2 rounded text-muted hover:text-ink"
      >
        <ArrowLeft className="size-4 rtl:-scale-x-100" />
        {name}
      </Link>
    </p>
  );
}
