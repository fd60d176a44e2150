import { describe, expect, test } from 'vitest';
import { ask } from '../../../lib/messaging/client';
import { COMMANDS } from '../../../lib/messaging/protocol';
import { answer, commandEndpoint, type Endpoint, type Endpoints, identifySender, pageEndpoint } from '../../../lib/messaging/server';
import { PAGE_MESSAGES, QUESTIONS, WORK } from '../../../lib/messaging/protocol';

const EXTENSION = 'kithkithkith';
const ROOT = `chrome-extension://${EXTENSION}/`;
const identify = (sender: Parameters<typeof identifySender>[0]) => identifySender(sender, EXTENSION, ROOT).from;

describe('A sender', () => {
  test.each([
    ['our popup', { id: EXTENSION, url: `${ROOT}popup.html` }, 'extension page'],
    ['our dashboard in a tab', { id: EXTENSION, url: `${ROOT}dashboard.html`, frameId: 0, tab: { id: 1 } }, 'extension page'],
    ['our script in a page', { id: EXTENSION, url: 'https://github.com/ada', frameId: 0, tab: { id: 1 } }, 'page script'],
    ['our script in a frame', { id: EXTENSION, url: 'https://github.com/ada', frameId: 3, tab: { id: 1 } }, 'stranger'],
    ['a page whose address merely contains ours', { id: EXTENSION, url: `https://evil.example/${ROOT}`, frameId: 0 }, 'stranger'],
    ['another extension', { id: 'other', url: 'chrome-extension://other/x.html' }, 'stranger'],
    ['nobody', {}, 'stranger'],
  ])('%s', (_, sender, expected) => expect(identify(sender)).toBe(expected));
});

test('A page script speaks for the address its tab shows now, not for the one its page was loaded at', () =>
  expect(
    identifySender({ id: EXTENSION, url: 'https://github.com/ada', frameId: 0, tab: { id: 1, url: 'https://github.com/grace' } }, EXTENSION, ROOT),
  ).toMatchObject({ url: 'https://github.com/grace' }));

describe('A message', () => {
  const handled: unknown[] = [];
  const record: Endpoint = async (payload) => handled.push(payload);
  const every = <T extends object>(names: T): Record<keyof T, Endpoint> =>
    Object.fromEntries(Object.keys(names).map((name) => [name, record])) as Record<keyof T, Endpoint>;
  const endpoints: Endpoints = {
    commands: { ...every(COMMANDS), deleteNote: commandEndpoint(COMMANDS.deleteNote, async (command) => command) },
    work: every(WORK),
    questions: every(QUESTIONS),
    page: { ...every(PAGE_MESSAGES), annotation: pageEndpoint(PAGE_MESSAGES.annotation, async ({ key }, page) => ({ key, ...page })) },
  };
  const explain = (failure: unknown) => ({ code: 'unknown' as const, message: (failure as Error).name });
  const page = { from: 'page script', url: 'https://github.com/ada', tabId: 4, documentId: 'D' } as const;
  const panel = { from: 'extension page' } as const;
  const uuid = '01900000-0000-7000-8000-000000000001';

  test('with the right form from the right sender is carried out', async () => {
    const command = { type: 'deleteNote', commandId: uuid, noteId: uuid };
    expect(await answer(command, panel, endpoints, explain)).toEqual({ ok: true, value: { commandId: uuid, noteId: uuid } });
  });

  test.each(Object.keys(COMMANDS))('from a page never carries out %s', async (type) => {
    expect(await answer({ type, commandId: uuid }, page, endpoints, explain)).toMatchObject({ ok: false, error: { message: 'Forbidden' } });
    expect(handled).toEqual([]);
  });

  test.each(Object.keys(WORK))('from a page never asks %s', async (type) => {
    expect(await answer({ type, workId: uuid }, page, endpoints, explain)).toMatchObject({ ok: false, error: { message: 'Forbidden' } });
    expect(handled).toEqual([]);
  });

  test.each(Object.keys(QUESTIONS))('from a page never asks %s', async (type) => {
    expect(await answer({ type, tabId: 4 }, page, endpoints, explain)).toMatchObject({ ok: false, error: { message: 'Forbidden' } });
  });

  test('from a stranger is refused', async () =>
    expect(await answer({ type: 'annotation', key: 'github:ada' }, { from: 'stranger' }, endpoints, explain)).toMatchObject({ ok: false }));

  test.each([
    ['not an object', 7],
    ['without a type', {}],
    ['with a prototype for a type', { type: 'constructor' }],
    ['with a field too many', { type: 'deleteNote', commandId: uuid, noteId: uuid, __proto__x: 1 }],
    ['with a field of the wrong form', { type: 'deleteNote', commandId: uuid, noteId: '../../' }],
    ['with a field missing', { type: 'deleteNote', commandId: uuid }],
  ])('%s is refused', async (_, message) => expect(await answer(message, panel, endpoints, explain)).toMatchObject({ ok: false }));
});

describe('Asking', () => {
  test('is repeated when the worker was stopped before it could answer', async () => {
    let calls = 0;
    const send = async () => {
      if (++calls < 3) throw new Error('The message port closed before a response was received.');
      return { ok: true, value: calls };
    };
    expect(await ask(send, { type: 'x' })).toEqual({ ok: true, value: 3 });
  });

  test('an answer that brings nothing is one all the same: browsers send no undefined', async () => {
    let calls = 0;
    const send = async () => {
      calls++;
      return JSON.parse(JSON.stringify({ ok: true, value: undefined })) as unknown;
    };
    expect(await ask(send, { type: 'x' })).toMatchObject({ ok: true });
    expect(calls).toBe(1);
  });

  test('gives up with the reason when nobody answers', async () =>
    expect(await ask(async () => undefined, { type: 'x' })).toEqual({ ok: false, error: { code: 'unknown', message: 'no answer' } }));
});
