import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { evaluateReasons, type ReasonRow } from '@rapport/core/hand-off/evaluate-reasons.ts';
import { recogniseReason } from '@rapport/core/hand-off/recognise.ts';
import { evaluateStages, type StageRow } from '@rapport/core/journey/evaluate-journey.ts';
import { type ConcernRow, evaluateConcerns } from '@rapport/core/concerns/evaluate-concerns.ts';
import { createConcernReader } from '@rapport/core/concerns/read-concern.ts';
import { createStageReader } from '@rapport/core/journey/read-stage.ts';
import type { AssistantDefinition } from '@rapport/core/assistants/define-assistant.ts';
import { evaluateRetrieval, type RetrievalRow } from '@rapport/core/knowledge/evaluate-retrieval.ts';
import { loadCatalogue } from '@rapport/core/catalogue/load.ts';
import { loadPassages } from '@rapport/core/knowledge/load.ts';
import { createKnowledgeIndex } from '@rapport/core/knowledge/retrieve.ts';
import { evaluateRecall, type RecallRow } from '@rapport/core/memory/evaluate-recall.ts';
import { learningByRules } from '@rapport/core/memory/evaluate-recall-learning.ts';
import { faultsOf, type StatementRow } from '@rapport/core/memory/extract-evaluation.ts';
import { evaluatePersonas, type PersonaRow } from '@rapport/core/personas/evaluate-personas.ts';
import { createPersonaReader } from '@rapport/core/personas/read-persona.ts';
import {
  type Evaluation,
  evaluateMoods,
  evaluateNames,
  evaluateRisks,
  type MoodRow,
  type NameRow,
  type RiskRow,
  rowsOf,
} from '@rapport/core/understanding/evaluate.ts';
import { siennaNaturals } from '@rapport/sienna-naturals';
import { loadConfig } from '../config/load.ts';
import { findAssistants } from '../find-assistants.ts';
import { evaluationMeaning } from '../open-evaluation.ts';
import { openReaders } from '../open-readers.ts';
import { evaluateAdviceOutcomes } from './eval-outcomes.ts';
import { evaluateConversations } from './eval-retrieval.ts';
import { evaluateHair } from './eval-hair.ts';
import { evaluateShelf } from './eval-products.ts';
import { evaluateWire } from './eval-wire.ts';

/**
 * Prints, for each labelled set, how good the built-in understanding and retrieval are, and every miss. With `hair` or
 * `products`: only Sienna's replies, or her shelf. With `wire`: what the chain makes of recorded answers of vendors. With `--assistant <id>`: how well that assistant's knowledge answers
 * the questions of the file `retrieval.jsonl` in the folder `evals` beside its knowledge. With `retrieval`: how much evidence search finds in long conversations.
 * With `outcomes`: only how well it is read what came of advice.
 */
const core = new URL('../../../../packages/core/evals/', import.meta.url);
const sienna = new URL('../../../../packages/sienna-naturals/evals/', import.meta.url);

const examples = new URL('../../../../packages/sienna-naturals/hand-off/', import.meta.url);

const read = <Row>(folder: URL, name: string): Row[] => rowsOf<Row>(readFileSync(new URL(name, folder), 'utf8'));

if (process.argv[2] === 'wire') process.exitCode = await evaluateWire(process.argv.slice(3));
else if (process.argv[2] === 'retrieval') process.exitCode = await evaluateConversations(process.argv.slice(3));
else if (process.argv[2] === 'outcomes') reportOutcomes();
else if (process.argv[2] === 'hair') reportHair();
else if (process.argv[2] === 'products') reportShelf();
else if (process.argv[2] === '--assistant') await reportAssistant(process.argv[3] ?? '');
else if (process.argv[2] === 'hand-off') reportHandOff();
else reportUnderstanding();

/** Whole replies to customers' first messages, and what is read in them. */
function reportHair(): void {
  for (const { title, evaluation } of evaluateHair((name) => read(sienna, name), evaluationMeaning()))
    report(title, evaluation);
}

/** What is recommended, and what of invented claims comes through. */
function reportShelf(): void {
  for (const { title, evaluation } of evaluateShelf((name) => read(sienna, name))) report(title, evaluation);
}

function reportUnderstanding(): void {
  report('Names', evaluateNames(read<NameRow>(core, 'names.jsonl')));
  report('Names, our own cases', evaluateNames(read<NameRow>(core, 'names.extra.jsonl')));
  report('Moods', evaluateMoods(read<MoodRow>(core, 'mood.jsonl')));
  report('Moods, our own cases', evaluateMoods(read<MoodRow>(core, 'mood.extra.jsonl')));
  report('Moods, never trained on', evaluateMoods(read<MoodRow>(core, 'mood.unseen.jsonl')));
  report('Moods of plain remarks, never trained on', evaluateMoods(read<MoodRow>(core, 'mood.plain.unseen.jsonl')));
  report('Moods, held out of training', evaluateMoods(read<MoodRow>(core, 'mood.held-out.jsonl')));
  report('Crisis', evaluateRisks(read<RiskRow>(core, 'crisis.jsonl')));
  report('Crisis, our own cases', evaluateRisks(read<RiskRow>(core, 'crisis.extra.jsonl')));
  report('Crisis, in many voices, not trained on', evaluateRisks(read<RiskRow>(core, 'crisis.voices.jsonl')));
  report('Crisis, for choosing thresholds', evaluateRisks(read<RiskRow>(core, 'crisis.dev.jsonl')));
  report('Crisis, never trained on', evaluateRisks(read<RiskRow>(core, 'crisis.unseen.jsonl')));
  report('Crisis, never tuned on', evaluateRisks(read<RiskRow>(core, 'crisis.fresh.jsonl')));
  const meaningOf = evaluationMeaning();
  report('Recall', evaluateRecall(read<RecallRow>(core, 'recall.jsonl'), learningByRules(), meaningOf));
  report(
    'Recall, our own cases',
    evaluateRecall(read<RecallRow>(core, 'recall.extra.jsonl'), learningByRules(), meaningOf),
  );
  report(
    'Recall, further cases of our own',
    evaluateRecall(read<RecallRow>(core, 'recall.training.jsonl'), learningByRules(), meaningOf),
  );
  report(
    'Recall, never tuned on',
    evaluateRecall(read<RecallRow>(core, 'recall.unseen.jsonl'), learningByRules(), meaningOf),
  );
  // Its misses are not shown: what is seen is tuned on.
  report('Recall, held out of tuning', {
    ...evaluateRecall(read<RecallRow>(core, 'recall.held-out.jsonl'), learningByRules(), meaningOf),
    misses: [],
  });
  report('Statements', evaluateStatements(read<StatementRow>(core, 'statements.jsonl')));
  reportPeople(meaningOf);
  reportHandOff();
  reportRetrieval(siennaNaturals, read<RetrievalRow>(sienna, 'retrieval.jsonl'));
  reportRetrieval(siennaNaturals, read<RetrievalRow>(sienna, 'retrieval.newcomers.jsonl'), 'Retrieval, newcomers');
  reportShelf();
  reportOutcomes();
}

function reportOutcomes(): void {
  for (const { title, evaluation } of evaluateAdviceOutcomes((name) => read(sienna, name))) report(title, evaluation);
}

/** When people of the team are wanted. The first set was learnt from, and the rules written with it: it shows what was lost. */
function reportHandOff(): void {
  const { catalogue } = siennaNaturals;
  const readers = openReaders(siennaNaturals, catalogue === null ? null : loadCatalogue(fileURLToPath(catalogue.file)));
  if (readers.handOff === null) throw new Error('Sienna hands over to nobody, so there is nothing to evaluate');
  const seen = read<ReasonRow>(examples, 'examples.jsonl');
  const unseen = read<ReasonRow>(sienna, 'hand-off.unseen.jsonl');
  const byRules = (text: string) => recogniseReason(text);
  report('Hand-off, messages learnt from', evaluateReasons(seen, readers.handOff));
  report('Hand-off, never learnt from', evaluateReasons(unseen, readers.handOff));
  report('Hand-off, never learnt from, by rules alone', { ...evaluateReasons(unseen, byRules), misses: [] });
}

/** Where people are on their journey and who they come across as, each read from one message of someone unknown. */
function reportPeople(meaningOf: (text: string) => Float32Array): void {
  const { journey, personas, concerns } = siennaNaturals;
  if (journey === null || personas === null || concerns === null)
    throw new Error('Sienna has no journey, no personas or no concerns to evaluate');
  const readStage = createStageReader(journey, meaningOf);
  const readPersona = createPersonaReader(personas, meaningOf);
  const readConcern = createConcernReader(concerns, meaningOf);
  for (const [title, file] of [
    ['hair messages', 'hair.jsonl'],
    ['never learnt from', 'hair.unseen.jsonl'],
  ] as const)
    report(`Concerns, ${title}`, evaluateConcerns(read<ConcernRow>(sienna, file), readConcern));
  for (const [title, file] of [
    ['hair messages', 'hair.jsonl'],
    ['never learnt from', 'stages.unseen.jsonl'],
  ] as const) {
    report(`Stages, ${title}`, evaluateStages(read<StageRow>(sienna, file), readStage));
    report(`Personas, ${title}`, evaluatePersonas(read<PersonaRow>(sienna, file), readPersona));
  }
}

/** Messages of which everything expected was read, and nothing else that would be wrong. */
function evaluateStatements(rows: readonly StatementRow[]): Evaluation<'right'> {
  const judged = rows.map((row) => ({ row, faults: faultsOf(row) }));
  const misses = judged.filter(({ faults }) => faults.length > 0);
  return {
    count: rows.length,
    metrics: { right: (rows.length - misses.length) / Math.max(1, rows.length) },
    misses: misses.map(({ row, faults }, place) => ({
      id: String(place + 1),
      text: row.text,
      expected: 'no fault',
      got: faults.join('; '),
    })),
  };
}

/** The questions of one assistant, shipped or of `ASSISTANTS_DIR`. */
async function reportAssistant(id: string): Promise<void> {
  const loaded = loadConfig();
  if (!loaded.success) throw new Error(loaded.explanation);
  const definitions = await findAssistants({ ...loaded.config.assistants, served: null });
  const definition = definitions.find((each) => each.id === id);
  if (definition === undefined) {
    throw new Error(`There is no assistant "${id}". There are: ${definitions.map((each) => each.id).join(', ')}.`);
  }
  if (definition.knowledge === null) throw new Error(`${definition.name} has no knowledge to evaluate`);
  reportRetrieval(
    definition,
    read<RetrievalRow>(new URL('../evals/', definition.knowledge.directory), 'retrieval.jsonl'),
  );
}

function reportRetrieval(
  { name, knowledge }: AssistantDefinition,
  rows: readonly RetrievalRow[],
  title = 'Retrieval',
): void {
  if (knowledge === null) throw new Error(`${name} has no knowledge to evaluate`);
  const passages = loadPassages(fileURLToPath(knowledge.directory));
  report(title, evaluateRetrieval(rows, createKnowledgeIndex(passages, knowledge.synonyms)));
}

function report(title: string, evaluation: Evaluation<string>): void {
  const metrics = Object.entries(evaluation.metrics).map(([name, value]) => `${name} ${value.toFixed(3)}`);
  console.log(`\n${title} (${evaluation.count}): ${metrics.join(', ')}`);
  for (const { text, expected, got } of evaluation.misses) {
    console.log(`  ${JSON.stringify(text)}\n    expected ${expected}, got ${got}`);
  }
}
