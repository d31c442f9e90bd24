import type { AssistantDefinition } from '../assistants/define-assistant.ts';
import { fillGreeting } from './names.ts';

/** How often an assistant asks for a name in all: once at the start and, kindly, once more. */
export const MAX_NAME_ASKS = 2;

export interface Acquaintance {
  readonly preferredName: string | null;
  /** What the account suggests, or null. */
  readonly accountName: string | null;
  /** True when the person has talked to this assistant before. */
  readonly hasBeenHere: boolean;
  /** How often this assistant has asked for the name. */
  readonly nameAsks: number;
  /** One question about something that mattered, for somebody who returns (`chooseCallback`); null for none. */
  readonly callback?: string | null;
}

export interface Greeting {
  readonly text: string;
  /** True when the greeting asks for the name, so that the next message is read as the answer. */
  readonly asksName: boolean;
}

/** The assistant's first words to a person: by name when it knows one, asking for it when it may. */
export function greet(assistant: AssistantDefinition, person: Acquaintance): Greeting {
  const { greetings } = assistant;
  const words = { assistant: assistant.name, brand: assistant.brand.name };
  if (person.preferredName !== null) {
    const template = person.hasBeenHere ? greetings.welcomeBack : greetings.introduction;
    const text = fillGreeting(template, { ...words, name: person.preferredName });
    return { text: withCallback(text, person), asksName: false };
  }
  if (assistant.asksForName && person.nameAsks < MAX_NAME_ASKS) {
    const text =
      person.accountName === null
        ? fillGreeting(greetings.askName, words)
        : fillGreeting(greetings.askNameOfAccount, { ...words, accountName: person.accountName });
    return { text, asksName: true };
  }
  const template = person.hasBeenHere ? greetings.returningStranger : greetings.stranger;
  return { text: withCallback(fillGreeting(template, words), person), asksName: false };
}

/** A greeting asks one thing: a callback takes the place of a question it would end with. */
function withCallback(text: string, { hasBeenHere, callback = null }: Acquaintance): string {
  if (!hasBeenHere || callback === null) return text;
  return `${text.replace(/(?<=[.!] )[^.!?]*\?$/, '').trimEnd()} ${callback}`;
}
