import type { Profile } from '@rapport/wire';
import { PencilLine, X } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button.tsx';
import { useProfileChange } from '../use-profile.ts';
import { useFocusBack } from '../use-focus-back.ts';
import { HairFieldForm } from './hair-field-form.tsx';
import { fieldName, type HairField, valueName } from './hair-words.ts';

type Known = Exclude<NonNullable<Profile['assistants'][string]['hairProfile']>[string], readonly unknown[]>;

interface HairFieldRowProps {
  readonly assistant: string;
  readonly field: HairField;
  readonly known: readonly Known[];
}

/** From so sure on it is said for certain, and from so sure on as likely. */
const CERTAIN = 0.85;
const LIKELY = 0.6;

/** One thing about the person's hair: what it is and how that is known. */
export function HairFieldRow({ assistant, field, known }: HairFieldRowProps) {
  const { t, i18n } = useTranslation('about-me');
  const { change } = useProfileChange();
  const [isEditing, setIsEditing] = useState(false);
  const editButton = useFocusBack(isEditing);
  const name = fieldName(t, field);
  const enter = (value: string | string[] | null) =>
    change({ assistants: { [assistant]: { hairProfile: { [field.id]: value } } } });
  return (
    <li className="py-4">
      <div className="flex items-start gap-3">
        <div className="min-w-0 grow">
          <h2 className="text-sm text-muted">{name}</h2>
          {known.length === 0 && <p className="text-muted">{t('hair.unknown')}</p>}
          {known.map(({ value, quote, confidence, source, since }) => (
            <div key={value} className="mt-1">
              <p className="font-medium first-letter:uppercase">{valueName(t, field, value)}</p>
              {quote !== null && <p className="border-s-2 border-soft ps-3 text-muted text-pretty">“{quote}”</p>}
              <p className="text-sm text-muted">
                {t(`hair.sources.${source}`, {
                  date: new Date(since).toLocaleDateString(i18n.language, { dateStyle: 'medium' }),
                })}
                {source !== 'entered' && <> · {t(`hair.sureness.${surenessOf(confidence)}`)}</>}
              </p>
            </div>
          ))}
        </div>
        {!isEditing && (
          <div className="flex">
            <Button
              ref={editButton}
              shape="icon"
              aria-label={t('hair.edit', { field: name })}
              onClick={() => setIsEditing(true)}
            >
              <PencilLine className="size-4.5" />
            </Button>
            {known.length > 0 && (
              <Button
                shape="icon"
                aria-label={t('hair.remove', { field: name })}
                onClick={() => {
                  // The button goes with what it removes.
                  editButton.current?.focus();
                  void enter(null);
                }}
              >
                <X className="size-4.5" />
              </Button>
            )}
          </div>
        )}
      </div>
      {isEditing && (
        <HairFieldForm
          field={field}
          name={name}
          values={known.map(({ value }) => value)}
          save={enter}
          onClose={() => setIsEditing(false)}
        />
      )}
    </li>
  );
}

function surenessOf(confidence: number): 'certain' | 'likely' | 'unsure' {
  if (confidence >= CERTAIN) return 'certain';
  return confidence >= LIKELY ? 'likely' : 'unsure';
}
