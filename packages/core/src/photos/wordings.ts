/** What is said around photos, apart from what a photo shows. Each leaves room for one question after it. */

/** Begins the question for the profile; a reply that has it has asked. */
export const ADD_QUESTION = 'Shall I add this to your hair profile';
export const ADD_SUGGESTIONS = ['Yes, add it', 'No, leave it out'] as const;
export const KEEP_QUESTION =
  'Would you like me to keep the photo itself, too, encrypted, so that we can compare later? Without your yes it is deleted within the hour.';
export const KEEP_SUGGESTIONS = ['Yes, keep the photo', "No, don't keep the photo"] as const;

export const LEFT_OUT = 'All right, nothing from the photo goes into your profile.';
export const PHOTO_GONE = 'The photo is deleted.';
export const PHOTO_KEPT = "I've kept the photo, encrypted: only you can open it, and you can delete it at any time.";
export const NOT_CLEAR =
  "I only add things from a photo on a clear yes, so I've left it out for now. Say “add it to my profile” whenever you want it in.";
export const WHAT_BECOMES =
  'Only what I just named would go into your hair profile, marked as seen in a photo. It helps me fit advice to you; nobody else sees it, it counts less than your own words, and you can change or delete it at any time. The photo is not part of it.';
export const WHAT_BECOMES_OF_PHOTO =
  'It would be stored encrypted and shown to nobody but you; you can download or delete it at any time. If you say no, it is gone.';

/** There is no model here that sees, and there is one that could not look just now. */
export const CANT_SEE = "I can't see pictures here,";
export const COULDNT_LOOK = "I couldn't look at your photo just now,";
export const BY_TOUCH =
  'so let me ask instead: your eyes and fingertips know more than a camera anyway. One small test at a time; say “skip” to pass over one, or “stop” to end.';
export const KNOWN_ALREADY =
  "and what I'd ask, I know from you already. Tell me in a few words what it shows that's new.";
export const STOPPED = "Of course, we'll leave the questions there.";
export const PASSED = "No problem, we'll skip that one.";
export const NOTED = 'Thanks, noted';
export const THANKS = 'Thanks.';
export const QUESTIONS_DONE = "That's all I wanted to ask.";

/** One question that opens the talk again. */
export const WHAT_NEXT = "What would you like your hair to do that it isn't doing yet?";
export const ONE_THING_NO_PHOTO_SHOWS = 'One thing no photo shows:';
export const WHAT_ABOUT_IT = 'What would you like to know about it?';
