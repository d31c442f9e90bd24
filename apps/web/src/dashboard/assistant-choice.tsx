import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useAssistants } from '../client-context.ts';
import { ChoiceField } from '../components/form-fields.tsx';

/** The assistant that the page is of, as the address says; the first one served where it says nothing. */
export function useChosenAssistant(among?: (id: string) => boolean): string | null {
  const { assistant } = useSearch({ strict: false }) as { readonly assistant?: unknown };
  const served = useAssistants().filter(({ id }) => among?.(id) ?? true);
  return (served.find(({ id }) => id === assistant) ?? served[0])?.id ?? null;
}

/** Chooses the assistant that the page is of. */
export function AssistantChoice({ chosen }: { readonly chosen: string | null }) {
  const { t } = useTranslation('dashboard');
  const assistants = useAssistants();
  const navigate = useNavigate();
  if (assistants.length < 2 || chosen === null) return null;
  return (
    <ChoiceField
      label={t('conversations.assistant')}
      hidesLabel
      value={chosen}
      choices={assistants.map(({ id, name }) => ({ value: id, label: name }))}
      onChoose={(assistant) =>
        void navigate({ to: '.', search: (former: object) => ({ ...former, assistant }) } as never)
      }
    />
  );
}
