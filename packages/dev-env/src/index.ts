export * from './databases.ts';
export * from './fake-clock.ts';
export * from './on-each-database.ts';
export * from './scripted-model.ts';
export * from './server-sent-events.ts';
export * from './services.ts';
export * from './test-app.ts';
