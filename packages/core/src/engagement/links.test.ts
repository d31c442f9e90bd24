import { describe, expect, it } from 'vitest';
import { MailLinks } from './links.ts';

const SUBJECT = { userId: '01a20294-f647-7396-9c7b-1e3978e20447', sendId: '01a20294-f647-7396-9c7b-1e3978e20448' };
const links = new MailLinks('a key');

describe('a link of a mail', () => {
  const token = links.make('unsubscribe', SUBJECT);

  it('tells whom it was made for', () => {
    expect(links.read('unsubscribe', token)).toEqual(SUBJECT);
  });

  it('is good for nothing else, under no other key, and in no other form', () => {
    const bytes = Buffer.from(token, 'base64url');
    const changed = [...bytes.keys()].map((place) => {
      const copy = Buffer.from(bytes);
      copy[place] = (copy[place] ?? 0) ^ 1;
      return copy.toString('base64url');
    });
    for (const wrong of [...changed, '', token.slice(0, -1), `${token}A`, token.toLowerCase(), `${token}=`]) {
      expect(links.read('unsubscribe', wrong)).toBeNull();
    }
    expect(links.read('visit', token)).toBeNull();
    expect(new MailLinks('another key').read('unsubscribe', token)).toBeNull();
  });
});
