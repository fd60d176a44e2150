import type { CDPSession, Page } from '@playwright/test';

/** What stands beside a name in a page, read past the closed root as only the browser's own tools can. */
export type PaintedAnnotation = {
  /** `new`, or the staleness; empty until the background has answered. */
  state: string;
  /** Light or dark, after the page. */
  scheme: string;
  /** What is drawn on it. */
  label: string;
  /** Its name for screen readers, and what they say of the card. */
  spoken: string;
  description: string;
  card: { title: string; rows: { label: string; text: string }[]; isOpen: boolean };
  /** Whether it stands in the corner of the window for want of a better place. */
  inCorner: boolean;
  /** Of the badge, in pixels of the window. */
  box: { x: number; y: number; width: number; height: number };
};

type DomNode = Awaited<ReturnType<typeof wholeDocument>>;

/** The annotation in `page`, or undefined while there is none. */
export async function annotationOn(page: Page): Promise<PaintedAnnotation | undefined> {
  const session = await page.context().newCDPSession(page);
  try {
    const found = findHost(await wholeDocument(session));
    if (!found) return undefined;
    const { root, parent } = found;
    const [button, card] = ['BUTTON', 'DIV'].map((name) => root.children?.find((child) => child.nodeName === name));
    if (!button || !card) return undefined;
    const of = attributes(button);
    const box = await boxOf(session, button);
    if (!box) return undefined;
    return {
      state: of.class ?? '',
      scheme: of['data-scheme'] ?? '',
      label: of['data-label'] ?? '',
      spoken: of['aria-label'] ?? '',
      description: of['aria-description'] ?? '',
      card: { ...words(card), isOpen: (await boxOf(session, card)) !== undefined },
      inCorner: parent.nodeName === 'HTML',
      box,
    };
  } finally {
    await session.detach();
  }
}

/** Moves the pointer onto the annotation, as somebody does who wants to read the card. */
export async function hoverAnnotation(page: Page): Promise<void> {
  const { x, y } = await middle(page);
  await page.mouse.move(x, y);
}

/** Clicks the annotation as a hand does: the browser takes it for the user's own. */
export async function clickAnnotation(page: Page): Promise<void> {
  const { x, y } = await middle(page);
  await page.mouse.click(x, y);
}

async function middle(page: Page): Promise<{ x: number; y: number }> {
  const annotation = await annotationOn(page);
  if (!annotation) throw new Error(`no annotation stands on ${page.url()}`);
  const { x, y, width, height } = annotation.box;
  return { x: x + width / 2, y: y + height / 2 };
}

async function wholeDocument(session: CDPSession) {
  return (await session.send('DOM.getDocument', { depth: -1, pierce: true })).root;
}

/** The closed root that holds a button, as only the annotation's does, and what it stands in. */
function findHost(node: DomNode): { root: DomNode; parent: DomNode } | undefined {
  for (const child of node.children ?? []) {
    const root = child.shadowRoots?.find((shadow) => shadow.shadowRootType === 'closed' && shadow.children?.some(({ nodeName }) => nodeName === 'BUTTON'));
    const found = root ? { root, parent: node } : findHost(child);
    if (found) return found;
  }
  return undefined;
}

function words(card: DomNode): { title: string; rows: { label: string; text: string }[] } {
  const lines = (card.children ?? []).map(attributes);
  return {
    title: lines.find((line) => line.class === 'title')?.['data-text'] ?? '',
    rows: lines.filter((line) => line.class === 'row').map((line) => ({ label: line['data-label'] ?? '', text: line['data-text'] ?? '' })),
  };
}

function attributes(node: DomNode): Record<string, string> {
  const flat = node.attributes ?? [];
  return Object.fromEntries(flat.flatMap((name, index) => (index % 2 === 0 ? [[name, flat[index + 1] ?? '']] : [])));
}

/** Where a node is drawn; undefined where it is not. */
async function boxOf(session: CDPSession, node: DomNode): Promise<PaintedAnnotation['box'] | undefined> {
  try {
    const { model } = await session.send('DOM.getBoxModel', { backendNodeId: node.backendNodeId });
    const [x = 0, y = 0] = model.border;
    return { x, y, width: model.width, height: model.height };
  } catch {
    // The protocol's way of saying that it has no box.
    return undefined;
  }
}
