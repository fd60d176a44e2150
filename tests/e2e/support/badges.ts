import { type CDPSession, expect, type Page } from '@playwright/test';

/** A badge beside a link, read past the closed root as only the browser's own tools can. */
export type PaintedBadge = {
  /** Where the link leads, as it is written. */
  href: string;
  /** The staleness; empty for a stranger, of whom nothing is painted. */
  state: string;
  label: string;
  spoken: string;
  /** Of what is painted, in pixels of the window. */
  box?: { x: number; y: number; width: number; height: number };
};

type DomNode = Awaited<ReturnType<typeof wholeDocument>>;

/** All badges in `page` in the order of the document, those of strangers included. */
export async function badgesOn(page: Page): Promise<PaintedBadge[]> {
  return withDocument(page, async (session, document) => {
    const badges: PaintedBadge[] = [];
    for (const { root, link } of hosts(document, undefined)) {
      const mark = root.children?.[0]?.children?.[0]?.children?.[0];
      const told = mark ? attributes(mark) : {};
      const box = mark && (await boxOf(session, mark));
      badges.push({ href: link, state: told.class ?? '', label: told['data-label'] ?? '', spoken: told['aria-label'] ?? '', ...(box && { box }) });
    }
    return badges;
  });
}

/** Those on which something is painted. */
export async function paintedBadges(page: Page): Promise<PaintedBadge[]> {
  return (await badgesOn(page)).filter(({ state }) => state !== '');
}

/** What the card of the badges shows, or undefined while it shows nothing. */
export async function badgeCard(page: Page): Promise<{ title: string; rows: string[] } | undefined> {
  return withDocument(page, async (session, document) => {
    const card = await openCard(session, document);
    const lines = (card?.children ?? []).map(attributes);
    return lines.length === 0 ? undefined : { title: lines[0]?.['data-text'] ?? '', rows: lines.slice(1).map((line) => line['data-text'] ?? '') };
  });
}

/** Whether the card is there at all, if only as a box in which nothing is drawn. */
export async function badgeCardIsOpen(page: Page): Promise<boolean> {
  return withDocument(page, async (session, document) => (await openCard(session, document)) !== undefined);
}

/** Puts the pointer on a badge. */
export async function hoverBadge(page: Page, href: string): Promise<void> {
  const { x, y } = await overBadge(page, href);
  await page.mouse.move(x - 60, y - 40);
  await page.mouse.move(x, y);
}

/** A click on a badge, the user's own. */
export async function clickBadge(page: Page, href: string, options?: { button: 'left' | 'middle' }): Promise<void> {
  const { x, y } = await overBadge(page, href);
  await page.mouse.click(x, y, options);
}

/**
 * Where the middle of a badge is, in pixels of the window. Asked again until one is there: a badge that is painted anew between the question for
 * the document and the one for its box has none.
 */
export async function overBadge(page: Page, href: string): Promise<{ x: number; y: number }> {
  let box: PaintedBadge['box'];
  const look = async () => {
    box = (await paintedBadges(page)).find((painted) => painted.href.includes(href))?.box;
    return box;
  };
  await expect.poll(look, `a badge is painted beside a link to ${href}`).toBeDefined();
  return box ? { x: box.x + box.width / 2, y: box.y + box.height / 2 } : { x: Number.NaN, y: Number.NaN };
}

async function withDocument<T>(page: Page, read: (session: CDPSession, document: DomNode) => Promise<T>): Promise<T> {
  const session = await page.context().newCDPSession(page);
  try {
    return await read(session, await wholeDocument(session));
  } finally {
    await session.detach();
  }
}

async function openCard(session: CDPSession, document: DomNode): Promise<DomNode | undefined> {
  const html = document.children?.find(({ localName }) => localName === 'html');
  const card = html?.children
    ?.flatMap(({ shadowRoots = [] }) => shadowRoots.flatMap(({ children = [] }) => children))
    .find((child) => 'popover' in attributes(child));
  return card && (await boxOf(session, card)) ? card : undefined;
}

async function wholeDocument(session: CDPSession) {
  return (await session.send('DOM.getDocument', { depth: -1, pierce: true })).root;
}

/** The closed roots that stand in or right after a link, without the annotation's. */
function hosts(node: DomNode, link: string | undefined): { root: DomNode; link: string }[] {
  let before = link;
  return (node.children ?? []).flatMap((child) => {
    const root = child.shadowRoots?.find(
      ({ shadowRootType, children = [] }) => shadowRootType === 'closed' && !children.some(({ localName }) => localName === 'button'),
    );
    if (root && before !== undefined) return [{ root, link: before }];
    const own = child.localName === 'a' ? attributes(child).href : undefined;
    const inside = hosts(child, own ?? link);
    before = own ?? link;
    return inside;
  });
}

function attributes(node: DomNode): Record<string, string> {
  const flat = node.attributes ?? [];
  return Object.fromEntries(flat.flatMap((name, index) => (index % 2 === 0 ? [[name, flat[index + 1] ?? '']] : [])));
}

/** Where a node is drawn; undefined where it is not. */
async function boxOf(session: CDPSession, node: DomNode): Promise<PaintedBadge['box'] | undefined> {
  try {
    const { model } = await session.send('DOM.getBoxModel', { backendNodeId: node.backendNodeId });
    const [x = 0, y = 0] = model.border;
    return { x, y, width: model.width, height: model.height };
  } catch {
    // The protocol's way of saying that it has no box.
    return undefined;
  }
}
