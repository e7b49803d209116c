import { execFileSync } from 'node:child_process';
import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { curlSnippet } from './curl.snippet.js';
import { nodeSnippet } from './node.snippet.js';
import { pythonSnippet } from './python.snippet.js';
import { inJavaScript, inPython, inShell } from './quoted.js';

const values = {
  clientId: 'c'.repeat(32),
  clientSecret: 'f'.repeat(64),
  authorizeUrl: 'https://wiki.example/confluence/rest/oauth2/latest/authorize',
  tokenUrl: 'https://wiki.example/confluence/rest/oauth2/latest/token',
  redirectUri: 'https://app.example/back',
  scope: 'READ WRITE',
};

describe('quoting', () => {
  const meaningful = fc.constantFrom(...`'"\\$\`(){};&|<>!#%*?~ \n\t=aé😀`);
  const anyText = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: meaningful }));

  it('P18 keeps any text a text in a shell', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: meaningful }), { minLength: 20, maxLength: 20 }), (texts) => {
        const printed = execFileSync('sh', ['-c', `printf '%s\\036' ${texts.map(inShell).join(' ')}`]).toString();
        expect(printed).toBe(texts.map((text) => `${text}\u001e`).join(''));
      }),
      { numRuns: 20 },
    );
  });

  it('P18 keeps any text a text in JavaScript, in ASCII', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const quoted = inJavaScript(text);
        expect(quoted).toMatch(/^[ -~]*$/);
        expect(runInNewContext(quoted)).toBe(text);
      }),
    );
  });

  it('P18 leaves nothing of a text outside its quotes in Python', () => {
    expect(inPython(`"\\'\n\u2028é😀\u007f`)).toBe(String.raw`"\"\\'\n\U00002028\U000000e9\U0001f600\U0000007f"`);
  });
});

describe('the programs', () => {
  it('P11 send a secret in the body or the header, never in an address', () => {
    for (const write of [curlSnippet, nodeSnippet, pythonSnippet]) {
      const code = write(values);
      expect(code.split(values.clientSecret)).toHaveLength(2);
      expect(code).not.toMatch(new RegExp(`https?://\\S*${values.clientSecret}`));
    }
  });

  it('name no secret where there is none', () => {
    for (const write of [curlSnippet, nodeSnippet, pythonSnippet]) {
      expect(write({ ...values, clientSecret: null })).not.toMatch(/secret(?!s\b|s\.)/i);
    }
  });
});
