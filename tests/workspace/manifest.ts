/** A manifest for an app that is not ours: what the tests of the workspace run on. */
export const manifest = {
  _metadata: { major_version: 2 },
  display_information: { name: 'Echo' },
  features: {
    bot_user: { display_name: 'Echo' },
    app_home: { home_tab_enabled: true, messages_tab_enabled: true },
    slash_commands: [
      { command: '/echo', description: 'Says it back', usage_hint: '[words]' },
      { command: '/deaf', description: 'Is never taken up' },
    ],
    shortcuts: [
      { name: 'Keep it', type: 'message', callback_id: 'keep', description: 'Keeps a message' },
    ],
  },
  oauth_config: {
    scopes: {
      bot: ['commands', 'chat:write', 'app_mentions:read', 'im:history', 'channels:history'],
      bot_optional: ['channels:read'],
    },
  },
  settings: {
    socket_mode_enabled: true,
    interactivity: { is_enabled: true },
    event_subscriptions: { bot_events: ['app_mention', 'message.im', 'app_home_opened'] },
  },
};
