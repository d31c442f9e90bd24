import type { Profile, ProfilePatch } from '@rapport/wire';
import { type UseQueryResult, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useClient } from '../client-context.ts';
import { announce } from '../components/toasts.tsx';
import { useProblemWords } from '../problem-words.ts';

const KEY = ['profile'];

/** What is kept about the person and what they decided about it. */
export function useProfile(): UseQueryResult<Profile> {
  const { api } = useClient();
  return useQuery({
    queryKey: KEY,
    queryFn: () => api.call<Profile>({ method: 'GET', path: '/api/v1/profile' }),
  });
}

interface ProfileChange {
  /** Changes the profile; what it would look like is shown at once, and taken back when it can't be. */
  readonly change: (patch: ProfilePatch, expected?: (profile: Profile) => Profile) => Promise<void>;
  readonly isChanging: boolean;
}

/** What was read of the person by way of the profile is read anew after a change of it. */
export function useProfileChange(): ProfileChange {
  const { api } = useClient();
  const queries = useQueryClient();
  const describeProblem = useProblemWords();
  const { mutateAsync, isPending } = useMutation({
    mutationFn: ({ patch }: { patch: ProfilePatch; expected: ((profile: Profile) => Profile) | undefined }) =>
      api.call<Profile>({ method: 'PATCH', path: '/api/v1/profile', body: patch }),
    onMutate: async ({ expected }) => {
      await queries.cancelQueries({ queryKey: KEY });
      const former = queries.getQueryData<Profile>(KEY);
      if (former !== undefined && expected !== undefined) queries.setQueryData(KEY, expected(former));
      return former;
    },
    onSuccess: (profile) => {
      queries.setQueryData(KEY, profile);
      return queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== KEY[0] });
    },
    onError: (error, _, former) => {
      if (former !== undefined) queries.setQueryData(KEY, former);
      const { title, advice } = describeProblem(error);
      announce({ text: `${title}. ${advice}` });
    },
  });
  return {
    change: async (patch, expected) => {
      // What went wrong was said, and taken back, by `onError`: whoever asked has nothing to add.
      await mutateAsync({ patch, expected }).catch(() => undefined);
    },
    isChanging: isPending,
  };
}

/** Saves what was entered in a form, which says itself what the server refused: rejects as the client does. */
export function useSaveProfile(): (patch: ProfilePatch) => Promise<void> {
  const { api } = useClient();
  const queries = useQueryClient();
  return async (patch) => {
    queries.setQueryData(KEY, await api.call<Profile>({ method: 'PATCH', path: '/api/v1/profile', body: patch }));
    await queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== KEY[0] });
  };
}
