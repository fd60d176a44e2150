// @vitest-environment happy-dom
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test } from 'vitest';
import { Surface } from './support/pane';
import { known, ODA } from './support/people';
import { show } from './support/screen';

let surface: Surface;
beforeEach(async () => {
  surface = new Surface();
  show(surface.of(ODA, known(ODA)));
  await userEvent.click(screen.getByRole('button', { name: 'Follow up' }));
});

const when = () => screen.getByLabelText('When');

test('the date that was understood is shown before anything is kept', async () => {
  await userEvent.type(when(), 'next Tuesday 9am');
  expect(await screen.findByText(/^Tuesday.* 24 November 2026, 09:00/)).toBeTruthy();
  expect(surface.actions.setFollowUp).not.toHaveBeenCalled();
});

test('plain words and what to do are kept by Enter', async () => {
  await userEvent.type(screen.getByLabelText('What to do'), 'Send the lens');
  await userEvent.type(when(), 'in 2 weeks{Enter}');
  expect(surface.actions.setFollowUp).toHaveBeenCalledWith({ text: 'Send the lens', dueAt: '2026-12-06T09:00' });
  expect(screen.getByRole('status').textContent).toContain('Follow-up set: in 2 weeks.');
});

test('words that are no date are said to be none, with examples, and nothing is kept', async () => {
  await userEvent.type(when(), 'after the summer{Enter}');
  expect((await screen.findByText(/not a date Kith can read/)).textContent).toMatch(/“after the summer”.*Try “in 2 weeks”/);
  expect(when().getAttribute('aria-invalid')).toBe('true');
  expect(surface.actions.setFollowUp).not.toHaveBeenCalled();
});

test('a time that is past is said to be past', async () => {
  await userEvent.type(when(), 'yesterday{Enter}');
  expect(await screen.findByText(/is already past/)).toBeTruthy();
  expect(surface.actions.setFollowUp).not.toHaveBeenCalled();
});

test('a usual time takes one click and takes along what to do', async () => {
  await userEvent.type(screen.getByLabelText('What to do'), 'Send the lens');
  await userEvent.click(screen.getByRole('button', { name: /^In a week/ }));
  expect(surface.actions.setFollowUp).toHaveBeenCalledWith({ text: 'Send the lens', dueAt: '2026-11-29T09:00' });
});

test('the calendar serves those who would rather point', async () => {
  await userEvent.click(screen.getByRole('button', { name: 'Pick from the calendar' }));
  await userEvent.type(when(), '2026-12-01T14:30');
  await userEvent.click(screen.getByRole('button', { name: 'Set' }));
  expect(surface.actions.setFollowUp).toHaveBeenCalledWith({ text: '', dueAt: '2026-12-01T14:30' });
});

test('a past time of the calendar is said to be past where it was chosen, and what was typed stays', async () => {
  await userEvent.type(screen.getByLabelText('What to do'), 'Send the lens');
  await userEvent.click(screen.getByRole('button', { name: 'Pick from the calendar' }));
  await userEvent.type(when(), '2026-11-22T08:59');
  expect(screen.getByText('That has passed already. Choose a time to come.')).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: 'Set' }));
  expect(surface.actions.setFollowUp).not.toHaveBeenCalled();
  expect(document.activeElement).toBe(when());
  expect(when().getAttribute('aria-invalid')).toBe('true');
  expect(screen.getByLabelText<HTMLInputElement>('What to do').value).toBe('Send the lens');

  await userEvent.click(screen.getByRole('button', { name: /^In a week/ }));
  expect(surface.actions.setFollowUp, 'a usual time is one to come').toHaveBeenCalledWith({ text: 'Send the lens', dueAt: '2026-11-29T09:00' });
});

test('what was typed stays when it could not be kept', async () => {
  surface.actions.setFollowUp.mockResolvedValue({ done: false, why: 'The disk is full.' });
  await userEvent.type(screen.getByLabelText('What to do'), 'Send the lens');
  await userEvent.type(when(), 'tomorrow{Enter}');
  expect((await screen.findByRole('alert')).textContent).toContain('The disk is full.');
  expect(screen.getByLabelText<HTMLInputElement>('What to do').value).toBe('Send the lens');
});

test('Escape closes the form and goes back to its button', async () => {
  await userEvent.keyboard('{Escape}');
  expect(screen.queryByLabelText('When')).toBeNull();
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Follow up' }));
});
