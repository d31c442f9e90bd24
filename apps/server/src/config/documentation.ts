import { type Variable, variables } from './variables.ts';

const all: readonly Variable[] = variables;
const groups: readonly string[] = [...new Set(all.map(({ group }) => group))];

const remark = ({ secret, requiredInProduction, dormant }: Variable): string =>
  [
    secret === undefined ? '' : ' Secret.',
    requiredInProduction ? ' **Required in production and staging.**' : '',
    dormant ? ' Checked, but not used in this version.' : '',
  ].join('');

const cell = (text: string): string => text.replaceAll('|', '\\|');

/** The README's table of every variable, in Markdown. */
export const configurationTable = (): string =>
  [
    '| variable | default | what it is for |',
    '|---|---|---|',
    ...groups.flatMap((group) => [
      `| **${group}** | | |`,
      ...all
        .filter((variable) => variable.group === group)
        .map((variable) => {
          const fallback = variable.default === undefined ? '' : `\`${variable.default}\``;
          return `| \`${variable.name}\` | ${fallback} | ${cell(variable.purpose + remark(variable))} |`;
        }),
    ]),
  ].join('\n');

const widthOfComments = 118;

const comment = (text: string): string[] => {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length + 1 <= widthOfComments)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(`# ${word}`);
  }
  return lines;
};

const described = (variable: Variable): string[] => [
  ...comment(variable.purpose + remark(variable).replaceAll('**', '')),
  ...(variable.makeWith ?? []).map((command) => `#   ${command}`),
  `# ${variable.name}=${variable.default ?? variable.example ?? ''}`,
  '',
];

/** The text of `.env.example`: every variable, commented out, so that a copy changes nothing until a line is opened. */
export const environmentExample = (): string =>
  [
    ...comment(
      'Every variable the server reads. Copy this file to .env and take the # from the lines you change: shown are defaults, or examples where there is none.',
    ),
    ...comment(
      'The first place that sets a variable wins: the real environment, .env.local, .env, packages/<assistant>/.env, .env.<APP_ENV>. An empty value counts as unset. Put a value that holds a # between quotation marks.',
    ),
    '',
    ...groups.flatMap((group) => [
      `# --- ${group} ${'-'.repeat(60 - group.length)}`,
      '',
      ...all.filter((variable) => variable.group === group).flatMap(described),
    ]),
  ]
    .join('\n')
    .trimEnd()
    .concat('\n');
