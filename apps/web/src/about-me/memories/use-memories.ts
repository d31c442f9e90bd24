import type { Memory, MemoryPatch, NewMemory } from '@rapport/wire';
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import type { Page } from '../../client/api.ts';
import { useClient } from '../../client-context.ts';

const KEY = ['memories'];
const PAGE_SIZE = 30;

export interface MemoryFilters {
  readonly assistant: string;
  /** Words to search for; empty for all memories, the newest first. */
  readonly words: string;
  readonly kind: Memory['kind'] | 'all';
  readonly status: Memory['status'] | 'all';
}

/** What is remembered, page after page. */
export function useMemories({ assistant, words, kind, status }: MemoryFilters) {
  const { api } = useClient();
  return useInfiniteQuery({
    queryKey: [...KEY, assistant, words, kind, status],
    initialPageParam: null as string | null,
    queryFn: ({ pageParam }) => {
      const query = new URLSearchParams({
        limit: String(PAGE_SIZE),
        assistant,
        ...(words === '' ? {} : { q: words }),
        ...(kind === 'all' ? {} : { kind }),
        ...(status === 'all' ? {} : { status }),
        ...(pageParam === null ? {} : { cursor: pageParam }),
      });
      return api.call<Page<Memory>>({ method: 'GET', path: `/api/v1/memories?${query}` });
    },
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
}

/** What the person does to their memories. Every list is read anew after it. */
export function useMemoryChanges() {
  const { api } = useClient();
  const queries = useQueryClient();
  const onSuccess = () => queries.invalidateQueries({ queryKey: KEY });
  const add = useMutation({
    mutationFn: (body: NewMemory) => api.call<Memory>({ method: 'POST', path: '/api/v1/memories', body }),
    onSuccess,
  });
  const correct = useMutation({
    mutationFn: ({ id, patch }: { id: string; patch: MemoryPatch }) =>
      api.call<Memory>({ method: 'PATCH', path: `/api/v1/memories/${id}`, body: patch }),
    onSuccess,
  });
  const forget = useMutation({
    mutationFn: (id: string) => api.call<undefined>({ method: 'DELETE', path: `/api/v1/memories/${id}` }),
    onSuccess,
  });
  const forgetAll = useMutation({
    mutationFn: (assistant: string) =>
      api.call<{ deleted: number }>({
        method: 'DELETE',
        path: `/api/v1/memories?${new URLSearchParams({ assistant })}`,
      }),
    onSuccess,
  });
  return { add, correct, forget, forgetAll };
}
