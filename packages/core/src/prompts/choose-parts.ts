import { blockOf, KEPT_ALWAYS, type PromptSection } from '../assistants/prompt-sections.ts';
import type { PromptInput, PromptParts } from './prompt-parts.ts';
import type { PromptBudget } from './prompt-record.ts';
import { type Size, sizeOfMessage, sizeOfPassage, sizeOfPrompt, sizeOfSection } from './prompt-size.ts';

/**
 * Priorities of what no file declares, on the scale of the sections: the highest goes first. The latest messages say
 * what a "yes" answers; older ones go before any passage but the best, which stays as long as its section does.
 */
const PRIORITY = { latestMessages: 2, furtherPassages: 4, olderMessages: 6 } as const;
const LATEST_MESSAGES = 4;

/** One thing that may go, and the parts without it. */
interface Cut {
  readonly priority: number;
  readonly size: Size;
  readonly from: (parts: PromptParts) => PromptParts;
}

/** The parts that fit the budget: all of them, less what goes by priority until the rest fits or nothing more may go. */
export function chooseParts(
  input: PromptInput,
  given: PromptParts,
  budget: PromptBudget,
): { readonly parts: PromptParts; readonly size: Size } {
  const whole = sizeOfPrompt(input, given);
  const fits = ({ tokens, bytes }: Size) => tokens <= budget.tokens && bytes <= budget.bytes;
  if (fits(whole)) return { parts: given, size: whole };
  let parts = given;
  let size = whole;
  for (const cut of cutsOf(input, given)) {
    parts = cut.from(parts);
    size = { tokens: size.tokens - cut.size.tokens, bytes: size.bytes - cut.size.bytes };
    if (fits(size)) break;
  }
  return { parts, size };
}

/** All that may go, in the order in which it goes; of equals, messages before passages before sections. */
function cutsOf(input: PromptInput, given: PromptParts): Cut[] {
  const cuts = [...messageCuts(given), ...passageCuts(given), ...sectionCuts(input, given)];
  return cuts.sort((one, other) => other.priority - one.priority);
}

/** Oldest first. */
function messageCuts({ history }: PromptParts): Cut[] {
  return history.map((message, place) => ({
    priority: history.length - place <= LATEST_MESSAGES ? PRIORITY.latestMessages : PRIORITY.olderMessages,
    size: sizeOfMessage(message.text),
    from: (parts) => ({ ...parts, history: parts.history.filter((kept) => kept !== message) }),
  }));
}

/** Worst first, and never the best. They go before the section that shows them. */
function passageCuts({ sections, passages }: PromptParts): Cut[] {
  const shownBy = sections.find((section) => blockOf(section) === 'passages');
  const priority = Math.max(PRIORITY.furtherPassages, shownBy?.priority ?? KEPT_ALWAYS);
  return passages
    .slice(1)
    .reverse()
    .map((passage) => ({
      priority,
      size: sizeOfPassage(passage),
      from: (parts) => ({ ...parts, passages: parts.passages.filter((kept) => kept !== passage) }),
    }));
}

/** Last first. */
function sectionCuts(input: PromptInput, { sections, passages }: PromptParts): Cut[] {
  return sections
    .filter(({ priority }) => priority > KEPT_ALWAYS)
    .reverse()
    .map((section: PromptSection) => ({
      priority: section.priority,
      size: sizeOfSection(input, section, passages.slice(0, 1)),
      from: (parts) => ({
        ...parts,
        sections: parts.sections.filter((kept) => kept !== section),
        passages: blockOf(section) === 'passages' ? [] : parts.passages,
      }),
    }));
}
