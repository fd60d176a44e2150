import { v7 } from 'uuid';
import { NoteDesk } from '../../components/note/note-desk';
import { FormDrawer } from '../../components/person/begun-forms';

/** The notes being written on this page. What is typed leaves with it, however it goes. */
export const desk = new NoteDesk(v7);

/** The forms begun on this page, as long as it is open. */
export const drawer = new FormDrawer();

addEventListener('pagehide', () => desk.saveBeforeLeaving());
document.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'hidden') desk.saveBeforeLeaving();
});
