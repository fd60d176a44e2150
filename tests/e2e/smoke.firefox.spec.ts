import { expect, test } from './support/firefox-test.ts';

test('x', async ({ kith }) => {
  kith.web.serve(
    'https://www.linkedin.com/in/ada/',
    '<!doctype html><title>Ada</title><h1>Ada</h1><img src="/a.png"><script>fetch("/leak");new Image().src="/leak2"</script>',
  );
  const page = await kith.visit('https://www.linkedin.com/in/ada/');
  const p = await kith.browser.newPage();
  await p.goto('https://leakff.example/x').catch((e) => console.log(e.message));
  await p.goto('http://leakff.example/x').catch((e) => console.log(e.message));
  await new Promise((r) => setTimeout(r, 4000));
});
