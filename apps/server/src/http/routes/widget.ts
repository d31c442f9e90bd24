import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AssistantDefinition } from '@rapport/core/assistants/define-assistant.ts';
import fastifyStatic from '@fastify/static';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import type { HttpServer } from '../http-server.ts';
import { Problem } from '../problems.ts';

interface WidgetRoutesDependencies {
  /** Where the web package was built. */
  readonly directory: string;
  readonly assistants: readonly AssistantDefinition[];
  /** Sites that may show it, as sources of a content security policy. */
  readonly sites: readonly string[];
}

/** A shop asks again after this long: then a change of colours or of the widget is everywhere. */
const CACHE_SECONDS = 300;

const path = z.object({ assistant: z.string().max(64) });

/**
 * The chat on a brand's own site: one script for each assistant, with its name and colours in it so that the button
 * costs one request, and the page that the script opens in a frame. Only the sites that are named may frame that page;
 * every other page of ours stays unframed.
 */
export const widgetRoutes =
  ({ directory, assistants, sites }: WidgetRoutesDependencies) =>
  async (server: HttpServer) => {
    const file = join(directory, 'widget.js');
    if (!existsSync(file)) return;
    await server.register(fastifyStatic, { root: directory, serve: false });
    const open = { access: 'public', limit: 'none' } as const;
    const code = readFileSync(file, 'utf8');
    const scripts = new Map(
      assistants.map((assistant) => {
        const script = `(function(){${code}\nRapportWidget.start(${JSON.stringify(describe(assistant))});})();\n`;
        return [assistant.id, { script, tag: `"${createHash('sha256').update(script).digest('base64url')}"` }];
      }),
    );
    const find = (id: string) => {
      const found = scripts.get(id);
      if (found === undefined) throw new Problem('NOT_FOUND', 'No assistant of that name is served here.');
      return found;
    };

    server.get(
      '/widget/:assistant(^[a-z][a-z0-9-]*).js',
      { config: open, schema: { hide: true, params: path } },
      async (request, reply) => {
        const { script, tag } = find(request.params.assistant);
        reply
          .header('cache-control', `public, max-age=${CACHE_SECONDS}`)
          .header('etag', tag)
          // A script of ours on a site of theirs, also where the site isolates itself.
          .header('cross-origin-resource-policy', 'cross-origin');
        if (request.headers['if-none-match'] === tag) return reply.code(304).send();
        return reply.type('text/javascript; charset=utf-8').send(script);
      },
    );
    server.get('/embed/:assistant', { config: open, schema: { hide: true, params: path } }, async (request, reply) => {
      find(request.params.assistant);
      allowFraming(reply, sites);
      return reply.sendFile('index.html');
    });
    server.get('/widget-demo', { config: open, schema: { hide: true } }, (_request, reply) =>
      reply.sendFile('widget-demo.html'),
    );
  };

/** What the script must know before anything is opened. */
const describe = ({ id, name, theme }: AssistantDefinition) => ({
  assistant: { id, name },
  theme: {
    light: { accent: theme.light.accent, onAccent: theme.light.onAccent },
    dark: { accent: theme.dark.accent, onAccent: theme.dark.onAccent },
  },
});

/** Framing is refused everywhere by two headers; here by neither, save for whoever isn't named. */
function allowFraming(reply: FastifyReply, sites: readonly string[]): void {
  const policy = String(reply.getHeader('content-security-policy') ?? '');
  const ancestors = ["'self'", ...sites].join(' ');
  reply.header('content-security-policy', policy.replace(/frame-ancestors [^;]*/, `frame-ancestors ${ancestors}`));
  reply.removeHeader('x-frame-options');
  reply.header('cross-origin-resource-policy', 'cross-origin');
}
