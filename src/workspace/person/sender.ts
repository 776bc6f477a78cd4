import type { World } from '../world.ts';

/** What every interaction tells of the person, the workspace and the app. */
export function sender({ state }: World, type: string): Record<string, unknown> {
  return {
    type,
    team: { id: state.team.id, domain: state.team.domain },
    user: {
      id: state.person,
      username: state.personName,
      name: state.personName,
      team_id: state.team.id,
    },
    api_app_id: state.appId,
    token: 'local-verification-token',
    is_enterprise_install: false,
    enterprise: null,
  };
}
