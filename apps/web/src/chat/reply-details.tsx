import type { Assistant, ChatReplyDetails, Mood } from '@rapport/wire';
import { ChevronRight, TriangleAlert } from 'lucide-react';
import { lazy, memo, Suspense, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../components/button.tsx';
import { safeHref } from './rich-text.ts';
import { RichTextView, TextLink } from './rich-text-view.tsx';

const PassageDialog = lazy(async () => ({ default: (await import('./passage-dialog.tsx')).PassageDialog }));
const ProductDialog = lazy(async () => ({ default: (await import('./product-dialog.tsx')).ProductDialog }));

/** Below this a mood is a guess, and a guess about a person's feelings is better not said. */
const MIN_MOOD_CONFIDENCE = 0.5;

interface ReplyDetailsProps {
  readonly details: ChatReplyDetails;
  readonly assistant: Assistant;
}

/** What a reply rests on and adds: care to take, products it named or that fit, sources, and the mood it heard. */
export const ReplyDetails = memo(function ReplyDetails({ details, assistant }: ReplyDetailsProps) {
  const { safety, safetyNotes, products, citations, mood } = details;
  return (
    <>
      {safetyNotes.length > 0 && <SafetyNotes notes={safetyNotes} />}
      {products.length > 0 && <Products products={products} assistant={assistant.id} />}
      {citations.length > 0 && <Sources citations={citations} assistant={assistant.id} />}
      {mood !== null && safety === 'none' && <MoodLabel mood={mood} />}
    </>
  );
});

/** Notes that can't wait stand out. */
const URGENT: ReadonlySet<string> = new Set(['stop_use', 'urgent_care', 'urgent_poison_control']);

/** What says the same with less: beside the stronger note it would only be read twice. */
const COVERED_BY: Readonly<Record<string, readonly string[]>> = {
  see_doctor: ['see_dermatologist', 'urgent_care', 'urgent_poison_control'],
  see_doctor_if_persists: ['see_doctor', 'see_dermatologist', 'urgent_care', 'urgent_poison_control'],
};
const isCovered = (kind: string, notes: ChatReplyDetails['safetyNotes']): boolean =>
  notes.some((note) => COVERED_BY[kind]?.includes(note.kind) === true);

function SafetyNotes({ notes }: { readonly notes: ChatReplyDetails['safetyNotes'] }) {
  const { t } = useTranslation('talk');
  return (
    <ul aria-label={t('takeCare')} className="mt-4 grid gap-2 text-base">
      {notes
        .filter(({ kind }) => !isCovered(kind, notes))
        .map(({ kind, text }) => (
          <li
            key={`${kind} ${text}`}
            className={`flex gap-3 rounded-2xl border bg-tint p-3.5 ${URGENT.has(kind) ? 'border-alarm' : 'border-line'}`}
          >
            <TriangleAlert className={`mt-0.5 size-5 ${URGENT.has(kind) ? 'text-alarm' : 'text-muted'}`} />
            <div className={`min-w-0 ${URGENT.has(kind) ? 'font-medium' : ''}`}>
              <RichTextView text={text} findContacts={URGENT.has(kind)} />
            </div>
          </li>
        ))}
    </ul>
  );
}

interface ProductsProps {
  readonly products: ChatReplyDetails['products'];
  readonly assistant: string;
}

/** Products by name, each with why; opening one shows what is on file of it. */
function Products({ products, assistant }: ProductsProps) {
  const { t } = useTranslation('talk');
  const [open, setOpen] = useState<string | null>(null);
  return (
    <>
      <ul aria-label={t('products')} className="mt-4 grid gap-2 text-base">
        {products.map(({ id, name, category, reason }) => (
          <li
            key={id}
            className="relative flex items-center gap-3 rounded-2xl border border-line bg-raised p-3.5 transition hover:border-edge"
          >
            <div className="min-w-0 grow">
              <button
                type="button"
                aria-haspopup="dialog"
                className="text-start font-medium after:absolute after:inset-0 after:rounded-2xl"
                onClick={() => setOpen(id)}
              >
                {name}
              </button>
              <p className="text-sm text-muted">{t(`categories.${category}`)}</p>
              <p className="mt-1 first-letter:uppercase">{reason}</p>
            </div>
            <ChevronRight className="size-5 shrink-0 text-muted rtl:-scale-x-100" />
          </li>
        ))}
      </ul>
      <Suspense fallback={null}>
        {open !== null && <ProductDialog id={open} assistant={assistant} onClose={() => setOpen(null)} />}
      </Suspense>
    </>
  );
}

interface SourcesProps {
  readonly citations: ChatReplyDetails['citations'];
  readonly assistant: string;
}

/** Each source's page, and beside it the passage that was read of it. */
function Sources({ citations, assistant }: SourcesProps) {
  const { t } = useTranslation('talk');
  const id = useId();
  const [open, setOpen] = useState<string | null>(null);
  return (
    <div className="mt-4 flex flex-wrap items-baseline gap-x-4 gap-y-1 text-sm text-muted">
      <h3 id={id} className="font-medium">
        {t('sources')}
      </h3>
      <ol aria-labelledby={id} className="contents">
        {citations.map((citation) => {
          const href = citation.url === undefined ? null : safeHref(citation.url);
          return (
            <li key={citation.id} className="min-w-0">
              {href === null ? citation.title : <TextLink href={href} text={citation.title} />}{' '}
              <Button
                shape="link"
                className="min-h-6 px-1 pointer-coarse:min-h-11"
                aria-haspopup="dialog"
                onClick={() => setOpen(citation.id)}
              >
                {t('readPassage')}
                <span className="sr-only">: {citation.title}</span>
              </Button>
            </li>
          );
        })}
      </ol>
      <Suspense fallback={null}>
        {open !== null && <PassageDialog id={open} assistant={assistant} onClose={() => setOpen(null)} />}
      </Suspense>
    </div>
  );
}

function MoodLabel({ mood: { label, polarity, confidence } }: { readonly mood: Mood }) {
  const { t } = useTranslation('talk');
  if (polarity === 'neutral' || confidence < MIN_MOOD_CONFIDENCE) return null;
  return <p className="mt-3 text-sm text-muted">{t('heard', { mood: label.replaceAll('_', ' ') })}</p>;
}

interface SuggestionsProps {
  readonly label: string;
  readonly suggestions: readonly string[];
  readonly choose: (text: string) => void;
}

/** Things one might say, to be said with one tap. */
export function Suggestions({ label, suggestions, choose }: SuggestionsProps) {
  return (
    <ul aria-label={label} className="mt-5 flex animate-arrive flex-wrap gap-2 sm:ps-13">
      {suggestions.map((suggestion) => (
        <li key={suggestion} className="max-w-full">
          <Button
            shape="quiet"
            className="min-h-11 max-w-full border border-soft text-start text-pretty"
            onClick={() => choose(suggestion)}
          >
            {suggestion}
          </Button>
        </li>
      ))}
    </ul>
  );
}
