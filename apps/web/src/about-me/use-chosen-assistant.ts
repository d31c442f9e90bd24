import type { Assistant } from '@rapport/wire';
import { useState } from 'react';
import { useAssistants, useClient } from '../client-context.ts';

/** Forgotten on signing out, as everything under this prefix. */
const KEY = 'rapport.about-me.assistant';

interface ChosenAssistant {
  /** Undefined where none of them is served. */
  readonly assistant: Assistant | undefined;
  readonly assistants: readonly Assistant[];
  readonly choose: (id: string) => void;
}

/**
 * The assistant whose page about the person is open, the same from place to place.
 * @param isFit leaves out those a place has nothing to say of
 */
export function useChosenAssistant(isFit: (assistant: Assistant) => boolean = () => true): ChosenAssistant {
  const { store } = useClient();
  const assistants = useAssistants().filter(isFit);
  const [id, setId] = useState(() => store.get(KEY));
  return {
    assistant: assistants.find((each) => each.id === id) ?? assistants[0],
    assistants,
    choose: (chosen) => {
      store.set(KEY, chosen);
      setId(chosen);
    },
  };
}
