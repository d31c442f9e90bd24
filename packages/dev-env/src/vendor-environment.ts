import type { FakeVendors, VendorName } from './fake-vendors/fake-vendors.ts';

const VARIABLES = {
  google: ['GOOGLE_BASE_URL', 'GOOGLE_API_KEY'],
  xai: ['XAI_BASE_URL', 'XAI_API_KEY'],
  groq: ['GROQ_BASE_URL', 'GROQ_API_KEY'],
  openai: ['OPENAI_BASE_URL', 'OPENAI_API_KEY'],
  compatible: ['COMPATIBLE_BASE_URL', 'COMPATIBLE_API_KEY'],
} as const satisfies Record<VendorName, readonly [string, string]>;

/**
 * The variables that have a server ask played vendors, with keys they take; all of them unless told which. They are asked
 * for replies alone, so that a test can count what they are asked.
 */
export function vendorEnvironment(
  vendors: FakeVendors,
  names: readonly VendorName[] = ['google', 'xai', 'groq', 'openai', 'compatible'],
): Record<string, string> {
  return {
    MEMORY_EXTRACTION: 'rules',
    ...Object.fromEntries(
      names.flatMap((name) => {
        const [baseUrl, key] = VARIABLES[name];
        return [
          [baseUrl, vendors.baseUrls[name]],
          [key, `played-here-${name}-x7Kq29ZtR4bW1mVc`],
        ];
      }),
    ),
  };
}
