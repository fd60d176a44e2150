import type { Answer } from './web.ts';

/** An invented person whose page is the attacker's. Only the handle differs between somebody known and somebody unknown. */
export type Victim = { site: 'linkedin' | 'github'; handle: string; name: string };

/** Where the attacker's page lies: at a true address. */
export function addressOf({ site, handle }: Victim): string {
  return site === 'linkedin' ? `https://www.linkedin.com/in/${handle}/` : `https://github.com/${handle}`;
}

/** Whom Kith takes the page to be about. */
export function keyOf({ site, handle }: Victim): string {
  return site === 'linkedin' ? `linkedin:in/${handle}` : `github:${handle}`;
}

/** What a page says of them, as a command's subject. */
export function subjectOf(victim: Victim) {
  return { profile: { key: keyOf(victim), url: addressOf(victim), handle: victim.handle, aliases: [], fields: { name: victim.name }, sources: {} } };
}

export type Parts = {
  /** Runs before anything else of the page, and long before the page script. */
  script?: string;
  styles?: string;
  /** Markup in place of the name. */
  name?: string;
  /** Markup before and after everything that is on the page. */
  before?: string;
  after?: string;
  headers?: Record<string, string>;
  mayAsk?: RegExp;
};

/** A page that has the hooks by which the annotation finds its place beside the name, and is hostile otherwise. */
export function attackerPage(
  victim: Victim,
  { script = '', styles = '', name = asText(victim.name), before = '', after = '', headers = {}, mayAsk }: Parts = {},
): Answer {
  const { title, card } = DIALECTS[victim.site]({ ...victim, name });
  return {
    headers,
    ...(mayAsk && { mayAsk }),
    body: `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title><link rel="icon" href="data:,">
<style>body{margin:0;background:#fff;font:16px/24px serif}main{padding:40px}h1{margin:0;font:24px/32px serif}${styles}</style>
<script>${script}</script></head><body>${before}<main>${card}</main>${after}</body></html>`,
  };
}

function asText(name: string): string {
  return name.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

const DIALECTS = {
  linkedin: ({ handle, name }: Victim) => ({
    title: 'Somebody | LinkedIn',
    card: `<section><h1>${name}</h1><p>Nothing to say.</p><a href="/in/${handle}/overlay/contact-info/">Contact info</a></section>`,
  }),
  github: ({ handle, name }: Victim) => ({
    title: `${handle} · GitHub`,
    card: `<section itemscope itemtype="http://schema.org/Person"><h1><span class="vcard-fullname" itemprop="name">${name}</span>
<span class="vcard-username" itemprop="additionalName">${handle}</span></h1><p>Nothing to say.</p></section>`,
  }),
};
