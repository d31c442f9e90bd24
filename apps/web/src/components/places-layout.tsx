import { Link } from '@tanstack/react-router';
import { ArrowLeft, Menu } from 'lucide-react';
import { type ReactNode, Suspense, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from './button.tsx';
import { Dots } from './dots.tsx';
import { Drawer } from './drawer.tsx';

/** One entry of the list of places. */
interface PlaceLink {
  readonly id: string;
  readonly name: string;
  readonly icon: ReactNode;
  /** Something waiting there, said in words, with a short form to show. */
  readonly badge?: { readonly shown: string; readonly said: string } | undefined;
}

interface PlaceGroup {
  /** Null: the list has one group and needs no heading for it. */
  readonly name: string | null;
  readonly places: readonly PlaceLink[];
}

interface PlacesLayoutProps {
  readonly title: string;
  readonly to: '/me/$place' | '/dashboard/$place';
  readonly groups: readonly PlaceGroup[];
  readonly openPlace: string;
  /** What stands at the end of the header: who is signed in, filters that every place shares. */
  readonly tools?: ReactNode;
  readonly children: ReactNode;
}

/** Several pages under one heading: their list beside the open one, or behind a button on a narrow screen. */
export function PlacesLayout({ title, to, groups, openPlace, tools, children }: PlacesLayoutProps) {
  const { t } = useTranslation('common');
  const [isDrawerOpen, setIsDrawerOpen] = useState(false);
  const list = <PlaceList to={to} groups={groups} openPlace={openPlace} onChoose={() => setIsDrawerOpen(false)} />;
  return (
    <div className="flex min-h-dvh">
      <a
        href="#place"
        className="sr-only z-30 rounded-full bg-accent px-5 py-2.5 text-on-accent focus:not-sr-only focus:fixed focus:start-3 focus:top-3"
      >
        {t('skipToContent')}
      </a>
      <aside className="sticky top-0 hidden h-dvh w-60 shrink-0 flex-col border-e border-line lg:flex">
        <p className="px-6 pt-5 pb-2 text-lg font-semibold tracking-tight">{title}</p>
        {list}
      </aside>
      <div className="flex min-w-0 grow flex-col">
        <header className="sticky top-0 z-20 flex min-h-14 flex-wrap items-center gap-2 border-b border-line bg-surface/90 px-2 py-1.5 backdrop-blur-md sm:px-4">
          <Button
            shape="icon"
            className="lg:hidden"
            aria-label={title}
            aria-haspopup="dialog"
            onClick={() => setIsDrawerOpen(true)}
          >
            <Menu className="size-5" />
          </Button>
          <p className="grow font-semibold lg:sr-only" aria-hidden="true">
            {title}
          </p>
          <div className="ms-auto flex items-center gap-1">{tools}</div>
        </header>
        <main id="place" tabIndex={-1} className="mx-auto w-full max-w-6xl grow px-4 py-6 sm:px-8">
          <Suspense
            fallback={
              <p role="status" className="py-8">
                <span className="sr-only">{t('loading')}</span>
                <Dots />
              </p>
            }
          >
            {children}
          </Suspense>
        </main>
      </div>
      {isDrawerOpen && (
        <Drawer title={title} onClose={() => setIsDrawerOpen(false)}>
          {list}
        </Drawer>
      )}
    </div>
  );
}

interface PlaceListProps {
  readonly to: PlacesLayoutProps['to'];
  readonly groups: readonly PlaceGroup[];
  readonly openPlace: string;
  readonly onChoose: () => void;
}

function PlaceList({ to, groups, openPlace, onChoose }: PlaceListProps) {
  const { t } = useTranslation('common');
  const id = useId();
  return (
    <nav aria-label={t('places')} className="min-h-0 grow overflow-y-auto p-3">
      {groups.map(({ name, places }, index) => (
        <section key={name ?? 'all'} aria-labelledby={name === null ? undefined : `${id}${index}`}>
          {name !== null && (
            <h2 id={`${id}${index}`} className="px-3 pt-4 pb-1 text-xs font-semibold text-muted">
              {name}
            </h2>
          )}
          <ul>
            {places.map((place) => (
              <li key={place.id}>
                <Link
                  to={to}
                  params={{ place: place.id }}
                  aria-current={place.id === openPlace ? 'page' : undefined}
                  onClick={onChoose}
                  className={`flex min-h-11 items-center gap-3 rounded-xl px-3 transition hover:bg-tint lg:min-h-9 ${place.id === openPlace ? 'bg-tint font-medium' : ''}`}
                >
                  {place.icon}
                  <span className="grow truncate">{place.name}</span>
                  {place.badge !== undefined && (
                    <span className="rounded-full bg-accent px-2 text-xs font-semibold text-on-accent">
                      <span aria-hidden="true">{place.badge.shown}</span>
                      <span className="sr-only">{place.badge.said}</span>
                    </span>
                  )}
                </Link>
              </li>
            ))}
          </ul>
        </section>
      ))}
      <p className="mt-4 border-t border-line pt-3">
        <Link to="/" className="flex min-h-11 items-center gap-3 rounded-xl px-3 text-muted hover:bg-tint">
          <ArrowLeft className="size-4.5 rtl:-scale-x-100" />
          {t('allAssistants')}
        </Link>
      </p>
    </nav>
  );
}
