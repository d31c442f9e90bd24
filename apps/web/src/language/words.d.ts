import 'i18next';
import type account from './en/account.json';
import type aboutMe from './en/about-me.json';
import type common from './en/common.json';
import type dashboard from './en/dashboard.json';
import type embed from './en/embed.json';
import type talk from './en/talk.json';
import type talkMore from './en/talk-more.json';

// English is the measure: a key that it lacks is an error where it is used.
declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common';
    resources: {
      'about-me': typeof aboutMe;
      account: typeof account;
      common: typeof common;
      dashboard: typeof dashboard;
      embed: typeof embed;
      talk: typeof talk;
      'talk-more': typeof talkMore;
    };
  }
}
