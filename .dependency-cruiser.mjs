/**
 * Who may import whom. The house is in ARCHITECTURE.md; this file is what holds it to that.
 * Tests are left out: they may reach for dev-env and whatever they test.
 */

/** Rooms of core from the ground up: a room may import those before it, never those after. */
const coreRooms = [
  ['runtime.ts', 'channels', 'database', 'rate-limits'],
  ['alerts', 'assistants', 'catalogue', 'embeddings', 'jobs', 'understanding', 'knowledge'],
  [
    'advice',
    'analytics',
    'brand',
    'cache',
    'concerns',
    'content',
    'experiments',
    'hair-profile',
    'hand-off',
    'journey',
    'memory',
    'models',
    'moods',
    'people',
    'personas',
    'predictions',
    'prompts',
    'safety',
  ],
  ['builtin-model', 'conversations', 'images', 'photos'],
  ['turn'],
  ['engagement'],
];

const coreRules = coreRooms.flatMap((rooms, floor) => {
  const above = coreRooms.slice(floor + 1).flat();
  if (above.length === 0) return [];
  return [
    {
      name: `core-floor-${floor}`,
      severity: 'error',
      comment: 'A room of core imports the rooms below it only.',
      from: { path: `^packages/core/src/(${rooms.join('|')})` },
      to: { path: `^packages/core/src/(${above.join('|')})` },
    },
  ];
});

const only = (name, from, allowed) => ({
  name,
  severity: 'error',
  comment: `${from} may import ${allowed.length === 0 ? 'nothing of ours' : allowed.join(', ')}.`,
  from: { path: `^${from}/` },
  to: { path: '^(apps|packages|bench)/', pathNot: [from, ...allowed].map((path) => `^${path}/`) },
});

const core = 'packages/core/src';
const wire = 'packages/wire/src';

export default {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    { name: 'no-unresolvable', severity: 'error', from: {}, to: { couldNotResolve: true, pathNot: '^virtual:' } },
    only('wire-imports-nothing', 'packages/wire', []),
    only('web-to-wire', 'apps/web', [wire]),
    only('core-to-wire', 'packages/core', [wire]),
    only('adapters-to-core', 'packages/adapters', [core, wire]),
    only('sienna-to-assistants', 'packages/sienna-naturals', [`${core}/assistants`]),
    only('jumbo-to-assistants', 'packages/jumbo', [`${core}/assistants`]),
    {
      name: 'dev-env-stays-out',
      severity: 'error',
      comment: 'What tests and benchmarks use never ships.',
      from: { path: '^(apps|packages)/', pathNot: '^packages/dev-env/' },
      to: { path: '^(packages/dev-env|bench)/' },
    },
    {
      name: 'adapters-at-the-root',
      severity: 'error',
      comment:
        'Only the composition root, what opens parts for it and the tools, and what explains their failures know adapters.',
      from: { path: '^apps/server/src/', pathNot: '^apps/server/src/(app|open-[a-z-]+|start-failure)\\.ts$' },
      to: { path: '^packages/adapters/' },
    },
    ...coreRules,
  ],
  options: {
    parser: 'swc',
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '\\.test\\.tsx?$|/dist/|/tests/' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'default'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json', '.css'],
    },
  },
};
