import { expect, it } from 'vitest';
import { PlainPageLayout } from './plain-page-layout.js';

it('P18 the plain layout shows a title as text', async () => {
  const page = {
    title: '</title><script>x</script>',
    body: '',
    place: 'error',
    language: 'en',
    direction: 'ltr',
    stylesheets: [],
    scripts: [],
  } as const;
  expect(await new PlainPageLayout().render(page)).not.toContain('<script>');
});
