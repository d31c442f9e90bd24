import { useMutation, useQueryClient } from '@tanstack/react-query';
import { announce } from '../components/toasts.tsx';
import { useProblemWords } from '../problem-words.ts';

interface Action<Input> {
  readonly run: (input: Input) => Promise<unknown>;
  /** What to read anew when it is done: the beginnings of query keys. */
  readonly changes: readonly string[];
  /** What to say when it is done. */
  readonly done: string;
}

/** Something an operator does: says that it is done or why not, and reads anew what it changed. */
export function useAction<Input = void>({ run, changes, done }: Action<Input>) {
  const queries = useQueryClient();
  const describeProblem = useProblemWords();
  return useMutation({
    mutationFn: run,
    onSuccess: () => announce({ text: done }),
    onError: (error) => {
      const { title, advice } = describeProblem(error);
      announce({ text: `${title}. ${advice}` });
    },
    onSettled: () => Promise.all(changes.map((key) => queries.invalidateQueries({ queryKey: [key] }))),
  });
}
