/** The platform's version, as `/health`, the log and the API document give it. */
export const VERSION = '0.1.0';
