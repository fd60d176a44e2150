// @vitest-environment happy-dom
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, test } from 'vitest';
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

describe('logging a contact', () => {
  test('takes two clicks for today', async () => {
    show(surface.of(ODA, known(ODA)));
    await userEvent.click(screen.getByRole('button', { name: 'Log contact' }));
    await userEvent.click(screen.getByRole('button', { name: 'Coffee' }));
    expect(surface.actions.log).toHaveBeenCalledWith({ on: '2026-11-22', channel: 'coffee', given: [], received: [] });
    expect(screen.getByRole('status').textContent).toBe('Coffee logged, today.');
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Log contact' }));
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

describe('what was', () => {
  const view = () => known(ODA, { notes: [note('n1', 'Likes **rye bread**')], interactions: [interaction('i1', { on: '2026-11-21' })] });

  test('stands in one list, newest first, formatted', async () => {
    show(surface.of(ODA, view()));
    expect(screen.getAllByRole('article').map((entry) => entry.getAttribute('aria-label'))).toEqual(['Call', 'Note']);
    expect((await screen.findByText('rye bread')).tagName).toBe('STRONG');
  });

  test('a note is changed in place, saved while typing', async () => {
    show(surface.of(ODA, view()));
    await userEvent.click(screen.getByRole('button', { name: 'Edit: Note' }));
    const editor = screen.getByRole('textbox', { name: 'Change this note' });
    await userEvent.clear(editor);
    await userEvent.type(editor, 'Likes crispbread{Escape}');
    await waitFor(() => expect(screen.queryByRole('textbox', { name: 'Change this note' })).toBeNull());
    expect(surface.records.last).toMatchObject({ noteId: 'n1', text: 'Likes crispbread', draft: false });
  });

  test('a note emptied and left is deleted, as it was before', async () => {
    show(surface.of(ODA, view()));
    await userEvent.click(screen.getByRole('button', { name: 'Edit: Note' }));
    await userEvent.clear(screen.getByRole('textbox', { name: 'Change this note' }));
    await userEvent.keyboard('{Escape}');
    await waitFor(() => expect(surface.actions.deleteNote).toHaveBeenCalledWith('n1'));
    expect(surface.records.received.every(({ text }) => text === 'Likes **rye bread**')).toBe(true);
  });

  test('what is deleted leaves its place to the way back', async () => {
    const { show: next } = show(surface.of(ODA, view()));
    await userEvent.click(screen.getByRole('button', { name: 'Delete: Call' }));
    next(surface.of(ODA, { ...view(), interactions: [] }));
    const [place] = screen.getAllByRole('listitem');
    expect(place?.textContent).toContain('Contact deleted.');
    expect(within(place ?? document.body).getByRole('button', { name: 'Undo' })).toBeTruthy();
  });

  test('a long past is shown a part at a time', async () => {
    const notes = Array.from({ length: 120 }, (_, index) => note(`n${index}`, `Note ${index}`));
    show(surface.of(ODA, known(ODA, { notes })));
    expect(screen.getAllByRole('article')).toHaveLength(50);
    await userEvent.click(screen.getByRole('button', { name: 'Show more (70 left)' }));
    expect(screen.getAllByRole('article')).toHaveLength(100);
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
    await userEvent.click(screen.getByRole('button', { name: /^Next week/ }));
    expect(surface.actions.snooze).toHaveBeenCalledWith('r1', '2026-11-23T09:00');
  });

  test('are put off until their person is seen', async () => {
    show(surface.of(ODA, view()));
    await userEvent.click(screen.getByRole('button', { name: 'Snooze: Send the lens' }));
    await userEvent.click(screen.getByRole('button', { name: 'When I next see them' }));
    expect(surface.actions.awaitPerson).toHaveBeenCalledWith('r1');
    expect(screen.getByRole('status').textContent).toBe('Put off until you next see their profile.');
  });

  test('are not put off until their person is seen where there is no profile to see', async () => {
    const { contact, ...rest } = view();
    surface.isInFront = false;
    show(surface.of(ODA, { ...rest, contact: { ...contact, profileKeys: [] } }));
    await userEvent.click(screen.getByRole('button', { name: 'Snooze: Send the lens' }));
    expect(screen.getByRole('button', { name: /^Next week/ })).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'When I next see them' })).toBeNull();
  });

  test('say what they wait for instead of a time, and how they come again', () => {
    const awaiting = { ...reminder('r2', 'Ask', '2026-11-20T09:00'), status: 'awaiting' as const, encounter: { kind: 'organisation' as const, name: 'Acme' } };
    const recurring = { ...reminder('r3', 'Call', '2026-11-24T09:00'), recurrence: { rule: 'FREQ=MONTHLY;BYDAY=-1TU', from: '2026-11-24T09:00' } };
    show(surface.of(ODA, known(ODA, { reminders: [recurring, awaiting] })));
    const rows = within(screen.getByRole('list', { name: 'Follow-ups' })).getAllByRole('listitem');
    expect(rows.map(({ textContent }) => textContent)).toEqual([
      'Callin 2 days, 09:00 · every month on the last Tuesday',
      'Askwhen you next see anyone at Acme',
    ]);
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
});

describe('details', () => {
  test('are kept as one leaves a field', async () => {
    showUnfolded(surface.of(ODA, known(ODA)));
    await userEvent.type(screen.getByLabelText('How you met'), 'At the lake');
    expect(surface.actions.edit).not.toHaveBeenCalled();
    await userEvent.tab();
    expect(surface.actions.edit).toHaveBeenCalledWith({ howWeMet: 'At the lake' });
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

  test('tags end with Enter or a comma', async () => {
    showUnfolded(surface.of(ODA, known(ODA)));
    await userEvent.type(screen.getByLabelText('Tags'), 'Lighthouses,');
    expect(surface.actions.edit).toHaveBeenCalledWith({ tags: ['lighthouses'] });
  });
});
