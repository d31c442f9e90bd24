import type { SignedInSession } from '@rapport/wire';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { MonitorSmartphone } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useClient } from '../../client-context.ts';
import { Button } from '../../components/button.tsx';
import { QueryState } from '../../components/query-state.tsx';
import { announce } from '../../components/toasts.tsx';
import { useProblemWords } from '../../problem-words.ts';

/** Where the person is signed in; any other place can be signed out from here. */
export function SessionList() {
  const { t, i18n } = useTranslation('about-me');
  const { api } = useClient();
  const queries = useQueryClient();
  const describeProblem = useProblemWords();
  const query = useQuery({
    queryKey: ['sessions'],
    queryFn: () => api.call<{ items: SignedInSession[] }>({ method: 'GET', path: '/api/v1/auth/sessions' }),
  });
  const end = useMutation({
    /** Null ends every other session. */
    mutationFn: (id: string | null) =>
      api.call({ method: 'DELETE', path: `/api/v1/auth/sessions${id === null ? '' : `/${id}`}` }),
    onSuccess: () => {
      announce({ text: t('sessions.ended') });
      return queries.invalidateQueries({ queryKey: ['sessions'] });
    },
    onError: (error) => {
      const { title, advice } = describeProblem(error);
      announce({ text: `${title}. ${advice}` });
    },
  });
  const time = (at: string) => new Date(at).toLocaleString(i18n.language, { dateStyle: 'medium', timeStyle: 'short' });
  return (
    <QueryState query={query}>
      {({ items }) => (
        <>
          <ul aria-label={t('sessions.title')} className="divide-y divide-line">
            {items.map(({ id, createdAt, lastUsedAt, isCurrent }) => (
              <li key={id} className="flex flex-wrap items-center gap-x-4 gap-y-2 py-3">
                <MonitorSmartphone className="size-5 shrink-0 text-muted" />
                <div className="min-w-0 grow">
                  <p className={isCurrent ? 'font-medium' : ''}>
                    {isCurrent ? t('sessions.here') : t('sessions.since', { time: time(createdAt) })}
                  </p>
                  <p className="text-sm text-muted">{t('sessions.lastUsed', { time: time(lastUsedAt) })}</p>
                </div>
                {!isCurrent && (
                  <Button
                    shape="quiet"
                    className="min-h-11 border border-soft"
                    aria-label={t('sessions.endSince', { time: time(createdAt) })}
                    disabled={end.isPending}
                    onClick={() => end.mutate(id)}
                  >
                    {t('sessions.end')}
                  </Button>
                )}
              </li>
            ))}
          </ul>
          {items.filter(({ isCurrent }) => !isCurrent).length > 1 && (
            <Button shape="outlined" className="mt-2 mb-1" disabled={end.isPending} onClick={() => end.mutate(null)}>
              {t('sessions.endOthers')}
            </Button>
          )}
        </>
      )}
    </QueryState>
  );
}
