import { v7 } from 'uuid';
import { NoteDesk } from '../../components/note/note-desk';

/** The notes being written on this page. What is typed leaves with it, however it goes. */
export const desk = new NoteDesk(v7);

addEventListener('pagehide', () => desk.saveBeforeLeaving());
document.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'hidden') desk.saveBeforeLeaving();
});
