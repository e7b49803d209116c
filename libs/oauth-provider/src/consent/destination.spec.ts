import { describe, expect, it } from 'vitest';
import { destinationOf, formTargetOf } from './destination.js';

describe('where a person is sent', () => {
  it.each([
    ['https://app.example.com/cb', 'site', 'app.example.com', 'https://app.example.com'],
    ['http://127.0.0.1:4000/cb', 'here', '127.0.0.1:4000', 'http://127.0.0.1:4000'],
    ['http://[::1]:4000/cb', 'here', '[::1]:4000', 'http:'],
    ['https://localhost.evil.example/cb', 'site', 'localhost.evil.example', 'https://localhost.evil.example'],
    ['https://not-localhost/cb', 'site', 'not-localhost', 'https://not-localhost'],
    ['https://my_app.example.com/cb', 'site', 'my_app.example.com', 'https:'],
    ['com.example.https:/cb', 'app', 'com.example.https', 'com.example.https:'],
    ['com.example.app:/cb', 'app', 'com.example.app', 'com.example.app:'],
  ])('%s is named, and let through by the policy of the page', (uri, kind, name, target) => {
    expect(destinationOf(uri)).toEqual({ kind, name });
    expect(formTargetOf(uri)).toBe(target);
  });
});
