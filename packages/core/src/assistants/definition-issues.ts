import type { z } from 'zod';

/**
 * What is wrong with a field, and what to write: for `safeParse`'s `error`. Undefined leaves zod's own words, and a
 * message that a schema brings goes before it.
 */
export const sayIssue: z.core.$ZodErrorMap = (issue) => {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined
        ? `is missing: write ${NAMED[issue.expected] ?? issue.expected}`
        : `must be ${NAMED[issue.expected] ?? issue.expected}`;
    case 'unrecognized_keys':
      return `has no field ${issue.keys.map((key) => `"${key}"`).join(', ')}: is it misspelt, or in the wrong place?`;
    case 'too_small':
      return `must have ${issue.minimum} or more${unitOf(issue.origin)}`;
    case 'too_big':
      return `must have ${issue.maximum}${unitOf(issue.origin)} at most`;
    case 'invalid_value':
      return `must be ${issue.values.map((value) => JSON.stringify(value)).join(' or ')}`;
    default:
      return undefined;
  }
};

const NAMED: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list, in [ ]',
  object: 'an object, in { }',
};

function unitOf(origin: string): string {
  if (origin === 'string') return ' characters';
  return origin === 'array' ? ' entries' : '';
}
