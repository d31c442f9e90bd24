export * from './accounts.ts';
export * from './chat.ts';
export * from './conversations.ts';
export * from './operations.ts';
export * from './person.ts';
export * from './primitives.ts';
export * from './problem.ts';
export * from './stream.ts';
