import { z } from 'zod';

/** A public page: https, a host with a dot, and no name or password in it. */
const link = z
  .string()
  .refine(isPublicPage, { message: 'must be a public page such as "https://example.com/returns"' });

const named = z.strictObject({ name: z.string().min(2).max(40), url: link });

/** Where the brand's own pages are. What is left out is not on file, and the assistant says so. */
export const linksDefinition = z.strictObject({
  shop: link.nullable().default(null),
  orders: link.nullable().default(null),
  returns: link.nullable().default(null),
  contact: link.nullable().default(null),
  privacy: link.nullable().default(null),
  social: z.array(named).default([]),
  /** The address people write to. */
  email: z.email('must be an e-mail address such as "care@example.com"').nullable().default(null),
  /** The number people call, as it is dialled from abroad. */
  phone: z
    .string()
    .regex(/^\+\d[\d ()-]{5,20}$/, 'must be a number such as "+1 555 010 0199"')
    .nullable()
    .default(null),
});

export type LinksDefinition = z.output<typeof linksDefinition>;
export type LinksInput = z.input<typeof linksDefinition>;

function isPublicPage(value: string): boolean {
  const url = URL.parse(value);
  return url?.protocol === 'https:' && url.hostname.includes('.') && url.username === '' && url.password === '';
}

/** Every page of the brand, for who checks that a link is one of them. */
export function linksOf(links: LinksDefinition | null): readonly string[] {
  if (links === null) return [];
  const { shop, orders, returns, contact, privacy, social } = links;
  return [shop, orders, returns, contact, privacy, ...social.map(({ url }) => url)].filter((url) => url !== null);
}
