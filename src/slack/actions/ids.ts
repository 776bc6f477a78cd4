/** The action ids of our buttons; what they carry stands in their values. */

/** Brief a topic; `value` is what would be typed after /brief. One for each topic: `brief-topic:opm`. */
export const BRIEF_TOPIC = 'brief-topic';
/** Another view of a brief; `value` is what would be typed after /brief. */
export const SHOW_TIMELINE = 'show-timeline';
export const SHOW_QUOTES = 'show-quotes';
export const SHOW_SOURCES = 'show-sources';
/** Show a brief as plain text; `value` is its key among the briefs lately shown. */
export const COPY_AS_TEXT = 'copy-as-text';
/** Post a brief to the channel, as it was seen; `value` is its key among the briefs lately shown. */
export const POST_TO_CHANNEL = 'post-to-channel';
/** Open a stored article; `value` is its id. One for each in a message: `read-article:3`. */
export const READ_ARTICLE = 'read-article';
/** What the subscriber found in the channel; `value` is the delivery's id. */
export const DIGEST_IS_THERE = 'digest-is-there';
export const DIGEST_POST_IT = 'digest-post-it';
/** Resume a paused digest; `value` is the channel. */
export const RESUME_DIGEST = 'resume-digest';
/**
 * Open the form for a digest; `value` is the channel, the user's own id for their own, or ANY_CHANNEL to choose one. One
 * for each in a message: `set-up-digest:3`.
 */
export const SET_UP_DIGEST = 'set-up-digest';
export const ANY_CHANNEL = 'any';

/** Anything of sources; `value` is what would be typed after /sources. One for each in a message: `sources:check:3`. */
export const SOURCES = 'sources';
/** Look at every feed, a page at a time; `value` is how many come before. As `show-feeds:after`. */
export const SHOW_FEEDS = 'show-feeds';
/** Open the form for an address. */
export const ADD_SOURCE = 'add-source';
/** Take an article out of the library; `value` is its id. One for each in a message: `remove-article:3`. */
export const REMOVE_ARTICLE = 'remove-article';

/** The form for a digest, as a view's callback id. */
export const DIGEST_FORM = 'digest-form';
/** Open the form for a new topic. */
export const NEW_TOPIC = 'new-topic';
/** Open a topic's form, or remove it; `value` is its name. One for each: `edit-topic:opm`. */
export const EDIT_TOPIC = 'edit-topic';
export const REMOVE_TOPIC = 'remove-topic';
/** Look at every topic, a page at a time; `value` is how many come before. As `show-topics:after`. */
export const SHOW_TOPICS = 'show-topics';

/** The form for a topic and the list of topics, as views' callback ids. */
export const TOPIC_FORM = 'topic-form';
export const TOPIC_LIST = 'topic-list';
/** The form for an address, as a view's callback id. */
export const SOURCE_FORM = 'source-form';
/** The message shortcut, as manifest.yml has it. */
export const ADD_TO_LIBRARY = 'add-to-library';
