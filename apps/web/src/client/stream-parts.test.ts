import { expect, test } from 'vitest';
import { readStreamEvent, type StreamEvent } from './stream-parts.ts';

const metadata = { conversationId: 'c', createdAt: '2026-11-22T08:00:00.000Z' };
const details = { conversationId: 'c', message: { id: 'm', status: 'complete' }, safety: 'none' };

const parts: { behaviour: string; data: unknown; part: unknown }[] = [
  {
    behaviour: 'start',
    data: { type: 'start', messageId: 'm', messageMetadata: metadata },
    part: { type: 'start', messageId: 'm', messageMetadata: metadata },
  },
  { behaviour: 'start without its conversation', data: { type: 'start', messageId: 'm' }, part: null },
  { behaviour: 'text-start', data: { type: 'text-start', id: 't' }, part: { type: 'text-start', id: 't' } },
  {
    behaviour: 'text-delta',
    data: { type: 'text-delta', id: 't', delta: 'a' },
    part: { type: 'text-delta', id: 't', delta: 'a' },
  },
  { behaviour: 'text-delta that is no text', data: { type: 'text-delta', id: 't', delta: 4 }, part: null },
  { behaviour: 'text-end', data: { type: 'text-end', id: 't' }, part: { type: 'text-end', id: 't' } },
  {
    behaviour: 'data-replace',
    data: { type: 'data-replace', data: { reason: 'resumed' } },
    part: { type: 'data-replace', data: { reason: 'resumed' } },
  },
  {
    behaviour: 'data-replace with an unknown reason',
    data: { type: 'data-replace', data: {} },
    part: { type: 'data-replace', data: { reason: 'attempt-died' } },
  },
  { behaviour: 'data-reply', data: { type: 'data-reply', data: details }, part: { type: 'data-reply', data: details } },
  { behaviour: 'data-reply without a message', data: { type: 'data-reply', data: {} }, part: null },
  {
    behaviour: 'error',
    data: { type: 'error', errorText: 'x', code: 'TIMEOUT_ERROR' },
    part: { type: 'error', errorText: 'x', code: 'TIMEOUT_ERROR' },
  },
  { behaviour: 'error without text', data: { type: 'error' }, part: { type: 'error', errorText: '' } },
  { behaviour: 'abort', data: { type: 'abort' }, part: { type: 'abort' } },
  { behaviour: 'finish', data: { type: 'finish', extra: 1 }, part: { type: 'finish' } },
  { behaviour: 'a part of a later protocol', data: { type: 'reasoning-delta', id: 't', delta: 'a' }, part: null },
  { behaviour: 'a list', data: [], part: null },
  { behaviour: 'a string', data: 'start', part: null },
];

test.each(parts)('reads $behaviour', ({ data, part }) => {
  const expected = part === null ? { type: 'skipped', sequence: 3 } : { type: 'part', sequence: 3, part };
  expect(readStreamEvent({ id: '3', event: 'message', data: JSON.stringify(data) })).toEqual(expected);
});

const events: { behaviour: string; id: string; data: string; event: StreamEvent }[] = [
  { behaviour: 'the end marker', id: '9', data: '[DONE]', event: { type: 'done' } },
  { behaviour: 'broken JSON', id: '9', data: '{"type":', event: { type: 'skipped', sequence: 9 } },
  {
    behaviour: 'a part without a sequence number',
    id: '',
    data: '{"type":"finish"}',
    event: { type: 'skipped', sequence: 0 },
  },
  {
    behaviour: 'a sequence number that is none',
    id: '1e9',
    data: '{"type":"finish"}',
    event: { type: 'skipped', sequence: 0 },
  },
];

test.each(events)('reads $behaviour', ({ id, data, event }) => {
  expect(readStreamEvent({ id, event: 'message', data })).toEqual(event);
});
