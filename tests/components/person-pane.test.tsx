// @vitest-environment happy-dom
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Outcome } from '../../components/notice/outcome';
import type { PendingDate } from '../../lib/model/pending-action';
import { Surface } from './support/pane';
import { interaction, known, note, ODA, reminder, RUNE } from './support/people';
import { show, showUnfolded } from './support/screen';

let surface: Surface;
beforeEach(() => {
  surface = new Surface();
});

const field = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: /^Note about/ });

describe('somebody new', () => {
  test('is there with what their page said, and the cursor is in the note', () => {
    show(surface.of(ODA));
    expect(screen.getByRole('heading', { level: 1, name: 'Oda Lind' })).toBeTruthy();
    expect(screen.getByText('Keeper of lighthouses')).toBeTruthy();
    expect(screen.getByText('Skerry Trust')).toBeTruthy();
    expect(document.activeElement).toBe(field());
  });

  test('goes by their handle where the page gave no name', () => {
    show(surface.of({ ...ODA, fields: {} }));
    expect(screen.getByRole('heading', { name: 'oda-lind' })).toBeTruthy();
  });

  test('is kept by a button', async () => {
    show(surface.of(ODA));
    await userEvent.click(screen.getByRole('button', { name: 'Keep Oda Lind' }));
    expect(surface.actions.keep).toHaveBeenCalledOnce();
    expect(screen.getByRole('status').textContent).toBe('You keep Oda Lind now.');
  });

  test('becomes somebody known while one is typing, and the caret stays', async () => {
    const { show: next } = show(surface.of(ODA));
    await userEvent.type(field(), 'Met at the lake');
    const before = field();
    before.setSelectionRange(3, 3);
    next(surface.of(ODA, known(ODA, { draft: note('id-2', 'Met at the') })));
    expect(field()).toBe(before);
    expect(field().value).toBe('Met at the lake');
    expect([document.activeElement, field().selectionStart]).toEqual([before, 3]);
  });
});

test('what somebody is to one stands below their name', () => {
  const view = known(ODA);
  show(surface.of(ODA, { ...view, contact: { ...view.contact, relations: ['mentor', 'client'] } }));
  const relations = within(screen.getByRole('list', { name: 'They are your' })).getAllByRole('listitem');
  expect(relations.map(({ textContent }) => textContent)).toEqual(['Mentor', 'Client']);
});

test('what somebody does and where is said by their details, where no profile says it', () => {
  const { contact, ...rest } = known(RUNE);
  const details = [
    ['Company', 'Globex'],
    ['Position', 'CTO'],
    ['Company', 'Acme'],
  ] as const;
  show(surface.of(RUNE, { ...rest, contact: { ...contact, customFields: details.map(([label, value]) => ({ label, value })) } }));
  const header = screen.getByRole('heading', { level: 1 }).closest('header');
  expect([...header!.querySelectorAll('bdi')].map(({ textContent }) => textContent)).toEqual(['Rune Aske', 'CTO', 'Globex']);
});

describe('writing a note', () => {
  test('says quietly that it is saved', async () => {
    show(surface.of(ODA, known(ODA)));
    await userEvent.type(field(), 'Met');
    expect(await screen.findByText('Saved')).toBeTruthy();
    expect(surface.records.last).toMatchObject({ text: 'Met', draft: true });
  });

  test('is saved when one leaves the field', async () => {
    show(surface.of(ODA, known(ODA)));
    await userEvent.type(field(), 'Met');
    await userEvent.tab();
    expect(surface.records.last).toMatchObject({ text: 'Met' });
  });

  test('ends by Ctrl+Enter: the editor empties and undo is offered', async () => {
    show(surface.of(ODA, known(ODA)));
    await userEvent.type(field(), 'Met{Control>}{Enter}{/Control}');
    await waitFor(() => expect(field().value).toBe(''));
    expect(surface.records.last).toMatchObject({ text: 'Met', draft: false });
    expect(screen.getByRole('button', { name: 'Undo' })).toBeTruthy();
  });

  test('goes on where it was left', () => {
    show(surface.of(ODA, known(ODA, { draft: note('draft', 'Met at') })));
    expect(field().value).toBe('Met at');
    expect(field().selectionStart).toBe(6);
  });

  test('that cannot be saved leaves the text and says what to do', async () => {
    surface.records.failing = 'The disk is full.';
    show(surface.of(ODA, known(ODA)));
    await userEvent.type(field(), 'Met');
    expect((await screen.findByRole('alert')).textContent).toContain('Not saved. The disk is full.');
    expect(field().value).toBe('Met');

    surface.records.failing = undefined;
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('Saved')).toBeTruthy();
    expect(screen.queryByRole('alert')).toBeNull();
  });
});

describe('a note longer than a note can be', () => {
  const TOO_LONG = 'x'.repeat(200_007);

  test('keeps the typing, is not said to be saved, and says how much is too much', async () => {
    show(surface.of(ODA, known(ODA)));
    fireEvent.change(field(), { target: { value: TOO_LONG } });
    expect((await screen.findByRole('alert')).textContent).toContain('Not saved. A note takes 200,000 characters at most; the last 7 are only here.');
    expect(screen.queryByText('Saved')).toBeNull();
    expect(field().value).toHaveLength(200_007);
    fireEvent.change(field(), { target: { value: TOO_LONG.slice(7) } });
    expect(await screen.findByText('Saved')).toBeTruthy();
  });

  test('is not finished', async () => {
    show(surface.of(ODA, known(ODA)));
    fireEvent.change(field(), { target: { value: TOO_LONG } });
    await userEvent.click(screen.getByRole('button', { name: 'Done' }));
    await screen.findByRole('alert');
    expect(surface.records.received.every(({ draft }) => draft)).toBe(true);
    expect(field().value).toHaveLength(200_007);
  });
});

describe('another page comes to the front', () => {
  test('the text is kept for the person it was written for, and the other’s editor is their own', async () => {
    const { show: next } = show(surface.of(ODA, known(ODA)));
    await userEvent.type(field(), 'About Oda');
    next(surface.of(RUNE, known(RUNE)));
    expect(field().value).toBe('');
    await waitFor(() => expect(surface.records.received.map(({ text }) => text)).toEqual(['About Oda']));

    await userEvent.type(field(), 'About Rune');
    await userEvent.tab();
    const [oda, rune] = surface.records.received;
    expect(rune?.text).toBe('About Rune');
    expect(rune?.noteId).not.toBe(oda?.noteId);
  });

  test('text that could not be kept is named, and is there again with its person', async () => {
    surface.records.failing = 'The disk is full.';
    const { show: next } = show(surface.of(ODA, known(ODA)));
    await userEvent.type(field(), 'About Oda');
    next(surface.of(RUNE, known(RUNE)));
    expect((await screen.findByRole('alert')).textContent).toContain('Your note about Oda Lind is not saved yet. The disk is full.');
    expect(field().value).toBe('');

    next(surface.of(ODA, known(ODA)));
    expect(field().value).toBe('About Oda');
    expect(screen.getAllByRole('alert').map(({ textContent }) => textContent)).not.toContain(expect.stringContaining('Your note about'));

    surface.records.failing = undefined;
    await userEvent.type(field(), '!');
    await userEvent.tab();
    expect(surface.records.last).toMatchObject({ text: 'About Oda!' });
  });

  test('what waits is kept from there as soon as it can be', async () => {
    surface.records.failing = 'The disk is full.';
    const { show: next } = show(surface.of(ODA, known(ODA)));
    await userEvent.type(field(), 'About Oda');
    next(surface.of(RUNE, known(RUNE)));
    await screen.findByRole('alert');
    surface.records.failing = undefined;
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    await waitFor(() => expect(screen.queryByRole('alert')).toBeNull());
    expect(surface.records.last).toMatchObject({ text: 'About Oda' });
  });
});

describe('a form that was begun', () => {
  const click = (name: string) => userEvent.click(screen.getByRole('button', { name }));
  const submit = async () => {
    const form = screen.getByRole('button', { name: 'Cancel' }).closest('form');
    if (form) await userEvent.click(within(form).getByRole('button', { name: 'Log contact' }));
  };
  const begin = async () => {
    const shown = show(surface.of(ODA, known(ODA)));
    await click('Follow up');
    await userEvent.type(screen.getByLabelText('What to do'), 'Send the lens');
    await userEvent.type(screen.getByLabelText('When'), 'in 2 weeks');
    await click('Log contact');
    await click('Another day, or more to say');
    await userEvent.type(screen.getByLabelText('What it was about'), 'The lamp');
    return shown;
  };

  test('holds what was typed while the other one is open, and while both are closed', async () => {
    await begin();
    await click('Follow up');
    expect(screen.getByLabelText('What to do')).toHaveProperty('value', 'Send the lens');
    expect(screen.getByLabelText('When')).toHaveProperty('value', 'in 2 weeks');
    await userEvent.keyboard('{Escape}');
    await click('Log contact');
    expect(screen.getByLabelText('What it was about')).toHaveProperty('value', 'The lamp');
    expect(document.activeElement).toBe(screen.getByLabelText('How'));
  });

  test('holds it while somebody else is shown, for its own person alone, and leaves the cursor in their note', async () => {
    const { show: next } = await begin();
    next(surface.of(RUNE, known(RUNE)));
    expect(screen.queryByLabelText('What it was about')).toBeNull();
    await click('Follow up');
    expect(screen.getByLabelText('What to do')).toHaveProperty('value', '');
    next(surface.of(ODA, known(ODA)));
    expect(screen.getByLabelText('What it was about')).toHaveProperty('value', 'The lamp');
    expect(document.activeElement).toBe(field());
  });

  test('is empty again once it was given', async () => {
    await begin();
    await submit();
    await click('Log contact');
    expect(screen.queryByLabelText('What it was about')).toBeNull();
    await click('Follow up');
    await userEvent.type(screen.getByLabelText('When'), '{Enter}');
    expect(surface.actions.setFollowUp).toHaveBeenCalledWith({ text: 'Send the lens', dueAt: '2026-12-06T09:00' });
    await click('Follow up');
    expect(screen.getByLabelText('What to do')).toHaveProperty('value', '');
  });

  test('is empty again once it was cancelled, and the keyboard is on the way back to it', async () => {
    await begin();
    await click('Cancel');
    const more = screen.getByRole('button', { name: 'Another day, or more to say' });
    expect(document.activeElement).toBe(more);
    await userEvent.keyboard('{Enter}');
    expect(screen.getByLabelText('What it was about')).toHaveProperty('value', '');
  });

  test('keeps what was typed where it could not be given', async () => {
    surface.actions.log.mockResolvedValue({ done: false, why: 'The disk is full.' });
    await begin();
    await submit();
    await click('Follow up');
    await click('Log contact');
    expect(screen.getByLabelText('What it was about')).toHaveProperty('value', 'The lamp');
  });
});

describe('what is being changed', () => {
  const view = () => known(ODA, { interactions: [interaction('i1', { text: 'The lamp' })], reminders: [reminder('r1', 'Send the lens', '2026-11-25T09:00')] });
  const value = (label: string) => screen.getByLabelText<HTMLInputElement>(label).value;

  test('is found again as it was left once somebody else was shown', async () => {
    const { show: next } = show(surface.of(ODA, view()));
    await userEvent.click(screen.getByRole('button', { name: /^Edit: Call/ }));
    await userEvent.type(screen.getByLabelText('What it was about'), ' and the oil');
    await userEvent.click(screen.getByRole('button', { name: 'Edit: Send the lens' }));
    await userEvent.type(screen.getByLabelText('What to do'), ' today');
    next(surface.of(RUNE, known(RUNE)));
    next(surface.of(ODA, view()));
    expect([value('What it was about'), value('What to do')]).toEqual(['The lamp and the oil', 'Send the lens today']);
    expect(document.activeElement, 'the cursor is in the note').toBe(field());
    await userEvent.click(screen.getByRole('button', { name: 'Edit: Send the lens' }));
    await userEvent.click(screen.getByRole('button', { name: 'Edit: Send the lens' }));
    expect(document.activeElement).toBe(screen.getByLabelText('What to do'));
    expect(value('What to do')).toBe('Send the lens today');
  });

  test('is forgotten once it was kept or cancelled', async () => {
    const { show: next } = show(surface.of(ODA, view()));
    await userEvent.click(screen.getByRole('button', { name: /^Edit: Call/ }));
    await userEvent.type(screen.getByLabelText('What it was about'), ' and the oil');
    await userEvent.click(screen.getByRole('button', { name: 'Cancel' }));
    await userEvent.click(screen.getByRole('button', { name: 'Edit: Send the lens' }));
    await userEvent.type(screen.getByLabelText('What to do'), ' today{Enter}');
    next(surface.of(RUNE, known(RUNE)));
    next(surface.of(ODA, view()));
    expect([screen.queryByLabelText('What it was about'), screen.queryByLabelText('What to do')]).toEqual([null, null]);
  });
});

describe('a line begun in the details', () => {
  const group = (name: string) => within(screen.getByRole('group', { name }));
  const unfold = async () => {
    if (!screen.queryByLabelText('Link address')) await userEvent.click(screen.getByRole('heading', { name: 'Details' }));
  };
  const goAway = async (next: ReturnType<typeof show>['show']) => {
    next(surface.of(RUNE));
    next(surface.of(ODA, known(ODA)));
    await unfold();
  };

  test('is found again once somebody else was shown, where more is needed to add it', async () => {
    const { show: next } = show(surface.of(ODA, known(ODA)));
    await unfold();
    await userEvent.type(screen.getByLabelText('Link address'), 'skerry');
    await userEvent.type(group('Anything else').getByLabelText('Text'), 'Blue');
    await userEvent.type(screen.getByLabelText('What the day is'), 'Doctorate');
    await userEvent.type(group('Other days of their year').getByLabelText('Day'), '12');
    await goAway(next);
    const found = [screen.getByLabelText('Link address'), group('Anything else').getByLabelText('Text'), screen.getByLabelText('What the day is')];
    expect(found).toMatchObject([{ value: 'skerry' }, { value: 'Blue' }, { value: 'Doctorate' }]);
    expect(group('Other days of their year').getByLabelText('Day')).toHaveProperty('value', '12');
    expect(surface.actions.edit).not.toHaveBeenCalled();
  });

  test('is added when one leaves it whole, and not twice', async () => {
    const { show: next } = show(surface.of(ODA, known(ODA)));
    await unfold();
    await userEvent.type(screen.getByLabelText('Link address'), 'skerry.example');
    await userEvent.type(group('Anything else').getByLabelText('Label'), 'Boat');
    await userEvent.type(group('Anything else').getByLabelText('Text'), 'Blue');
    await userEvent.type(screen.getByLabelText('What the day is'), 'Doctorate');
    await userEvent.type(group('Other days of their year').getByLabelText('Day'), '12');
    await userEvent.selectOptions(group('Other days of their year').getByLabelText('Month'), 'April');
    await userEvent.type(screen.getByLabelText('Tags'), 'lamps');
    await goAway(next);
    expect(screen.getByLabelText('Link address')).toHaveProperty('value', '');
    await goAway(next);
    const made = surface.actions.edit.mock.calls.map(([changes]) => changes);
    expect(made).toHaveLength(4);
    expect(made).toEqual(
      expect.arrayContaining([
        { links: [{ url: 'https://skerry.example/' }] },
        { customFields: [{ label: 'Boat', value: 'Blue' }] },
        { dates: [{ id: expect.any(String), label: 'Doctorate', date: '--04-12' }] },
        { tags: ['lamps'] },
      ]),
    );
  });

  test('that could not be added is there again', async () => {
    surface.actions.edit.mockResolvedValue({ done: false, why: 'The disk is full.' });
    const { show: next } = show(surface.of(ODA, known(ODA)));
    await unfold();
    await userEvent.type(screen.getByLabelText('Link address'), 'skerry.example{Enter}');
    await waitFor(() => expect(screen.getByLabelText('Link address')).toHaveProperty('value', 'skerry.example'));
    await goAway(next);
    expect(screen.getByLabelText('Link address')).toHaveProperty('value', 'skerry.example');
  });
});

describe('logging a contact', () => {
  test('with more to say begins in its first field, and Escape leaves it', async () => {
    show(surface.of(ODA, known(ODA)));
    await userEvent.click(screen.getByRole('button', { name: 'Log contact' }));
    await userEvent.click(screen.getByRole('button', { name: 'Another day, or more to say' }));
    expect(document.activeElement).toBe(screen.getByLabelText('How'));
    await userEvent.keyboard('{Escape}');
    expect(screen.queryByLabelText('How')).toBeNull();
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Log contact' }));
  });

  test('takes two clicks for today', async () => {
    show(surface.of(ODA, known(ODA)));
    await userEvent.click(screen.getByRole('button', { name: 'Log contact' }));
    await userEvent.click(screen.getByRole('button', { name: 'Coffee' }));
    expect(surface.actions.log).toHaveBeenCalledWith({ on: '2026-11-22', channel: 'coffee', given: [], received: [] });
    expect(screen.getByRole('status').textContent).toBe('Coffee logged, today.');
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Log contact' }));
  });

  describe('while a follow-up is due', () => {
    const due = (id: string, text: string, dueAt = '2026-11-22T08:30') => reminder(id, text, dueAt);
    const logCall = async () => {
      await userEvent.click(screen.getByRole('button', { name: 'Log contact' }));
      await userEvent.click(screen.getByRole('button', { name: 'Call' }));
    };
    const taken: string[] = [];
    const reversible = (what: string) => async (): Promise<Outcome> => {
      const undo = async (): Promise<Outcome> => {
        taken.push(what);
        return { done: true };
      };
      return { done: true, undo };
    };
    beforeEach(() => {
      taken.length = 0;
      surface.actions.log.mockImplementation(reversible('call'));
      surface.actions.complete.mockImplementation(reversible('follow-up'));
    });

    test('leaves it, for it may be of something else, and offers to be done with it; one way back leads through both', async () => {
      show(surface.of(ODA, known(ODA, { reminders: [due('r1', 'Send the lens'), due('r2', 'Ask', '2026-11-22T21:00')] })));
      await logCall();
      expect(surface.actions.complete).not.toHaveBeenCalled();
      const offer = screen.getByRole('button', { name: 'Done with “Send the lens”' });
      offer.focus();
      await userEvent.keyboard('{Enter}');
      expect(surface.actions.complete.mock.calls).toEqual([['r1']]);
      expect(screen.getByRole('status').textContent).toBe('Call logged, today. Follow-up done.');
      expect(screen.queryByRole('button', { name: /^Done with/ })).toBeNull();
      expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Undo' }));
      await userEvent.keyboard('{Enter}');
      expect(taken).toEqual(['follow-up', 'call']);
    });

    test('offers it of several at once, and of one that says nothing but to get in touch', async () => {
      const { show: next } = show(surface.of(ODA, known(ODA, { reminders: [due('r1', 'Send the lens'), due('r2', '')] })));
      await logCall();
      await userEvent.click(screen.getByRole('button', { name: 'Done with 2 follow-ups' }));
      expect(surface.actions.complete.mock.calls).toEqual([['r1'], ['r2']]);
      expect(screen.getByRole('status').textContent).toBe('Call logged, today. 2 follow-ups done.');
      next(surface.of(ODA, known(ODA, { reminders: [due('r2', '')] })));
      await logCall();
      expect(screen.getByRole('button', { name: 'Done with “Get in touch”' })).toBeTruthy();
    });

    test('says when the next comes of one that recurs, and why one could not be done', async () => {
      const recurrence = { rule: 'FREQ=WEEKLY;BYDAY=SU', from: '2026-11-22T08:30' };
      surface.actions.complete.mockResolvedValueOnce({ done: true, next: '2026-11-29T08:30' });
      show(surface.of(ODA, known(ODA, { reminders: [{ ...due('r1', 'Send the lens'), recurrence }] })));
      await logCall();
      await userEvent.click(screen.getByRole('button', { name: /^Done with/ }));
      expect(screen.getByRole('status').textContent).toMatch(/^Call logged, today. Follow-up done. Next on Sunday,? 29 November 2026.$/);
      surface.actions.complete.mockResolvedValueOnce({ done: false, why: 'The disk is full.' });
      await logCall();
      await userEvent.click(screen.getByRole('button', { name: /^Done with/ }));
      expect(screen.getByRole('alert').textContent).toContain('The disk is full.');
      await userEvent.click(screen.getByRole('button', { name: 'Undo' }));
      expect(taken).toEqual(['call']);
    });

    test('offers nothing where the contact is still to come', async () => {
      show(surface.of(ODA, known(ODA, { reminders: [due('r1', 'Send the lens')] })));
      await userEvent.click(screen.getByRole('button', { name: 'Log contact' }));
      await userEvent.click(screen.getByRole('button', { name: 'Another day, or more to say' }));
      fireEvent.change(screen.getByLabelText('When'), { target: { value: '2026-11-30' } });
      const form = screen.getByRole('button', { name: 'Cancel' }).closest('form');
      if (form) await userEvent.click(within(form).getByRole('button', { name: 'Log contact' }));
      expect(surface.actions.log).toHaveBeenCalledOnce();
      expect(screen.queryByRole('button', { name: /^Done with/ })).toBeNull();
    });
  });

  test('says more where there is more to say', async () => {
    show(surface.of(ODA, known(ODA)));
    await userEvent.click(screen.getByRole('button', { name: 'Log contact' }));
    await userEvent.click(screen.getByRole('button', { name: 'Another day, or more to say' }));
    await userEvent.selectOptions(screen.getByLabelText('How'), 'Video');
    await userEvent.clear(screen.getByLabelText('When'));
    await userEvent.type(screen.getByLabelText('When'), '2026-11-18');
    await userEvent.type(screen.getByLabelText('What it was about'), 'The lamp');
    await userEvent.click(screen.getByRole('button', { name: 'Add: Given' }));
    await userEvent.selectOptions(screen.getByLabelText('Given: what kind'), 'Support');
    await userEvent.type(screen.getByLabelText('Given: what'), 'A spare lens');
    await userEvent.type(screen.getByLabelText('Learned'), 'Ask earlier');
    const form = screen.getByRole('button', { name: 'Cancel' }).closest('form');
    if (form) await userEvent.click(within(form).getByRole('button', { name: 'Log contact' }));
    expect(surface.actions.log).toHaveBeenCalledWith({
      on: '2026-11-18',
      channel: 'video',
      text: 'The lamp',
      given: [{ benefit: 'support', text: 'A spare lens' }],
      received: [],
      learned: 'Ask earlier',
    });
    expect(screen.getByRole('status').textContent).toBe('Video logged.');
  });
});

test('buttons of what was say of which day it is', () => {
  const interactions = [interaction('i1', { on: '2026-11-21' }), interaction('i2', { on: '2026-03-12' })];
  show(surface.of(ODA, known(ODA, { interactions, notes: [note('n1', 'Likes bread')] })));
  expect(screen.getAllByRole('button', { name: /^Delete: / }).map((button) => button.getAttribute('aria-label'))).toEqual([
    expect.stringMatching(/^Delete: Call, Saturday,? 21 November 2026$/),
    expect.stringMatching(/^Delete: Note, Friday,? 20 November 2026, 09:00$/),
    expect.stringMatching(/^Delete: Call, Thursday,? 12 March 2026$/),
  ]);
});

describe('what was', () => {
  const view = () => known(ODA, { notes: [note('n1', 'Likes **rye bread**')], interactions: [interaction('i1', { on: '2026-11-21' })] });

  test('stands in one list, newest first, formatted', async () => {
    show(surface.of(ODA, view()));
    expect(screen.getAllByRole('article').map((entry) => entry.getAttribute('aria-label'))).toEqual(['Call', 'Note']);
    expect((await screen.findByText('rye bread')).tagName).toBe('STRONG');
  });

  test('a note is changed in place, saved while typing', async () => {
    show(surface.of(ODA, view()));
    await userEvent.click(screen.getByRole('button', { name: /^Edit: Note/ }));
    const editor = screen.getByRole('textbox', { name: 'Change this note' });
    await userEvent.clear(editor);
    await userEvent.type(editor, 'Likes crispbread{Escape}');
    await waitFor(() => expect(screen.queryByRole('textbox', { name: 'Change this note' })).toBeNull());
    expect(surface.records.last).toMatchObject({ noteId: 'n1', text: 'Likes crispbread', draft: false });
    expect(screen.getByRole('status').textContent).toBe('Note changed.');
    expect(screen.getByRole('button', { name: 'Undo' })).toBeTruthy();
    expect(document.activeElement).toBe(screen.getByRole('article', { name: 'Note' }));
  });

  test('a note left as it was is said nothing of', async () => {
    show(surface.of(ODA, view()));
    await userEvent.click(screen.getByRole('button', { name: /^Edit: Note/ }));
    await userEvent.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('textbox', { name: 'Change this note' })).toBeNull());
    expect(screen.getByRole('status').textContent).toBe('');
  });

  test('a note emptied and left is deleted, as it was before', async () => {
    show(surface.of(ODA, view()));
    await userEvent.click(screen.getByRole('button', { name: /^Edit: Note/ }));
    await userEvent.clear(screen.getByRole('textbox', { name: 'Change this note' }));
    await userEvent.keyboard('{Escape}');
    await waitFor(() => expect(surface.actions.deleteNote).toHaveBeenCalledWith('n1'));
    expect(surface.records.received.every(({ text }) => text === 'Likes **rye bread**')).toBe(true);
  });

  test('what is deleted leaves its place to the way back', async () => {
    const { show: next } = show(surface.of(ODA, view()));
    await userEvent.click(screen.getByRole('button', { name: /^Delete: Call/ }));
    next(surface.of(ODA, { ...view(), interactions: [] }));
    const [place] = screen.getAllByRole('listitem');
    expect(place?.textContent).toContain('Contact deleted.');
    expect(within(place ?? document.body).getByRole('button', { name: 'Undo' })).toBeTruthy();
  });

  test('what is deleted leaves the keyboard to the way back, whether that or the records are there first', async () => {
    const { show: next } = show(surface.of(ODA, view()));
    await userEvent.click(screen.getByRole('button', { name: /^Delete: Call/ }));
    next(surface.of(ODA, { ...view(), interactions: [] }));
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Undo' }));
    const answer = Promise.withResolvers<Outcome>();
    surface.actions.deleteNote.mockReturnValue(answer.promise);
    await userEvent.click(screen.getByRole('button', { name: /^Delete: Note/ }));
    next(surface.of(ODA, known(ODA)));
    expect(document.activeElement?.tagName).toBe('LI');
    await act(async () => answer.resolve({ done: true, undo: async () => ({ done: true }) }));
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Undo' }));
  });

  test('a contact is changed beginning in its first field, and the keyboard goes back to it', async () => {
    show(surface.of(ODA, view()));
    await userEvent.click(screen.getByRole('button', { name: /^Edit: Call/ }));
    expect(document.activeElement).toBe(screen.getByLabelText('How'));
    await userEvent.click(screen.getByRole('button', { name: 'Cancel' }));
    expect(document.activeElement).toBe(screen.getByRole('article', { name: 'Call' }));
  });

  test('a long past is shown a part at a time', async () => {
    const notes = Array.from({ length: 120 }, (_, index) => note(`n${index}`, `Note ${index}`));
    show(surface.of(ODA, known(ODA, { notes })));
    expect(screen.getAllByRole('article')).toHaveLength(50);
    await userEvent.click(screen.getByRole('button', { name: 'Show more (70 left)' }));
    expect(screen.getAllByRole('article')).toHaveLength(100);
    await userEvent.click(screen.getByRole('button', { name: 'Show more (20 left)' }));
    expect(screen.getAllByRole('article')).toHaveLength(120);
    expect(document.activeElement?.closest('li')).toBe(screen.getAllByRole('listitem').at(100));
  });

  test('a long note shown whole keeps the keyboard', async () => {
    show(surface.of(ODA, known(ODA, { notes: [note('n1', 'The lamp is out. '.repeat(200))] })));
    await userEvent.click(screen.getByRole('button', { name: 'Show all of it' }));
    expect(screen.queryByRole('button', { name: 'Show all of it' })).toBeNull();
    expect(document.activeElement?.textContent).toContain('The lamp is out.');
    expect(document.activeElement?.closest('article')).toBeTruthy();
  });

  const shownNote = async (text: string) => {
    show(surface.of(ODA, known(ODA, { notes: [note('n1', text)] })));
    // Formatted once it has an element of its own in the place of the plain words.
    await waitFor(() => expect(document.querySelector('.note-text > :not(p), .note-text > p > *')).toBeTruthy());
    return document.querySelector('.note-text');
  };

  test('an address in a note is a link, without what belongs to the sentence around it', async () => {
    const text =
      'See https://skerry.example/lamps, (https://skerry.example/a_(b)) and **http://192.168.0.1/x?y=1#z**.\nNot `https://code.example`, javascript:alert(1), https:// or xhttps://x.example';
    const shown = await shownNote(text);
    const links = [...(shown?.querySelectorAll('a') ?? [])];
    expect(links.map((link) => [link.getAttribute('href'), link.textContent])).toEqual(
      ['https://skerry.example/lamps', 'https://skerry.example/a_(b)', 'http://192.168.0.1/x?y=1#z'].map((url) => [url, url]),
    );
    expect(new Set(links.map(({ target, rel }) => `${target} ${rel}`))).toEqual(new Set(['_blank noopener noreferrer']));
    expect(shown?.textContent).toBe(text.replaceAll(/[*`]/g, ''));
  });

  test('a list within a list has no empty lines, and a line break within an item stays one', async () => {
    const shown = await shownNote('- **Bread**\n  **rye**\n  - crisp\n\n    or not\n  - soft\n- Tea');
    expect(shown?.querySelector('li')?.firstElementChild?.nextSibling?.textContent).toBe('\n');
    const blanks = [...(shown?.querySelectorAll('ul, li') ?? [])].flatMap(({ childNodes }) =>
      [...childNodes].filter(
        (node) => node.textContent?.trim() === '' && [node.previousSibling, node.nextSibling].some((beside) => /^(UL|LI|P)$/.test(beside?.nodeName ?? 'UL')),
      ),
    );
    expect(blanks).toEqual([]);
  });

  test('an image in a note is a link, never a request', async () => {
    show(surface.of(ODA, known(ODA, { notes: [note('n1', '![the map](https://example.com/map.png) [bad](javascript:alert(1))')] })));
    const link = await screen.findByRole('link', { name: 'the map' });
    expect([link.getAttribute('href'), link.getAttribute('target'), link.getAttribute('rel')]).toEqual([
      'https://example.com/map.png',
      '_blank',
      'noopener noreferrer',
    ]);
    expect(document.querySelector('.note-text img')).toBeNull();
    expect(screen.queryByRole('link', { name: 'bad' })).toBeNull();
  });
});

describe('a birthday that is pending', () => {
  const birthday: PendingDate = {
    kind: 'date',
    id: 'date:contact:birthday:2026-11-25',
    contactId: 'contact',
    name: 'Oda Lind',
    on: '2026-11-25',
    years: 40,
    urgency: 'week',
  };
  beforeEach(() => {
    surface.days = [birthday];
  });

  test('says when it is, and is done with; the keyboard goes to the way back, whether that or the records are there first', async () => {
    const { show: next } = show(surface.of(ODA, known(ODA)));
    const [row] = within(screen.getByRole('list', { name: 'Days of their year' })).getAllByRole('listitem');
    expect(row?.textContent).toBe('Birthday, turns 40in 3 days');
    const answer = Promise.withResolvers<Outcome>();
    surface.actions.settleDay.mockReturnValue(answer.promise);
    await userEvent.click(screen.getByRole('button', { name: 'Done: Birthday, turns 40' }));
    expect(surface.actions.settleDay).toHaveBeenCalledWith('date:contact:birthday:2026-11-25');
    surface.days = [];
    next(surface.of(ODA, known(ODA)));
    expect(screen.queryByRole('list', { name: 'Days of their year' })).toBeNull();
    await act(async () => answer.resolve({ done: true, undo: async () => ({ done: true }) }));
    expect(screen.getByRole('status').textContent).toBe('Done: Birthday, turns 40.');
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Undo' }));
  });

  test('is put off to the next day or to its own, as in the list of all that waits', async () => {
    show(surface.of(ODA, known(ODA)));
    await userEvent.click(screen.getByRole('button', { name: 'Snooze: Birthday, turns 40' }));
    const choices = within(screen.getByRole('group', { name: 'Snooze until' })).getAllByRole('button');
    expect(choices.map(({ textContent }) => textContent)).toEqual(['TomorrowMon', 'On the dayWed', 'A date…']);
    await userEvent.keyboard('{ArrowRight}{Enter}');
    expect(surface.actions.putOffDay).toHaveBeenCalledWith('date:contact:birthday:2026-11-25', '2026-11-25');
    expect(screen.getByRole('status').textContent).toBe('Snoozed until in 3 days.');
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Snooze: Birthday, turns 40' }));
  });
});

describe('follow-ups that wait', () => {
  const view = () => known(ODA, { reminders: [reminder('r1', 'Send the lens', '2026-11-25T09:00')] });

  test('are done, with a way back', async () => {
    show(surface.of(ODA, view()));
    await userEvent.click(screen.getByRole('button', { name: 'Done: Send the lens' }));
    expect(surface.actions.complete).toHaveBeenCalledWith('r1');
    expect(screen.getByRole('button', { name: 'Undo' })).toBeTruthy();
  });

  test('are put off to a usual time', async () => {
    show(surface.of(ODA, view()));
    await userEvent.click(screen.getByRole('button', { name: 'Snooze: Send the lens' }));
    await userEvent.click(screen.getByRole('button', { name: /^Next month/ }));
    expect(surface.actions.snooze).toHaveBeenCalledWith('r1', '2026-12-22T09:00');
  });

  test('are not brought forward by being put off', async () => {
    show(surface.of(ODA, view()));
    await userEvent.click(screen.getByRole('button', { name: 'Snooze: Send the lens' }));
    expect(screen.queryByRole('button', { name: /^(Later today|Tomorrow|Next week)/ })).toBeNull();
  });

  test('are put off until their person is seen', async () => {
    show(surface.of(ODA, view()));
    await userEvent.click(screen.getByRole('button', { name: 'Snooze: Send the lens' }));
    await userEvent.click(screen.getByRole('button', { name: 'When I next see them' }));
    expect(surface.actions.awaitPerson).toHaveBeenCalledWith('r1');
    expect(screen.getByRole('status').textContent).toBe('Put off until you next see their profile.');
  });

  test('wait for Kith to be opened at their person’s profile where it would not notice that, and say so', async () => {
    surface.isNoticed = false;
    const { show: next } = show(surface.of(ODA, view()));
    await userEvent.click(screen.getByRole('button', { name: 'Follow up' }));
    await userEvent.click(screen.getByRole('button', { name: 'When I next open Kith at their profile' }));
    expect(screen.getByRole('status').textContent).toBe('Follow-up set: when you next open Kith at their profile.');
    await userEvent.click(screen.getByRole('button', { name: 'Snooze: Send the lens' }));
    await userEvent.click(screen.getByRole('button', { name: 'When I next open Kith at their profile' }));
    expect(screen.getByRole('status').textContent).toBe('Put off until you next open Kith at their profile.');
    next(
      surface.of(
        ODA,
        known(ODA, { reminders: [{ ...reminder('r1', 'Send the lens', '2026-11-22T09:00'), status: 'awaiting', encounter: { kind: 'person' } }] }),
      ),
    );
    const [row] = within(screen.getByRole('list', { name: 'Follow-ups' })).getAllByRole('listitem');
    expect(row?.textContent).toBe('Send the lenswhen you next open Kith at their profile');
    expect(screen.queryByText(/next see/)).toBeNull();
  });

  test('are not put off until their person is seen where there is no profile to see', async () => {
    const { contact, ...rest } = view();
    surface.isInFront = false;
    show(surface.of(ODA, { ...rest, contact: { ...contact, profileKeys: [] } }));
    await userEvent.click(screen.getByRole('button', { name: 'Snooze: Send the lens' }));
    expect(screen.getByRole('button', { name: /^Next month/ })).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'When I next see them' })).toBeNull();
  });

  test('may wait for anybody where the person works by their details, where no profile says it', async () => {
    const { contact, ...rest } = known(RUNE);
    show(surface.of(RUNE, { ...rest, contact: { ...contact, customFields: [{ label: 'Company', value: 'Aske Bindery' }] } }));
    await userEvent.click(screen.getByRole('button', { name: 'Follow up' }));
    expect(screen.getByRole('button', { name: 'When I next see anyone at Aske Bindery' })).toBeTruthy();
  });

  test('say what they wait for instead of a time, and how they come again', () => {
    const awaiting = { ...reminder('r2', 'Ask', '2026-11-20T09:00'), status: 'awaiting' as const, encounter: { kind: 'organisation' as const, name: 'Acme' } };
    const recurring = { ...reminder('r3', 'Call', '2026-11-24T09:00'), recurrence: { rule: 'FREQ=MONTHLY;BYDAY=-1TU', from: '2026-11-24T09:00' } };
    show(surface.of(ODA, known(ODA, { reminders: [recurring, awaiting] })));
    const rows = within(screen.getByRole('list', { name: 'Follow-ups' })).getAllByRole('listitem');
    expect(rows.map(({ textContent }) => textContent)).toEqual([
      'Callin 2 days, 09:00 · Tue 24 Nov · every month on the last Tuesday',
      'Askwhen you next see anyone at Acme',
    ]);
  });

  test('are five at first where they are many, and the keyboard goes on at the sixth once all are asked for', async () => {
    const many = Array.from({ length: 40 }, (_, index) => reminder(`r${index}`, `Thing ${index}`, '2026-12-06T09:00'));
    show(surface.of(ODA, known(ODA, { reminders: many })));
    const rows = () => within(screen.getByRole('list', { name: 'Follow-ups' })).getAllByRole('listitem');
    expect(rows()).toHaveLength(5);
    expect(rows()[0]?.textContent).toBe('Thing 0in 2 weeks · Sun 6 Dec');
    await userEvent.click(screen.getByRole('button', { name: 'Show all 40' }));
    expect(rows()).toHaveLength(40);
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Done: Thing 5' }));
  });

  test('that are done or dismissed leave the keyboard to the next, and the last to setting another', async () => {
    const [lens, oil, wick] = ['lens', 'oil', 'wick'].map((what, day) => reminder(what, `Send the ${what}`, `2026-11-2${5 + day}T09:00`));
    const { show: next } = show(surface.of(ODA, known(ODA, { reminders: [lens!, oil!, wick!] })));
    await userEvent.click(screen.getByRole('button', { name: 'Done: Send the oil' }));
    next(surface.of(ODA, known(ODA, { reminders: [lens!, wick!] })));
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Done: Send the wick' }));
    await userEvent.click(screen.getByRole('button', { name: 'Dismiss: Send the wick' }));
    next(surface.of(ODA, known(ODA, { reminders: [lens!] })));
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Done: Send the lens' }));
    await userEvent.keyboard('{Enter}');
    next(surface.of(ODA, known(ODA)));
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Follow up' }));
    expect(screen.getByRole('status').textContent).toBe('Follow-up done.');
  });

  test('that cannot wait to see somebody any more say why they are due', () => {
    const view = known(ODA, { reminders: [{ ...reminder('r1', 'Ask', '2026-11-22T08:00'), status: 'notified', encounter: { kind: 'person' } }] });
    surface.isInFront = false;
    show(surface.of(ODA, { ...view, contact: { ...view.contact, profileKeys: [] } }));
    expect(screen.getByRole('list', { name: 'Follow-ups' }).textContent).toContain('no profile is left to see them on');
  });

  test('that leave by themselves do not take the keyboard from where it is', async () => {
    const { show: next } = show(surface.of(ODA, view()));
    await userEvent.click(screen.getByRole('button', { name: 'Edit: Send the lens' }));
    await userEvent.click(document.body);
    next(surface.of(ODA, known(ODA)));
    expect(document.activeElement).toBe(document.body);
    expect(screen.queryByRole('heading', { name: 'Follow-ups' })).toBeNull();
  });

  test('are changed', async () => {
    show(surface.of(ODA, view()));
    await userEvent.click(screen.getByRole('button', { name: 'Edit: Send the lens' }));
    await userEvent.type(screen.getByLabelText('What to do'), ' and the cloth');
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));
    expect(surface.actions.editFollowUp).toHaveBeenCalledWith('r1', { text: 'Send the lens and the cloth', dueAt: '2026-11-25T09:00' });
  });

  test('are moved to no time that is past; what was typed stays', async () => {
    show(surface.of(ODA, view()));
    await userEvent.click(screen.getByRole('button', { name: 'Edit: Send the lens' }));
    await userEvent.type(screen.getByLabelText('What to do'), ' and the cloth');
    fireEvent.change(screen.getByLabelText('When'), { target: { value: '2026-11-22T09:00' } });
    expect(screen.getByText('That has passed already. Choose a time to come.')).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));
    expect(surface.actions.editFollowUp).not.toHaveBeenCalled();
    expect(document.activeElement).toBe(screen.getByLabelText('When'));
    expect(screen.getByLabelText<HTMLInputElement>('What to do').value).toBe('Send the lens and the cloth');
  });

  test('begin to be changed in their first field, and Escape goes back', async () => {
    show(surface.of(ODA, view()));
    await userEvent.click(screen.getByRole('button', { name: 'Edit: Send the lens' }));
    expect(document.activeElement).toBe(screen.getByLabelText('What to do'));
    await userEvent.keyboard('{Escape}');
    expect(screen.queryByLabelText('What to do')).toBeNull();
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Edit: Send the lens' }));
  });

  test('that are overdue are changed and stay so', async () => {
    show(surface.of(ODA, known(ODA, { reminders: [reminder('r1', 'Send the lens', '2026-11-20T09:00')] })));
    await userEvent.click(screen.getByRole('button', { name: 'Edit: Send the lens' }));
    await userEvent.type(screen.getByLabelText('What to do'), ' today');
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));
    expect(surface.actions.editFollowUp).toHaveBeenCalledWith('r1', { text: 'Send the lens today', dueAt: '2026-11-20T09:00' });
  });
});

describe('A profile that is not theirs', () => {
  let next: ReturnType<typeof show>['show'];
  const awaiting = { ...reminder('r1', 'Ask', '2026-11-20T09:00'), status: 'awaiting' as const, encounter: { kind: 'person' as const } };
  const detached = async (...alsoKeys: string[]) => {
    const view = known(ODA, { reminders: [awaiting] });
    surface.profileLinks = [{ key: ODA.key, label: 'GitHub: oda-lind', url: ODA.url }];
    next = show(surface.of(ODA, { ...view, contact: { ...view.contact, profileKeys: [ODA.key, ...alsoKeys] } })).show;
    await userEvent.click(screen.getByRole('heading', { name: 'Details' }));
    await userEvent.click(await screen.findByRole('button', { name: 'GitHub: oda-lind is not their profile' }));
    return screen.getByRole('status').textContent;
  };

  test('was the last: it is said that what waited to see them there is due', async () => {
    expect(await detached('github:id/1')).toBe('Took the profile away. A follow-up waited until you see them there; it is due now.');
  });

  test('and is in front is nobody’s from then on, and there it can be undone', async () => {
    await detached();
    next(surface.of(ODA));
    expect(screen.getByText('Not in Kith yet. Writing anything keeps them.')).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Undo' })).toBeTruthy();
  });

  test('leaves others on which they can be seen', async () => {
    expect(await detached('linkedin:in/oda-lind')).toBe('Took the profile away.');
  });
});

describe('an address that is a profile', () => {
  const RUNE_URL = 'https://www.linkedin.com/in/rune-aske/';
  const add = async () => {
    showUnfolded(surface.of(ODA, known(ODA)));
    await userEvent.type(screen.getByLabelText('Link address'), `${RUNE_URL}{Enter}`);
  };

  test('becomes theirs, with a way back', async () => {
    await add();
    expect(surface.actions.attachProfile).toHaveBeenCalledExactlyOnceWith('linkedin:in/rune-aske');
    expect(surface.actions.edit).not.toHaveBeenCalled();
    expect(screen.getByRole('status').textContent).toBe('Added as a profile of theirs.');
    expect(screen.getByRole('button', { name: 'Undo' })).toBeTruthy();
    expect(screen.getByLabelText('Link address')).toHaveProperty('value', '');
  });

  describe('of somebody else who is kept', () => {
    beforeEach(async () => {
      surface.actions.attachProfile.mockResolvedValue({ done: false, why: 'Taken.' });
      surface.findOwner.mockResolvedValue({ id: 'contact-rune', name: 'Rune Aske' });
      await add();
      await screen.findByText('This is a profile of Rune Aske, whom you keep already.');
    });

    test('stays typed, and the two are made one where one says so', async () => {
      expect(screen.getByLabelText('Link address')).toHaveProperty('value', RUNE_URL);
      await userEvent.click(screen.getByRole('button', { name: 'Same person, merge' }));
      expect(surface.actions.merge).toHaveBeenCalledExactlyOnceWith('contact-rune');
      expect(screen.getByRole('button', { name: 'Undo' })).toBeTruthy();
      expect(screen.getByLabelText('Link address')).toHaveProperty('value', '');
      expect(document.activeElement).toBe(screen.getByLabelText('Link address'));
    });

    test('is a link where they are somebody else', async () => {
      await userEvent.click(screen.getByRole('button', { name: 'Somebody else, only a link' }));
      expect(surface.actions.edit).toHaveBeenCalledExactlyOnceWith({ links: [{ url: RUNE_URL }] });
      expect(surface.actions.merge).not.toHaveBeenCalled();
      expect(screen.queryByRole('button', { name: 'Same person, merge' })).toBeNull();
    });
  });

  test('that could not be kept says why, and stays typed', async () => {
    surface.actions.attachProfile.mockResolvedValue({ done: false, why: 'The disk is full.' });
    await add();
    expect((await screen.findByRole('alert')).textContent).toContain('The disk is full.');
    expect(screen.getByLabelText('Link address')).toHaveProperty('value', RUNE_URL);
  });
});

test('somebody else who is kept can be said to be the same person', async () => {
  const rune = { id: 'contact-rune', name: 'Rune Aske' };
  surface.finder = (onOpen) => (
    <button type="button" onClick={() => onOpen(rune)}>
      {rune.name}
    </button>
  );
  showUnfolded(surface.of(ODA, known(ODA)));
  await userEvent.click(screen.getByRole('button', { name: 'Same person as…' }));
  await userEvent.click(screen.getByRole('button', { name: rune.name }));
  expect(surface.actions.merge).toHaveBeenCalledExactlyOnceWith(rune.id);
  expect(screen.getByRole('status').textContent).toBe('Noted: they are one person.');
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Same person as…' }));
});

describe('details', () => {
  test('are kept as one leaves a field', async () => {
    showUnfolded(surface.of(ODA, known(ODA)));
    await userEvent.type(screen.getByLabelText('How you met'), 'At the lake');
    expect(surface.actions.edit).not.toHaveBeenCalled();
    await userEvent.tab();
    expect(surface.actions.edit).toHaveBeenCalledWith({ howWeMet: 'At the lake' });
  });

  test('typed in go on being typed while what was kept before comes back', async () => {
    const view = known(ODA);
    const { show: next } = showUnfolded(surface.of(ODA, view));
    const met = screen.getByLabelText<HTMLTextAreaElement>('How you met');
    await userEvent.type(met, 'At the lake{Control>}{Enter}{/Control} in');
    await userEvent.keyboard('{Control>}{Enter}{/Control} June');
    next(surface.of(ODA, { ...view, contact: { ...view.contact, howWeMet: 'At the lake' } }));
    expect(met.value).toBe('At the lake in June');
    next(surface.of(ODA, { ...view, contact: { ...view.contact, howWeMet: 'At the lake in' } }));
    expect(met.value).toBe('At the lake in June');
    await userEvent.tab();
    expect(surface.actions.edit).toHaveBeenLastCalledWith({ howWeMet: 'At the lake in June' });
  });

  test('typed in are kept when another page comes to the front', async () => {
    const { show: next } = showUnfolded(surface.of(ODA, known(ODA)));
    await userEvent.type(screen.getByLabelText('How you met'), 'At the lake');
    next(surface.of(RUNE));
    expect(surface.actions.edit).toHaveBeenCalledWith({ howWeMet: 'At the lake' });
  });

  test('a birthday needs no year', async () => {
    showUnfolded(surface.of(ODA, known(ODA)));
    const birthday = within(screen.getByRole('group', { name: 'Birthday' }));
    await userEvent.selectOptions(birthday.getByLabelText('Month'), 'February');
    await userEvent.type(birthday.getByLabelText('Day'), '29');
    expect(surface.actions.edit, 'while it is typed').not.toHaveBeenCalled();
    await userEvent.click(screen.getByLabelText('How you met'));
    expect(surface.actions.edit).toHaveBeenCalledExactlyOnceWith({ birthday: '--02-29' });
  });

  test.each([
    ['31', 'April', '', 'There is no such day.'],
    ['29', 'February', '2023', 'There is no such day in that year.'],
    ['1', 'May', '1066', 'A year from 1900 to 2199, or none.'],
    ['7', '', '', 'A day and a month are needed.'],
    ['3', 'December', '198', 'A year from 1900 to 2199, or none.'],
    ['29', 'February', '23', 'There is no such day in that year.'],
  ])('a birthday on %s %s %s says what is wrong with it, keeps the typing and changes nothing', async (day, month, year, why) => {
    showUnfolded(surface.of(ODA, known(ODA)));
    const birthday = within(screen.getByRole('group', { name: 'Birthday' }));
    await userEvent.type(birthday.getByLabelText('Day'), day);
    if (month) await userEvent.selectOptions(birthday.getByLabelText('Month'), month);
    if (year) await userEvent.type(birthday.getByLabelText('Year'), year);
    await userEvent.click(screen.getByLabelText('How you met'));
    expect(screen.getByText(why)).toBeTruthy();
    expect(birthday.getByLabelText<HTMLInputElement>('Day').value).toBe(day);
    expect(surface.actions.edit).not.toHaveBeenCalled();
  });

  test.each([
    ['87', '1987'],
    ['05', '2005'],
    ['26', '1926'],
  ])('a birthday in the year %s is in %s, the latest that is not to come', async (year, whole) => {
    showUnfolded(surface.of(ODA, known(ODA)));
    const birthday = within(screen.getByRole('group', { name: 'Birthday' }));
    await userEvent.type(birthday.getByLabelText('Day'), '3');
    await userEvent.selectOptions(birthday.getByLabelText('Month'), 'December');
    await userEvent.type(birthday.getByLabelText('Year'), year);
    await userEvent.click(screen.getByLabelText('How you met'));
    expect(surface.actions.edit).toHaveBeenCalledExactlyOnceWith({ birthday: `${whole}-12-03` });
    expect(birthday.getByLabelText<HTMLInputElement>('Year').value).toBe(whole);
  });

  test('another day with half a year is said to lack one', async () => {
    showUnfolded(surface.of(ODA, known(ODA)));
    const days = within(screen.getByRole('group', { name: 'Other days of their year' }));
    await userEvent.type(days.getByLabelText('What the day is'), 'Doctorate');
    await userEvent.type(days.getByLabelText('Day'), '12');
    await userEvent.selectOptions(days.getByLabelText('Month'), 'April');
    await userEvent.type(days.getByLabelText('Year'), '201{Enter}');
    expect(days.getByText('A year from 1900 to 2199, or none.')).toBeTruthy();
    await userEvent.type(days.getByLabelText('Year'), '{Backspace}{Backspace}{Backspace}19{Enter}');
    expect(surface.actions.edit).toHaveBeenCalledExactlyOnceWith({ dates: [{ id: expect.any(String), label: 'Doctorate', date: '2019-04-12' }] });
  });

  test('other days of the year have a name, and are added and taken away', async () => {
    const { show: next } = showUnfolded(surface.of(ODA, known(ODA)));
    const days = () => within(screen.getByRole('group', { name: 'Other days of their year' }));
    await userEvent.type(days().getByLabelText('What the day is'), 'Doctorate');
    await userEvent.click(days().getByRole('button', { name: /^Add/ }));
    expect(days().getByText('A day and a month are needed.')).toBeTruthy();
    await userEvent.type(days().getByLabelText('Day'), '12');
    await userEvent.selectOptions(days().getByLabelText('Month'), 'April');
    await userEvent.type(days().getByLabelText('Year'), '2019{Enter}');
    const dates = [{ id: expect.any(String), label: 'Doctorate', date: '2019-04-12' }];
    expect(surface.actions.edit).toHaveBeenCalledExactlyOnceWith({ dates });
    const view = known(ODA);
    next(surface.of(ODA, { ...view, contact: { ...view.contact, dates: [{ id: 'd1', label: 'Doctorate', date: '2019-04-12' }] } }));
    expect(days().getByText('12 April 2019')).toBeTruthy();
    await userEvent.click(days().getByRole('button', { name: 'Remove Doctorate' }));
    expect(surface.actions.edit).toHaveBeenLastCalledWith({ dates: [] });
  });

  test('an emptied field is cleared', async () => {
    const view = known(ODA);
    showUnfolded(surface.of(ODA, { ...view, contact: { ...view.contact, howWeMet: 'At the lake' } }));
    await userEvent.clear(screen.getByLabelText('How you met'));
    await userEvent.tab();
    expect(surface.actions.edit).toHaveBeenCalledWith({ howWeMet: null });
  });

  test('only an address becomes a link', async () => {
    showUnfolded(surface.of(ODA, known(ODA)));
    await userEvent.type(screen.getByLabelText('Link address'), 'javascript:alert(1)');
    await userEvent.click(screen.getByRole('button', { name: 'Add Link address' }));
    expect(screen.getByText('This is not a web address.')).toBeTruthy();
    await userEvent.clear(screen.getByLabelText('Link address'));
    await userEvent.type(screen.getByLabelText('Link address'), 'skerry.example/lamps');
    await userEvent.click(screen.getByRole('button', { name: 'Add Link address' }));
    expect(surface.actions.edit).toHaveBeenCalledWith({ links: [{ url: 'https://skerry.example/lamps' }] });
  });

  test('a tag taken away leaves the keyboard to the next, and the last one to the field', async () => {
    const view = known(ODA);
    const tagged = (...tags: string[]) => surface.of(ODA, { ...view, contact: { ...view.contact, tags } });
    const { show: next } = showUnfolded(tagged('lamps', 'oil', 'rye'));
    await userEvent.click(screen.getByRole('button', { name: 'Remove tag oil' }));
    next(tagged('lamps', 'rye'));
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Remove tag rye' }));
    await userEvent.keyboard('{Enter}');
    next(tagged('lamps'));
    await userEvent.keyboard('{Enter}');
    next(tagged());
    expect(document.activeElement).toBe(screen.getByLabelText('Tags'));
  });

  describe.each([
    {
      what: 'a link',
      group: 'Links',
      having: (...names: string[]) => ({ links: names.map((name) => ({ url: `https://skerry.example/${name}`, label: name })) }),
      removal: 'Remove link',
      another: 'Link address',
    },
    {
      what: 'a field of one’s own',
      group: 'Anything else',
      having: (...names: string[]) => ({ customFields: names.map((label) => ({ label, value: 'Blue' })) }),
      removal: 'Remove',
      another: 'Label',
    },
    {
      what: 'a day of their year',
      group: 'Other days of their year',
      having: (...names: string[]) => ({ dates: names.map((label) => ({ id: label, label, date: '2019-04-12' })) }),
      removal: 'Remove',
      another: 'What the day is',
    },
  ])('$what taken away', ({ group, having, removal, another }) => {
    test('leaves the keyboard to the next, the last one to the one before, and the only one to the field for another', async () => {
      const view = known(ODA);
      const holding = (...names: string[]) => surface.of(ODA, { ...view, contact: { ...view.contact, ...having(...names) } });
      const { show: next } = showUnfolded(holding('lamps', 'oil', 'rye'));
      const lines = () => within(screen.getByRole('group', { name: group }));
      await userEvent.click(lines().getByRole('button', { name: `${removal} oil` }));
      next(holding('lamps', 'rye'));
      expect(document.activeElement).toBe(lines().getByRole('button', { name: `${removal} rye` }));
      await userEvent.keyboard('{Enter}');
      next(holding('lamps'));
      expect(document.activeElement).toBe(lines().getByRole('button', { name: `${removal} lamps` }));
      await userEvent.keyboard('{Enter}');
      next(holding());
      expect(document.activeElement).toBe(lines().getByLabelText(another));
    });
  });

  test('somebody who is deleted leaves the keyboard to the way back', async () => {
    const { show: next } = showUnfolded(surface.of(ODA, known(ODA)));
    await userEvent.click(screen.getByRole('button', { name: 'Delete Oda Lind' }));
    next(surface.of(ODA));
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Undo' }));
  });

  describe('chosen one after the other before the first is kept', () => {
    const relation = (name: string) => screen.getByRole<HTMLInputElement>('checkbox', { name });

    test('are all kept, and show at once', async () => {
      const view = known(ODA);
      const { show: next } = showUnfolded(surface.of(ODA, view));
      await userEvent.click(relation('Mentor'));
      expect(relation('Mentor').checked).toBe(true);
      await userEvent.click(relation('Mentee'));
      expect(surface.actions.edit).toHaveBeenLastCalledWith({ relations: ['mentor', 'mentee'] });
      next(surface.of(ODA, { ...view, contact: { ...view.contact, relations: ['mentor'] } }));
      expect(relation('Mentee').checked, 'while the second is on its way').toBe(true);
      next(surface.of(ODA, { ...view, contact: { ...view.contact, relations: ['mentor', 'mentee'] } }));
      next(surface.of(ODA, { ...view, contact: { ...view.contact, relations: ['mentee'] } }));
      expect(relation('Mentor').checked, 'changed elsewhere since').toBe(false);
    });

    test('and taken back are as they were, and what is undone later shows', async () => {
      const view = known(ODA);
      const { show: next } = showUnfolded(surface.of(ODA, view));
      await userEvent.click(relation('Mentor'));
      await userEvent.click(relation('Mentor'));
      expect(surface.actions.edit).toHaveBeenLastCalledWith({ relations: [] });
      next(surface.of(ODA, { ...view, contact: { ...view.contact, relations: ['mentor'] } }));
      expect(relation('Mentor').checked).toBe(true);
    });

    test('are shown as they are kept where they are refused', async () => {
      surface.actions.edit.mockResolvedValue({ done: false, why: 'The disk is full.' });
      showUnfolded(surface.of(ODA, known(ODA)));
      await userEvent.click(relation('Mentor'));
      await waitFor(() => expect(relation('Mentor').checked).toBe(false));
    });

    test('tags, links and fields are too', async () => {
      showUnfolded(surface.of(ODA, known(ODA)));
      await userEvent.type(screen.getByLabelText('Tags'), 'lamps,oil,');
      expect(surface.actions.edit).toHaveBeenLastCalledWith({ tags: ['lamps', 'oil'] });
      await userEvent.type(screen.getByLabelText('Link address'), 'skerry.example{Enter}');
      await userEvent.type(screen.getByLabelText('Link address'), 'lamps.example{Enter}');
      expect(surface.actions.edit).toHaveBeenLastCalledWith({ links: [{ url: 'https://skerry.example/' }, { url: 'https://lamps.example/' }] });
      for (const label of ['Boat', 'Dog'])
        await userEvent.type(within(screen.getByRole('group', { name: 'Anything else' })).getByLabelText('Label'), `${label}{Enter}`);
      expect(surface.actions.edit).toHaveBeenLastCalledWith({
        customFields: [
          { label: 'Boat', value: '' },
          { label: 'Dog', value: '' },
        ],
      });
    });
    test('a text changed is part of what comes after it, and stays to be tried again where it is refused', async () => {
      const view = known(ODA);
      showUnfolded(surface.of(ODA, { ...view, contact: { ...view.contact, customFields: [{ label: 'Boat', value: 'Blue' }] } }));
      const boat = screen.getByLabelText<HTMLTextAreaElement>('Boat');
      const answer = Promise.withResolvers<Outcome>();
      surface.actions.edit.mockReturnValueOnce(answer.promise);
      await userEvent.type(boat, ' and white{Control>}{Enter}{/Control} and');
      await act(async () => answer.resolve({ done: false, why: 'The disk is full.' }));
      expect(boat.value).toBe('Blue and white and');
      await userEvent.type(within(screen.getByRole('group', { name: 'Anything else' })).getByLabelText('Label'), 'Dog{Enter}');
      const customFields = [
        { label: 'Boat', value: 'Blue and white and' },
        { label: 'Dog', value: '' },
      ];
      expect(surface.actions.edit).toHaveBeenLastCalledWith({ customFields });
    });
  });

  test('tags end with Enter or a comma', async () => {
    showUnfolded(surface.of(ODA, known(ODA)));
    await userEvent.type(screen.getByLabelText('Tags'), 'Lighthouses,');
    expect(surface.actions.edit).toHaveBeenCalledWith({ tags: ['lighthouses'] });
  });
});
