import { TriangleAlert } from 'lucide-react';
import type { ChatReplyDetails, Mood } from '@rapport/wire';
import { memo, useId } from 'react';
import { Button } from '../components/button.tsx';
import { safeHref } from './rich-text.ts';
import { RichTextView, TextLink } from './rich-text-view.tsx';

/** Below this a mood is a guess, and a guess about a person's feelings is better not said. */
const MIN_MOOD_CONFIDENCE = 0.5;

/** What a reply rests on and adds: care to take, products it named or that fit, sources, and the mood it heard. */
export const ReplyDetails = memo(function ReplyDetails({ details }: { readonly details: ChatReplyDetails }) {
  const { safety, safetyNotes, products, citations, mood } = details;
  return (
    <>
      {safetyNotes.length > 0 && <SafetyNotes notes={safetyNotes} />}
      {products.length > 0 && <Products products={products} />}
      {citations.length > 0 && <Sources citations={citations} />}
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
  return (
    <ul aria-label="Take care" className="mt-4 grid gap-2 text-base">
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

const CATEGORY_NAMES: Readonly<Record<ChatReplyDetails['products'][number]['category'], string>> = {
  shampoo: 'Shampoo',
  clarifying_shampoo: 'Clarifying shampoo',
  conditioner: 'Conditioner',
  leave_in: 'Leave-in',
  mask_treatment: 'Mask',
  oil_sealant: 'Sealing oil',
  scalp_treatment: 'Scalp care',
  styler: 'Styler',
  tool_accessory: 'Accessory',
};

function Products({ products }: { readonly products: ChatReplyDetails['products'] }) {
  return (
    <ul aria-label="Products" className="mt-4 grid gap-2 text-base">
      {products.map(({ id, name, category, reason }) => (
        <li key={id} className="rounded-2xl border border-line bg-raised p-3.5">
          <p className="font-medium">{name}</p>
          <p className="text-sm text-muted">{CATEGORY_NAMES[category]}</p>
          <p className="mt-1 first-letter:uppercase">{reason}</p>
        </li>
      ))}
    </ul>
  );
}

function Sources({ citations }: { readonly citations: ChatReplyDetails['citations'] }) {
  const id = useId();
  return (
    <div className="mt-4 flex flex-wrap items-baseline gap-x-4 gap-y-1 text-sm text-muted">
      <h3 id={id} className="font-medium">
        Sources
      </h3>
      <ol aria-labelledby={id} className="contents">
        {citations.map((citation) => {
          const href = citation.url === undefined ? null : safeHref(citation.url);
          return (
            <li key={citation.id} className="min-w-0">
              {href === null ? citation.title : <TextLink href={href} text={citation.title} />}
            </li>
          );
        })}
      </ol>
    </div>
  );
}

function MoodLabel({ mood: { label, polarity, confidence } }: { readonly mood: Mood }) {
  if (polarity === 'neutral' || confidence < MIN_MOOD_CONFIDENCE) return null;
  return <p className="mt-3 text-sm text-muted">Heard: {label.replaceAll('_', ' ')}</p>;
}

interface SuggestionsProps {
  readonly label: string;
  readonly suggestions: readonly string[];
  readonly choose: (text: string) => void;
}

/** Things one might say, to be said with one tap. */
export function Suggestions({ label, suggestions, choose }: SuggestionsProps) {
  return (
    <ul aria-label={label} className="mt-5 flex animate-arrive flex-wrap gap-2 sm:pl-13">
      {suggestions.map((suggestion) => (
        <li key={suggestion} className="max-w-full">
          <Button
            shape="quiet"
            className="min-h-11 max-w-full border border-soft text-left text-pretty"
            onClick={() => choose(suggestion)}
          >
            {suggestion}
          </Button>
        </li>
      ))}
    </ul>
  );
}
