import { describe, expect, test } from 'vitest';
import { ApiProblem, ConnectionLost } from './problems.ts';
import { followReply, type ReplyEvent, type ReplySource, reconnectDelayMs } from './reply-stream.ts';

const event = (sequence: number, part: object) => `id: ${sequence}\ndata: ${JSON.stringify(part)}\n\n`;
const delta = (sequence: number, text: string) => event(sequence, { type: 'text-delta', id: 't', delta: text });
const finish = (sequence: number) => event(sequence, { type: 'finish' });

const problem = (code: 'NOT_FOUND' | 'RATE_LIMIT_EXCEEDED' | 'INTERNAL_ERROR') =>
  new ApiProblem({ code, detail: '', retryable: code !== 'NOT_FOUND' });

/** A body that sends `text` and then ends (`end`), breaks as a lost network does (`cut`) or says nothing more (`hang`). */
function body(text: string, then: 'end' | 'cut' | 'hang'): Response {
  let sent = false;
  const stream = new ReadableStream<Uint8Array>({
    pull(controller) {
      if (!sent) {
        sent = true;
        controller.enqueue(new TextEncoder().encode(text));
      } else if (then === 'end') controller.close();
      else if (then === 'cut') controller.error(new TypeError('network error'));
      else return new Promise(() => undefined);
    },
  });
  return new Response(stream);
}

type Answer = Response | Error;

/** Answers request after request from a script, and logs what was asked. */
function scriptedSource(answers: Answer[]) {
  const log: string[] = [];
  const next = async (request: string) => {
    log.push(request);
    const answer = answers.shift() ?? new ConnectionLost('nothing more is scripted');
    if (answer instanceof Error) throw answer;
    return answer;
  };
  const source: ReplySource = {
    start: () => next('start'),
    resume: (after) => next(`resume ${after}`),
    pause: async (attempt) => void log.push(`pause ${attempt}`),
  };
  return { source, log };
}

async function follow(answers: Answer[], from: 'start' | 'resume' = 'start') {
  const { source, log } = scriptedSource(answers);
  const events: string[] = [];
  let failure: unknown = null;
  try {
    const options = { from, signal: new AbortController().signal, idleTimeoutMs: 5 };
    for await (const reply of followReply(source, options)) events.push(describeEvent(reply));
  } catch (error) {
    failure = error;
  }
  return { events, log, failure };
}

function describeEvent(reply: ReplyEvent): string {
  if (reply.type !== 'part') return reply.type;
  return reply.part.type === 'text-delta'
    ? `${reply.sequence}:${reply.part.delta}`
    : `${reply.sequence}:${reply.part.type}`;
}

const whole = delta(1, 'a') + delta(2, 'b') + finish(3);

const cases: {
  behaviour: string;
  answers: Answer[];
  from?: 'resume';
  events: string[];
  log: string[];
}[] = [
  {
    behaviour: 'a reply that arrives whole',
    answers: [body(`${whole}data: [DONE]\n\n`, 'end')],
    events: ['1:a', '2:b', '3:finish'],
    log: ['start'],
  },
  {
    behaviour: 'the end marker alone ends it',
    answers: [body(`${delta(1, 'a')}data: [DONE]\n\n`, 'hang')],
    events: ['1:a'],
    log: ['start'],
  },
  {
    behaviour: 'its last part ends it although the line stays open',
    answers: [body(whole, 'hang')],
    events: ['1:a', '2:b', '3:finish'],
    log: ['start'],
  },
  {
    behaviour: 'a cut resumes after the last event seen',
    answers: [body(delta(1, 'a'), 'cut'), body(delta(2, 'b') + finish(3), 'end')],
    events: ['1:a', 'reconnecting', 'connected', '2:b', '3:finish'],
    log: ['start', 'pause 1', 'resume 1'],
  },
  {
    behaviour: 'an event that was cut in two is asked for again',
    answers: [body(delta(1, 'a') + delta(2, 'b').slice(0, -1), 'cut'), body(delta(2, 'b') + finish(3), 'end')],
    events: ['1:a', 'reconnecting', 'connected', '2:b', '3:finish'],
    log: ['start', 'pause 1', 'resume 1'],
  },
  {
    behaviour: 'a clean end without a last part is a cut',
    answers: [body(delta(1, 'a'), 'end'), body(finish(2), 'end')],
    events: ['1:a', 'reconnecting', 'connected', '2:finish'],
    log: ['start', 'pause 1', 'resume 1'],
  },
  {
    behaviour: 'a silent line is a cut',
    answers: [body(delta(1, 'a'), 'hang'), body(finish(2), 'end')],
    events: ['1:a', 'reconnecting', 'connected', '2:finish'],
    log: ['start', 'pause 1', 'resume 1'],
  },
  {
    behaviour: 'a message that never arrived is sent again',
    answers: [new ConnectionLost('offline'), body('', 'cut'), body(whole, 'end')],
    events: ['reconnecting', 'connected', 'reconnecting', 'connected', '1:a', '2:b', '3:finish'],
    log: ['start', 'pause 1', 'start', 'pause 2', 'start'],
  },
  {
    behaviour: 'unknown parts count when resuming',
    answers: [body(delta(1, 'a') + event(2, { type: 'of-tomorrow' }), 'cut'), body(finish(3), 'end')],
    events: ['1:a', 'reconnecting', 'connected', '3:finish'],
    log: ['start', 'pause 1', 'resume 2'],
  },
  {
    behaviour: 'attempts are counted anew after progress',
    answers: [body(delta(1, 'a'), 'cut'), body(delta(2, 'b'), 'cut'), body(finish(3), 'end')],
    events: ['1:a', 'reconnecting', 'connected', '2:b', 'reconnecting', 'connected', '3:finish'],
    log: ['start', 'pause 1', 'resume 1', 'pause 1', 'resume 2'],
  },
  {
    behaviour: 'a restarting server is asked again for the rest',
    answers: [body(delta(1, 'a'), 'cut'), problem('INTERNAL_ERROR'), body(finish(2), 'end')],
    events: ['1:a', 'reconnecting', 'reconnecting', 'connected', '2:finish'],
    log: ['start', 'pause 1', 'resume 1', 'pause 2', 'resume 1'],
  },
  {
    behaviour: 'after a reload the whole reply is asked for',
    answers: [body(whole, 'end')],
    from: 'resume',
    events: ['1:a', '2:b', '3:finish'],
    log: ['resume 0'],
  },
  {
    behaviour: 'a stream the server no longer holds is gone',
    answers: [problem('NOT_FOUND')],
    from: 'resume',
    events: ['gone'],
    log: ['resume 0'],
  },
  {
    behaviour: 'an empty answer is gone, too',
    answers: [new Response(null, { status: 204 })],
    from: 'resume',
    events: ['gone'],
    log: ['resume 0'],
  },
];

describe('a reply is followed to its end', () => {
  test.each(cases)('$behaviour', async ({ answers, from, events, log }) => {
    const result = await follow(answers, from);
    expect(result.failure).toBeNull();
    expect(result.events).toEqual(events);
    expect(result.log).toEqual(log);
  });
});

test('a refused message is not sent again by itself', async () => {
  for (const code of ['RATE_LIMIT_EXCEEDED', 'INTERNAL_ERROR', 'NOT_FOUND'] as const) {
    const refusal = problem(code);
    const { failure, log } = await follow([refusal, body(whole, 'end')]);
    expect(failure).toBe(refusal);
    expect(log).toEqual(['start']);
  }
});

test('reconnecting is given up after eight attempts without progress', async () => {
  const { failure, log } = await follow([body(delta(1, 'a'), 'cut')]);
  expect(failure).toBeInstanceOf(ConnectionLost);
  expect(log.filter((line) => line === 'resume 1')).toHaveLength(8);
});

test('an abort ends it without another attempt', async () => {
  const aborted = new DOMException('stopped', 'AbortError');
  const { failure, log } = await follow([body(delta(1, 'a'), 'cut'), aborted]);
  expect(failure).toBe(aborted);
  expect(log).toEqual(['start', 'pause 1', 'resume 1']);
});

test('pauses double from half a second to eight', () => {
  expect([1, 2, 3, 4, 5, 6].map(reconnectDelayMs)).toEqual([500, 1000, 2000, 4000, 8000, 8000]);
});
