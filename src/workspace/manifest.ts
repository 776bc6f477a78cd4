import { z } from 'zod';
import { type Refusal, refuse } from '../news/refusal.ts';

const command = z.object({
  command: z.string().regex(/^\/[a-z0-9_-]{1,31}$/),
  description: z.string().min(1).max(2000),
  usage_hint: z.string().max(1000).optional(),
});

const shortcut = z.object({
  name: z.string().min(1).max(24),
  type: z.enum(['message', 'global']),
  callback_id: z.string().min(1).max(255),
  description: z.string().min(1).max(150),
});

const shape = z.object({
  display_information: z.object({ name: z.string().min(1).max(35) }),
  features: z
    .object({
      bot_user: z.object({ display_name: z.string().min(1).max(80) }).optional(),
      app_home: z
        .object({
          home_tab_enabled: z.boolean().optional(),
          messages_tab_enabled: z.boolean().optional(),
          messages_tab_read_only_enabled: z.boolean().optional(),
        })
        .optional(),
      slash_commands: z.array(command).max(50).optional(),
      shortcuts: z.array(shortcut).max(10).optional(),
    })
    .default({}),
  oauth_config: z
    .object({
      scopes: z
        .object({
          bot: z.array(z.string()).optional(),
          bot_optional: z.array(z.string()).optional(),
        })
        .optional(),
    })
    .default({}),
  settings: z
    .object({
      event_subscriptions: z.object({ bot_events: z.array(z.string()).optional() }).optional(),
      interactivity: z.object({ is_enabled: z.boolean() }).optional(),
      socket_mode_enabled: z.boolean().optional(),
    })
    .default({}),
});

/** A slash command as the manifest declares it; `command` begins with the slash. */
type Command = z.infer<typeof command>;

/** A shortcut as the manifest declares it. */
type Shortcut = z.infer<typeof shortcut>;

/** What the workspace takes from an app's manifest. */
export interface App {
  readonly name: string;
  readonly botName: string;
  readonly commands: readonly Command[];
  readonly shortcuts: readonly Shortcut[];
  /** Types of event the app is subscribed to, e.g. `message.im`. */
  readonly events: readonly string[];
  readonly scopes: readonly string[];
  readonly interactivity: boolean;
  readonly homeTab: boolean;
  /** Whether people may write to the app in its direct messages. */
  readonly takesMessages: boolean;
}

/** Reads a parsed manifest; `declined` are optional scopes that were not granted on installing. */
export function readManifest(manifest: unknown, declined: readonly string[]): App | Refusal {
  const parsed = shape.safeParse(manifest);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    return refuse(
      `The app's manifest is not valid at ${issue?.path.join('.') || 'its top'}: ${issue?.message}.`,
      'Correct that place in manifest.yml and start again.',
    );
  }
  const { display_information, features, oauth_config, settings } = parsed.data;
  const scopes = oauth_config.scopes;
  const granted = [...(scopes?.bot ?? []), ...(scopes?.bot_optional ?? [])].filter(
    (scope) => !(declined.includes(scope) && scopes?.bot_optional?.includes(scope)),
  );
  // Commands and shortcuts come with a scope of their own.
  const commands = granted.includes('commands');
  return {
    name: display_information.name,
    botName: features.bot_user?.display_name ?? display_information.name,
    commands: commands ? (features.slash_commands ?? []) : [],
    shortcuts: commands ? (features.shortcuts ?? []) : [],
    events: settings.event_subscriptions?.bot_events ?? [],
    scopes: granted,
    interactivity: settings.interactivity?.is_enabled ?? false,
    homeTab: features.app_home?.home_tab_enabled ?? false,
    takesMessages:
      (features.app_home?.messages_tab_enabled ?? false) &&
      !features.app_home?.messages_tab_read_only_enabled,
  };
}
