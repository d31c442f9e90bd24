import type { Database } from '@rapport/core/database/database.ts';
import { noteVisit, unsubscribe } from '@rapport/core/engagement/answered-links.ts';
import { visitTarget } from '@rapport/core/engagement/campaign-mail.ts';
import type { MailLinks } from '@rapport/core/engagement/links.ts';
import type { Clock } from '@rapport/core/runtime.ts';
import { mailLinkPath } from '@rapport/wire';
import type { FastifyReply } from 'fastify';
import type { HttpServer } from '../http-server.ts';

export interface MailLinkDependencies {
  readonly database: Database;
  readonly clock: Clock;
  readonly links: MailLinks;
  /** The product's own address; null: unknown. */
  readonly publicUrl: string | null;
}

const LARGEST_BODY = 4_096;

/**
 * Where the links of mails lead, for browsers and mail programs and without a sign-in. Looking changes nothing, for scanners of mail
 * follow every link; the button's POST ends it, and so does a mail program's own (RFC 8058). The signature is checked before anything
 * is read, and the pages say the same to whoever comes. Without a limit by address: a mail provider ends it for all its people from one.
 */
export const mailLinkRoutes =
  ({ links, publicUrl, ...context }: MailLinkDependencies) =>
  (server: HttpServer) => {
    // What a form or a mail program sends says nothing that the address does not.
    server.addContentTypeParser(
      ['application/x-www-form-urlencoded', 'multipart/form-data'],
      { parseAs: 'buffer', bodyLimit: LARGEST_BODY },
      (_request, _body, done) => done(null, undefined),
    );
    const options = {
      config: { access: 'public', limit: 'none' },
      schema: { hide: true, params: mailLinkPath },
    } as const;

    server.get('/mail/unsubscribe/:token', options, async (request, reply) =>
      links.read('unsubscribe', request.params.token) === null
        ? sendPage(reply, 404, UNKNOWN)
        : sendPage(reply, 200, ASK),
    );
    server.post('/mail/unsubscribe/:token', options, async (request, reply) => {
      const subject = links.read('unsubscribe', request.params.token);
      if (subject === null) return sendPage(reply, 404, UNKNOWN);
      await unsubscribe(context, subject);
      request.log.info({ event: 'mail_ended', sendId: subject.sendId }, 'Somebody ended mail by its link');
      return sendPage(reply, 200, DONE);
    });
    server.get('/mail/visits/:token', options, async (request, reply) => {
      const subject = links.read('visit', request.params.token);
      if (subject === null) return sendPage(reply, 404, UNKNOWN);
      await noteVisit(context, subject);
      return reply
        .header('cache-control', 'no-store')
        .header('referrer-policy', 'no-referrer')
        .redirect(publicUrl === null ? '/' : visitTarget(publicUrl), 302);
    });
  };

const sendPage = (reply: FastifyReply, status: number, page: string): FastifyReply =>
  reply
    .code(status)
    .type('text/html; charset=utf-8')
    .header('cache-control', 'no-store')
    // The address is a key to this one thing.
    .header('referrer-policy', 'no-referrer')
    .send(page);

const pageOf = (title: string, content: string): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${title}</title>
</head>
<body>
<main>
<h1>${title}</h1>
${content}
</main>
</body>
</html>
`;

const ASK = pageOf(
  'No more of these e-mails?',
  '<p>One press and none comes any more.</p>\n<form method="post"><button type="submit">Stop these e-mails</button></form>',
);
const DONE = pageOf(
  'That was the last one',
  '<p>No more of these e-mails will come. If you ever want them again, your profile has a switch for it.</p>',
);
const UNKNOWN = pageOf(
  'This link leads nowhere',
  '<p>It may have been cut off. Copy the whole of it from the e-mail.</p>',
);
