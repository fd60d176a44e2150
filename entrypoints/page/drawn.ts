/**
 * A card, closed. What is selected around it is dragged and copied as markup, closed roots and their attributes included (Chromium 156),
 * unless nothing in it can be selected. That is said here as well as in the style sheet, for a host that has lost its sheets.
 */
export function createCard(): HTMLElement {
  const card = document.createElement('div');
  card.popover = 'manual';
  card.ariaHidden = 'true';
  card.inert = true;
  card.style.userSelect = 'none';
  return card;
}

/** The lines of a card: words as attributes, which the style sheet draws. */
export function lines({ title, rows }: { title: string; rows: readonly { label: string; text: string }[] }): HTMLElement[] {
  return [{ label: '', text: title }, ...rows].map(({ label, text }, index) => {
    const element = document.createElement('p');
    element.className = index === 0 ? 'title' : 'row';
    element.dataset.text = text;
    element.dataset.label = label;
    return element;
  });
}

const sheets = new Map<string, CSSStyleSheet>();

/** A style sheet for closed roots, one for all that look alike, made when the first of them is there. */
export function sheet(css: string): CSSStyleSheet {
  const made = sheets.get(css) ?? new CSSStyleSheet();
  if (!sheets.has(css)) made.replaceSync(css);
  sheets.set(css, made);
  return made;
}
