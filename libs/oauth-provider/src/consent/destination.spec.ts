import { describe, expect, it } from 'vitest';
import { destinationOf, formTargetOf } from './destination.js';

describe('where a person is sent', () => {
  it.each([
    ['https://app.example.com/cb', 'app.example.com', 'https://app.example.com'],
    ['http://127.0.0.1:4000/cb', '127.0.0.1:4000, on this device', 'http://127.0.0.1:4000'],
    ['http://[::1]:4000/cb', '[::1]:4000, on this device', 'http:'],
    ['https://localhost.evil.example/cb', 'localhost.evil.example', 'https://localhost.evil.example'],
    ['https://not-localhost/cb', 'not-localhost', 'https://not-localhost'],
    ['https://my_app.example.com/cb', 'my_app.example.com', 'https:'],
    ['com.example.https:/cb', 'an app on your device (com.example.https)', 'com.example.https:'],
    ['com.example.app:/cb', 'an app on your device (com.example.app)', 'com.example.app:'],
  ])('%s is named, and let through by the policy of the page', (uri, destination, target) => {
    expect(destinationOf(uri)).toBe(destination);
    expect(formTargetOf(uri)).toBe(target);
  });
});
