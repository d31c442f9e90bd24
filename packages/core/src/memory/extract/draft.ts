import type { MemoryKind, Modality, StatedTime, Statement, Subject } from '../fact.ts';
import { sayStatement, slotOf } from '../slots.ts';
import { MASK } from './reading.ts';
import { isPet } from './relations.ts';

/** What a rule found, before the table of slots completes it. */
export interface Draft {
  readonly subject: Subject;
  readonly slot: string;
  readonly value: string | null;
  readonly quote: string;
  readonly negated?: boolean;
  readonly confidence?: number;
  readonly importance?: number;
  readonly tender?: boolean;
  readonly time?: StatedTime | null;
  readonly kind?: MemoryKind;
  /** What is said to the person; the slot's own sentence when absent. */
  readonly text?: string;
}

const USUAL_CONFIDENCE = 0.9;

/** Whom grief, illness and conflict are never a topic for unasked. */
const TENDER =
  /\b(?:died|dead|death|dying|passed away|funeral|cancer|tumou?r|miscarr\w*|stillb\w*|divorc\w*|broke up|break-?up|split up|cheat\w*|affair|abus\w*|assault\w*|rape\w*|rehab|relapse\w*|overdos\w*|suicid\w*|self[- ]harm\w*|hospice|chemo\w*|biopsy|surgery|operation|diagnos\w*|icu|stroke|heart attack|fired|laid off|evict\w*|bankrupt\w*|arrest\w*|prison|jail|secret|ashamed|cry|cried|crying|lost (?:my|the|our) (?:job|baby|mum|mom|dad|home|house)|not speaking|fell out|fight|argument|hurt me|hate myself|lonely|grief|grieving|estranged|panic attacks?|ex|ivf|abortion|bullied|stalk\w*)\b/i;

/** Whether bringing words up unasked could hurt. */
export function isTender(words: string): boolean {
  return TENDER.test(words);
}

/** A draft as a statement: kind, sentence, importance and care from the table of slots where the draft brings none. */
export function stated(draft: Draft): Statement | null {
  const slot = slotOf(draft.slot);
  if (slot === null || draft.quote.trim() === '' || `${draft.value ?? ''}${draft.text ?? ''}`.includes(MASK))
    return null;
  const modality: Modality = draft.negated === true ? 'negated' : 'asserted';
  const isExistence = draft.slot === 'is' || draft.slot === 'count';
  const kind = draft.kind ?? (isExistence && isPet(draft.subject.relation) ? 'pet' : slot.kind);
  return {
    kind,
    subject: draft.subject,
    slot: draft.slot,
    value: draft.value,
    text: draft.text ?? sayStatement(draft, modality === 'negated' ? 'negated' : 'present'),
    quote: draft.quote,
    modality,
    confidence: draft.confidence ?? USUAL_CONFIDENCE,
    importance: draft.importance ?? slot.importance,
    tender: draft.tender ?? (slot.tender || isTender(draft.value ?? '')),
    time: draft.time ?? null,
  };
}
