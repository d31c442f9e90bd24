import { withoutAvoided } from '../assistants/avoided-words.ts';
import type { CampaignDefinition } from '../assistants/campaigns-definition.ts';
import { linksOf } from '../assistants/links-definition.ts';
import { checkReply } from '../safety/reply-checks.ts';
import type { ServedAssistant } from '../turn/dependencies.ts';

/** What fills the open words of a campaign's text. */
export interface WordingFacts {
  /** As the person wants to be called; null: they never said. */
  readonly name: string | null;
  readonly persona: string | null;
  /** Id of the stage where they are. */
  readonly stage: string | null;
  /** The advice the occasion is about, by its product's id where it has one, and going on from "we talked about". */
  readonly advice: { readonly product: string | null; readonly phrase: string } | null;
}

export interface Wording {
  readonly subject: string;
  readonly text: string;
}

/** A name that may stand in a mail: letters and what joins them. What could be an address or a link is none. */
const PLAIN_NAME = /^[\p{L}\p{M}][\p{L}\p{M} '’-]{0,39}$/u;

/**
 * What a campaign says to a person: the text that says most of them, its open words filled, then held to what replies are held to, the
 * words the assistant avoids and the rules on health, harm and hooks. Null when a word stays open or a rule is broken: then nothing is
 * sent. Pure. No memory is drawn on, so nothing painful is brought up.
 */
export function wordingFor(
  campaign: CampaignDefinition,
  { definition, avoided, catalogue }: ServedAssistant,
  facts: WordingFacts,
): Wording | null {
  const product = catalogue?.products.find(({ id }) => id === facts.advice?.product);
  const words: Readonly<Record<string, string | undefined>> = {
    assistant: definition.name,
    brand: definition.brand.name,
    stage: definition.journey?.stages.find(({ id }) => id === facts.stage)?.name.toLowerCase(),
    product: product?.name,
    advice: facts.advice?.phrase,
    ...(facts.name !== null && PLAIN_NAME.test(facts.name) ? { name: facts.name } : {}),
  };
  const subject = fill(campaign.subject, words);
  const text = fill(textFor(campaign, facts), words);
  if (subject === null || text === null) return null;
  const allowed = { names: (catalogue?.products ?? []).map(({ name }) => name), saidByPerson: [] };
  const spoken = avoided === null ? text : withoutAvoided(avoided, text, allowed);
  const verdict = checkReply({
    text: spoken,
    assistant: {
      kind: definition.kind,
      name: definition.name,
      brand: definition.brand.name,
      links: linksOf(definition.links),
    },
    message: '',
    summary: { intent: 'small-talk', asks: null, risk: { level: 'none', kind: null, rule: null } },
    // So that no price and no page but the brand's own stands in it.
    passages: [],
  });
  return verdict.ok ? { subject, text: spoken } : null;
}

/** The wording that names the person's stage and persona, else one of the two, else everybody's. */
function textFor({ text, wordings }: CampaignDefinition, { persona, stage }: WordingFacts): string {
  const fitting = wordings
    .filter((each) => [null, persona].includes(each.persona) && [null, stage].includes(each.stage))
    .map((each) => ({ text: each.text, says: Number(each.persona !== null) + Number(each.stage !== null) }))
    .sort((one, other) => other.says - one.says);
  return fitting[0]?.text ?? text;
}

/** The text with its open words filled; null when one stays open. Without a name it reads as if none had been meant. */
function fill(template: string, words: Readonly<Record<string, string | undefined>>): string | null {
  const named =
    words.name === undefined
      ? template
          .replace(/^\{name\}[,:]?\s*(\p{Ll})?/u, (_, first: string | undefined) => first?.toUpperCase() ?? '')
          .replace(/,? \{name\}/g, '')
      : template;
  const filled = named.replace(/\{(\w+)\}/g, (slot, word: string) => words[word] ?? slot);
  return /\{\w+\}/.test(filled) ? null : filled;
}
