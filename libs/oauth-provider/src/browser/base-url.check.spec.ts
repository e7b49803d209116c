import { describe, expect, it } from 'vitest';
import { baseUrlProblem } from './base-url.check.js';

const strict = { allowInsecureHttp: false };

describe('the base URL', () => {
  it('is https, with or without a context path', () => {
    expect(baseUrlProblem('https://wiki.example.com', strict)).toBeNull();
    expect(baseUrlProblem('https://wiki.example.com/confluence', strict)).toBeNull();
    expect(baseUrlProblem('http://wiki.example.com', strict)).toContain('not https');
    expect(baseUrlProblem('http://localhost:8090', { allowInsecureHttp: true })).toBeNull();
    expect(baseUrlProblem('ftp://wiki.example.com', { allowInsecureHttp: true })).toContain('not https');
  });

  it('is written in one way', () => {
    expect(baseUrlProblem('https://wiki.example.com/', strict)).toContain('slash');
    expect(baseUrlProblem('wiki.example.com', strict)).toContain('no URL');
  });
});
