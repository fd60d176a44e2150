import { fileURLToPath } from 'node:url';
import { minify } from 'terser';
import { defineConfig } from 'wxt';
import { ALL_SITES } from './lib/sites/all';
import { listingOf } from './lib/sites/listings';

// The public half of a key made for development: it fixes the extension's id, and with it the database, wherever the folder lies.
const DEVELOPMENT_KEY =
  'MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAqrPTLlnM1Q1vIHFefchzES/NBNDIb9FONrwF3ExVEFQMYHQ3JlEUQXT7lXEtTsF2fVXEJdWVAZkrtDPbn83x4NZmHbA/nGieJhKVEqNnCoADppQR7IhJn4IBCzPRjskvt+Zqp8ZiXFQE/jIAWr2sIT4mkx1ASdGy+ZQHE8divGgzaz47BqsbB7cU5uNjMsEp4cXRf9fqej5SGSCAy5tBlwCqbR+WZJwy3bfroR7ZkHm0EjRiGFQWchZS2bR0T6AmROkZ0MDGLRsdN2WDjB3TBh+klXcIC3IuvJQy3LKPIuNhQmFBOgg8HKQ0BymGnM2hdiohlU23ZLCqmH8BGv3upQIDAQAB';

/** Where Kith is from the start. */
const INSTALLED = ALL_SITES.map(listingOf).flatMap(({ installed, matches }) => (installed ? matches : []));

/** Of this, and of all that it imports, the popup's first picture is made. */
const FIRST_SHOWN =
  /entrypoints.person.(page-root|pending-work|people-finder)\.tsx$|components.pending.shortcuts\.tsx$|lib.model.session-names\.ts$|wxt-html-plugins/;

/** The page's style sheets stand in template literals whose lines end in a backslash: what the language leaves out there, the minifier leaves in. */
const LINES_THAT_GO_ON = {
  name: 'lines that go on',
  transform: (code: string, id: string) => (id.includes('entrypoints/page/') ? code.replaceAll('\\\n', '') : undefined),
};

/**
 * What reads a page once it has settled runs nearly all that is in it, and Chromium keeps nothing of how it understood it: to compile it
 * as a whole takes less than to go back for each function that is called. The page script begins with the page, when there is enough to do.
 */
const COMPILED_AT_ONCE = {
  name: 'compiled at once',
  generateBundle: {
    order: 'post' as const,
    handler: (_: unknown, bundle: Record<string, { code?: string }>) => {
      const script = bundle['read-page.js'];
      if (script) script.code = `//# allFunctionsCalledOnLoad\n${script.code}`;
    },
  },
};

/**
 * The page script goes into every page of a site that is on: Terser makes it 320 bytes smaller, gzipped, than Vite's own minifier. Given it by
 * Vite (8.3), it does not see any more which calls have no effect, and keeps them.
 * What it calls unsafe is so for whoever replaces `String` or `RegExp`, which nobody can from outside a content script's own world.
 */
const MADE_SMALLEST = {
  name: 'made smallest',
  generateBundle: {
    order: 'post' as const,
    handler: async (_: unknown, bundle: Record<string, { code?: string }>) => {
      const script = bundle['page.js'];
      if (!script?.code) throw new Error('The page script is not where it was.');
      const compress = { passes: 5, inline: 1, keep_fargs: false, pure_getters: true, unsafe: true, unsafe_arrows: true };
      script.code = (await minify(script.code, { ecma: 2020, toplevel: true, compress })).code ?? '';
    },
  },
};

export default defineConfig({
  modules: ['@wxt-dev/module-react', '@wxt-dev/i18n/module'],
  manifestVersion: 3,
  imports: false,
  vite: ({ browser }) => ({
    plugins: [LINES_THAT_GO_ON, ...(browser === 'firefox' ? [] : [COMPILED_AT_ONCE])],
    build: {
      sourcemap: false,
      modulePreload: { polyfill: false },
      // What WXT has in each script to say in the console while it is developed says nothing in what is shipped.
      rollupOptions: { treeshake: { manualPureFunctions: ['logger'] } },
    },
    // Its build for browsers decodes `&amp;` by innerHTML: the worker has no document, and the pages' Trusted Types forbid it.
    resolve: {
      alias: { 'decode-named-character-reference': fileURLToPath(new URL('node_modules/decode-named-character-reference/index.js', import.meta.url)) },
    },
  }),
  hooks: {
    'vite:build:extendConfig': (entrypoints, config) => {
      if (entrypoints.some(({ name }) => name === 'page')) {
        config.build = { ...config.build, minify: false };
        config.plugins = [...(config.plugins ?? []), MADE_SMALLEST];
      }
      if (!entrypoints.some(({ name }) => name === 'popup')) return;
      // All that the popup shows at once is one file: each further one is waited for, about as long as it takes to draw the list.
      const { output } = config.build?.rollupOptions ?? {};
      if (!output || Array.isArray(output)) throw new Error('WXT says where chunks go in another way than it did.');
      output.codeSplitting = { groups: [{ name: 'surface', test: FIRST_SHOWN }] };
    },
  },
  manifest: ({ browser }) => ({
    name: '__MSG_extensionName__',
    description: '__MSG_extensionDescription__',
    default_locale: 'en',
    icons: { 16: '/icons/icon-16.png', 32: '/icons/icon-32.png', 48: '/icons/icon-48.png', 128: '/icons/icon-128.png' },
    // Each permission with the feature that needs it.
    permissions: [
      'alarms', // follow-ups that fire
      'notifications', // … and say so
      'unlimitedStorage', // notes are never evicted
      'storage', // what holds until the browser is closed: badges hidden, whom the panel was asked for, the popup's list, whom pages asked about, which pages the tabs show, whose profiles nobody has looked at yet, since when it runs
      'scripting', // the page script on sites switched on later
      'activeTab', // any page can be kept once, by the toolbar button
      'contextMenus', // *Keep this person* on a link, *Open Kith at this person* on a page
      ...(browser === 'firefox' ? [] : ['sidePanel']), // the person of the page in front
    ],
    content_security_policy: {
      extension_pages: [
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data:",
        "font-src 'self'",
        "connect-src 'none'",
        "form-action 'none'",
        "base-uri 'none'",
        "frame-src 'none'",
        "frame-ancestors 'none'",
        "object-src 'none'",
        "require-trusted-types-for 'script'",
        "trusted-types 'none'",
      ].join('; '),
    },
    content_scripts: [{ matches: INSTALLED, js: ['page.js'], run_at: 'document_start' }],
    host_permissions: INSTALLED,
    // Of these nothing is granted until the user switches a site on, and then that site alone.
    optional_host_permissions: ['https://*/*'],
    // `kith <name>` in the address bar.
    omnibox: { keyword: 'kith' },
    options_ui: { page: 'dashboard.html', open_in_tab: true },
    commands: {
      [browser === 'firefox' ? '_execute_sidebar_action' : 'open-panel']: {
        suggested_key: { default: 'Alt+Shift+K' },
        description: '__MSG_commands_openPanel__',
      },
      'hide-badges': { suggested_key: { default: 'Alt+Shift+H' }, description: '__MSG_commands_hideBadges__' },
      // L for list: P, like A, B, C, N, R, T, W, X and Z, is Chromium's own with Alt and Shift, and is not given to extensions (seen in 156).
      _execute_action: { suggested_key: { default: 'Alt+Shift+L' } },
    },
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: { id: 'kith@kith.example', strict_min_version: '140.0', data_collection_permissions: { required: ['none'] } },
          },
        }
      : { key: DEVELOPMENT_KEY, minimum_chrome_version: '144', incognito: 'split' }),
  }),
});
