// Read by Playwright when it connects: the real toolbar popup and side panel then show up as pages.
process.env.PW_CHROMIUM_ATTACH_TO_OTHER = '1';
